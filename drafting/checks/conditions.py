"""What a clause asks in a case, or of an industry, must not be told as asked always and of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import covered
from drafting.checks.view import Phrase, View

_CASE = re.compile(r"(?:^|(?<=[,;。:、]))(?:对于|如遇|如果|如(?![图表下上何])|若|当)(?P<case>[^,;。:]{2,40}),")
_STOP = re.compile(r"[;。!?]")
LEAST_SAID = 0.7
"""The share of a condition's characters that the sentence must have."""


def check(view: View) -> Iterator[str]:
    """Name each condition that rules the words of a phrase and that the sentence leaves out."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        for case in _cases(phrase, view.texts[phrase.source]):
            if not _said(view, case):
                yield f"漏了条文的条件“{case}”：{phrase.text}"
        industry = view.cited[phrase.source].industry
        if industry is not None and industry[:2] not in f"{view.sentence}\n{view.vouched}":
            yield f"条文只对{industry}：{phrase.text}"


def _cases(phrase: Phrase, source: str) -> Iterator[str]:
    """The conditions before the phrase's words in the same sentence of the clause."""
    at = phrase.runs[0].clause_at
    start = max((mark.end() for mark in _STOP.finditer(source, 0, at)), default=0)
    return (found["case"] for found in _CASE.finditer(source, start, at))


def _said(view: View, case: str) -> bool:
    known = covered(case, f"{view.sentence}\n{view.headings}")
    return sum(known) >= LEAST_SAID * len(case)
