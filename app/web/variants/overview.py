"""The tables over all documents on the page; a picked cell shows the clauses that it rests on beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.overview_tables import view_label
from app.web.language import language_now, say
from app.web.parts.aside import with_aside
from app.web.parts.cards import draw_cards
from app.web.parts.downloads import KINDS, draw_downloads
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source, draw_source, opened_source
from app.web.variants.chosen import VIEWS, draw_documents, forget_cell, pick_cell, picked_cell
from app.web.variants.views_html import CELL, view_html
from corpus.clause import Clause
from drafting.comparisons.writing import write_views
from kg.views.making import make_view
from kg.views.table import View, ViewCell

_SEVERAL = "compare:several"


def draw_overview(name: str, workspace: Workspace) -> None:
    """Draw a view.

    Args:
        name: The view's name.
        workspace: The build.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-documents"):
        documents = draw_documents(workspace)
        view = view_of(str(workspace.snapshot.path), workspace, name, documents)
        write = partial(write_views, (view,), workspace.shelf)
        files = {ending: (say("下载 {kind}", kind=KINDS[ending][0]), write) for ending in KINDS}
        draw_downloads(say(VIEWS[name]), files, f"compare-{name}")
    rows = _rows(view)
    picked = picked_cell()
    cell = _cell_at(view, picked)
    with with_aside(cell is not None, lambda: _draw_bases(view, picked, workspace)):
        table = view_html(view, rows, workspace.shelf.by_id, language_now())
        at = f"{CELL}{picked[0]}.{picked[1]}" if picked else None
        draw_pick_table(table, at, f"compare-view:{name}", _picked)
        notes = "".join(f"<li>{escape(note)}</li>" for note in view.notes)
        st.html(f'<ul class="gb-notes">{notes}</ul>')


@st.cache_resource(show_spinner=False, max_entries=24)
def view_of(build: str, _workspace: Workspace, name: str, documents: Sequence[str]) -> View:
    """A view over documents; of a build always the same."""
    del build
    return make_view(name, _workspace.library, documents)


def _rows(view: View) -> list[int]:
    """The numbers of the rows that are shown: of figures, if one likes, only those that several documents state."""
    every = list(range(len(view.rows)))
    if view.name != "thresholds":
        return every
    groups: dict[str, set[str]] = {}
    for row in view.rows:
        groups.setdefault(row[0].text, set()).add(row[2].text)
    only = st.toggle(say("只看几份文件都写了的"), key=_SEVERAL, persist_state="session")
    return [at for at in every if not only or len(groups[view.rows[at][0].text]) > 1]


def _cell_at(view: View, picked: tuple[int, int] | None) -> ViewCell | None:
    """The picked cell, where it rests on clauses."""
    if picked is None or picked[0] >= len(view.rows) or picked[1] >= len(view.columns):
        return None
    cell = view.rows[picked[0]][picked[1]]
    return cell if cell.clauses else None


def _draw_bases(view: View, picked: tuple[int, int] | None, workspace: Workspace) -> None:
    """Draw what a cell rests on: what stands there by its text, then what likeness of meaning put there."""
    cell = _cell_at(view, picked)
    if cell is None or picked is None:
        return
    row, column = view.rows[picked[0]], view_label(view.columns[picked[1]], language_now())
    subject = row[1].text if view.name in ("thresholds", "systems") else row[0].text
    with st.container(key="compare-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{escape(f"{subject} · {column}")}</h2>')
        st.button(say("关闭"), key="compare-close", on_click=_close, type="tertiary", width="content")
    likely = set(cell.likely or (cell.clauses if cell.inferred else ()))
    held = [workspace.shelf.by_id[one] for one in cell.clauses]
    if opened_source() in cell.clauses:
        draw_source(workspace)
    _draw_held([one for one in held if one.id not in likely], workspace, f"view-{picked[0]}-{picked[1]}")
    if likely:
        said = say("推定：下面 {count} 条原文没有写明归在这里，是按意思归入的。", count=len(likely))
        st.html(f'<p class="gb-foot">{escape(said)}</p>')
        _draw_held([one for one in held if one.id in likely], workspace, f"likely-{picked[0]}-{picked[1]}")


def _draw_held(clauses: Sequence[Clause], workspace: Workspace, where: str) -> None:
    draw_cards(clauses, workspace.titles, where)


def _close() -> None:
    forget_cell()
    close_source()


def _picked(value: str) -> None:
    close_source()
    pick_cell(value.removeprefix(CELL))
