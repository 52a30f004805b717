"""All that a side's document says, also what is not compared: headings, abbreviations, leads, terms."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.clause import Clause
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedSide


def whole_side(side: ComparedSide, shelf: Shelf) -> tuple[Clause, ...]:
    """Every row of the side's document that another tier or track does not claim; none where it is no document.

    Args:
        side: A document, a tier or a track of it.
        shelf: The documents.
    """
    rows = shelf.of(side.document)
    if side.name == side.document:
        return rows
    own = set(side.clauses)
    compared = [row for row in rows if row.id in own]
    tiers, tracks = {row.tier for row in compared} | {None}, {row.track for row in compared} | {None}
    return tuple(row for row in rows if row.id in own or (row.tier in tiers and row.track in tracks))


def printed(clause: Clause) -> str:
    """What a row and its headings print, a line each."""
    return "\n".join(filter(None, (clause.label, clause.plain, clause.element, clause.subdomain, *clause.path)))


def all_printed(clauses: Sequence[Clause]) -> str:
    """What rows and their headings print."""
    return "\n".join(map(printed, clauses))
