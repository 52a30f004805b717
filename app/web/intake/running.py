"""The one piece of long work that a session has on the page, and what became of the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeVar

import streamlit as st

from app.console import LAYER_ERRORS
from app.web.jobs import Advance, Job, Jobs
from app.web.language import say
from app.web.parts.errors import draw_error
from app.web.parts.job_view import draw_job

Made = TypeVar("Made")
_RUNNING = "intake-running"
_FAILED = "intake-failed"
_TOLD = "intake-told"


@dataclass(frozen=True, slots=True)
class Running(Generic[Made]):
    """Work that runs.

    Attributes:
        job: The work.
        take: Takes what it made into the session.
    """

    job: Job[Made]
    take: Callable[[Made], None]


def start(jobs: Jobs, work: Callable[[Advance], Made], take: Callable[[Made], None]) -> None:
    """Start work; what was told of the last is forgotten."""
    st.session_state[_RUNNING] = Running(jobs.start(work), take)
    st.session_state[_FAILED] = None
    st.session_state[_TOLD] = None


def busy() -> bool:
    """Whether work runs."""
    return st.session_state.get(_RUNNING) is not None


def tell(sentence: str) -> None:
    """Say a sentence, in the session's language, at the head of the page until something else is begun."""
    st.session_state[_TOLD] = sentence


def settle() -> None:
    """Take what finished work made."""
    running: Running[Any] | None = st.session_state.get(_RUNNING)
    if running is None or not running.job.done():
        return
    st.session_state[_RUNNING] = None
    try:
        made = running.job.result()
    except LAYER_ERRORS as error:
        st.session_state[_FAILED] = error
        return
    if made is None:
        tell(say("已取消，标准库没有变化。"))
    else:
        running.take(made)


def draw_running() -> None:
    """Draw the work that runs, or what became of the last."""
    running: Running[Any] | None = st.session_state.get(_RUNNING)
    with st.container(key="intake-running"):  # always there, so that nothing below it is drawn anew as work ends
        if running is not None:
            draw_job(running.job, "intake")
        if (error := st.session_state.get(_FAILED)) is not None:
            draw_error(error)
        if told := st.session_state.get(_TOLD):
            st.html(f'<div class="gb-in-told" role="status">{escape(told)}</div>')
