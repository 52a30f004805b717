"""The questions asked before the present one: each with its conclusion, its clauses on demand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.web.asking.answer_html import conclusion_html, question_html
from app.web.asking.answer_view import draw_cited, draw_sections
from app.web.asking.asked import Asked
from app.web.asking.cited import cited_in, generated_html
from app.web.language import say


def draw_earlier(turns: Sequence[Asked]) -> None:
    """Draw the earlier turns of a conversation, oldest first."""
    for asked in turns:
        with st.container(key=f"turn-{asked.number}", gap="xsmall"):
            _draw_turn(asked)


def _draw_turn(asked: Asked) -> None:
    answer, cited = asked.answer, cited_in(asked.answer)
    st.html(question_html(asked.reply.turn, earlier=True))
    draw_cited(conclusion_html(answer, cited) + generated_html(answer, cited), f"conclusion:{asked.number}")
    quoted = sum(len(section.quoted) for section in answer.sections)
    if not quoted:
        return
    flag = f"unfolded:{asked.number}"
    unfolded = bool(st.session_state.get(flag))
    label = say("收起引文") if unfolded else say("引文 {count} 条", count=quoted)
    st.button(label, key=f"fold:{asked.number}", on_click=_turn_over, args=(flag,), type="tertiary", width="content")
    if unfolded:
        draw_sections(answer, cited, None, f"turn-{asked.number}")


def _turn_over(flag: str) -> None:
    st.session_state[flag] = not st.session_state.get(flag)
