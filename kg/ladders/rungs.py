"""The cells of each subdomain by tier, read from the clauses: a ladder before its steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.clause import Clause
from kg.ladders.ladder import Ladder, LadderCell
from kg.ladders.tiers import Tier

_Subdomain = tuple[str, str, str, str]
"""Element, domain, printed number and name; empty where there is none."""
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百零〇\d]+条\s*")
_NUMBERING = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十百\d.]+[)）]?[、.．:：]?)+\s*")


def rungs(document: str, clauses: Iterable[Clause], tiers: Sequence[Tier]) -> tuple[Ladder, ...]:
    """A document's ladders without steps, in reading order of the subdomains.

    A subdomain that the text prints no number of has a ladder too, which :func:`kg.cells.read_cells` has no key for.
    Where a text sets its tiers out as chapters, the headings within them take the place of subdomains; what stands
    right under a tier belongs to a ladder without a name.

    Args:
        document: The document's id.
        clauses: Its clauses in reading order.
        tiers: Its tiers, lowest first.
    """
    found: dict[_Subdomain, dict[str, list[Clause]]] = {}
    for clause in clauses:
        for tier in clause.every_tier if clause.kind in ("requirement", "not_required") else ():
            found.setdefault(_place(clause), {}).setdefault(tier, []).append(clause)
    return tuple(
        Ladder(document, number, name, element, domain, _cells(by_tier, tiers), ())
        for (element, domain, number, name), by_tier in found.items()
    )


def _place(clause: Clause) -> _Subdomain:
    number = "" if clause.subdomain_no is None else str(clause.subdomain_no)
    name = clause.subdomain
    if name is None and clause.path and (clause.tier_label or "") not in clause.path[-1]:
        name = "" if _ARTICLE.fullmatch(clause.path[-1]) else _NUMBERING.sub("", clause.path[-1])
    return clause.element or "", clause.domain or "", number, name or ""


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
