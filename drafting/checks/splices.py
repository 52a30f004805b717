"""Words taken from different places of one clause must not be joined to a claim that the clause does not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafting.checks.alignment import Run
from drafting.checks.fragments import MEANS
from drafting.checks.view import FUNCTION_WORDS, Phrase, View, governing_words, stretches

_BREAK = re.compile(r"[,;:。!?]")
_LEAD = re.compile(r"(?:[,;:。!?]|以及|并且|并|且|和)*$")
_GOES_ON = re.compile(r"以及|或")
_OBJECT = re.compile(r"(?:将|把|(?<![针应相面绝配核])对(?![象标接比应外照等]))(?P<object>.+)$")
_INSIDE = re.compile(r"\([^()]*\)|(?:从[^,;。:的]{1,20}到[^,;。:的]{1,20},)+(?=从[^,;。:]{1,20}到)")
_HANDLED = re.compile(r"将(?!来)|把(?!握|关)")
_AFTER_OBJECT = re.compile(r"进行|开展|实施|实行|加以|予以")
LEAST_IN_ORDER = 0.6
"""The share of a phrase's own content that must be found in the clause in the clause's order."""


_STOP = re.compile(r"[;。!?]")
_SUFFIX = re.compile(r"[化性型级度率式类员器机线网端库图制集](?:和|与|及|、|或)?")
"""A character that ends a word, with what joins the next: without it the sentence says another word (数字化, 数字)."""


def check(view: View) -> Iterator[str]:
    """Name each phrase that joins what the clause keeps apart, or leaves out what its verb acts on."""
    for before, phrase in pairwise(view.phrases):
        if _strays(view, before, phrase) or _continues_another(view, before, phrase):
            yield f"接上了条文另一句的内容：{before.text}…{phrase.text}"
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        source = _within(view.texts[phrase.source])
        for left, right in pairwise(phrase.runs):
            between = source[left.clause_end : right.clause_at]
            if left.phrase_end == right.phrase_at and _SUFFIX.fullmatch(between):
                yield f"改动了条文的词：{_shown(phrase, left)}{_shown(phrase, right)}"
            elif _jumps(source, left, right) or _runs_on(phrase, source, left, right):
                yield f"拼接了条文中分开的内容：{_shown(phrase, left)}…{_shown(phrase, right)}"
        if (missing := _missing_object(phrase, source)) is not None:
            yield f"漏了“{missing}”的对象：{phrase.text}"
        if _share_in_order(phrase, view) < LEAST_IN_ORDER:
            yield f"词序与条文不同：{phrase.text}"
        elif inserted := _inserted(phrase, view):
            yield f"条文在此处没有“{inserted}”：{phrase.text}"


def _within(source: str) -> str:
    """The clause without the commas that part nothing: those in brackets and between 从…到… and 从…到….

    >>> _within("建立从甲到乙,从丙到丁的流程(含戊,己),形成模型")
    '建立从甲到乙、从丙到丁的流程(含戊、己),形成模型'
    """
    return _INSIDE.sub(lambda found: found.group().replace(",", "、"), source)


def _jumps(source: str, left: Run, right: Run) -> bool:
    """Whether the right run leaves the left one's phrase and does not begin a phrase of the clause itself."""
    between = source[left.clause_end : right.clause_at]
    if not _BREAK.search(between):
        return False
    lead = _LEAD.search(source[: right.clause_at])
    start = right.clause_at - (len(lead.group()) if lead else 0)
    begins = start < right.clause_at and bool(_BREAK.search(source[start : right.clause_at]))
    if begins:
        return False
    modals = [end for _, end in governing_words(source)]
    return right.clause_at not in modals


def _runs_on(phrase: Phrase, source: str, left: Run, right: Run) -> bool:
    """Whether the right run begins a phrase of the clause and goes on the left one, which was cut short.

    A label, or who acts, may go before another phrase: what stood between is then a break or a circumstance.
    """
    apart = _BREAK.search(source, left.clause_end, right.clause_at)
    bound = any(end == left.phrase_end for _, end in governing_words(phrase.text))
    whole = _BREAK.match(source, left.clause_end) or MEANS.match(source[left.clause_end : right.clause_at])
    return apart is not None and not bound and not whole and right.phrase_at == left.phrase_end


def _strays(view: View, before: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase goes on from one sentence of the clause into the middle of another."""
    if before.source is None or before.source != phrase.source or view.sentence[phrase.start - 1] != ",":
        return False
    source, left, right = view.texts[before.source], before.runs[-1].clause_end, phrase.runs[0].clause_at
    stops = [mark.end() for mark in _STOP.finditer(source, min(left, right), max(left, right))]
    return bool(stops) and right != stops[-1]


def _continues_another(view: View, before: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase that goes on a list (以及…) follows another than the one that it goes on in the clause."""
    if before.source is None or before.source != phrase.source:
        return False
    source, at = _within(view.texts[before.source]), phrase.runs[0].clause_at
    if _GOES_ON.match(source, at) is None or source[at - 1 : at] != ",":
        return False
    start = max((mark.end() for mark in _BREAK.finditer(source, 0, at - 1)), default=0)
    return not any(run.clause_end > start and run.clause_at < at for run in before.runs)


def _missing_object(phrase: Phrase, source: str) -> str | None:
    """The verb whose object (将…, 对…进行) stands in the clause before the first run and was left out."""
    for left, right in pairwise(phrase.runs):
        if _HANDLED.search(source, left.clause_end, right.clause_at):
            return source[right.clause_at : right.clause_end]
    first = phrase.runs[0]
    before = max((mark.end() for mark in _BREAK.finditer(source, 0, first.clause_at)), default=0)
    found = _OBJECT.search(source, before, first.clause_at)
    if found is None:
        return None
    taken = source[first.clause_at : first.clause_end]
    marker = source[found.start()]
    if marker == "对" and not (_AFTER_OBJECT.match(taken) or _AFTER_OBJECT.search(found["object"])):
        return None
    return taken


def _share_in_order(phrase: Phrase, view: View) -> float:
    """How much of what the phrase owes the clause it takes in the clause's order."""
    owed = [character.isalnum() for character in phrase.text]
    for start, end in [*governing_words(phrase.text), *(word.span() for word in FUNCTION_WORDS.finditer(phrase.text))]:
        owed[start:end] = [False] * (end - start)
    for at in range(len(phrase.text) - 1):
        if phrase.text[at : at + 2] in view.headings:
            owed[at : at + 2] = [False, False]
    taken = [any(run.phrase_at <= at < run.phrase_end for run in phrase.runs) for at in range(len(phrase.text))]
    total = sum(owed)
    return sum(one and other for one, other in zip(owed, taken, strict=True)) / total if total else 1.0


def _inserted(phrase: Phrase, view: View) -> str:
    """Words that the clause says, but not at this place.

    Before what the phrase takes, words of the headings may stand (省级智能工厂在设备运维方面); behind it, whole names.
    """
    known = [False] * len(phrase.text)
    spans = [(run.phrase_at, run.phrase_end) for run in phrase.runs]
    spans += [word.span() for word in FUNCTION_WORDS.finditer(phrase.text)]
    for start, end in [*spans, *governing_words(phrase.text)]:
        known[start:end] = [True] * (end - start)
    first = phrase.runs[0].phrase_at
    leading = (part for part in stretches(phrase.text[:first], known[:first]) if part not in view.headings)
    names = view.headings.splitlines()
    behind = (part for part in stretches(phrase.text[first:], known[first:]) if part not in names)
    return next((part for part in (*leading, *behind) if len(part) > 1), "")


def _shown(phrase: Phrase, run: Run) -> str:
    return phrase.text[run.phrase_at : run.phrase_end]
