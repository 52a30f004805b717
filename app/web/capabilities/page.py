"""The page 能力矩阵: subdomains by tiers where a document has them, else its outline; a cell leads to its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.web.capabilities.matrix_table import Row, matrix, matrix_html, outline, outline_html
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.cards import draw_cards
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source, draw_source, opened_source
from corpus.clause import Clause

_DOCUMENT = "matrix-document"
_PICKED = "matrix-picked"


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace = opened.workspace
    if _PICKED not in st.session_state:
        st.session_state[_PICKED] = st.query_params.get("cell")
    titles = workspace.titles
    picked = st.session_state.get(_PICKED)
    document = _document(workspace)
    clauses = [clause for clause in workspace.clauses if clause.document == document]
    rows = matrix(clauses)
    tiers = {tier.code: tier.label for tier in workspace.shelf.tiers(document)}
    heading, chosen = _chosen_cell(rows, tiers, picked) if rows else _chosen_part(clauses, picked)
    if picked and chosen:
        st.query_params["cell"] = picked
    with with_aside(bool(chosen), lambda: _draw_chosen(heading, chosen, workspace)):
        st.selectbox("文件", list(titles), format_func=lambda code: titles[code], key=_DOCUMENT, on_change=_forget)
        if rows:
            st.html(_summary_html(rows, tiers, clauses))
            draw_pick_table(matrix_html(rows, tiers), picked, f"matrix:{document}", _pick)
        else:
            draw_pick_table(outline_html(outline(clauses)), picked, f"outline:{document}", _pick)


def _document(workspace: Workspace) -> str:
    """The document chosen; at first the one in the address, or the default."""
    known = workspace.titles
    if st.session_state.get(_DOCUMENT) not in known:
        wanted = st.query_params.get("document") or workspace.settings.document
        st.session_state[_DOCUMENT] = wanted if wanted in known else next(iter(known))
    document = str(st.session_state[_DOCUMENT])
    st.query_params["document"] = document
    return document


def _pick(value: str) -> None:
    st.session_state[_PICKED] = value
    close_source()


def _forget() -> None:
    st.session_state[_PICKED] = None
    close_source()


def _chosen_cell(rows: Sequence[Row], tiers: dict[str, str], picked: str | None) -> tuple[str, Sequence[Clause]]:
    number, _, tier = (picked or "").partition(".")
    for row in rows:
        if str(row.number) == number and tier in row.cells:
            return f"{row.number}. {row.name} · {tiers.get(tier, tier)}", row.cells[tier]
    return "", ()


def _chosen_part(clauses: Sequence[Clause], picked: str | None) -> tuple[str, Sequence[Clause]]:
    for part in outline(clauses):
        if part.key == picked:
            return part.path[-1] if part.path else "文首", part.clauses
    return "", ()


def _draw_chosen(heading: str, clauses: Sequence[Clause], workspace: Workspace) -> None:
    with st.container(key="chosen-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{escape(heading)}</h2>')
        st.button("关闭", key="close-chosen", on_click=_forget, type="tertiary", width="content")
    draw_cards(clauses, workspace.titles, "matrix")
    if opened_source() in {clause.id for clause in clauses}:
        draw_source(workspace)


def _summary_html(rows: Sequence[Row], tiers: dict[str, str], clauses: Sequence[Clause]) -> str:
    """What the matrix holds, counted: per tier the subdomains that something is asked of, and the clauses."""
    parts = []
    for code, name in tiers.items():
        asked = [row for row in rows if any(one.kind == "requirement" for one in row.cells.get(code, ()))]
        count = sum(one.kind == "requirement" for row in rows for one in row.cells.get(code, ()))
        domains = len({(row.element, row.domain) for row in asked})
        parts.append(f"<li><b>{escape(name)}</b>{domains} 个能力域 {len(asked)} 个能力子域，{count} 条要求</li>")
    return f'<ul class="gb-summary">{"".join(parts)}</ul>'
