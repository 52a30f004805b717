"""The topics that a document itself names: the rows of its tables and the items that open with a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.folding import folded
from drafting.answer import Finding, Section, Sentence
from drafting.findings.measures import asked_measure, is_measurable
from drafting.findings.refusals import not_in_sources
from drafting.findings.rules.answering import is_of_added, quoting
from drafting.shelf import RULING, Shelf
from retrieval.frame import QueryFrame
from retrieval.overlap import share

_FIELD = ("智能工厂", "未来工厂", "数字化车间", "智能车间", "智能制造")
_SHORTEST = 2
_SPOKEN_OF = 0.5
"""The share of the pairs of characters of something measurable that a row must have to speak of it."""
_OTHER_INTENTS = frozenset({"count", "comparison", "definition"})


def find_other_field(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse what is asked of factories, or of a topic, where the documents meant are set aside and speak of none."""
    if not is_of_added(frame, shelf) or not all(map(shelf.is_aside, frame.documents)):
        return None
    asked = next((word for word in _FIELD if word in frame.about), None)
    rows = [row for one in frame.documents for row in shelf.of(one)]
    titles = "、".join(f"《{shelf.titles[one]}》" for one in frame.documents)
    if asked is not None and not any(asked in folded(row.plain) for row in rows):
        return not_in_sources(f"{titles}是其他领域的文件，没有提到“{asked}”。")
    measure = asked_measure(frame, shelf)
    if is_measurable(measure) and not any(share(measure, folded(row.plain)) >= _SPOKEN_OF for row in rows):
        return not_in_sources(f"{titles}没有提到“{measure}”。")
    return None


def find_own_topic(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote what documents that a person added ask in a topic that they name themselves; None where none is named."""
    if not is_of_added(frame, shelf) or frame.premise or frame.compares or frame.intent in _OTHER_INTENTS:
        return None
    text = folded(frame.text).lower()
    found: list[tuple[int, Clause]] = []
    for document in frame.documents:
        for row in shelf.of(document, kinds=(*RULING, "not_required")):
            name = folded(row.subdomain or row.element or "").lower()
            if row.tier_label and folded(row.tier_label).lower() in name:
                continue
            if len(name) >= _SHORTEST and name in text and (not frame.tiers or row.holds_for_any(frame.tiers)):
                found.append((len(name), row))
    longest = max((length for length, _ in found), default=0)
    rows = [row for length, row in found if length == longest]
    if not rows or frame.systems or frame.technologies:
        return None
    if all(row.kind == "not_required" for row in rows):
        return _not_required(rows)
    return quoting(rows, shelf)


def _not_required(rows: Sequence[Clause]) -> Finding:
    """That the table's cells ask nothing."""
    told = (
        f"{row.tier_label or ''}在“{row.subdomain or row.element}”方面不做要求：原表该格为“{row.text}”。"
        for row in rows
    )
    said = tuple(Sentence(text, "composed", (row.id,)) for text, row in zip(told, rows, strict=True))
    result = {"kind": "clauses", "ids": [row.id for row in rows]}
    return Finding("not_required", (Section(said=said, quoted=tuple(rows)),), result=result, query="rule")


def without_foreign_numbers(frame: QueryFrame, shelf: Shelf) -> QueryFrame:
    """The frame without capabilities by number, where the documents meant number topics of their own otherwise."""
    if not frame.subdomains or not is_of_added(frame, shelf):
        return frame
    numbered = any(row.subdomain_no is not None for document in frame.documents for row in shelf.of(document))
    return replace(frame, subdomains=(), domains=(), elements=()) if numbered else frame
