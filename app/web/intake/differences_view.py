"""The difference of two editions, as ``gongbiao diff`` finds it."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.assembly import Workspace
from app.editions import EditionPair, find_editions
from app.web.intake.differences import UNCHANGED, differences_html
from app.web.intake.words import EDITION_ROW
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import kept, restored
from app.web.parts.aside import with_aside
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source, draw_source, open_source, opened_source
from corpus.library import Document
from kg.editions.differing import count_rows

_FORMER, _LATER, _EVERY, _ROW = "library-former", "library-later", "library-every", "library-row"


def open_differences(former: str, later: str) -> None:
    """Lay two editions side by side."""
    st.session_state[_FORMER], st.session_state[_LATER] = former, later
    close_source()


def differences_open() -> bool:
    """Whether two editions are laid side by side; at first the address says."""
    restored(_FORMER, "from", None)
    restored(_LATER, "to", None)
    kept("from", st.session_state[_FORMER])
    kept("to", st.session_state[_LATER])
    return bool(st.session_state[_FORMER] and st.session_state[_LATER])


def draw_differences(opened: Opened) -> None:
    """Draw them."""
    st.button(say("返回标准库"), key="close-differences", on_click=_close, type="tertiary")
    workspace = opened.workspace
    pair = _pair(str(workspace.snapshot.path), st.session_state[_FORMER], st.session_state[_LATER], workspace)
    if (row := st.query_params.get("row")) and _ROW not in st.session_state:
        open_source(row)
    st.session_state[_ROW] = opened_source()
    kept("row", opened_source() or "")
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        st.html(_head_html(pair))
        every = restored(_EVERY, "all", ["", "1"]) == "1"
        every = st.toggle(say("没有变化的也列出"), every, key="differences-every")
        st.session_state[_EVERY] = "1" if every else ""
        kept("all", st.session_state[_EVERY])
        rows = [row for row in pair.rows if every or row.status not in UNCHANGED]
        if rows:
            draw_pick_table(differences_html(rows), opened_source(), "differences", open_source)
        else:
            st.html(f'<p class="gb-said">{say("两版的条目没有差别。")}</p>')


@st.cache_resource(show_spinner=False, max_entries=8)
def _pair(build: str, former: str, later: str, _workspace: Workspace) -> EditionPair:
    return find_editions(_workspace.documents, former, later)


def _close() -> None:
    open_differences("", "")


def _head_html(pair: EditionPair) -> str:
    counts = "".join(
        f'<li><span class="gb-in-state gb-in-{status}">{EDITION_ROW[status][0]} {say(EDITION_ROW[status][1])}</span> '
        f"{count}</li>"
        for status, count in count_rows(pair.rows).items()
    )
    sides = "".join(
        f'<p class="gb-said">{say(name)}{say("：")}{escape(_told(document))}</p>'
        for name, document in (("前一版", pair.former), ("后一版", pair.later))
    )
    return f'<h2 class="gb-title">{say("两版的差别")}</h2>{sides}<ul class="gb-summary">{counts}</ul>'


def _told(document: Document) -> str:
    meta = document.meta
    year = f"，{meta.year}" if meta.year else ""
    return f"《{meta.title}》（{meta.id}{year}）"
