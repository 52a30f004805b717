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

_CHAINED = ("contract-and-invoice", "acceptance-report", "running-record")
"""Kinds that carry the chain from contract to log of what was bought."""
_BOUGHT = ("systems", "equipment", "projects")
_PURCHASE = ("contract-and-invoice", "acceptance-report")
_BELONGS: Mapping[str, tuple[str, ...]] = {
    "systems": _PURCHASE,
    "equipment": (*_PURCHASE, "running-record", "site-photo"),
    "projects": _PURCHASE,
    "networks": (*_PURCHASE, "network-diagram"),
    "data": ("data-catalogue",),
    "models": ("model-description",),
    "documents": ("procedure-document",),
    "organisation": ("organisation-document",),
    "trainings": ("training-record",),
    "certificates": ("certificate",),
    "partners": ("cooperation-agreement",),
    "measures": ("measured-indicator",),
}
"""Kinds of evidence that prove a thing of a section as a whole.

A page, a log or a list of a system shows one function of it: it counts only for the points that it is named for.
"""
_ONE_BY_ONE = ("data", "models")
"""Sections where a point that rests on several is proved by what describes all of them."""
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
    things = _things(point, result, ground)
    source = _deliverer(point, things, ground) if kind.from_system else None
    system = ground.row(source) if source else None
    names = "、".join(clause.systems) if kind.from_system else ""
    proved = tuple(one for one in things if source in (None, one) or not one.startswith("systems["))
    fitting = tuple(one for one in proved if _may_show(one, point, proof, ground))
    held = next(_held(result, kind, fitting, ground, catalogue), None)
    row = EvidenceRow(
        no="",
        type=proof.type,
        what=kind.name,
        point=result.id,
        must_show=proof.show,
        from_system=getattr(system, "code", None) or getattr(system, "name", None) or names or None,
        owner=getattr(system, "owner", None)
        or (responsible.owner if responsible and kind.owner in _WHOEVER else kind.owner),
        marks=kind.must,
        held=held is not None,
        seal_needed=kind.seal,
        mask_needed=kind.mask,
        about=next((called(ground.row(one), one) for one in things if one.startswith("systems[")), None),
        chain=_chain(kind, proved, ground, catalogue),
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


def _held(
    result: PointResult, kind: EvidenceKind, things: Sequence[str], ground: Ground, catalogue: Catalogue
) -> Iterator[Held]:
    """What is held of a kind for a point: named for the point, or for the very thing that the point rests on.

    For a thing it counts only where the kind proves the thing as a whole. What has expired, or is dated after the
    profile's day, is not held.
    """
    whole = [one for one in things if kind.code in _BELONGS.get(_section(one), ())]
    for held in ground.profile.evidence:
        expired = held.valid_until is not None and ground.over(held.valid_until)
        early = held.formed is not None and not ground.begun(held.formed)
        if catalogue.code_of(held.kind) != kind.code or expired or early:
            continue
        served = ground.served(held)
        shown = [one for one in whole if one in served]
        lacking = [one for one in whole if one not in served and _section(one) in _ONE_BY_ONE]
        if result.id in held.serves or (shown and not lacking):
            yield held


def _section(path: str) -> str:
    return path.partition("[")[0]


def _brought(result: PointResult, kinds: set[str], ground: Ground, catalogue: Catalogue) -> Iterator[EvidenceRow]:
    """What the enterprise holds for this very point, of a kind that nobody proposed."""
    for held in ground.profile.evidence:
        code = catalogue.code_of(held.kind)
        if code and code not in kinds and result.id in held.serves:
            kind = catalogue.kinds[code]
            row = EvidenceRow("", code, kind.name, result.id, result.passes, None, held.owner, True, marks=kind.must)
            yield _filled(row, held)


def _things(point: Point, result: PointResult, ground: Ground) -> tuple[str, ...]:
    """The rows that a point rests on: of systems, those it asks for where there are any; of a gap, what it waits for.

    What was only looked at, because nobody answered, proves nothing.
    """
    if result.status == "unknown":
        return ()
    rows = [root for root in dict.fromkeys(path.split(".")[0] for path in result.basis) if root.endswith("]")]
    if result.status == "gap":
        rows = [root for root in rows if getattr(ground.row(root), "state", "in_use") != "in_use"]
    asked = _asked_for(point, ground)
    meant = [root for root in asked if root in rows]
    others = (root for root in rows if root not in meant and not (meant and root.startswith("systems[")))
    return (*meant, *others)


def _asked_for(point: Point, ground: Ground) -> tuple[str, ...]:
    """The systems of the profile that a point asks for, in the order in which it names them."""
    codes = dict.fromkeys(code for one in point.looks_at for code in one.code)
    return tuple(dict.fromkeys(path for code in codes for path, _ in ground.systems_with((code,))))


def _may_show(path: str, point: Point, proof: Proof, ground: Ground) -> bool:
    """Whether what proves a system can be what is asked for: no other system is, and no other is named."""
    if not path.startswith("systems["):
        return True
    codes = frozenset(code for one in point.looks_at for code in one.code)
    named_there = ground.codes_in(proof.show)
    own = ground.system_codes[int(path.removeprefix("systems[").rstrip("]"))]
    return not (codes and own.isdisjoint(codes)) and not (named_there and own.isdisjoint(named_there))


def _deliverer(point: Point, things: Sequence[str], ground: Ground) -> str | None:
    """The system that delivers: one that the point rests on, else the first that it asks for and that is in use."""
    own = next((root for root in things if root.startswith("systems[")), None)
    return own or next((path for path in _asked_for(point, ground) if _in_use(path, ground)), None)


def _in_use(path: str, ground: Ground) -> bool:
    since = getattr(ground.row(path), "since", None)
    return getattr(ground.row(path), "state", None) == "in_use" and since is not None and ground.begun(since)


def _chain(kind: EvidenceKind, things: Sequence[str], ground: Ground, catalogue: Catalogue) -> tuple[Stage, ...]:
    """The links of the first thing bought that a point rests on, where the kind proves it as a whole.

    Links of two things make no chain.
    """
    bought = next((one for one in things if _section(one) in _BOUGHT), None)
    if bought is None or kind.code not in _CHAINED:
        return ()
    serving = [held for held in ground.profile.evidence if bought in ground.served(held)]
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
