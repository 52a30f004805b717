"""The query that a session asks: a named one with values, or one's own words; the address holds either."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.assembly import Workspace
from app.console import LAYER_ERRORS
from app.web.parts.address import kept
from kg.named_queries import NamedQuery
from kg.query_settings import settled

NAME, TEXT, RUN = "sparql-name", "sparql-text", "sparql-run-now"
LONGEST_IN_ADDRESS = 1500
"""A longer text of one's own is not named in the address."""
_QUERY, _OWN, _SET = "query", "text", "set"
EXAMPLE = """SELECT ?system (COUNT(DISTINCT ?clause) AS ?clauses) WHERE {
  ?clause gb:namesSystem ?named .
  ?named skos:prefLabel ?system FILTER(LANG(?system) = "zh")
} GROUP BY ?system ORDER BY DESC(?clauses)"""
"""What stands in the box before anything is chosen."""


def set_key(parameter: str) -> str:
    """The session's name of a parameter's value."""
    return f"sparql-set:{parameter}"


def restore_query(workspace: Workspace, queries: Mapping[str, NamedQuery]) -> None:
    """Take over what the address asks, and ask it; what the session asked where one comes back to the page."""
    if TEXT in st.session_state:
        return
    named = queries.get(st.query_params.get(_QUERY, ""))
    own = st.query_params.get(_OWN)
    if named is not None:
        st.session_state[NAME] = named.name
        given = dict(one.split("=", 1) for one in st.query_params.get_all(_SET) if "=" in one)
        for one in named.parameters:
            st.session_state[set_key(one.name)] = given.get(one.name, one.default)
    st.session_state[TEXT] = own or (settled_text(workspace, named) if named is not None else EXAMPLE)
    st.session_state[RUN] = bool(own or named)


def keep_query(workspace: Workspace, queries: Mapping[str, NamedQuery]) -> None:
    """Let the address hold what is asked."""
    named = queries.get(str(st.session_state.get(NAME)))
    kept(_QUERY, named.name if named else "")
    values = _values(named) if named else {}
    given = (
        [f"{one.name}={values[one.name]}" for one in named.parameters if values[one.name] != one.default]
        if named
        else []
    )
    if given != st.query_params.get_all(_SET):
        kept(_SET, "")
        if given:
            st.query_params[_SET] = given
    text = str(st.session_state.get(TEXT) or "")
    own = own_text(workspace, named) if named else text.strip() not in ("", EXAMPLE)
    kept(_OWN, text if own and len(text) <= LONGEST_IN_ADDRESS else "")


def settle(workspace: Workspace, queries: Mapping[str, NamedQuery]) -> None:
    """Write the chosen query with its values into the box, and ask it."""
    named = queries.get(str(st.session_state.get(NAME)))
    if named is None:
        return
    for one in named.parameters:
        st.session_state.setdefault(set_key(one.name), one.default)
    st.session_state[TEXT] = settled_text(workspace, named)
    st.session_state[RUN] = True


def settled_text(workspace: Workspace, named: NamedQuery) -> str:
    """A named query with the session's values, without its description; with its defaults where a value cannot be."""
    try:
        text = settled(workspace.snapshot.graph, named, _values(named))
    except LAYER_ERRORS:
        text = named.sparql
    return "\n".join(line for line in text.splitlines() if not line.startswith("# ")).strip()


def own_text(workspace: Workspace, named: NamedQuery) -> bool:
    """Whether the box holds something else than a named query with the session's values."""
    return str(st.session_state.get(TEXT) or "").strip() != settled_text(workspace, named)


def _given(named: NamedQuery) -> list[str]:
    """The values that are not the query's own, as the address holds them."""
    values = _values(named)
    return [f"{one.name}={values[one.name]}" for one in named.parameters if values[one.name] != one.default]


def _values(named: NamedQuery) -> dict[str, str]:
    return {one.name: str(st.session_state.get(set_key(one.name)) or one.default) for one in named.parameters}
