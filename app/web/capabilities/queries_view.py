"""Questions in SPARQL, those that come along or one's own; the answer as a table to take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from app.assembly import Workspace
from app.console import LAYER_ERRORS
from app.web.capabilities.asked_query import (
    NAME,
    RUN,
    TEXT,
    keep_query,
    own_text,
    restore_query,
    set_key,
    settle,
)
from app.web.capabilities.rows_table import SHOWN, rows_html
from app.web.jobs import Advance, Job
from app.web.language import language_now, say
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.downloads import written
from app.web.parts.errors import draw_error
from app.web.parts.job_view import draw_job
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import draw_source, open_source, opened_source
from kg.exports.rows_files import write_rows
from kg.named_queries import NamedQuery, named_queries
from kg.query_parameters import Parameter
from kg.query_settings import offered
from kg.rows import Rows
from kg.timed_queries import MOST_ROWS, SECONDS, ask_in_time
from retrieval.snapshot_reader import GRAPH

_JOB = "sparql-job"
_FILES = {
    ".csv": ("CSV", "text/csv"),
    ".xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def draw_queries(opened: Opened) -> None:
    """Draw the view."""
    workspace = opened.workspace
    queries = {one.name: one for one in named_queries()}
    restore_query(workspace, queries)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        st.selectbox(
            say("内置的查询（{number} 个）", number=len(queries)), list(queries), index=None, key=NAME,
            format_func=lambda name: f"{_told(queries[name])}（{name}）", on_change=settle, args=(workspace, queries),
            placeholder=say("选一个，或在下面自己写"), persist_state="session",
        )  # fmt: skip
        chosen = queries.get(str(st.session_state.get(NAME)))
        if chosen is not None and chosen.parameters:
            _draw_parameters(chosen, workspace, queries)
        st.text_area("SPARQL", key=TEXT, height=260, persist_state="session", help=None)
        st.html(_note_html(chosen, workspace))
        _draw_run(opened)
        _draw_answer(workspace)
    keep_query(workspace, queries)


def _told(query: NamedQuery) -> str:
    return query.zh if language_now() == "zh" else query.en


def _draw_parameters(query: NamedQuery, workspace: Workspace, queries: dict[str, NamedQuery]) -> None:
    with st.container(horizontal=True, key="sparql-parameters"):
        for one in query.parameters:
            _draw_parameter(one, workspace, queries)


def _draw_parameter(one: Parameter, workspace: Workspace, queries: dict[str, NamedQuery]) -> None:
    key, told = set_key(one.name), one.zh if language_now() == "zh" else one.en
    names = _offered(str(workspace.snapshot.path), one, workspace)
    if not names:
        st.text_input(told, key=key, on_change=settle, args=(workspace, queries), persist_state="session")
        return
    st.selectbox(
        told, list(names), key=key, on_change=settle, args=(workspace, queries), persist_state="session",
        format_func=lambda code: code if names[code] == code else f"{code} {names[code]}",
    )  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=60)
def _offered(build: str, parameter: Parameter, _workspace: Workspace) -> dict[str, str]:
    return dict(offered(_workspace.snapshot.graph, parameter))


def _note_html(chosen: NamedQuery | None, workspace: Workspace) -> str:
    bounds = say(
        "只读：最多 {seconds} 秒、{rows} 行；前缀 gb: skos: dcterms: 等不必声明，推定在图 graph:proposed 里。",
        seconds=f"{SECONDS:g}",
        rows=MOST_ROWS,
    )
    changed = say("（已改写，与内置的不同）") if chosen is not None and own_text(workspace, chosen) else ""
    return f'<p class="gb-quiet">{bounds}{changed}</p>'


def _draw_run(opened: Opened) -> None:
    job: Job[Rows] | None = st.session_state.get(_JOB)
    running = job is not None and not job.done()
    text = str(st.session_state.get(TEXT) or "").strip()
    if st.session_state.pop(RUN, False) and text:
        running = _start(opened, text)
    with st.container(horizontal=True, vertical_alignment="center", key="sparql-run"):
        pressed = st.button(say("运行"), type="primary", key="run-query", disabled=running, width="content")
    if pressed and not text:
        st.html(f'<div class="gb-error" role="alert">{say("还没有写查询。选一个内置的，或自己写。")}</div>')
    elif pressed:
        running = _start(opened, text)
    if running:
        draw_job(st.session_state[_JOB], "sparql")


def _start(opened: Opened, text: str) -> bool:
    folder = Path(opened.workspace.snapshot.path) / GRAPH
    stage = say("正在查询")

    def work(advance: Advance) -> Rows:
        return ask_in_time(folder, text, tick=lambda: advance(stage, 0, 0))

    st.session_state[_JOB] = opened.jobs.start(work)
    st.session_state["sparql-asked"] = text
    return True


def _draw_answer(workspace: Workspace) -> None:
    job: Job[Rows] | None = st.session_state.get(_JOB)
    if job is None or not job.done():
        return
    try:
        rows = job.result()
    except LAYER_ERRORS as error:
        draw_error(error)
        return
    if rows is None:
        st.html(f'<p class="gb-quiet" role="status">{say("已取消。")}</p>')
        return
    _draw_rows(rows, workspace)


def _draw_rows(rows: Rows, workspace: Workspace) -> None:
    if rows.form == "ask":
        told = say("是") if rows.truth else say("否")
    elif not rows.terms:
        told = say("没有结果。")
    else:
        told = say("{number} 行", number=len(rows.terms))
        told += say("（还有更多，只取前 {most} 行；加 LIMIT 或收窄条件）", most=MOST_ROWS) if rows.cut else ""
        told += say("；这里列出前 {shown} 行，下载的文件里是全部", shown=SHOWN) if len(rows.terms) > SHOWN else ""
    with st.container(horizontal=True, vertical_alignment="center", key="sparql-files"):
        st.html(f'<p class="gb-said" role="status"><b>{told}</b></p>')
        name_of_file = say("查询结果")
        if rows.terms:
            for ending, (name, kind) in _FILES.items():
                st.download_button(
                    say("下载 {kind}", kind=name), partial(written, partial(write_rows, rows), ending),
                    f"{name_of_file}{ending}", kind, key=f"rows:{ending}", on_click="ignore",
                )  # fmt: skip
    if rows.terms:
        known = frozenset(workspace.shelf.by_id)
        draw_pick_table(rows_html(rows, known), opened_source(), "sparql-rows", open_source)
