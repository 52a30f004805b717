"""The clause whose source is open, in the address, so that a link opens the same place."""

from __future__ import annotations

import streamlit as st

from app.web.parts.address import kept
from app.web.parts.source_panel import open_source, opened_source

_PARAMETER = "clause"


def keep_source(where: str) -> None:
    """Open the source that the address names when a page is first drawn, and write the open one into the address.

    Args:
        where: Names the page.
    """
    flag = f"source-restored:{where}"
    named = st.query_params.get(_PARAMETER)
    if named and flag not in st.session_state and opened_source() is None:
        open_source(named)
    st.session_state[flag] = True
    kept(_PARAMETER, opened_source() or "")
