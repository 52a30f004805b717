"""The page 问答: a conversation; each answer with its conclusion, its clauses, and their place in the text."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.assembly import Workspace
from app.console import LAYER_ERRORS
from app.web.asking.address import begin_anew, keep_address, restore
from app.web.asking.answer_html import scroll_html
from app.web.asking.answer_view import draw_answer
from app.web.asking.asked import Asked, ask, conversation, go_on
from app.web.asking.earlier_turns import draw_earlier
from app.web.asking.offered import draw_offers
from app.web.asking.opening import draw_opening
from app.web.asking.taking_along import draw_taking_along
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.errors import draw_error
from app.web.parts.source_panel import draw_source, opened_source

_BOX = "question-box"


def draw(opened: Opened) -> None:
    """Draw the page.

    Raises:
        AppError: A long conversation, or feedback, cannot be kept.
        DraftingError: There is no generator of the settings' name.
    """
    workspace = opened.workspace
    with st.container(key="question-bar"):  # the style sheet places it: with Streamlit's own, pages run to their end
        st.chat_input(say("向标准提问，可以接着追问"), key=_BOX, on_submit=_ask_box)
    try:
        with st.spinner(say("正在查找…")):
            restore(workspace)
            go_on(workspace)
    except LAYER_ERRORS as error:
        draw_error(error)
    asked = conversation()
    keep_address(workspace)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        if asked:
            _draw_conversation(asked, opened)
        else:
            draw_opening(workspace)


def _draw_conversation(asked: Sequence[Asked], opened: Opened) -> None:
    workspace = opened.workspace
    with st.container(key="conversation-head", horizontal=True, horizontal_alignment="right"):
        _draw_anew(workspace)
    draw_earlier(asked[:-1])
    present = asked[-1]
    with st.container(key="present"):
        draw_answer(present, workspace, opened.desk)
        draw_taking_along(asked, workspace)
        draw_offers(present, workspace, opened.jobs)
    st.html(scroll_html(present.number), unsafe_allow_javascript=True)


def _draw_anew(workspace: Workspace) -> None:
    st.button(
        say("新的对话"), key="begin-anew", on_click=begin_anew, args=(workspace,), type="tertiary", width="content",
        help=say("清空这次对话，连同它在本机的记录"),
    )  # fmt: skip


def _ask_box() -> None:
    ask(str(st.session_state[_BOX]))
