"""Edits of a workbook put together with those made elsewhere since it was exported: neither loses what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.exports.text_changes import brief
from drafting.exports.update_edits import Edit, Edits
from drafting.exports.workbook_fields import fields_of
from drafting.exports.workbook_values import settled, to_cell
from drafting.generator import DraftingError
from drafting.plans.plan import Conflict


def united(kept: Edits, came: Edits) -> Edits:
    """What is kept, with what came in a workbook put in.

    A cell that was changed in the workbook counts; one that the workbook only carries on from its export does not
    stand against what was decided since. What only one side holds stays. Where both decided, that is told.

    Args:
        kept: What is decided so far.
        came: What was read from a workbook.

    Raises:
        DraftingError: The workbook is of a plan for another target.
    """
    if came.target != kept.target:
        remedy = f"换成目标是 {kept.target} 的工作簿，或为 {came.target} 另建一个项目"
        raise DraftingError(f"plan of {came.target}", f"这个项目的目标是 {kept.target}", remedy)
    held = {edit.spot: edit for edit in kept.edits}
    result = dict(held)
    for edit in came.edits:
        if edit.place or edit.spot not in held:
            result[edit.spot] = edit
    told = tuple(_told(held, came))
    return replace(
        kept,
        edits=tuple(result.values()),
        says={**came.says, **kept.says},
        added=tuple(dict.fromkeys((*kept.added, *came.added))),
        conflicts=(*came.conflicts, *told),
        own=came.own or kept.own,
    )


def _told(held: dict[tuple[str, str, str], Edit], came: Edits) -> Iterator[Conflict]:
    for edit in came.edits:
        before = held.get(edit.spot)
        if before is None or settled(before.value) == settled(edit.value):
            continue
        chosen, other = (edit, before) if edit.place else (before, edit)
        where = edit.place or "工作簿"
        field = next((one for one in fields_of(edit.kind, ()) if one.key == edit.field), None)
        head, kind = (field.head, field.kind) if field is not None else (edit.field, "text")
        taken, left = (brief(str(to_cell(one.value, kind) or "空")) for one in (chosen, other))
        what = f"{edit.key} 的「{head}」两边都改过（{where}）：取「{taken}」，另一边是「{left}」"
        yield Conflict(what, (edit.key,))
