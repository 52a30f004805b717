"""The page 检索: hits while one types, narrowed by counted facets, with why each was found, and a list to keep."""

from __future__ import annotations

import streamlit as st

from app.console import LAYER_ERRORS
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.errors import draw_error
from app.web.parts.source_address import keep_source
from app.web.parts.source_panel import close_source, draw_source, opened_source
from app.web.searching.address import QUERY, keep, restore, saved_ids, show_list, shows_list, turn_to
from app.web.searching.results import draw_results
from app.web.searching.saved import draw_saved

EXAMPLES = ("设备联网 预测性维护", "能耗监测", "机器坏了提前知道", "MES 排产", "研发投入占比")
_PAUSE = "250ms"


def draw(opened: Opened) -> None:
    """Draw the page."""
    restore()
    _draw_search(opened)


@st.fragment
def _draw_search(opened: Opened) -> None:
    """All of the page: only it is drawn anew while one types, turns a page or opens a source."""
    keep_source("searching")
    workspace = opened.workspace
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        query = _draw_box()
        try:
            if shows_list():
                draw_saved(workspace)
            elif query:
                draw_results(workspace, query)
            else:
                _draw_invitation(opened)
        except LAYER_ERRORS as error:
            draw_error(error)
    keep()


def _draw_box() -> str:
    with st.container(horizontal=True, vertical_alignment="bottom", key="search-box"):
        query = st.text_input(
            say("检索条款"), key=QUERY, bind="query-params", type="search", live=_PAUSE, on_change=_begin,
            placeholder=say("输入词语或一句话，结果随打随出"),
        )  # fmt: skip
        number = len(saved_ids())
        label = say("收藏夹 {number}", number=number) if number else say("收藏夹")
        st.button(label, key="list-open", on_click=show_list, args=(True,), width="content", disabled=shows_list())
    return (query or "").strip()


def _begin() -> None:
    """Another question begins at its first page, with nothing beside it."""
    turn_to(1)
    show_list(False)
    close_source()


def _draw_invitation(opened: Opened) -> None:
    workspace = opened.workspace
    told = say(
        "在 {documents} 个文件的 {rows} 条里找：含有这些词的、意思相近的，以及图谱里与所提等级、子域、系统相连的。",
        documents=len(workspace.documents),
        rows=len(workspace.clauses),
    )
    st.html(f'<h2 class="gb-side-title">{say("可以这样找")}</h2>')
    with st.container(horizontal=True, gap="small", key="examples"):
        for number, text in enumerate(EXAMPLES):
            st.button(text, key=f"example-{number}", on_click=_look_for, args=(text,), type="tertiary", width="content")
    st.html(
        f'<p class="gb-said">{told}</p><p class="gb-said">'
        f"{say('结果可按文件、等级、子域、系统、用词、种类筛选；点“收藏”收进清单，带出处下载。')}</p>"
    )


def _look_for(text: str) -> None:
    st.session_state[QUERY] = text
    _begin()
