"""The cells of each subdomain by tier, read from the clauses: a ladder before its steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.clause import Clause
from kg.ladders.ladder import Ladder, LadderCell
from kg.ladders.tiers import Tier

_Subdomain = tuple[str, str, str, str]
"""Element, domain, printed number (empty where there is none) and name."""


def rungs(document: str, clauses: Iterable[Clause], tiers: Sequence[Tier]) -> tuple[Ladder, ...]:
    """A document's ladders without steps, in reading order of the subdomains.

    A subdomain that the text prints no number of has a ladder too, which :func:`kg.cells.read_cells` has no key for.

    Args:
        document: The document's id.
        clauses: Its clauses in reading order.
        tiers: Its tiers, lowest first.
    """
    found: dict[_Subdomain, dict[str, list[Clause]]] = {}
    for clause in clauses:
        if clause.kind in ("requirement", "not_required") and clause.tier and clause.subdomain:
            number = "" if clause.subdomain_no is None else str(clause.subdomain_no)
            place = (clause.element or "", clause.domain or "", number, clause.subdomain)
            found.setdefault(place, {}).setdefault(clause.tier, []).append(clause)
    return tuple(
        Ladder(document, number, name, element, domain, _cells(by_tier, tiers), ())
        for (element, domain, number, name), by_tier in found.items()
    )


def _cells(by_tier: dict[str, list[Clause]], tiers: Sequence[Tier]) -> tuple[LadderCell, ...]:
    """A cell for each tier: one that the text has no row for asks nothing and has no clauses."""
    return tuple(
        LadderCell(
            tier.code,
            tier.label,
            tuple(clause.id for clause in by_tier.get(tier.code, ())),
            any(clause.kind == "requirement" for clause in by_tier.get(tier.code, ())),
        )
        for tier in tiers
    )
