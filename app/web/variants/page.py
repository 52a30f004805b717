"""The page 地方对比: two documents, tiers or tracks side by side, and tables over all documents."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.console import LAYER_ERRORS
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import draw_choice
from app.web.parts.errors import draw_error
from app.web.parts.source_address import keep_source
from app.web.variants.chosen import SIDED, VIEWS, WHERE, draw_sides, forget_cell
from app.web.variants.kept import drawn_comparison
from app.web.variants.overview import draw_overview
from app.web.variants.side_by_side import draw_briefing, draw_rows
from kg.variants.comparison import Comparison


def draw(opened: Opened) -> None:
    """Draw the page."""
    keep_source(WHERE)
    st.html(f'<h2 class="gb-title">{escape(say("同一件事，各地怎么写"))}</h2>')
    view = draw_choice("看什么", "view", list(VIEWS), lambda one: say(VIEWS[one]), where=WHERE, many=99)
    if view not in SIDED:
        draw_overview(view, opened.workspace)
        return
    forget_cell()
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-sides"):
        left, right = draw_sides(opened.workspace)
    comparison = _comparison(opened, left, right)
    if comparison is None:
        return
    draw_view = draw_rows if view == "rows" else draw_briefing
    draw_view(comparison, opened.workspace)


def _comparison(opened: Opened, left: str, right: str) -> Comparison | None:
    """The comparison; None while it is made, or where it cannot be made, which is said."""
    try:
        return drawn_comparison(opened, left, right)
    except LAYER_ERRORS as error:
        draw_error(error)
        return None
