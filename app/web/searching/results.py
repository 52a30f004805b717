"""The results of a search: the facets beside, the hits page by page, or what was looked for where there are none."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.searching.address import choose, chosen, page_number, save, saved_ids, turn_to
from app.web.searching.facet_list import CLEAR, facets_html
from app.web.searching.facets import counted, facets_of, passing, toggled
from app.web.searching.finding import DEPTH, Found, found
from app.web.searching.hit_card import draw_hit
from app.web.searching.understood import understood_html
from corpus.clause import Clause

PAGE = 10


def draw_results(workspace: Workspace, query: str) -> None:
    """Draw what a search finds."""
    choice = chosen()
    aside = {one: workspace.titles[one] for one in workspace.titles if one in workspace.snapshot.aside}
    within = choice.get("document", ()) if set(choice.get("document", ())) & set(aside) else ()
    held = found(workspace, query, tuple(within))
    facets = facets_of(workspace)
    clauses = passing(held.clauses, facets, choice)
    narrow, wide = st.columns([2, 7], gap="medium")
    with narrow, st.container(key="facets"):
        listed = facets_html(counted(held.clauses, facets, choice), list(aside.items()))
        draw_pick_table(listed, None, "facet-list", _pick, several=True)
    with wide, st.container(key="hits"):
        if first := understood_html(held.answer.frame, workspace):
            st.html(first)
        if not clauses:
            _draw_nothing(held, workspace)
        else:
            _draw_page(held, clauses, workspace)


def _draw_page(held: Found, clauses: list[Clause], workspace: Workspace) -> None:
    last = (len(clauses) - 1) // PAGE + 1
    page = min(page_number(), last)
    shown = clauses[(page - 1) * PAGE : page * PAGE]
    if places := held.answer.frame.absent_places:
        absent = say("所收文件里没有{places}的文件；以下是别处的条款。", places="、".join(places))
        st.html(f'<p class="gb-far">{escape(absent)}</p>')
    if held.far:
        st.html(f'<p class="gb-far">{say("各文件没有写这方面的内容；下面只是字面或意思最接近的条款。")}</p>')
    _draw_count(held, len(clauses), page, shown)
    hits = held.hits
    for clause in shown:
        draw_hit(clause, workspace.titles, held.words, hits[clause.id].why, where="search")
    if last > 1:
        with st.container(horizontal=True, key="pages", vertical_alignment="center"):
            _turn(say("上一页"), page - 1, "previous", possible=page > 1)
            st.html(f'<span class="gb-quiet">{say("第 {page} 页，共 {last} 页", page=page, last=last)}</span>')
            _turn(say("下一页"), page + 1, "next", possible=page < last)


def _draw_count(held: Found, number: int, page: int, shown: list[Clause]) -> None:
    first = (page - 1) * PAGE + 1
    told = say(
        "第 {first}–{last} 条，共 {number} 条，按相关程度排列", first=first, last=first + len(shown) - 1, number=number
    )
    most = say("（最多列 {most} 条）", most=DEPTH) if len(held.clauses) >= DEPTH else ""
    took = say("用时 {ms} 毫秒", ms=f"{held.answer.latency_ms:.0f}")
    with st.container(horizontal=True, vertical_alignment="center", key="count"):
        query = escape(held.answer.query)
        st.html(f'<p class="gb-quiet" role="status" data-query="{query}">{told}{most} · {took}</p>')
        unsaved = [one.id for one in shown if one.id not in saved_ids()]
        st.button(
            say("收藏本页"), key="save-page", on_click=save, args=(unsaved,), type="tertiary", width="content",
            disabled=not unsaved,
        )  # fmt: skip


def _turn(label: str, page: int, key: str, *, possible: bool) -> None:
    st.button(label, key=f"page:{key}", on_click=turn_to, args=(page,), disabled=not possible, width="content")


def _draw_nothing(held: Found, workspace: Workspace) -> None:
    """What was looked for, and what to do now."""
    words = "、".join(f"<q>{escape(word)}</q>" for word in held.words) or say("（没有可检索的词）")
    searched = say(
        "找过 {documents} 个文件的 {rows} 条：含有这些词的、意思相近的、图谱里相连的。",
        documents=len(workspace.documents),
        rows=len(workspace.clauses),
    )
    number = len(held.clauses)
    left = say("不加筛选有 {number} 条。", number=number) if number else ""
    st.html(
        f'<div class="gb-nothing"><p><b>{say("没有找到条款。")}</b></p>'
        f"<p>{say('要找的词：')}{words}</p><p>{searched}{left}</p></div>"
    )
    if number:
        st.button(say("清除筛选"), key="clear-choice", on_click=partial(choose, {}), width="content")
    else:
        st.html(f'<p class="gb-quiet">{say("可以换一种说法，或少写几个字。")}</p>')


def _pick(value: str) -> None:
    name, _, one = value.partition("=")
    choose({} if value == CLEAR else toggled(chosen(), name, one))
