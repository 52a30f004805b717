"""A job on the page: how far it is, and the way to give it up."""

from __future__ import annotations

from html import escape
from typing import TypeVar

import streamlit as st

from app.console import STAGES
from app.web.jobs import Job
from app.web.language import say

Made = TypeVar("Made")
POLL_S = 0.5


@st.fragment(run_every=POLL_S)
def draw_job(job: Job[Made], key: str, *, measured: bool = True) -> None:
    """Draw a job that runs; the page is drawn anew as soon as it has ended, and takes its result then.

    Args:
        job: The job.
        key: Names it among the page's elements.
        measured: Whether it tells how far it is; a bar that never moves would tell something wrong.
    """
    if job.done():
        st.rerun()
    reached = job.reached
    share = min(1.0, reached.done / reached.total) if reached.total else 0.0
    count = f" {reached.done}/{reached.total}" if reached.total else ""
    stage = say(STAGES.get(reached.stage, reached.stage)) if reached.stage else say("排队中")
    with st.container(horizontal=True, vertical_alignment="center"):
        if measured:
            st.progress(share, text=f"{stage}{count}")
        else:
            told = say("{stage}：这一步说不出做了多少，做完会自己显示。", stage=stage)
            st.html(f'<p class="gb-quiet" role="status">{escape(told)}</p>')
        st.button(say("取消"), key=f"give-up:{key}", on_click=job.give_up, width="content", disabled=job.given_up)
