"""How a table of a plan is laid out: columns to be read beside columns to be edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from drafting.exports.wording import STATUS_TINTS
from drafting.exports.workbook_fields import Field
from drafting.exports.workbook_values import CHOICES, to_cell
from drafting.plans.plan import STATUS_LABELS, Item
from drafting.sheet import Column, Sheet, Written

STATUS_COLOURS: Mapping[str, str] = MappingProxyType(
    {STATUS_LABELS[status]: tint.fill for status, tint in STATUS_TINTS.items()}
)
PROPOSED_TAB = "BF9000"
EDITED_TAB = "9C6500"
_DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: something that people edit, as it is now and as it was computed.

    Attributes:
        label: What names it.
        now, before: The thing itself.
        item: The requirement that it belongs to; None for a condition.
        own: Whether a person decided its status.
    """

    label: str
    now: Any
    before: Any
    item: Item | None
    own: bool = False

    @property
    def judged_by(self) -> str:
        """Who decided its status, with what was computed where that differs."""
        if self.now.status == self.before.status:
            return "人工" if self.own else "系统"
        who = "人工" if self.own else "随人工判断"
        return f"{who}（系统：{STATUS_LABELS[self.before.status]}）"


@dataclass(frozen=True, slots=True)
class Told:
    """A column to be read.

    Attributes:
        head: What stands above it.
        width: In characters of the usual font.
        get: What it says of a line.
        coloured: Whether it holds statuses, which have their colours.
        form: How its numbers show.
    """

    head: str
    width: int
    get: Callable[[Line], Written]
    coloured: bool = False
    form: str = ""


def laid(name: str, columns: Sequence[Told | Field], lines: Sequence[Line], frozen: int, tab: str = "") -> Sheet:
    """A sheet of lines.

    Args:
        name: The sheet's name.
        columns: What to show; fields can be edited.
        lines: The rows.
        frozen: How many columns stay when one scrolls.
        tab: The colour of its tab.
    """
    rows = [tuple(_cell(column, line) for column in columns) for line in lines]
    return Sheet(name, tuple(map(_column, columns)), rows, frozen=frozen, tab=tab)


def listed(name: str, columns: Sequence[Column], rows: Sequence[tuple[Written, ...]], frozen: int = 1) -> Sheet:
    """A sheet to be read, of plain rows."""
    return Sheet(name, tuple(columns), rows, frozen=frozen)


def told(head: str, width: int, coloured: bool = False, form: str = "") -> Column:
    """A column to be read."""
    return Column(head, width, "told", colours=STATUS_COLOURS if coloured else {}, form=form)


def _cell(column: Told | Field, line: Line) -> Written:
    return column.get(line) if isinstance(column, Told) else to_cell(column.get(line.now), column.kind)


def _column(column: Told | Field) -> Column:
    if isinstance(column, Told):
        return told(column.head, column.width, column.coloured, column.form)
    return Column(
        column.head,
        column.width,
        "edited",
        choices=CHOICES.get(column.kind, ()),
        as_text=column.kind not in ("number", "day"),
        colours=STATUS_COLOURS if column.kind == "status" else {},
        form=_DAY if column.kind == "day" else "",
    )
