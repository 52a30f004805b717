"""Where files are dropped; they are assessed at once, and nothing of them is kept."""

from __future__ import annotations

import streamlit as st

from app.arriving_files import UploadedFile
from app.web.intake import desk
from app.web.intake.actions import assess
from app.web.intake.running import busy
from app.web.language import say
from app.web.opened import Opened
from corpus.readers.limits import Limits

_ROUND = "intake-round"
_DROPPED = "intake-dropped"


def draw_arrivals(opened: Opened) -> None:
    """Draw the place for files."""
    number = int(st.session_state.get(_ROUND, 0))
    with st.container(key="intake-drop"):
        st.file_uploader(
            say("放入文件：先看读出了什么，再决定是否收入"),
            accept_multiple_files=True,
            key=f"{_DROPPED}-{number}",  # a new one each time, so that what was taken is not offered again
            on_change=_arrived,
            args=(opened, number),
            disabled=busy(),
        )
    if not desk.batch().files:
        st.html(f'<p class="gb-quiet">{say(_LIMITS, most=Limits().file_bytes >> 20)}</p>')


_LIMITS = (
    "可放 Word（docx）、PDF、网页（html）、Excel（xlsx）、Markdown 和文本文件，可同时放多份，每份至多 {most} MB。"
    "文件只在本机读取，收入之前什么都不保存；刷新页面会放下未收入的文件。"
)


def _arrived(opened: Opened, number: int) -> None:
    dropped = st.session_state.get(f"{_DROPPED}-{number}") or []
    if dropped:
        st.session_state[_ROUND] = number + 1
        assess(opened, [UploadedFile(one.name, one.getvalue()) for one in dropped])
