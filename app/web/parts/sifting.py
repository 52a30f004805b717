"""Pills that sift a list by what its rows are; those chosen stand in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.web.language import say
from app.web.parts.address import kept


def draw_sieve(
    label: str, parameter: str, options: Sequence[str], shown: Callable[[str], str], *, where: str
) -> frozenset[str]:
    """Draw the pills; what is let through is what was chosen, or everything where nothing is.

    Args:
        label: What they sift by, in Chinese as a catalogue has it.
        parameter: The address's name of it.
        options: Codes.
        shown: What an option is called, in the session's language.
        where: Names the page.
    """
    key = f"{where}:{parameter}"
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(parameter, "").split(",")
    st.session_state[key] = [one for one in st.session_state[key] or () if one in options]
    st.pills(say(label), options, selection_mode="multi", key=key, format_func=shown, wrap=True)
    chosen = tuple(st.session_state[key] or ())
    kept(parameter, ",".join(chosen))
    return frozenset(chosen or options)
