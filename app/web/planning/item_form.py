"""What a person decides of one requirement: the same values that the workbook lets them change."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.web.language import say
from app.web.planning.place import Place, mount, save, told
from app.web.planning.words import PRIORITY, STATUS
from drafting.exports.update_edits import Spot
from drafting.exports.workbook_fields import ITEM_FIELDS, Field
from drafting.exports.workbook_values import Value
from drafting.plans.plan import Item

_LINES = {"gap": 3, "action": 3, "remark": 2, "narrative": 9}
_NAMES = {
    "status": "状态",
    "gap": "缺口",
    "action": "行动",
    "priority": "优先级",
    "owner": "责任人",
    "due": "完成日期",
    "remark": "备注",
    "narrative": "叙述",
}
_HELP = {
    "due": "写 2026-09-30",
    "narrative": "只写档案里有的事；清空就回到算出的叙述。",
}


def draw_form(place: Place, item: Item) -> None:
    """Draw the form; what is kept is what differs from what it was filled with."""
    identifier = item.requirement.id
    with st.form(f"plan-edit-{identifier}-{mount()}", border=True, enter_to_submit=False):
        st.html(f'<h3 class="gb-side-title">{say("修改这一条")}</h3>')
        given = {field.key: _draw_field(field, field.get(item), identifier) for field in ITEM_FIELDS}
        kept = st.form_submit_button(say("保存"), type="primary")
    if kept:
        _keep(place, item, given)
        st.rerun()


def _draw_field(field: Field, value: Value, identifier: str) -> object:
    key = f"plan-{identifier}-{field.key}-{mount()}"
    name, tip = say(_NAMES[field.key]), say(_HELP[field.key]) if field.key in _HELP else None
    if field.kind in ("status", "priority"):
        names: Mapping[str, str] = {
            str(code): one for code, one in (STATUS if field.kind == "status" else PRIORITY).items()
        }
        return st.selectbox(
            name, list(names), index=list(names).index(str(value)), format_func=lambda one: say(names[one]), key=key
        )
    if field.key in _LINES:
        return st.text_area(name, str(value or ""), key=key, height=26 * _LINES[field.key] + 22, help=tip)
    return st.text_input(name, str(value or ""), key=key, placeholder=tip)


def _keep(place: Place, item: Item, given: Mapping[str, object]) -> None:
    changes: dict[Spot, object] = {}
    for field in ITEM_FIELDS:
        if str(given[field.key] or "") != str(field.get(item) or ""):
            value = given[field.key]
            changes["item", item.requirement.id, field.key] = None if value == "" else _code(field, value)
    if not changes:
        told(say("没有改动。"))
    elif save(place, changes):
        told(say("已保存 {count} 处改动。", count=len(changes)))


def _code(field: Field, value: object) -> object:
    """A priority is read by its name; ``none`` by the dash that names it."""
    return PRIORITY[value] if field.kind == "priority" else value  # type: ignore[index]
