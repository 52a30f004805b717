"""Where a person is in their projects: the open project, what was last seen of it, and what has to be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from app.console import LAYER_ERRORS
from app.project_plans import decide
from app.projects import Project, ProjectChangedError, Projects, State
from app.web.opened import Opened
from app.web.parts.errors import draw_error
from app.web.planning.choosing import held_at
from drafting.exports.update_edits import Spot

Made = TypeVar("Made")
PROJECT = "project"
STEP = "step"
VIEW = "view"
ITEM = "item"
_SEEN = "plan:seen"
_SAID = "plan:said"
_UNSAVED = "plan:unsaved"
_GO = "plan:go"
_MOUNT = "plan:mount"


@dataclass(frozen=True, slots=True)
class Place:
    """A project that is open.

    Attributes:
        opened: What the page is drawn from.
        project: The project.
        state: What it is at, as it is drawn.
    """

    opened: Opened
    project: Project
    state: State


def projects_of(opened: Opened) -> Projects:
    """The projects of the data folder."""
    return Projects(opened.workspace.settings.data / "projects")


def attempt(work: Callable[[], Made]) -> Made | None:
    """Do what a person asked for; what cannot be done is said when the page is drawn."""
    try:
        return work()
    except LAYER_ERRORS as error:
        st.session_state[_SAID] = error
        return None


def told(text: str) -> None:
    """Say something once, when the page is drawn next."""
    st.session_state[_SAID] = text


def go(step: str | None = None, *, project: str | None = None, view: str | None = None) -> None:
    """Go to a step or view when the page is drawn next."""
    st.session_state[_GO] = {STEP: step, VIEW: view}
    if project is not None:
        st.query_params.clear()
        forget()
        st.query_params[PROJECT] = project


def arrive() -> None:
    """Where somebody is to go, they are now; called before any widget is drawn."""
    for key, value in st.session_state.pop(_GO, {}).items():
        if value is not None:
            st.session_state[held_at(key)] = value


def leave() -> None:
    """Go back to the list of projects."""
    st.query_params.clear()
    forget()


def forget() -> None:
    """Forget what was chosen in the project that was open."""
    for key in [one for one in st.session_state if str(one).startswith(("plan:", "aim-")) and one != _GO]:
        del st.session_state[key]


def draw_said() -> None:
    """Say what has to be said, once."""
    said = st.session_state.pop(_SAID, None)
    if isinstance(said, Exception):
        draw_error(said)
    elif said:
        st.info(said)


def mount() -> int:
    """The number of the present forms and tables: another one whenever they are to show what is kept now."""
    return int(st.session_state.setdefault(_MOUNT, 0))


def remount() -> None:
    """Let forms and tables show what is kept now."""
    st.session_state[_MOUNT] = mount() + 1


def seen(place: Place) -> int:
    """The state that the present forms and tables were filled from; a change is made from it and no later one."""
    held = st.session_state.get(_SEEN)
    if not isinstance(held, tuple) or held[:2] != (place.project.name, mount()):
        held = (place.project.name, mount(), place.state.revision)
        st.session_state[_SEEN] = held
    return int(held[2])


def reached(place: Place, revision: int) -> None:
    """A change of one's own has led to a state: the present forms and tables are as good as filled from it."""
    st.session_state[_SEEN] = (place.project.name, mount(), revision)


def save(place: Place, changes: Mapping[Spot, object], *, again: bool = True) -> bool:
    """Keep what a person decided; where somebody else was faster, it is set aside and said.

    Args:
        place: The project.
        changes: What was typed for each value.
        again: Whether forms and tables are to show what is kept afterwards.

    Returns:
        Whether it was kept.
    """
    try:
        revision = decide(place.opened.workspace, place.project, changes, seen(place))
    except ProjectChangedError as error:
        st.session_state[_UNSAVED] = (place.project.name, dict(changes))
        st.session_state[_SAID] = error
        remount()
        return False
    except LAYER_ERRORS as error:
        st.session_state[_SAID] = error
        remount()
        return False
    if again:
        remount()
    else:
        reached(place, revision)
    return True


def unsaved(place: Place) -> Mapping[Spot, object]:
    """What could not be kept in the project because somebody else was faster."""
    held = st.session_state.get(_UNSAVED)
    return held[1] if held and held[0] == place.project.name else {}


def force_unsaved(place: Place) -> None:
    """Keep now what could not be kept."""
    changes = unsaved(place)
    drop_unsaved()
    save(place, changes)


def drop_unsaved() -> None:
    """Give up what could not be kept."""
    st.session_state.pop(_UNSAVED, None)
