"""Spoilt structure: halves joined, items exchanged, what limits a sentence taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.fragments import ACT
from evals.mutations.original import Original, Spoilt, Vocabulary, pick, replaced

_PHRASE = re.compile(r"[^，,；;。：:！？\n]+")
_ITEM = re.compile(r"(?<=、)([\u4e00-\u9fffA-Za-z0-9/]{2,8})(?=、|和|等)")
_COUNTED_ITEM = re.compile(r"(?<=、)[^、，,；;。和：（）]{2,14}(?=、[^，,；;。：]*?[等\d][\d 个项类种大]*[能类要大])")
_WIDENED = re.compile(r"(?<!”)部分|关键(?!词|字|绩效)|重点|主要|核心(?!竞争力)|高(?=能耗|风险|危)|危险|龙头|头部|必要")
_LIMITED_BEFORE = re.compile(
    r"(?:(?<=[，,；;。：:])|^)(?:对于|如果?|如遇|若|当)(?!图|表|下|上|何|地|年)[^，,；;。：:]{2,30}[，,]|必要时|[^，,；;。]{2,6}完成后|原则上"
    r"|(?:(?<=[，,；;。：:])|^)[^，,；;。：:]{2,40}的[，,]"
)
_INDUSTRY = re.compile(r"(?:对于)?(?:离散|流程)(?:制造)?(?:型)?(?:行业|企业|业)[：:，,]?")
_OTHER_INDUSTRY = {"离散": "流程", "流程": "离散"}
_MOST = 2
"""Mutants of one original for operators whose sites are many and alike."""


def merged(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """The act of one clause with the object of the next, citing both; left out where a clause says just that."""
    if len(original.cited) != 1:
        return
    other = _neighbour(original.cited[0], vocabulary.donors)
    if other is None:
        return
    cited = (*original.cited, other)
    known = original.known + normalise(other.plain)
    yield from _crossed(_acts(original.text), _acts(other.plain), known, cited)


def crossed(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """The act of one phrase with the object of another phrase of the same sentence."""
    acts = _acts(original.text)
    yield from _crossed(acts[:1], acts[1:], original.known, original.cited)
    yield from _crossed(acts[-1:], acts[:-1], original.known, original.cited)


def _crossed(
    left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]], known: str, cited: tuple[Clause, ...]
) -> Iterator[Spoilt]:
    made = 0
    for act, own in left:
        for verb, obj in right:
            asked = ACT.search(act)
            said = normalise(act[asked.start() :] + obj) if asked else ""
            if verb == act[-len(verb) :] or obj == own or said in known or made >= _MOST:
                continue
            made += 1
            yield Spoilt(f"{act}{obj}。", cited)


def _acts(text: str) -> list[tuple[str, str]]:
    """The phrases that name an act: the words up to and with the verb, and the object."""
    found = []
    for phrase in _PHRASE.findall(text):
        verb = ACT.search(phrase)
        obj = phrase[verb.end() :] if verb else ""
        if verb is not None and verb.end() <= 8 and len(obj) >= 4:
            found.append((phrase[: verb.end()], obj))
    return found


def _neighbour(clause: Clause, donors: Sequence[Clause]) -> Clause | None:
    """The next clause of the same part of the document that names an act."""
    near = [one for one in donors if one.document == clause.document and one.path[:2] == clause.path[:2]]
    later = [one for one in near if one.start > clause.start and _acts(one.plain)]
    return later[0] if later else None


def item_exchanged(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """An item of an enumeration gives way to one of another clause; left out where the clause has that one too."""
    for number, found in enumerate(_ITEM.finditer(original.text)):
        other = _foreign_item(original, vocabulary, found.group())
        if other is not None and number < _MOST:
            yield Spoilt(replaced(original.text, *found.span(), other), original.cited)


def item_added(original: Original, vocabulary: Vocabulary) -> Iterator[Spoilt]:
    """An enumeration gets one item more, from another clause."""
    found = _ITEM.search(original.text)
    other = _foreign_item(original, vocabulary, found.group()) if found else None
    if found is not None and other is not None:
        yield Spoilt(replaced(original.text, found.end(), found.end(), f"、{other}"), original.cited)


def item_dropped(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """An item is missing where the number of items is stated; elsewhere a shorter list is a fair shortening."""
    for found in _COUNTED_ITEM.finditer(original.text):
        end = found.end() + 1
        if original.text.count("（", 0, end) > original.text.count("）", 0, end):
            continue
        counted = re.search(r"\d+ ?个|[三四五六七八九十]类", original.text[end:])
        if counted and not re.search(r"[，,；;。]", original.text[end : end + counted.start()]):
            yield Spoilt(replaced(original.text, found.start(), end, ""), original.cited)


def _foreign_item(original: Original, vocabulary: Vocabulary, item: str) -> str | None:
    start = pick(range(len(vocabulary.donors)), original.text + item) or 0
    known = original.known
    for donor in (*vocabulary.donors[start:], *vocabulary.donors[:start]):
        for found in _ITEM.finditer(donor.plain):
            word = normalise(found.group())
            apart = not any(word[at : at + 2] in known for at in range(len(word) - 1))
            if apart and abs(len(word) - len(item)) <= 2:
                return found.group()
    return None


def scope_widened(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """全部 for what limits (关键, 部分), nothing in its place, and 全部 where nothing was said."""
    for found in _WIDENED.finditer(original.text):
        for by in ("全部", ""):
            spoilt = replaced(original.text, *found.span(), by)
            if normalise(spoilt) not in original.known:
                yield Spoilt(spoilt, original.cited)
    acts = _acts(original.text)
    if acts and "全部" not in original.text:
        act, obj = acts[0]
        yield Spoilt(original.text.replace(act + obj, f"{act}全部{obj}", 1), original.cited)


def industry(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """What is asked of one industry is asked of all, or of the other."""
    for found in _INDUSTRY.finditer(original.text):
        yield Spoilt(replaced(original.text, *found.span(), ""), original.cited)
        word = found.group().replace("对于", "")[:2]
        at = found.start() + found.group().index(word)
        spoilt = replaced(original.text, at, at + 2, _OTHER_INDUSTRY[word])
        if _OTHER_INDUSTRY[word] not in original.text and normalise(spoilt) not in original.known:
            yield Spoilt(spoilt, original.cited)


def condition(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """A condition is dropped, so that what holds in a case holds always."""
    for found in _LIMITED_BEFORE.finditer(original.text):
        if not _INDUSTRY.search(found.group()):
            yield Spoilt(replaced(original.text, *found.span(), ""), original.cited)
