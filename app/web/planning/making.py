"""Making a plan beside the page: its progress, its end, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from app.assembly import Workspace
from app.planning import Advance, Aim
from app.project_plans import make_kept
from app.web.jobs import Job
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.job_view import draw_job
from app.web.planning.place import Place, attempt, go, remount, told
from drafting.generator import Missing
from drafting.plans.writing import NarrativeWriter

_JOB = "plan:job"
Made = tuple[int, str | None]


def model_state(opened: Opened) -> Literal["ready", "missing"]:
    """Whether the model can write."""
    if opened.workspace.settings.generator == "none":
        return "missing"
    generator = attempt(opened.desk.generator)
    return "missing" if generator is None or isinstance(generator, Missing) or not generator.ready() else "ready"


def begin_making(
    place: Place,
    read: Callable[[Workspace, str, Sequence[str]], Aim],
    target: str,
    also: tuple[str, ...],
    *,
    model: bool,
) -> None:
    """Begin to make the plan of a project.

    Args:
        place: The project.
        read: Reads an aim.
        target: What it aims at.
        also: Other targets.
        model: Whether the model writes sentences.
    """
    workspace, project = place.opened.workspace, place.project

    def work() -> Job[Made]:
        aim = read(workspace, target, also)
        generator = place.opened.desk.generator() if model else None
        writer = NarrativeWriter(generator, workspace.lexicon) if generator and generator.ready() else None

        def make(advance: Advance) -> Made:
            return make_kept(workspace, project, aim, writer, advance, also)

        return place.opened.jobs.start(make)

    job = attempt(work)
    if job is not None:
        st.session_state[_JOB] = (project.name, job)


def draw_making(place: Place) -> bool:
    """Draw the making of a plan while it runs, and take its end; whether it runs."""
    held = st.session_state.get(_JOB)
    if held is None or held[0] != place.project.name:
        return False
    job: Job[Made] = held[1]
    if not job.done():
        st.html(f'<p class="gb-said">{say("正在生成计划，可以离开本页，做好后会保存在项目里。")}</p>')
        draw_job(job, "plan")
        return True
    del st.session_state[_JOB]
    _take(place, job)
    st.rerun()


def _take(place: Place, job: Job[Made]) -> None:
    def work() -> Made | None:
        return job.result()

    made = attempt(work)
    if made is not None:
        remount()
        go("plan", view="summary")
        if made[1]:
            told(say("部分叙述没有由模型写：{why}", why=made[1]))
    elif job.given_up:
        told(say("已取消，项目还是原来的样子。"))
