"""The words of a clause and what part each plays: a thing, a verb, a joining word, what a demand rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.force import governing
from ontology.wording import Wording

Cut = Callable[[str], Sequence[str]]
"""Cuts a run of Chinese characters into words that, joined, are the run again."""

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+(?:[-&.][a-z0-9]+)*%?")
_BREAK = re.compile(r"[，,。．；;：:！!？?]")
_TITLE = re.compile(r"\s*[^，,。；;：:、\n]{2,12}[。：:]")
_UNKNOWN = 3
_OPENS = frozenset({"并", "并且", "应", "应当", "宜", "可", "能", "能够", "以", "且", "鼓励", "须", "必须"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a clause.

    Attributes:
        text: Folded: narrow signs, small letters.
        start: First code point in the clause's plain reading.
        end: One past the last.
        phrase: The number of the phrase (between commas) that holds it.
        role: ``content``, ``verb``, ``particle``, ``basis`` (leads in what a demand rests on) or ``title`` (of the
            heading that opens some clauses: 绿色化制造。).
        based: Whether it belongs to what a demand only rests on.
        key: The word that it is alike to, mostly itself.
    """

    text: str
    start: int
    end: int
    phrase: int
    role: str
    based: bool
    key: str

    @property
    def weight(self) -> int:
        """How much it says: its length, nothing for a joining word or verb."""
        return len(self.text) if self.role == "content" else 0


def tokens(folded: str, cut: Cut, wording: Wording) -> tuple[Token, ...]:
    """The words of a folded text, in order, punctuation left out.

    Args:
        folded: The text, with narrow signs and small letters.
        cut: Cuts Chinese into words.
        wording: Which words ask for nothing by themselves.
    """
    title = _title_end(folded, wording)
    found = _headed(_roles(folded, cut, wording), wording)
    return tuple(replace(one, role="title") if one.start < title and one.role == "content" else one for one in found)


def _title_end(folded: str, wording: Wording) -> int:
    """Where the heading that opens a clause ends: a few words without a governing word, then a stop or a colon."""
    found = _TITLE.match(folded)
    if found is None or len(folded) < 3 * found.end() or governing(found.group()):
        return 0
    return found.end()


def _roles(folded: str, cut: Cut, wording: Wording) -> Iterator[Token]:
    modals = {edge for modal in governing(folded) for edge in (modal.start, modal.end)}
    phrase = last = 0
    based: str | None = None
    opening, heads = True, False
    for run in _RUN.finditer(folded):
        if _BREAK.search(folded[last : run.start()]):
            phrase, based, opening = phrase + 1, None, True
        last = run.end()
        for start, end in _pieces(run.start(), run.end(), modals):
            words = cut(folded[start:end]) if folded[start] >= "\u3400" else (folded[start:end],)
            for word in _merged(words, wording):
                role = _role(word, wording)
                if role == "basis":
                    based, heads = word, opening
                elif based is not None and word in wording.base_ends and not folded.endswith(based, 0, start):
                    based = based if word == "的" and heads else None
                opening = word in _OPENS
                yield Token(word, start, start + len(word), phrase, role, based is not None, wording.key(word))
                start += len(word)


def _pieces(start: int, end: int, edges: set[int]) -> Iterator[tuple[int, int]]:
    """A run cut where a governing word begins or ends, so that 应对设备 is 应 and 对设备."""
    cuts = [start, *(edge for edge in sorted(edges) if start < edge < end), end]
    return pairwise(cuts)


def _merged(words: Sequence[str], wording: Wording) -> Iterator[str]:
    """Words that the cutter did not know put together again: words of the lists, a few lone characters in a row."""
    lone = ""
    for word in _begun(tuple(_listed(words, wording)), wording):
        if len(word) == 1 and word >= "\u3400" and not wording.knows(word):
            lone += word
            continue
        yield from _together(lone)
        lone = ""
        yield word
    yield from _together(lone)


def _begun(words: Sequence[str], wording: Wording) -> Iterator[str]:
    """Words, each with what it begins with and cannot do without: 不良品率 is not 良品率."""
    begins = wording.negations | wording.prefixes
    at = 0
    while at < len(words):
        behind = words[at + 1] if at + 1 < len(words) else ""
        joins = words[at] in begins and behind and _role(behind, wording) == "content"
        yield words[at] + behind if joins else words[at]
        at += 2 if joins else 1


def _listed(words: Sequence[str], wording: Wording) -> Iterator[str]:
    """Words, with neighbours joined that make a word of the lists."""
    at = 0
    while at < len(words):
        joined = (count for count in (3, 2) if len(words[at]) == 1 and wording.knows("".join(words[at : at + count])))
        count = next(joined, 1)
        yield "".join(words[at : at + count])
        at += count


def _together(lone: str) -> Sequence[str]:
    """A few characters in a row are a word that the cutter did not know; of many it cannot be told which are."""
    return (lone,) if 1 <= len(lone) <= _UNKNOWN else tuple(lone)


def _role(word: str, wording: Wording) -> str:
    if word in wording.bases:
        return "basis"
    if word in wording.particles:
        return "particle"
    return "verb" if word in wording.verbs or word in wording.adverbs else "content"


def _headed(found: Iterator[Token], wording: Wording) -> Iterator[Token]:
    """Words that are verbs at the head of a phrase (监控能耗) made so; they stay things elsewhere (能耗监控)."""
    listed = list(found)
    head = True
    for number, token in enumerate(listed):
        before = listed[number - 1] if number else None
        if before is None or token.phrase != before.phrase:
            head = True
        following = listed[number + 1] if number + 1 < len(listed) else None
        takes = following is not None and following.start == token.end and following.role == "content"
        if head and takes and token.role == "content" and token.text in wording.actions:
            yield replace(token, role="verb")
            continue
        yield token
        head = token.text in _OPENS or (head and token.text in wording.adverbs)
