"""The topics that a document itself names: the rows of its tables and the items that open with a name."""

from __future__ import annotations

from dataclasses import replace

from corpus.clause import Clause
from corpus.folding import folded
from drafting.answer import Finding
from drafting.findings.rules.answering import is_of_added, quoting
from drafting.shelf import RULING, Shelf
from retrieval.frame import QueryFrame

_SHORTEST = 2
_OTHER_INTENTS = frozenset({"count", "comparison", "definition"})


def find_own_topic(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote what documents that a person added ask in a topic that they name themselves; None where none is named."""
    if not is_of_added(frame, shelf) or frame.premise or frame.compares or frame.intent in _OTHER_INTENTS:
        return None
    text = folded(frame.text).lower()
    found: list[tuple[int, Clause]] = []
    for document in frame.documents:
        for row in shelf.of(document, kinds=(*RULING, "not_required")):
            name = folded(row.subdomain or "").lower()
            if len(name) >= _SHORTEST and name in text and (not frame.tiers or row.holds_for_any(frame.tiers)):
                found.append((len(name), row))
    longest = max((length for length, _ in found), default=0)
    rows = [row for length, row in found if length == longest]
    if not rows or frame.systems or frame.technologies:
        return None
    if all(row.kind == "not_required" for row in rows):
        return replace(quoting(rows, shelf), status="not_required")
    return quoting(rows, shelf)


def without_foreign_numbers(frame: QueryFrame, shelf: Shelf) -> QueryFrame:
    """The frame without capabilities by number, where the documents meant number topics of their own otherwise."""
    if not frame.subdomains or not is_of_added(frame, shelf):
        return frame
    numbered = any(row.subdomain_no is not None for document in frame.documents for row in shelf.of(document))
    return replace(frame, subdomains=(), domains=(), elements=()) if numbered else frame
