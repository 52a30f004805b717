"""A file that waits: what was understood of it, its facts, its rows, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.messages import in_chinese
from app.web.intake import desk
from app.web.intake.actions import admit, put_aside
from app.web.intake.batch import Waiting
from app.web.intake.editions import draw_edition, draw_others, namesakes
from app.web.intake.facts_form import draw_facts
from app.web.intake.rows_view import draw_rows
from app.web.intake.running import busy
from app.web.intake.summed import summary_html
from app.web.intake.waiting_table import outcome_html
from app.web.intake.words import state_told, title_of
from app.web.language import language_now, say
from app.web.opened import Opened

_VIEW = "intake-view"
_VIEWS = {"summary": "读出了什么", "facts": "文件信息", "rows": "条目"}


def draw_file(opened: Opened, file: Waiting) -> None:
    """Draw it."""
    one = file.assessed
    maybe = bool(namesakes(opened.workspace.documents, file))
    badge = outcome_html(*state_told(one.status, maybe))
    st.html(f'<h3 class="gb-document">{escape(title_of(one) or one.file)} {badge}</h3>')
    if one.reason:
        reason = in_chinese(one.reason) if language_now() == "zh" else one.reason
        st.html(f'<div class="gb-error" role="alert">{escape(reason)}</div>')
    draw_edition(opened, file)
    _draw_actions(opened, file, maybe)
    if not maybe:
        draw_others(opened, file)
    if one.assessment is None or one.arrival is None:
        return
    view = st.segmented_control(
        say("看什么"), list(_VIEWS), default="summary", required=True, key=_VIEW, label_visibility="collapsed",
        format_func=lambda name: say(_VIEWS[name]),
        persist_state="session",
    )  # fmt: skip
    if view == "facts":
        draw_facts(opened, file)
    elif view == "rows":
        draw_rows(file)
    else:
        st.html(summary_html(one.assessment, one.clauses))
        st.html(_notes_html(one.notes))


def _draw_actions(opened: Opened, file: Waiting, maybe: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="intake-actions"):
        if file.admissible:
            only = len(desk.batch().admissible) == 1 and not maybe
            st.button(
                say("作为另一份文件收入") if maybe else say("收入这一份"), key=f"admit:{file.number}", on_click=admit,
                args=(opened, [file.number]), disabled=busy(), type="primary" if only else "secondary",
            )  # fmt: skip
        st.button(
            say("放下这一份"), key=f"aside:{file.number}", on_click=put_aside, args=([file.number],), type="tertiary",
            disabled=busy(),
        )  # fmt: skip


def _notes_html(notes: Sequence[str]) -> str:
    if not notes:
        return f'<p class="gb-quiet">{say("没有发现异常之处。")}</p>'
    listed = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<h4 class="gb-side-title">{say("留意")}</h4><ul class="gb-notes">{listed}</ul>'
