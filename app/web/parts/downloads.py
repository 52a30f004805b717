"""Buttons that hand out files; a file is written when it is asked for, as the command line writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

KINDS: Mapping[str, tuple[str, str]] = {
    ".xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".md": ("Markdown", "text/markdown"),
}
"""What a file of each ending is called, and its type."""
Write = Callable[[Path], object]


def draw_downloads(name: str, files: Mapping[str, tuple[str, Write]], key: str) -> None:
    """Draw a button for each file, one beside the other.

    Args:
        name: The files' name without its ending.
        files: By ending, with what the button says and what writes the file.
        key: Names them among the page's elements.
    """
    with st.container(horizontal=True, key=f"downloads-{key}", gap="small"):
        for ending, (label, write) in files.items():
            st.download_button(
                label, partial(written, write, ending), f"{name}{ending}", KINDS[ending][1],
                key=f"{key}:{ending}", on_click="ignore",
            )  # fmt: skip


def written(write: Write, ending: str) -> bytes:
    """The file that something writes.

    Args:
        write: Writes it to the path that it is given.
        ending: The ending that chooses its kind.
    """
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"file{ending}"
        write(target)
        return target.read_bytes()
