"""The questions asked before the present one: each with its conclusion, its clauses on demand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.assembly import Workspace
from app.web.asking.answer_html import conclusion_html, generated_html, question_html
from app.web.asking.answer_view import draw_section
from app.web.asking.asked import Asked
from app.web.parts.limits import Chosen


def draw_earlier(turns: Sequence[Asked], workspace: Workspace) -> None:
    """Draw the earlier turns of a conversation, oldest first."""
    for asked in turns:
        with st.container(key=f"turn-{asked.number}", gap="xsmall"):
            _draw_turn(asked, workspace)


def _draw_turn(asked: Asked, workspace: Workspace) -> None:
    answer = asked.answer
    st.html(question_html(asked.reply.turn, earlier=True))
    st.html(conclusion_html(answer) + generated_html(answer))
    quoted = sum(len(section.quoted) for section in answer.sections)
    if not quoted:
        return
    flag = f"unfolded:{asked.number}"
    unfolded = bool(st.session_state.get(flag))
    label = "收起引文" if unfolded else f"引文 {quoted} 条"
    st.button(label, key=f"fold:{asked.number}", on_click=_turn_over, args=(flag,), type="tertiary", width="content")
    if unfolded:
        for number, section in enumerate(answer.sections):
            draw_section(number, section, workspace, Chosen(), f"turn-{asked.number}-")


def _turn_over(flag: str) -> None:
    st.session_state[flag] = not st.session_state.get(flag)
