"""The pieces of evidence that a requirement needs: what each must show, who delivers it, and what is held of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.clause import Clause
from drafting.plans.ground import Ground
from drafting.plans.looking import named
from drafting.plans.plan import EvidenceRow, PointResult, Stage
from drafting.plans.standing import called
from drafting.profiles.answer_rows import Held
from drafting.profiles.capability_rows import Measure
from ontology.checkpoint import Point, Proof, Responsibility
from ontology.evidence import Catalogue, EvidenceKind

_BOUGHT = ("systems", "equipment", "projects")
_MANIFOLD = ("systems", "projects")
"""Things with many functions: what shows one function of them is no proof of another."""
_OF_THE_WHOLE = ("合同", "验收")
"""Links of the chain that prove such a thing as a whole."""
_WHOEVER = ("使用部门", "归口管理部门")
"""Owners in the catalogue that stand for whoever is responsible for the requirement."""


def evidence_rows(
    clause: Clause,
    asked: Sequence[tuple[Point, PointResult]],
    ground: Ground,
    catalogue: Catalogue,
    responsible: Responsibility | None,
    rank: int | None,
) -> tuple[EvidenceRow, ...]:
    """The evidence of one requirement, point by point, best first.

    Args:
        clause: The requirement.
        asked: Its points with their judgements.
        ground: The profile.
        catalogue: What each kind of evidence carries.
        responsible: Who usually proves the subdomain.
        rank: The tier's place among the document's tiers, from 1; None where there are none.
    """
    applying = [(point, result) for point, result in asked if result.status != "not_applicable"]
    planned = [
        _row(proof, point, result, clause, ground, catalogue, responsible)
        for point, result in applying
        for proof in point.proof
    ]
    # What was brought comes last, so that one more piece of it leaves the numbers of the others as they were.
    brought = [
        row
        for _, result in applying
        for row in _brought(result, {one.type for one in planned if one.point == result.id}, ground, catalogue)
    ]
    prefix = _prefix(clause, rank)
    return tuple(replace(row, no=f"{prefix}-{number}") for number, row in enumerate([*planned, *brought], 1))


def _prefix(clause: Clause, rank: int | None) -> str:
    if clause.subdomain_no is not None and rank is not None:
        return f"{rank}-{clause.subdomain_no}{clause.label or ''}"
    return clause.id.removeprefix(f"{clause.document}/").replace("/", ".")


def _row(
    proof: Proof,
    point: Point,
    result: PointResult,
    clause: Clause,
    ground: Ground,
    catalogue: Catalogue,
    responsible: Responsibility | None,
) -> EvidenceRow:
    kind = catalogue.kinds[proof.type]
    system, owner = _deliverer(point, result, clause, ground) if kind.from_system else (None, None)
    held = next(_held(result, kind, ground, catalogue), None)
    row = EvidenceRow(
        no="",
        type=proof.type,
        what=kind.name,
        point=result.id,
        must_show=f"{proof.show}；须看得清{kind.must}",
        from_system=system,
        owner=owner or (responsible.owner if responsible and kind.owner in _WHOEVER else kind.owner),
        held=held is not None,
        seal_needed=kind.seal,
        mask_needed=kind.mask,
        about=_about(result, ground),
        chain=_chain(result, ground, catalogue) if kind.stage else (),
        indicator=_indicator(point, ground) if proof.type == "measured-indicator" else None,
    )
    return _filled(row, held) if held else row


def _filled(row: EvidenceRow, held: Held) -> EvidenceRow:
    return replace(
        row,
        held=True,
        title=held.title,
        file=held.file,
        formed=held.formed,
        valid_until=held.valid_until,
        sealed=held.sealed,
        masked=held.masked,
        pages=held.pages,
        owner=held.owner or row.owner,
    )


def _held(result: PointResult, kind: EvidenceKind, ground: Ground, catalogue: Catalogue) -> Iterator[Held]:
    """What is held of a kind for a point: named for the point, or for the very thing that the point rests on.

    A page, a log or a list of a system shows one function of it: for a point it counts only where it is named for the
    point; its contract and its acceptance count wherever it does. What has expired, or is dated after the profile's
    day, is not held.
    """
    roots = _roots(result)
    for held in ground.profile.evidence:
        expired = held.valid_until is not None and ground.over(held.valid_until)
        early = held.formed is not None and not ground.begun(held.formed)
        if catalogue.code_of(held.kind) != kind.code or expired or early:
            continue
        served = {path for name in held.serves if "#" not in name for path in ground.resolve(name)} & roots
        whole = {path for path in served if kind.stage in _OF_THE_WHOLE or not path.startswith(_MANIFOLD)}
        if result.id in held.serves or whole:
            yield held


def _brought(result: PointResult, kinds: set[str], ground: Ground, catalogue: Catalogue) -> Iterator[EvidenceRow]:
    """What the enterprise holds for this very point, of a kind that nobody proposed."""
    for held in ground.profile.evidence:
        code = catalogue.code_of(held.kind)
        if code and code not in kinds and result.id in held.serves:
            name = catalogue.kinds[code].name
            row = EvidenceRow("", code, name, result.id, catalogue.kinds[code].must, None, held.owner, True)
            yield _filled(row, held)


def _roots(result: PointResult) -> frozenset[str]:
    return frozenset(path.split(".")[0] for path in result.basis)


def _deliverer(point: Point, result: PointResult, clause: Clause, ground: Ground) -> tuple[str | None, str | None]:
    for path in result.basis:
        if path.startswith("systems["):
            system = ground.row(path.split(".")[0])
            return getattr(system, "code", None) or getattr(system, "name", None), getattr(system, "owner", None)
    wanted = dict.fromkeys([*(code for one in point.looks_at for code in one.code)])
    held = next((code for code in wanted if ground.holds(code)), None)
    return held or ("、".join(clause.systems) or None), None


def _about(result: PointResult, ground: Ground) -> str | None:
    """The first system that a point rests on."""
    path = next((path for path in result.basis if path.startswith("systems[")), None)
    return called(ground.row(path.split(".")[0]), path) if path else None


def _chain(result: PointResult, ground: Ground, catalogue: Catalogue) -> tuple[Stage, ...]:
    """The links of the first thing bought that a point rests on; links of two things make no chain."""
    bought = next((path.split(".")[0] for path in result.basis if path.startswith(_BOUGHT)), None)
    if bought is None:
        return ()
    serving = [
        held
        for held in ground.profile.evidence
        if any(bought in ground.resolve(name) for name in held.serves if "#" not in name)
    ]
    return tuple(Stage(name, next((one.id for one in serving if one.stage == name), None)) for name in catalogue.stages)


def _indicator(point: Point, ground: Ground) -> Mapping[str, Any] | None:
    if point.measure is None:
        return None
    names = (point.measure.name, *(name for one in point.looks_at if one.section == "measures" for name in one.name))
    rows = [row for _, row in ground.rows("measures") if isinstance(row, Measure)]
    found = next((row for name in names for row in rows if named((name,), row.name, exactly=True)), None)
    shape = {"name": point.measure.name, "formula": point.measure.formula, "unit": point.measure.unit}
    keys = ("value", "numerator", "denominator", "baseline", "baseline_period", "period", "source")
    return shape | {key: getattr(found, key) if found else None for key in keys}
