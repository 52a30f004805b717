"""What a session has read of its open project, kept until the project's files change; no other session sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from app.project_plans import merged_of
from app.web.planning.place import Place
from drafting.exports.update_edits import Merged
from drafting.profiles.sections import Profile
from drafting.projects.kept_plan import KeptPlan

_HELD = "plan:held"


def plan_now(place: Place) -> tuple[KeptPlan, Merged] | None:
    """The plan of the project, as it is kept and with what people decided put in; None where none was made.

    Raises:
        DraftingError: It cannot be read.
    """
    if not place.project.planned:
        return None
    workspace = place.opened.workspace

    def read() -> tuple[KeptPlan, Merged] | None:
        kept = place.project.plan
        return (kept, merged_of(workspace, kept)) if kept is not None else None

    build = str(workspace.snapshot.path)
    found: tuple[KeptPlan, Merged] | None = _held("plan", place, place.project.plan_file, build, read)
    return found


def profile_now(place: Place) -> Profile | None:
    """The profile of the project; None where there is none.

    Raises:
        DraftingError: It cannot be read.
    """
    if not place.project.folder.has_profile:
        return None
    found: Profile | None = _held("profile", place, place.project.folder.profile, "", lambda: place.project.profile)
    return found


def _held(what: str, place: Place, file: Path, build: str, read: Callable[[], Any]) -> Any:
    held = st.session_state.setdefault(_HELD, {})
    stat = file.stat()
    key = (place.project.name, place.state.revision, stat.st_mtime_ns, stat.st_size, build)
    if what not in held or held[what][0] != key:
        held[what] = (key, read())
    return held[what][1]
