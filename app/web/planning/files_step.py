"""The fourth step: the plan as files that people work in, an edited workbook read back, and the document's forms."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.project_plans import LARGEST_WORKBOOK_MB, PLAN_ENDINGS, export_plan, file_name, filled_form, take_workbook
from app.web.language import say
from app.web.planning.held import plan_now
from app.web.planning.place import Place, attempt, reached, remount, told
from app.web.planning.words import draw_soft
from drafting.forms.layout import known_forms
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
        _draw_upload(place)
    _draw_forms(place)


def _button(place: Place, label: str, name: str, made: Callable[[], bytes]) -> None:
    st.download_button(label, made, file_name=name, key=f"plan-file-{name}", on_click="ignore")


def _export(place: Place, ending: str) -> Callable[[], bytes]:
    return lambda: export_plan(place.opened.workspace, place.project, ending)


def _draw_upload(place: Place) -> None:
    st.html(f'<h3 class="gb-side-title">{say("读回改过的 Excel")}</h3><p class="gb-said">{say(_HOW)}</p>')
    with st.form("plan-update-form", border=False, clear_on_submit=True):
        st.file_uploader(
            say("工标导出的计划工作簿，.xlsx，最大 {size} MB", size=LARGEST_WORKBOOK_MB),
            type=["xlsx"], key=_UPLOAD, max_upload_size=LARGEST_WORKBOOK_MB,
        )  # fmt: skip
        st.form_submit_button(say("读回"), on_click=_take, args=(place,))
    notes = st.session_state.pop(_TAKEN, ())
    for one in notes:
        st.text(f"· {one}")


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
        revision, conflicts = taken
        reached(place, revision)
        remount()
        told(say("已读回；要看的有 {count} 处。", count=len(conflicts)))
        st.session_state[_TAKEN] = tuple(one.what for one in conflicts)


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
