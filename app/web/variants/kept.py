"""Comparisons made in the background and kept for the build, so that nobody waits for the same one twice."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import partial

import streamlit as st

from app.assembly import Workspace
from app.web.jobs import Advance, Job
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.job_view import draw_job
from kg.variants.comparison import Comparison

Sides = tuple[str, str]
_MOST = 24
_SOON_S = 4.0
"""So long a page waits for a comparison before it offers to cancel it: most are there much sooner."""
_STEP_S = 0.02
_JOB = "compare:job"


class Kept:
    """The latest comparisons of one build, for all sessions.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: dict[Sides, Comparison] = {}
        self._lock = threading.Lock()

    def get(self, sides: Sides) -> Comparison | None:
        """The comparison of two targets, where it is kept."""
        with self._lock:
            return self._held.get(sides)

    def put(self, sides: Sides, made: Comparison) -> None:
        """Keep a comparison; the eldest gives way."""
        with self._lock:
            self._held.pop(sides, None)
            self._held[sides] = made
            if len(self._held) > self._most:
                del self._held[next(iter(self._held))]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A comparison that a session waits for.

    Attributes:
        build: The build that it is of.
        sides: The targets.
        job: Makes it.
    """

    build: str
    sides: Sides
    job: Job[Comparison]


@st.cache_resource(show_spinner=False, max_entries=2)
def kept_of(build: str) -> Kept:
    """What is kept of a build."""
    del build
    return Kept()


def drawn_comparison(opened: Opened, left: str, right: str) -> Comparison | None:
    """The comparison of two targets; None while it is made, which the page then shows.

    Raises:
        GraphError: A target names nothing that could be compared, or both name the same.
    """
    build, sides = str(opened.workspace.snapshot.path), (left, right)
    kept = kept_of(build)
    if (made := kept.get(sides)) is not None:
        return made
    asked = st.session_state.get(_JOB)
    if not isinstance(asked, _Asked) or (asked.build, asked.sides) != (build, sides):
        asked = _Asked(build, sides, opened.jobs.start(partial(_compare, opened.workspace, sides, kept)))
        st.session_state[_JOB] = asked
    with st.spinner(say("正在逐条对齐")):
        ready = _soon(asked.job)
    if not ready:
        draw_job(asked.job, "compare", measured=False)
        return None
    if asked.job.given_up:
        st.info(say("对比已取消。"))
        st.button(say("重新对比"), key="compare-again", on_click=_forget)
        return None
    del st.session_state[_JOB]
    return asked.job.result()


def _compare(workspace: Workspace, sides: Sides, kept: Kept, advance: Advance) -> Comparison:
    """Make a comparison, and keep it whether or not the session still waits for it."""
    advance("正在逐条对齐", 0, 0)
    made = workspace.comparing.compare(*sides)
    kept.put(sides, made)
    return made


def _soon(job: Job[Comparison]) -> bool:
    """Whether a job has ended, or does so in a moment."""
    until = time.monotonic() + _SOON_S
    while not job.done() and time.monotonic() < until:
        time.sleep(_STEP_S)
    return job.done()


def _forget() -> None:
    st.session_state.pop(_JOB, None)
