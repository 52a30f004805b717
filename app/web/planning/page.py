"""The page 举证计划: from a client's profile and a target to a plan that people work in."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.console import LAYER_ERRORS
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.errors import draw_error
from app.web.planning.choosing import choose
from app.web.planning.files_step import draw_files
from app.web.planning.making import draw_making
from app.web.planning.place import (
    PROJECT,
    STEP,
    Place,
    arrive,
    draw_said,
    leave,
    projects_of,
    seen,
)
from app.web.planning.plan_step import draw_plan
from app.web.planning.profile_step import draw_profile
from app.web.planning.project_list import draw_projects
from app.web.planning.target_step import draw_target
from app.web.planning.unsaved import draw_unsaved
from app.web.planning.words import STEPS


def draw(opened: Opened) -> None:
    """Draw the page."""
    arrive()
    name = st.query_params.get(PROJECT)
    if not name:
        draw_said()
        draw_projects(opened)
        return
    try:
        project = projects_of(opened).open(name)
        place = Place(opened, project, project.state)
    except LAYER_ERRORS as error:
        draw_error(error)
        st.button(say("全部项目"), key="plan-list", on_click=leave)
        return
    seen(place)
    _draw_head(place)
    draw_said()
    draw_unsaved(place)
    if not draw_making(place):
        _draw_step(place)


def _draw_head(place: Place) -> None:
    with st.container(key="plan-head", horizontal=True, vertical_alignment="center"):
        st.html(f'<h2 class="gb-title">{escape(place.project.name)}</h2>')
        st.button(say("全部项目"), key="plan-list", on_click=leave, type="tertiary", width="content")


def _draw_step(place: Place) -> None:
    first = "plan" if place.project.planned else "target" if place.project.folder.has_profile else "profile"
    step = choose("步骤", STEP, list(STEPS), lambda one: say(STEPS[one]), titled=False, default=first)
    {"profile": draw_profile, "target": draw_target, "plan": draw_plan, "files": draw_files}[step](place)
