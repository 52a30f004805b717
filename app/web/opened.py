"""What all sessions of the app share: the workspace over the current build, the model's desk, and the jobs."""

from __future__ import annotations

import argparse
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from app.assembly import Workspace, generator_opener, library_changes
from app.console import LAYER_ERRORS
from app.settings import Settings, read_settings
from app.web.asking.writing_desk import WritingDesk
from app.web.finishing import Finishing
from app.web.jobs import Jobs
from kg.snapshot import DataFolder
from retrieval.snapshot_reader import Snapshot


@dataclass(frozen=True, slots=True)
class Opened:
    """What a page is drawn from; shared by all sessions, so it holds nothing of any of them.

    Attributes:
        workspace: The current build.
        desk: Where the model writes.
        jobs: Where long work runs.
    """

    workspace: Workspace
    desk: WritingDesk
    jobs: Jobs


def opened_now() -> Opened | None:
    """What the pages are drawn from; None where nothing is built.

    Raises:
        GraphError: The data folder cannot be read.
        RetrievalError: The build cannot be read.
    """
    settings = settings_now()
    workspace = workspace_now(settings)
    return Opened(workspace, writing_desk(settings), jobs()) if workspace is not None else None


def settings_now() -> Settings:
    """The settings of the run, with the ``--data`` that follows the script's name on the command line."""
    parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    parser.add_argument("--data", type=Path)
    known, _ = parser.parse_known_args(sys.argv[1:])
    return read_settings(known.data)


def workspace_now(settings: Settings) -> Workspace | None:
    """The workspace over the current build, shared by all sessions; a newer build is noticed at the next run.

    Raises:
        GraphError: The data folder cannot be read.
        RetrievalError: The build cannot be read.
    """
    current = DataFolder(settings.data).current()
    if current is not None:
        finishing(settings).look()
    return _workspace(settings, current) if current is not None else None


@st.cache_resource(show_spinner=False, max_entries=2)
def _workspace(settings: Settings, build: Path) -> Workspace:
    workspace = Workspace(settings, Snapshot.open(build))
    threading.Thread(target=_warm_up, args=(workspace,), name="warm-up", daemon=True).start()
    return workspace


def _warm_up(workspace: Workspace) -> None:
    """Open what the first question needs while the first page is being read."""
    with suppress(*LAYER_ERRORS):  # the page that needs the part says what is wrong with it
        _ = workspace.answerer, workspace.searcher, workspace.lexicon


@st.cache_resource(show_spinner=False)
def finishing(settings: Settings) -> Finishing:
    """What finishes a change of the library that was cut off."""
    return Finishing(partial(library_changes, settings), jobs())


@st.cache_resource(show_spinner=False, on_release=WritingDesk.close)
def writing_desk(settings: Settings) -> WritingDesk:
    """The desk where the one model process writes for every session; closed when the app ends."""
    return WritingDesk(settings.generator, settings.models, generator_opener(settings))


@st.cache_resource(show_spinner=False, on_release=Jobs.close)
def jobs() -> Jobs:
    """Where long work of every session runs."""
    return Jobs()
