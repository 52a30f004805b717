"""People's edits put into a newly computed plan: three ways, exported, edited and computed now; no edit is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.exports.text_changes import LONG, brief, differing
from drafting.exports.update_applying import Decisions, applied
from drafting.exports.update_edits import Added, Edit, Edits, Merged
from drafting.exports.workbook_fields import Field, Subject, SubjectKind, fields_of, stages_of, subjects
from drafting.exports.workbook_team import TEAM
from drafting.exports.workbook_values import Value, ValueKind, settled, shown
from drafting.generator import DraftingError
from drafting.plans.ground import Ground
from drafting.plans.plan import Conflict, EvidencePlan, Item

Unbacked = Callable[[Item], Sequence[str]]
"""What an item's narrative says that neither the profile nor the clause says."""

_NAMES = {"item": "要求", "point": "判断点", "evidence": "证据", "condition": "条件", "scene": "现场核查"}


def merge(edits: Edits, plan: EvidencePlan, ground: Ground, unbacked: Unbacked | None = None) -> Merged:
    """Put people's edits into a plan.

    An edit always stays: also where the requirement's words or what is computed have changed, which is listed as a
    conflict, and where the requirement is gone, in which case it is kept aside until the requirement comes back.

    Args:
        edits: What people decided, from ``read_edits``.
        plan: The plan as it is computed now.
        ground: The profile that it was computed from.
        unbacked: Checks rewritten narratives; None for no check.

    Raises:
        DraftingError: The edits belong to another target.
    """
    if edits.target != plan.target:
        raise DraftingError(
            f"edits of {edits.target}", f"计划的目标是 {plan.target}", "用同一个目标重新计算，或修改另一份工作簿"
        )
    known = {(one.kind, one.key): one for one in subjects(plan)}
    stays = tuple(edit for edit in edits.edits if (edit.kind, edit.key) in known)
    homeless = tuple(edit for edit in edits.edits if (edit.kind, edit.key) not in known)
    decisions: Decisions = defaultdict(dict)
    for edit in stays:
        decisions[edit.kind, edit.key][edit.field] = edit.value
    merged = applied(plan, decisions, ground)
    refused = tuple(_refused(merged, unbacked)) if unbacked else ()
    stages = tuple(dict.fromkeys((*stages_of(plan), *stages_of(merged))))
    conflicts = (
        *edits.conflicts,
        *_changed(stays, edits, known, stages),
        *_lost(homeless, edits, stages),
        *(_unplaced(one) for one in edits.added),
        *refused,
    )
    verified = plan.verified and not refused
    return Merged(
        plan=replace(merged, conflicts=(*merged.conflicts, *conflicts), verified=verified),
        computed=plan,
        conflicts=conflicts,
        edits=stays,
        homeless=homeless,
        says=edits.says,
        added=edits.added,
        own=edits.own,
    )


def _changed(
    stays: Sequence[Edit], edits: Edits, known: Mapping[tuple[SubjectKind, str], Subject], stages: tuple[str, ...]
) -> Iterator[Conflict]:
    """Edits whose subject's words, or whose computed value, are no longer those that the person saw."""
    reworded: defaultdict[tuple[SubjectKind, str], list[Edit]] = defaultdict(list)
    for edit in stays:
        subject = known[edit.kind, edit.key]
        if edits.says.get((edit.kind, edit.key), subject.says) != subject.says:
            reworded[edit.kind, edit.key].append(edit)
        field = _field(edit, stages)
        now = field.get(subject.value)
        if settled(now) not in (settled(edit.computed), settled(edit.value)):
            yield Conflict(f"{subject.label} 的「{field.head}」：{_moved(edit, now, field.kind)}", (edit.key,))
    for spot, held in reworded.items():
        texts = f"原文「{edits.says[spot]}」，现在是「{known[spot].says}」"
        yield Conflict(
            f"{_NAMES[spot[0]]} {known[spot].label} 的文字变了：{texts}；人工的修改保留，请复核："
            f"{_said(held, stages, brief)}",
            (spot[1],),
        )


def _moved(edit: Edit, now: Value, kind: ValueKind) -> str:
    """What was computed then and is now, beside what a person wrote; of long texts only where they differ."""
    then, given, new = (shown(one, kind) for one in (edit.computed, edit.value, now))
    if max(len(one) for one in (then, given, new)) <= LONG:
        return f"导出时算得{then}，人工改为{given}，现在算得{new}；保留人工的"
    before, after = differing(str(edit.computed or ""), str(now or ""))
    return f"导出后算出的文字变了，原是「{before}」，现在是「{after}」；保留人工写的（{brief(given)}）"


def _lost(homeless: Sequence[Edit], edits: Edits, stages: tuple[str, ...]) -> Iterator[Conflict]:
    held: defaultdict[tuple[str, str], list[Edit]] = defaultdict(list)
    for edit in homeless:
        held[edit.kind, edit.key].append(edit)
    for (kind, key), those in held.items():
        text = edits.says.get((kind, key), "")
        yield Conflict(
            f"{_NAMES[kind]} {key} 已不在计划里（原文「{text}」）；人工的修改保留在此：{_said(those, stages)}", (key,)
        )


def _unplaced(added: Added) -> Conflict:
    return Conflict(f"{added.place} 是自己加的内容，不属于任何要求，收在工作表「{TEAM}」：{added.text}", ())


def _refused(plan: EvidencePlan, unbacked: Unbacked) -> Iterator[Conflict]:
    for item in (*plan.items, *plan.base):
        if any(claim.origin == "edited" for claim in item.sentences):
            problems = tuple(dict.fromkeys(unbacked(item)))
            if problems:
                yield Conflict(
                    f"{item.requirement.id} 的叙述里有查不到依据的内容：{'；'.join(problems)}", (item.requirement.id,)
                )


def _said(edits: Sequence[Edit], stages: tuple[str, ...], cut: Callable[[str], str] = str) -> str:
    fields = ((_field(edit, stages), edit) for edit in edits)
    return "；".join(f"{field.head}＝{cut(shown(edit.value, field.kind))}" for field, edit in fields)


def _field(edit: Edit, stages: tuple[str, ...]) -> Field:
    known = {field.key: field for field in fields_of(edit.kind, stages)}
    return known[edit.field] if edit.field in known else Field(edit.field, edit.field, 0, "text", lambda _: None)
