"""The column beside a page's work: at the right of a wide window, a sheet at the foot of a narrow one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def with_aside(shown: bool, draw: Callable[[], None]) -> Iterator[None]:
    """Draw a page's work in the body of the ``with`` statement, and what stands beside it afterwards.

    Args:
        shown: Whether there is anything beside.
        draw: Draws it.
    """
    work, beside = st.columns([6, 5], gap="large")
    with work:
        yield
    with beside, st.container(key="aside" if shown else "aside-empty"):
        if shown:
            draw()
        else:
            st.html("<i></i>")  # an empty container is not drawn, and the style sheet could not tell
