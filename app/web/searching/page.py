"""The page 检索: hits with the words of the question marked, why each was found, and where the hits lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from app.assembly import Workspace
from app.questions import checked
from app.web.asking.answer_html import frame_html, seconds
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.cards import draw_card
from app.web.parts.limits import Chosen, draw_limits
from app.web.parts.source_panel import close_source, draw_source, opened_source
from corpus.clause import Clause
from retrieval.framed import SearchAnswer
from retrieval.search import Hit

DEPTH = 60
PAGE = 10
_EXAMPLE = "例如：设备联网 预测性维护"
_QUERY = "search-query"
_SHOWN = "search-shown"
_FOUND = "search-found"


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace = opened.workspace
    if _QUERY not in st.session_state:
        st.session_state[_QUERY] = st.query_params.get("q", "")
    chosen = draw_limits(workspace)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        with st.form("search", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
            box = st.text_input("检索条款", value=st.session_state[_QUERY], placeholder=_EXAMPLE)
            if st.form_submit_button("检索", type="primary", width="content"):
                st.session_state[_QUERY], st.session_state[_SHOWN] = box.strip(), PAGE
                close_source()
        query = str(st.session_state[_QUERY])
        if query:
            st.query_params["q"] = query
            _draw_found(_found(workspace, checked(query), chosen), workspace)


def _found(workspace: Workspace, query: str, chosen: Chosen) -> SearchAnswer:
    key = (str(workspace.snapshot.path), query, chosen)
    kept = st.session_state.get(_FOUND)
    if kept is None or kept[0] != key:
        kept = (key, workspace.search(query, chosen.filters(), top=DEPTH))
        st.session_state[_FOUND] = kept
    found: SearchAnswer = kept[1]
    return found


def _draw_found(found: SearchAnswer, workspace: Workspace) -> None:
    st.html(frame_html(found.frame, workspace))
    titles = workspace.titles
    hits = _facet("文件", "document", found.hits, lambda clause: clause.document, titles.__getitem__)
    tiers = {one.clause.tier: one.clause.tier_label or one.clause.tier for one in found.hits if one.clause.tier}
    hits = _facet("等级", "tier", hits, lambda clause: clause.tier, lambda code: tiers.get(code) or code)
    if not hits:
        st.info("所选范围内没有找到条款。可以放宽左侧的限定，或换一种说法。")
        return
    st.html(f'<div class="gb-quiet">列出 {len(hits)} 条，按相关程度排列；用时 {seconds(found.latency_ms)}</div>')
    words = list(workspace.snapshot.indexes.tokeniser(found.query))
    shown = int(st.session_state.get(_SHOWN, PAGE))
    for hit in hits[:shown]:
        draw_card(hit.clause, titles, "search", words=words, why=hit.why)
    if len(hits) > shown:
        st.button("显示更多", key="search-more", on_click=_show_more)


def _facet(
    label: str, name: str, hits: Sequence[Hit], value: Callable[[Clause], str | None], shown: Callable[[str], str]
) -> Sequence[Hit]:
    """Pills with the number of hits of each value; the hits of those chosen, or all."""
    counts = Counter(found for hit in hits if (found := value(hit.clause)))
    if len(counts) < 2:
        return hits
    options = [code for code, _ in counts.most_common()]
    key = f"facet:{name}"
    st.session_state[key] = [code for code in st.session_state.get(key) or [] if code in counts]
    chosen = st.pills(
        label, options, selection_mode="multi", key=key, wrap=True,
        format_func=lambda code: f"{shown(code)} {counts[code]}",
    )  # fmt: skip
    return [hit for hit in hits if value(hit.clause) in chosen] if chosen else hits


def _show_more() -> None:
    st.session_state[_SHOWN] = int(st.session_state.get(_SHOWN, PAGE)) + PAGE
