"""The sheets of the workbook in the page: the same columns, those to be changed can be changed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

import streamlit as st

from app.web.language import say
from app.web.planning.choosing import choose
from app.web.planning.place import Place, mount, remount, save
from app.web.planning.words import TABLES, head_name
from drafting.exports.update_edits import Merged, Spot
from drafting.exports.workbook_evidence import evidence_sheet
from drafting.exports.workbook_fields import stages_of, subjects
from drafting.exports.workbook_judged import condition_sheet, foundation_sheet, matrix_sheet, point_sheet
from drafting.exports.workbook_lists import script_sheet
from drafting.exports.workbook_tables import TABLES as WORKBOOK
from drafting.exports.workbook_tables import Table
from drafting.sheet import Column, Sheet, Written

TABLE = "table"
_HELD = "plan:grid"
_SHEETS: Mapping[str, Callable[[Merged], Sheet]] = {
    "要求矩阵": matrix_sheet,
    "下级基础": foundation_sheet,
    "判断点": point_sheet,
    "证据登记": evidence_sheet,
    "申报条件": condition_sheet,
    "现场核查脚本": lambda merged: script_sheet(merged.plan),
}
_NARROW, _BROAD = 13, 34
Cells = Sequence[Sequence[str | None]]


def draw_table(place: Place, merged: Merged) -> None:
    """Draw the view."""
    names = [one for one in TABLES if one != "下级基础" or merged.plan.base]
    name = choose("工作表", TABLE, names, lambda one: say(TABLES[one]), listed=True)
    st.html(f'<p class="gb-said">{say(_HOW)}</p>')
    sheet = _SHEETS[name](merged)
    if not sheet.rows:
        st.info(say("这张表没有内容。"))
        return
    rows = _mounted(place, sheet)
    key = f"plan-grid-{name}-{mount()}"
    st.data_editor(
        {column.head: [row[at] for row in rows] for at, column in enumerate(sheet.columns)},
        hide_index=True,
        placeholder="",
        column_order=_order(sheet),
        column_config={one.head: _column(one, pinned=at < sheet.frozen) for at, one in enumerate(sheet.columns)},
        key=key,
        on_change=_changed,
        args=(place, merged, sheet, key),
        row_height=58,
        height=620,
        alt=say(TABLES[name]),
    )


_HOW = "与导出的 Excel 是同样的列。铅笔标记的列可以改，改完一格就保存；清空状态或叙述，就回到算出的值。"


def _mounted(place: Place, sheet: Sheet) -> Cells:
    """The rows that the table was first filled with: while it stays, what is changed lies on top of them."""
    held = st.session_state.get(_HELD)
    name = (place.project.name, sheet.name, mount())
    if not isinstance(held, tuple) or held[0] != name:
        held = (name, [[_text(cell) for cell in row] for row in sheet.rows], {})
        st.session_state[_HELD] = held
    return held[1]  # type: ignore[no-any-return]


def _order(sheet: Sheet) -> list[str]:
    """What names a row first, then all that can be changed, then what is only to be read."""
    heads = [column.head for column in sheet.columns]
    first = next((at for at, one in enumerate(sheet.columns) if one.use == "edited"), 0)
    edited = [one.head for one in sheet.columns if one.use == "edited"]
    return [*heads[:first], *edited, *(one for one in heads[first:] if one not in edited)]


def _text(cell: Written) -> str | None:
    return None if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def _column(column: Column, *, pinned: bool) -> Any:
    told = column.use != "edited"
    width: Literal["small", "medium", "large"] = (
        "small" if column.width <= _NARROW else "medium" if column.width < _BROAD else "large"
    )
    if column.choices and not told:
        return st.column_config.SelectboxColumn(head_name(column.head), options=list(column.choices), width="small")
    return st.column_config.TextColumn(head_name(column.head), disabled=told, width=width, pinned=pinned or None)


def _changed(place: Place, merged: Merged, sheet: Sheet, key: str) -> None:
    """Keep the cells that were changed since the table was last kept."""
    given: Mapping[int, Mapping[str, object]] = st.session_state[key]["edited_rows"]
    name, rows, kept = st.session_state[_HELD]
    now = {(at, head): value for at, row in given.items() for head, value in row.items()}
    fresh = {spot: value for spot, value in now.items() if spot not in kept or kept[spot] != value}
    changes = {_spot(merged, sheet, rows[int(at)], head): value for (at, head), value in fresh.items()}
    if changes and save(place, changes, again=False):
        st.session_state[_HELD] = (name, rows, now)
        if any(spot[2] == "status" for spot in changes):
            remount()  # what follows from a status stands in other cells


def _spot(merged: Merged, sheet: Sheet, row: Sequence[str | None], head: str) -> Spot:
    """Which value of the plan a cell holds."""
    table: Table = next(one for one in WORKBOOK if one.name == sheet.name)
    label = row[[column.head for column in sheet.columns].index(table.key_head)]
    subject = next(one for one in subjects(merged.plan) if one.kind == table.kind and one.label == label)
    field = next(one for one in table.fields(stages_of(merged.plan)) if one.head == head)
    return subject.kind, subject.key, field.key
