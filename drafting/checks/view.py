"""What every check looks at: the sentence, the clauses that it cites, and how the one is made from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause, Force
from corpus.force import governing, provisions
from drafting.checks.alignment import Run, align, covered, normalise, phrases
from drafting.lexicon import Lexicon

FUNCTION_WORDS = re.compile(
    r"方面|其中|以及|并且|同时|此外|分别|相关|包括|其|还|且|或|和|与|及|并|的|地|等|在|对|为|以|于|中|上|下|内|这|该|各|均|也|则|而|由"
    r"|要求|规定|提出|做到|需要|《|》"
)
"""Words that a sentence may add to what it cites: they bind words or name the act of requiring."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the sentence and the one clause that it takes most from.

    Attributes:
        text: The phrase.
        start: Where it begins in the sentence.
        force: The force that the sentence gives it.
        source: The index of its clause among those cited; None where it takes nothing from any.
        runs: The characters taken, in order.
    """

    text: str
    start: int
    force: Force
    source: int | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A sentence under examination. All texts are normalised.

    Attributes:
        sentence: The sentence.
        cited: The clauses that it cites.
        texts: Their readings, in the same order.
        context: The headings, names and titles of those clauses, one a line.
        vouched: The words that the caller vouches for, one a line.
        phrases: The sentence's phrases.
        lexicon: The names that may be wrong.
    """

    sentence: str
    cited: tuple[Clause, ...]
    texts: tuple[str, ...]
    context: str
    vouched: str
    phrases: tuple[Phrase, ...]
    lexicon: Lexicon

    @property
    def headings(self) -> str:
        """Everything that a sentence may say without taking it from a clause's own words."""
        return f"{self.context}\n{self.vouched}"

    def taken(self, source: int) -> list[bool]:
        """For each character of a cited text: whether a phrase that rests on it takes that character."""
        marks = [False] * len(self.texts[source])
        for phrase in self.phrases:
            if phrase.source == source:
                for run in phrase.runs:
                    marks[run.clause_at : run.clause_end] = [True] * run.length
        return marks

    def foreign(self, text: str, source: str) -> list[str]:
        """The words of ``text`` that are neither in ``source`` nor in the context nor mere function words."""
        known = covered(text, f"{source}\n{self.headings}")
        for word in FUNCTION_WORDS.finditer(text):
            known[word.start() : word.end()] = [True] * (word.end() - word.start())
        for modal in governing_words(text):
            known[modal[0] : modal[1]] = [True] * (modal[1] - modal[0])
        return stretches(text, known)


def governing_words(text: str) -> list[tuple[int, int]]:
    """The spans of governing words, which the check of force alone judges."""
    return [(modal.start, modal.end) for modal in governing(text)]


def named_in(sentence: str, names: Iterable[str]) -> list[str]:
    """The names found in a normalised sentence, in one form, the longest first where one holds another."""
    patterns = sorted({normalise(name) for name in names if name}, key=len, reverse=True)
    return re.findall("|".join(map(re.escape, patterns)), sentence) if patterns else []


def stretches(text: str, known: Sequence[bool]) -> list[str]:
    """The unknown stretches of a text, punctuation left out."""
    shown = "".join(
        " " if mark or not character.isalnum() else character for character, mark in zip(text, known, strict=True)
    )
    return shown.split()


def look(sentence: str, cited: Sequence[Clause], lexicon: Lexicon, vouched: Sequence[str] = ()) -> View:
    """Prepare a sentence for the checks."""
    whole = normalise(sentence)
    texts = tuple(normalise(clause.plain) for clause in cited)
    spans = [(found.start, found.end, found.force) for found in provisions(whole)]
    own = tuple(normalise(word) for word in vouched if word)
    found_phrases = tuple(_phrase(whole, _after(own, whole, start), end, texts, spans) for start, end in phrases(whole))
    context = "\n".join(normalise(name) for name in _context(cited, lexicon))
    return View(whole, tuple(cited), texts, context, "\n".join(own), found_phrases, lexicon)


def _after(own: Sequence[str], sentence: str, start: int) -> int:
    """Where a phrase goes on after words that the caller vouches for: those are taken from no clause."""
    return max((start + len(word) for word in own if sentence.startswith(word, start)), default=start)


def _phrase(
    sentence: str, start: int, end: int, texts: Sequence[str], spans: Sequence[tuple[int, int, Force]]
) -> Phrase:
    text = sentence[start:end]
    candidates = [(align(text, source), index) for index, source in enumerate(texts)]
    runs, index = max(
        candidates, key=lambda made: (sum(run.length - 1 for run in made[0]), -made[1]), default=((), None)
    )
    at = start + (runs[0].phrase_at if runs else 0)
    force: Force = next((force for left, right, force in spans if left <= at < right), "none")
    return Phrase(text, start, force, index if runs else None, runs)


def _context(cited: Sequence[Clause], lexicon: Lexicon) -> list[str]:
    names: list[str] = []
    for clause in cited:
        parts = (clause.tier_label, clause.domain, clause.subdomain, clause.element, clause.track, clause.industry)
        names += [part for part in (*parts, *clause.path) if part]
    documents = {clause.document for clause in cited}
    return names + [title for title, ids in lexicon.titles.items() if ids & documents]
