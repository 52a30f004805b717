"""The saved list: clauses that a person gathered, to take along with their places."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from app.assembly import Workspace
from app.web.language import say
from app.web.parts.downloads import draw_downloads
from app.web.searching.address import MOST_IN_ADDRESS, forget, saved_ids, show_list
from app.web.searching.hit_card import draw_hit
from corpus.clause import Clause
from drafting.comparisons.clause_list import write_clause_list

FILE = "条款清单"


def saved_clauses(workspace: Workspace) -> tuple[Clause, ...]:
    """The saved clauses that this build holds."""
    by_id = workspace.shelf.by_id
    return tuple(by_id[one] for one in saved_ids() if one in by_id)


def draw_saved(workspace: Workspace) -> None:
    """Draw the saved list with its files."""
    clauses = saved_clauses(workspace)
    missing = len(saved_ids()) - len(clauses)
    with st.container(horizontal=True, vertical_alignment="center", key="saved-head"):
        st.html(f'<h2 class="gb-title">{say("收藏的条款（{number}）", number=len(clauses))}</h2>')
        st.button(
            say("回到检索结果"), key="list-close", on_click=show_list, args=(False,), type="tertiary", width="content"
        )
    if missing:
        st.html(f'<p class="gb-quiet">{say("另有 {number} 条在当前的库里已经没有。", number=missing)}</p>')
    if not clauses:
        st.html(f'<p class="gb-said">{say("还没有收藏。在检索结果里点“收藏”，条款就列在这里，可以下载。")}</p>')
        return
    _draw_files(clauses, workspace)
    if len(saved_ids()) > MOST_IN_ADDRESS:
        told = say("超过 {most} 条，网址里不再带收藏；请下载保存。", most=MOST_IN_ADDRESS)
        st.html(f'<p class="gb-quiet">{told}</p>')
    for clause in clauses:
        draw_hit(clause, workspace.titles, where="saved")


def _draw_files(clauses: tuple[Clause, ...], workspace: Workspace) -> None:
    def write(target: Path) -> None:
        write_clause_list(clauses, workspace.shelf, target)

    labels = {".xlsx": say("下载 Excel"), ".docx": say("下载 Word"), ".md": say("下载 Markdown")}
    with st.container(horizontal=True, vertical_alignment="center", key="saved-files"):
        draw_downloads(FILE, {ending: (label, write) for ending, label in labels.items()}, "saved")
        every = partial(forget, saved_ids())
        st.button(say("全部移出"), key="forget-all", on_click=every, type="tertiary", width="content")
