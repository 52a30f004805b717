"""A value that people edit, told to people: which row it stands in, what its column is called, what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.exports.update_edits import Spot
from drafting.exports.wording import requirement_no
from drafting.exports.workbook_fields import Field, Subject, fields_of, stages_of, subjects
from drafting.exports.workbook_values import NO, YES
from drafting.plans.plan import EvidencePlan
from drafting.plans.statuses import PRIORITY_LABELS, STATUS_LABELS

_LABELS: Mapping[str, Mapping[str, str]] = {"status": STATUS_LABELS, "priority": PRIORITY_LABELS}


@dataclass(frozen=True, slots=True)
class SpotName:
    """What a value is called.

    Attributes:
        row: Its row: a requirement by its number and subdomain, all else as the workbook names it.
        head: Its column.
        requirement: The requirement's id; None for what is none.
    """

    row: str
    head: str
    requirement: str | None


def spot_name(spot: Spot, plan: EvidencePlan) -> SpotName:
    """What a value is called; by its key and its field's key where the plan has no such value."""
    found = _subject(spot, plan)
    if found is None:
        return SpotName(spot[1], spot[2], None)
    field = _field(spot, found, plan)
    head = field.head if field is not None else spot[2]
    if found.kind != "item":
        return SpotName(found.label, head, None)
    clause = found.value.requirement
    return SpotName(" ".join(part for part in (requirement_no(clause), clause.subdomain) if part), head, clause.id)


def spot_stands(spot: Spot, plan: EvidencePlan) -> str:
    """What stands in a plan for a value, as a person reads it; an empty string for nothing."""
    found = _subject(spot, plan)
    field = _field(spot, found, plan) if found is not None else None
    return spot_shown(spot, field.get(found.value), plan) if found is not None and field is not None else ""


def spot_shown(spot: Spot, value: object, plan: EvidencePlan) -> str:
    """A value as a person reads it: a status by its name, not by its code; what is no value of its kind, as it is."""
    found = _subject(spot, plan)
    field = _field(spot, found, plan) if found is not None else None
    labels = _LABELS.get(field.kind, {}) if field is not None else {}
    if isinstance(value, bool):
        return YES if value else NO
    return "" if value is None else labels.get(str(value), str(value))


def _subject(spot: Spot, plan: EvidencePlan) -> Subject | None:
    return next((one for one in subjects(plan) if (one.kind, one.key) == spot[:2]), None)


def _field(spot: Spot, found: Subject, plan: EvidencePlan) -> Field | None:
    return next((one for one in fields_of(found.kind, stages_of(plan)) if one.key == spot[2]), None)
