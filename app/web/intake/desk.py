"""What a session has at hand on the page: its files that wait, which of them is open, and where."""

from __future__ import annotations

import streamlit as st

from app.web.intake.batch import Batch, Waiting

_BATCH = "intake-batch"
_PICKED = "intake-picked"
_PLACE = "intake-place"


def batch() -> Batch:
    """The files that wait."""
    found: Batch = st.session_state.setdefault(_BATCH, Batch())
    return found


def keep(now: Batch) -> None:
    """Put the files that wait in place of those before."""
    st.session_state[_BATCH] = now


def picked() -> Waiting | None:
    """The file that is open: the one that was chosen, or the first."""
    files = batch()
    return files.find(st.session_state.get(_PICKED)) or (files.files[0] if files.files else None)


def pick(number: str) -> None:
    """Open a file."""
    st.session_state[_PICKED] = int(number)
    shut()


def place() -> str | None:
    """What of the open file is shown in its source: a row's id, or ``fact:NAME``."""
    found = st.session_state.get(_PLACE)
    return str(found) if found else None


def show(at: str) -> None:
    """Show a row or a fact in its source."""
    st.session_state[_PLACE] = at


def shut() -> None:
    """Show no source."""
    st.session_state[_PLACE] = None
