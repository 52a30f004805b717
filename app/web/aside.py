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
    if not shown:
        with st.container(key="work-alone"):
            yield
        return
    work, beside = st.columns([6, 5], gap="large")
    with work, st.container(key="work"):
        yield
    with beside, st.container(key="aside"):
        draw()
