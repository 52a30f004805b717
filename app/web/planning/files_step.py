"""The fourth step: the plan as files that people work in, an edited workbook read back, and the document's forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from app.project_plans import (
    LARGEST_WORKBOOK_MB,
    PLAN_ENDINGS,
    Taken,
    export_plan,
    file_name,
    filled_form,
    take_workbook,
)
from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.planning.actions_view import open_item
from app.web.planning.held import plan_now
from app.web.planning.place import Place, attempt, reached, remount, told
from app.web.planning.words import draw_soft, head_name
from drafting.exports.spots import spot_name, spot_shown
from drafting.exports.text_changes import brief
from drafting.forms.layout import known_forms
from drafting.plans.plan import EvidencePlan
from drafting.plans.target import Target, read_target

_KINDS = {".docx": "Word", ".xlsx": "Excel", ".md": "Markdown", ".json": "JSON"}
_UPLOAD = "plan-workbook"
_TAKEN = "plan:taken"


def draw_files(place: Place) -> None:
    """Draw the step."""
    found = plan_now(place)
    if found is None:
        st.info(say("还没有计划。先在第二步选目标，生成计划。"))
    else:
        st.html(f'<h3 class="gb-side-title">{say("下载计划")}</h3>')
        name = file_name(place.project, found[0].computed)
        with st.container(horizontal=True, key="plan-downloads"):
            for ending in PLAN_ENDINGS:
                _button(place, _KINDS[ending], f"{name}{ending}", _export(place, ending))
        draw_soft(say("Excel 可以多人改，改好传回来；下载的文件也留在项目文件夹的 exports 里。"))
        _draw_upload(place, found[1].plan)
    _draw_forms(place)


def _button(place: Place, label: str, name: str, made: Callable[[], bytes]) -> None:
    st.download_button(label, made, file_name=name, key=f"plan-file-{name}", on_click="ignore")


def _export(place: Place, ending: str) -> Callable[[], bytes]:
    return lambda: export_plan(place.opened.workspace, place.project, ending)


def _draw_upload(place: Place, plan: EvidencePlan) -> None:
    st.html(f'<h3 class="gb-side-title">{say("读回改过的 Excel")}</h3><p class="gb-said">{say(_HOW)}</p>')
    with st.container(key="plan-dropping"), st.form("plan-update-form", border=False, clear_on_submit=True):
        st.file_uploader(
            say("工标导出的计划工作簿，.xlsx，最大 {size} MB", size=LARGEST_WORKBOOK_MB),
            type=["xlsx"], key=_UPLOAD, max_upload_size=LARGEST_WORKBOOK_MB,
        )  # fmt: skip
        st.form_submit_button(say("读回"), on_click=_take, args=(place,))
    taken = st.session_state.get(_TAKEN)
    if isinstance(taken, Taken):
        _draw_taken(taken, plan)


_HOW = (
    "只认工标导出的工作簿。里面改过的状态、责任人、日期、叙述、证据都读回来；"
    "在页面上另外改过的也保留，两边不一样的会列出来。"
)


def _take(place: Place) -> None:
    held = st.session_state.get(_UPLOAD)
    if held is None:
        told(say("请先选一个文件。"))
        return
    taken = attempt(lambda: take_workbook(place.project, held.getvalue(), held.name, place.state.revision))
    if taken is not None:
        reached(place, taken.revision)
        remount()
        rows = len({edit.spot[:2] for edit in taken.changed})
        told(
            say(
                "读回 {rows} 行的 {cells} 处改动；要看的有 {count} 处。",
                rows=rows, cells=len(taken.changed), count=len(taken.conflicts),
            )
        )  # fmt: skip
        st.session_state[_TAKEN] = taken


def _draw_taken(taken: Taken, plan: EvidencePlan) -> None:
    """What was read from the workbook, each requirement with a button to open it, and what is to be looked at."""
    rows: dict[tuple[str, str | None], list[str]] = {}
    for edit in taken.changed:
        name = spot_name(edit.spot, plan)
        value = brief(spot_shown(edit.spot, edit.value, plan)) or say("空")
        rows.setdefault((name.row, name.requirement), []).append(f"{head_name(name.head)} → {value}")
    if rows:
        listed = "".join(_row_html(row, requirement, told) for (row, requirement), told in rows.items())
        draw_pick_table(
            f'<ul class="gb-notes">{listed}</ul>', None, "plan-taken", lambda one: open_item(one, plan), several=True
        )
    for one in taken.conflicts:
        st.text(f"· {one.what}")


def _row_html(row: str, requirement: str | None, told: Sequence[str]) -> str:
    name = (
        f'<button type="button" class="gb-plan-link" data-pick="{escape(requirement)}">{escape(row)}</button>'
        if requirement
        else f"<b>{escape(row)}</b>"
    )
    return f"<li>{name} {escape('；'.join(told))}</li>"


def _draw_forms(place: Place) -> None:
    if not place.project.folder.has_profile or not place.state.target:
        return
    aim = read_target(place.state.target, place.opened.workspace.shelf)
    annexes = known_forms().get(aim.document, ())
    if annexes:
        st.html(f'<h3 class="gb-side-title">{say("填好的申报表（草稿）")}</h3>')
        with st.container(horizontal=True):
            for annex in annexes:
                label = say("附件 {annex}", annex=annex)
                name = f"{place.project.name}-{label}.docx"
                _button(place, label, name, _form(place, aim, annex))
        draw_soft(say("按档案填写，缺的标出，签字、盖章和日期留空。"))


def _form(place: Place, aim: Target, annex: str) -> Callable[[], bytes]:
    return lambda: filled_form(place.opened.workspace, place.project, aim.document, annex, aim.track)
