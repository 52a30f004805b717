"""Stretches of clauses that a cell points at, in the document's positions."""

from __future__ import annotations

import re

from corpus.clause import Clause
from kg.variants.difference import Words


def stretch(clause: Clause, start: int, end: int) -> Words:
    """The words between two places of a clause's text, without blanks at their ends."""
    text = clause.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Words(clause.id, clause.start + start, clause.start + start + len(text), text)


def between(clause: Clause, start: int, end: int, breaks: re.Pattern[str]) -> Words:
    """The words around a place of a clause's text, from the break before it to the break after it."""
    begin = max((found.end() for found in breaks.finditer(clause.text, 0, start)), default=0)
    stop = breaks.search(clause.text, end)
    return stretch(clause, begin, stop.start() if stop else len(clause.text))
