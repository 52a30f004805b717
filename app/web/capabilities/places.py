"""Where one is on the page: its views, and the ways from one to another."""

from __future__ import annotations

import streamlit as st

from app.web.parts.source_panel import close_source
from corpus.clause import IRI_ROOT, Clause
from kg.terms import iri

WHERE = "capabilities"
VIEW = "view"
MATRIX, GRAPH, QUERIES = "matrix", "graph", "sparql"
NODE = f"{WHERE}:node"
"""The session's name of the thing whose neighbours are shown."""
TRAIL = f"{WHERE}:trail"
_LONGEST = 6


def go_to(code: str) -> None:
    """Show the graph around a thing.

    Args:
        code: Its address without the project's root.
    """
    before = st.session_state.get(NODE)
    if before and before != code:
        trail = [one for one in st.session_state.get(TRAIL, ()) if one not in (before, code)]
        st.session_state[TRAIL] = [*trail, before][-_LONGEST:]
    st.session_state[f"{WHERE}:{VIEW}"] = GRAPH
    st.session_state[NODE] = code
    close_source()


def code_of(clause: Clause) -> str:
    """A clause's address without the project's root."""
    return iri("clause", clause.id).removeprefix(IRI_ROOT)
