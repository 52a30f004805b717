"""A document beside the national scenarios: rows from the proposed mappings, which no text states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.clause import Clause
from kg.mapped import Mapped
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
    clauses: Sequence[Clause],
    mappings: Iterable[Mapped],
    members: Mapping[str, Sequence[str]],
    scenarios: Mapping[str, str],
) -> tuple[ComparedRow, ...]:
    """A row for each proposed counterpart, then the clauses and the scenarios that have none.

    Args:
        clauses: One side's clauses in reading order.
        mappings: The proposed mappings of all documents.
        members: The clauses of each mapped subject, by its address.
        scenarios: The scenarios' names by identifier.
    """
    own = {clause.id: place for place, clause in enumerate(clauses)}
    rows = []
    for mapped in mappings:
        claim = mapped.claim
        ids = tuple(sorted((one for one in members.get(claim.addresses[0], ()) if one in own), key=own.__getitem__))
        if claim.target != "scenarios" or not claim.matches or not ids:
            continue
        rows.append(_row(mapped, ids))
    met = {one for row in rows for one in row.left}
    reached = {one for row in rows for one in row.right}
    rows.sort(key=lambda row: own[row.left[0]])
    alone = [ComparedRow(_of(clause), (clause.id,), (), "only_left") for clause in clauses if clause.id not in met]
    missed = [
        ComparedRow(Topic(None, scenarios[one]), (), (one,), "only_right") for one in scenarios if one not in reached
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
