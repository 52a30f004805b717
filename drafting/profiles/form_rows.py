"""A profile filled in place, section by section: its rows as a form shows them, and what a form holds as a profile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafting.profiles.answer_rows import Practice
from drafting.profiles.checking import checked
from drafting.profiles.questionnaire import Question
from drafting.profiles.sections import Profile, sections
from drafting.profiles.slots import Slot, slots
from drafting.profiles.tree import Draft, Node

Cells = Mapping[str, str | None]
"""A row as people see it: for each field what stands in it; None for nothing."""


def rows_of(profile: Profile | None, section: str) -> tuple[Cells, ...]:
    """The rows of a section, as they may be written again.

    Args:
        profile: The profile; None for an empty one.
        section: The section's key.
    """
    kind, many = next((kind, many) for key, _, kind, many in sections() if key == section)
    held = getattr(profile, section) if profile else ()
    return tuple(_cells(slots(kind), row) for row in (held if many else (held,) if held else ()))


def _cells(fields: Sequence[Slot], row: Any) -> Cells:
    return {slot.key: _shown(slot, getattr(row, slot.key)) for slot in fields}


def _shown(slot: Slot, value: Any) -> str | None:
    if value is None or value == ():
        return None
    return str(slot.entered(value)) if slot.kind == "number" else slot.said(value)


def filled(profile: Profile | None, changed: Mapping[str, Sequence[Mapping[str, object]]]) -> Profile:
    """A profile with sections as a form now holds them.

    Args:
        profile: What it was before; None for a new one.
        changed: The rows of the sections that were in the form; blank rows are none.

    Raises:
        DraftingError: Something in it is wrong; each problem with its section and row.
    """
    root: dict[str, Node] = {}
    whole = profile.model_dump(mode="json", exclude_defaults=True) if profile else {}
    for key, title, _, many in sections():
        held: Any = changed[key] if key in changed else whole.get(key)
        rows = held if many or key in changed else [held] if held else []
        nodes = [_row(row, f"{title} 第 {number} 行") for number, row in enumerate(rows or (), 1) if _filled(row)]
        if many and nodes:
            root[key] = Node(nodes, title)
        elif nodes:
            root[key] = Node(nodes[0].value, title)
    return checked(Draft(Node(root, "档案"), by_cell=True), "表单")


def _row(row: Mapping[str, Any], place: str) -> Node:
    return Node({key: _node(value, place) for key, value in row.items()}, place)


def _node(value: Any, place: str) -> Node:
    return Node([Node(one, place) for one in value] if isinstance(value, list | tuple) else value, place)


def _filled(row: Mapping[str, object]) -> bool:
    return any(value is not None and str(value).strip() for value in row.values())


def answers_of(profile: Profile | None, asked: Sequence[Question]) -> tuple[Cells, ...]:
    """One row for each question: its answer, blank where nobody has answered."""
    practices = profile.practices if profile else ()
    fields = tuple(slot for slot in slots(Practice) if slot.key != "points")
    blank: Cells = {slot.key: None for slot in fields}
    by_point = {point: one for one in practices for point in one.points}
    return tuple(_cells(fields, by_point[one.id]) if one.id in by_point else blank for one in asked)


def answered(
    profile: Profile, asked: Sequence[Question], rows: Sequence[Mapping[str, object]]
) -> tuple[Mapping[str, object], ...]:
    """All answers of a profile, with those to some questions as a form now holds them.

    Args:
        profile: What was answered before.
        asked: The questions that were in the form.
        rows: Their answers, in the same order.
    """
    shown = {one.id for one in asked}
    return (*_elsewhere(profile, shown), *_given(asked, rows))


def _elsewhere(profile: Profile, shown: set[str]) -> Iterator[Mapping[str, object]]:
    """Answers to questions that the form does not show; one that also answers a shown question loses that."""
    for row in profile.practices:
        points = tuple(point for point in row.points if point not in shown)
        if points:
            yield {**row.model_dump(mode="json", exclude_defaults=True), "points": points}


def _given(asked: Sequence[Question], rows: Sequence[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    for question, row in zip(asked, rows, strict=True):
        if _filled(row):
            yield {"points": (question.id,), **row}


def profile_json(profile: Profile) -> bytes:
    """A profile as a file that is read back the same."""
    held = profile.model_dump(mode="json", exclude_defaults=True)
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()
