"""The page 问答: a conversation; each answer with its conclusion, its clauses, and their place in the text."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.assembly import Workspace
from app.web.asking.answer_html import library_html, scroll_html
from app.web.asking.answer_view import draw_answer
from app.web.asking.asked import Asked, ask, begin_anew, conversation_so_far, keep_address, restore
from app.web.asking.earlier_turns import draw_earlier
from app.web.asking.writing_desk import WritingDesk
from app.web.opened import Opened
from app.web.parts.aside import with_aside
from app.web.parts.limits import Chosen, draw_limits
from app.web.parts.source_panel import draw_source, opened_source

EXAMPLES = ("智能工厂对设备运维有什么要求", "数字化车间要做柔性化制造吗", "浦江智能工厂的总投资要达到多少")
INVITATION = "向标准提问，可以接着追问"
_BOX = "question-box"


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace, desk = opened.workspace, opened.desk
    restore(workspace)
    chosen = draw_limits(workspace)
    st.chat_input(INVITATION, key=_BOX, on_submit=_ask_box)
    asked = conversation_so_far(workspace, chosen)
    keep_address(asked)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        if asked:
            _draw_conversation(asked, workspace, chosen, desk)
        else:
            _draw_examples()
            st.html(library_html(workspace))


def _draw_conversation(asked: Sequence[Asked], workspace: Workspace, chosen: Chosen, desk: WritingDesk) -> None:
    with st.container(key="conversation-head", horizontal=True, horizontal_alignment="right"):
        st.button("新的对话", key="begin-anew", on_click=begin_anew, type="tertiary", width="content")
    draw_earlier(asked[:-1], workspace)
    present = asked[-1]
    with st.container(key="present"):
        draw_answer(present, workspace, chosen, desk)
    st.html(scroll_html(present.number), unsafe_allow_javascript=True)


def _draw_examples() -> None:
    st.html('<h2 class="gb-side-title">可以这样问</h2>')
    with st.container(horizontal=True, gap="small", key="examples"):
        for number, text in enumerate(EXAMPLES):
            st.button(text, key=f"example-{number}", on_click=ask, args=(text,), type="tertiary", width="content")


def _ask_box() -> None:
    ask(str(st.session_state[_BOX]))
