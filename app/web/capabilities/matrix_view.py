"""The matrix of a document, subdomains by tiers, or its outline where it has no tiers; a cell leads to its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape, unescape

import streamlit as st

from app.assembly import Workspace
from app.web.capabilities.matrix_table import (
    Row,
    force_counts,
    matrix,
    matrix_html,
    outline,
    outline_html,
    part_name,
    segments_html,
)
from app.web.capabilities.places import WHERE, code_of, go_to
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import kept, restored
from app.web.parts.aside import with_aside
from app.web.parts.cards import draw_cards
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source, draw_source, opened_source
from app.web.parts.words import FORCE_MEANING
from corpus.clause import Clause
from drafting.wording import FORCE_WORDS
from kg.neighbours import neighbourhood

_DOCUMENT, _CELL = f"{WHERE}:document", f"{WHERE}:cell"


def draw_matrix(opened: Opened) -> None:
    """Draw the view."""
    workspace = opened.workspace
    document, picked = _document(workspace), restored(_CELL, "cell", None)
    clauses, rows, tiers = _laid_out(str(workspace.snapshot.path), document, workspace)
    heading, chosen = _chosen_cell(rows, tiers, picked) if rows else _chosen_part(clauses, picked)
    kept("cell", picked if chosen else "")
    with with_aside(bool(chosen), lambda: _draw_chosen(heading, chosen, workspace)):
        titles = workspace.titles
        st.selectbox(
            say("文件"), list(titles), format_func=lambda code: titles[code], key=_DOCUMENT, on_change=_forget,
            persist_state="session",
        )  # fmt: skip
        if rows:
            st.html(_summary_html(rows, tiers) + _legend_html(rows))
            told = say("《{title}》各能力子域在各等级的要求", title=titles[document])
            draw_pick_table(matrix_html(rows, tiers, told), picked, f"matrix:{document}", _pick)
        else:
            st.html(f'<p class="gb-quiet">{say("这份文件不分等级，按章节列出；点一节，看其中的条目。")}</p>')
            draw_pick_table(outline_html(outline(clauses)), picked, f"outline:{document}", _pick)


@st.cache_data(show_spinner=False, max_entries=24)
def _laid_out(
    build: str, document: str, _workspace: Workspace
) -> tuple[tuple[Clause, ...], tuple[Row, ...], dict[str, str]]:
    """A document's clauses, the rows of its matrix, and its tiers' names by code, lowest first."""
    clauses = tuple(one for one in _workspace.clauses if one.document == document)
    tiers = _workspace.ladders.tiers(document)
    return clauses, matrix(document, clauses, tiers), {one.code: one.label for one in tiers}


def _document(workspace: Workspace) -> str:
    known = list(workspace.titles)
    default = workspace.default_document or known[0]
    document = restored(_DOCUMENT, "document", known, default)
    kept("document", document)
    return document


def _pick(value: str) -> None:
    st.session_state[_CELL] = value
    close_source()


def _forget() -> None:
    _pick("")


def _chosen_cell(rows: Sequence[Row], tiers: dict[str, str], picked: str) -> tuple[str, Sequence[Clause]]:
    key, _, tier = picked.partition(".")
    for row in rows:
        if row.key == key and tier in row.cells:
            number = f"{row.number}. " if row.number else ""
            return f"{number}{row.name} · {tiers.get(tier, tier)}", row.cells[tier]
    return "", ()


def _chosen_part(clauses: Sequence[Clause], picked: str) -> tuple[str, Sequence[Clause]]:
    for part in outline(clauses):
        if part.key == picked:
            return unescape(part_name(part)), part.clauses
    return "", ()


def _draw_chosen(heading: str, clauses: Sequence[Clause], workspace: Workspace) -> None:
    with st.container(key="chosen-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{escape(heading)}</h2>')
        st.button(
            say("看图谱"), key="to-graph", on_click=_to_graph, args=(clauses[0], workspace), type="tertiary",
            width="content",
        )  # fmt: skip
        st.button(say("关闭"), key="close-chosen", on_click=_forget, type="tertiary", width="content")
    if opened_source() in {clause.id for clause in clauses}:
        draw_source(workspace)
    draw_cards(clauses, workspace.titles, "matrix")


def _to_graph(clause: Clause, workspace: Workspace) -> None:
    """Show the graph around the subdomain of a clause, or around the clause where it belongs to none."""
    code = code_of(clause)
    near = neighbourhood(workspace.snapshot.graph, code).links
    subdomains = [one.node.code for one in near if one.node.kind == "capability" and one.node.label == clause.subdomain]
    go_to(subdomains[0] if subdomains else code)


def _summary_html(rows: Sequence[Row], tiers: dict[str, str]) -> str:
    """What the matrix holds, counted: per tier the subdomains that something is asked of, and the clauses."""
    parts = []
    for code, name in tiers.items():
        told = _extent([row for row in rows if row.asked(code)], sum(row.asked(code) for row in rows))
        every = [one for row in rows for one in row.cells.get(code, ())]
        parts.append(f"<li><b>{escape(name)}</b>{told} {segments_html(every)}</li>")
    return f'<ul class="gb-summary gb-tiers">{"".join(parts)}</ul>'


def _extent(asked: Sequence[Row], number: int) -> str:
    """How much a tier asks: of how many domains and subdomains, where the text names some."""
    domains = len({(row.element, row.domain) for row in asked if row.domain})
    subdomains = sum(bool(row.name) for row in asked)
    if domains:
        return say(
            "{domains} 个能力域 {subdomains} 个能力子域，{number} 条要求",
            domains=domains,
            subdomains=subdomains,
            number=number,
        )
    if subdomains:
        return say("{subdomains} 个方面，{number} 条要求", subdomains=subdomains, number=number)
    return say("{number} 条要求", number=number)


def _legend_html(rows: Sequence[Row]) -> str:
    """What the segments mean, of those that are there."""
    there = force_counts(one for row in rows for cell in row.cells.values() for one in cell)
    told = "".join(
        f'<li><span class="gb-force gb-{force}">{FORCE_WORDS[force] if force != "none" else say("其他")}</span>'
        f"{say(meaning)}</li>"
        for force, meaning in FORCE_MEANING.items()
        if there[force]
    )
    slash = f'<li><span class="gb-force gb-not-required">／</span>{say("不做要求（原表此格为“/”）")}</li>'
    count = f"<li>{say('数字是条数；一条里有几种用词，每种各计一次。')}</li>"
    return f'<ul class="gb-legend gb-legend-line">{told}{slash}{count}</ul>'
