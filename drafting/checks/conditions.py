"""What a clause asks in a case, or of an industry, must not be told as asked always and of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import LEAST_SAID, mostly_said
from drafting.checks.view import Phrase, View

_CASE = re.compile(r"(?:^|(?<=[,;。:、]))(?:对于|如遇|如果|如(?![图表下上何])|若|当)(?P<case>[^,;。:]{2,40}),")
_EXCEPTED = re.compile(r"(?:^|(?<=[,;。:]))除(?P<case>[^,;。:]{1,40}?)(?:之外|以外|外),(?![^,;。:]{0,8}[还也])")
_GROUND = re.compile(r"(?:^|(?<=[,;。:]))(?P<case>[^,;。:]{2,60}的),")
_GOES_ON = re.compile(r"以及|或者?|并且|且")
_STOP = re.compile(r"[;。!?]")
TAIL = 4
"""How much of a case's end is enough to tell it in fewer words: 确需延期的 for 因设备供货等原因确需延期的."""


def check(view: View) -> Iterator[str]:
    """Name each condition that rules the words of a phrase and that the sentence leaves out."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        for case in _cases(phrase, view.texts[phrase.source]):
            if not _said(view, case):
                yield f"漏了条文的条件“{case}”：{phrase.text}"
        source = view.texts[phrase.source]
        for start, end in _grounds(phrase, source):
            if not (_taken(view, phrase.source, start, end) or _headed(view, source[start:end])):
                yield f"漏了条文的情形“{source[start:end]}”：{phrase.text}"
        industry = view.cited[phrase.source].industry
        if industry is not None and industry[:2] not in f"{view.sentence}\n{view.vouched}":
            yield f"条文只对{industry}：{phrase.text}"


def _cases(phrase: Phrase, source: str) -> Iterator[str]:
    """The conditions before the phrase's words in the same sentence of the clause."""
    at = phrase.runs[0].clause_at
    start = max((mark.end() for mark in _STOP.finditer(source, 0, at)), default=0)
    for pattern in (_CASE, _EXCEPTED):
        yield from (found["case"] for found in pattern.finditer(source, start) if found.end() <= at)


def _grounds(phrase: Phrase, source: str) -> Iterator[tuple[int, int]]:
    """The last case that ends in 的 (…的,) before the phrase's words in its sentence, with those that it goes on.

    >>> from drafting.checks.alignment import align
    >>> clause = "有欠税行为,或未按期开工的,不予受理"
    >>> found = _grounds(Phrase("不予受理", 0, "none", 0, align("不予受理", clause)), clause)
    >>> [clause[start:end] for start, end in found]
    ['或未按期开工的', '有欠税行为']
    """
    if phrase.text.endswith("的"):  # a case of its own
        return
    at = phrase.runs[0].clause_at
    first = max((mark.end() for mark in _STOP.finditer(source, 0, at)), default=0)
    found = list(_GROUND.finditer(source, first, at))
    if not found:
        return
    start, end = found[-1].span("case")
    yield start, end
    while start > first and _GOES_ON.match(source, start):
        end = start - 1
        start = max(source.rfind(",", first, end) + 1, first)
        yield start, end


def _taken(view: View, source: int, start: int, end: int) -> bool:
    """Whether the sentence takes most of a stretch of a clause, or its last words."""
    taken = view.taken(source)
    return sum(taken[start:end]) >= LEAST_SAID * (end - start) or all(taken[max(start, end - TAIL) : end])


def _headed(view: View, case: str) -> bool:
    return any(mostly_said(case, place) for place in view.headings.splitlines())


def _said(view: View, case: str) -> bool:
    """Whether one phrase of the sentence, or a heading, has most of a case: words from several do not tell it."""
    return any(mostly_said(case, phrase.text) for phrase in view.phrases) or _headed(view, case)
