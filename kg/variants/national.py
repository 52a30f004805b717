"""A document beside the national scenarios: rows from the proposed mappings, which no text states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.clause import Clause
from kg.mapped import Mapped
from kg.national import NationalLevel
from kg.variants.comparison import ComparedRow, ComparedSide, Topic
from kg.variants.difference import Relation
from kg.variants.link import Reason
from kg.variants.sides import NATIONAL

TITLE = "国家《智能制造典型场景参考指引》的典型场景（推定对应，非官方）"
_RELATIONS: Mapping[str, Relation] = {"skos:closeMatch": "similar"}
"""What a predicate comes to as a relation; broader, narrower and related ones overlap."""


def national_side(scenarios: Mapping[str, str]) -> ComparedSide:
    """The national scenarios as a side; they stand for themselves, by identifier."""
    return ComparedSide(NATIONAL, NATIONAL, TITLE, tuple(scenarios))


def national_rows(
    clauses: Sequence[Clause], national: NationalLevel, scenarios: Mapping[str, str]
) -> tuple[ComparedRow, ...]:
    """A row for each proposed counterpart, then the clauses and the scenarios that have none.

    Args:
        clauses: One side's clauses in reading order.
        national: What is proposed to correspond to what.
        scenarios: The scenarios' names by identifier.
    """
    place = {clause.id: number for number, clause in enumerate(clauses)}
    rows = []
    for mapped in national.rows:
        ids = tuple(sorted(national.clauses_of(mapped.claim.subject) & place.keys(), key=place.__getitem__))
        if mapped.claim.target == "scenarios" and mapped.claim.matches and ids:
            rows.append(_row(mapped, ids))
    rows.sort(key=lambda row: place[row.left[0]])
    met = {one for row in rows for one in row.left}
    reached = {one for row in rows for one in row.right}
    alone = [ComparedRow(_of(clause), (clause.id,), (), "only_left") for clause in clauses if clause.id not in met]
    missed = [
        ComparedRow(Topic(None, name), (), (one,), "only_right")
        for one, name in scenarios.items()
        if one not in reached
    ]
    return (*rows, *alone, *missed)


def _row(mapped: Mapped, ids: tuple[str, ...]) -> ComparedRow:
    claim = mapped.claim
    number = None if mapped.subdomain_no is None else str(mapped.subdomain_no)
    return ComparedRow(
        Topic(number, mapped.subject.zh),
        ids,
        (claim.object,),
        _RELATIONS.get(claim.predicate, "overlaps"),
        None,
        claim.confidence,
        (Reason("meaning", f"推定：{claim.rationale}"),),
        claim.predicate,
    )


def _of(clause: Clause) -> Topic:
    number = None if clause.subdomain_no is None else str(clause.subdomain_no)
    return Topic(number, clause.subdomain or clause.element or (clause.path[-1] if clause.path else "总体"))
