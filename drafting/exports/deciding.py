"""What a person decides in a plan outside of its workbook: read like a cell, kept like an edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafting.exports.update_edits import Edit, Edits, Merged, Spot
from drafting.exports.workbook_fields import Field, Subject, fields_of, stages_of, subjects
from drafting.exports.workbook_values import Value, from_cell, settled
from drafting.generator import DraftingError
from drafting.profiles.sections import Profile
from drafting.sheet import ReadCell

NEVER_EMPTY = frozenset({"status", "narrative"})
"""Fields that go back to what is computed when somebody empties them."""


def edits_of(merged: Merged, profile: Profile) -> Edits:
    """All that people decided of a plan so far, ready to be put into a plan that is computed anew.

    Args:
        merged: The plan with what they decided.
        profile: The profile that it was made from.
    """
    return Edits(
        target=merged.plan.target,
        also=tuple(other.target for other in merged.plan.others),
        profile=profile,
        edits=(*merged.edits, *merged.homeless),
        says=merged.says or {},
        added=merged.added,
        own=merged.own,
    )


def typed(spot: Spot, given: object, merged: Merged) -> Value:
    """What a person typed for a value, as the plan holds it: read as a cell of the workbook is.

    Args:
        spot: Which value is meant.
        given: What was typed: a text, a number, a day; blank for nothing.
        merged: The plan.

    Raises:
        DraftingError: It is nothing that the value can be, or the plan has no such value.
    """
    _, field = _meant(spot, merged)
    value = given if given is None or isinstance(given, str | int | float | bool) else str(given)
    try:
        return from_cell(ReadCell("", value), field.kind)
    except ValueError as error:
        raise DraftingError(f"{spot[1]} 的「{field.head}」", str(error), "改好后再存") from error


def decided(changes: Mapping[Spot, Value], merged: Merged, profile: Profile) -> Edits:
    """All that people decided, with new decisions put in; one that is what was computed is none.

    Args:
        changes: What is decided now, as the plan holds it.
        merged: The plan with what was decided before.
        profile: The profile that it was made from.

    Raises:
        DraftingError: The plan has no such value.
    """
    before = edits_of(merged, profile)
    kept = {edit.spot: edit for edit in before.edits}
    says = dict(before.says)
    for spot, value in changes.items():
        subject, field = _meant(spot, merged)
        computed = field.get(subject.value)
        empty = settled(value) is None and field.key in NEVER_EMPTY
        if empty or settled(value) == settled(computed):
            kept.pop(spot, None)
            continue
        kept[spot] = Edit(subject.kind, subject.key, field.key, value, computed, "")
        says[subject.kind, subject.key] = subject.says
    return replace(before, edits=tuple(kept.values()), says=says)


def _meant(spot: Spot, merged: Merged) -> tuple[Subject, Field]:
    """The subject of a value, as it was computed, and the field."""
    kind, key, name = spot
    subject = next((one for one in subjects(merged.computed) if (one.kind, one.key) == (kind, key)), None)
    if subject is not None:
        stages = tuple(dict.fromkeys((*stages_of(merged.computed), *stages_of(merged.plan))))
        field = next((one for one in fields_of(subject.kind, stages) if one.key == name), None)
        if field is not None:
            return subject, field
    raise DraftingError(f"{kind} {key}", f"计划里没有它的「{name}」", "重新载入计划再改")
