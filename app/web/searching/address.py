"""The view that the address holds, so that it can be sent on and survives a reload: choice, page, saved list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from app.web.searching.facets import Choice

QUERY = "q"
FACETS = ("document", "tier", "subdomain", "system", "force", "kind")
PAGE, LIST, SAVED = "page", "list", "saved"
MOST_IN_ADDRESS = 60
"""So many saved clauses are named in the address; a longer one would not open everywhere."""
_KEPT = "search-saved"
_VIEW = "search-view"
_READ = "search-read"


def restore() -> None:
    """Take over what the address holds at first; what the session had where one comes back to the page."""
    if _READ not in st.session_state:
        st.session_state[_READ] = True
        st.session_state[_KEPT] = tuple(dict.fromkeys(st.query_params.get_all(SAVED)))
    elif not any(name in st.query_params for name in (*FACETS, PAGE, LIST, SAVED)):
        for name, values in dict(st.session_state.get(_VIEW, {})).items():
            put(name, values)


def keep() -> None:
    """Let the address hold what is saved, and the session all that the address holds."""
    saved = saved_ids()
    put(SAVED, saved if len(saved) <= MOST_IN_ADDRESS else [])
    st.session_state[_VIEW] = {name: st.query_params.get_all(name) for name in (*FACETS, PAGE, LIST, SAVED)}


def put(name: str, values: Iterable[str]) -> None:
    """Set a parameter of the address, or take it out where it has no values."""
    held = list(values)
    st.session_state.setdefault(_VIEW, {})[name] = held
    if held and st.query_params.get_all(name) != held:
        st.query_params[name] = held
    elif not held and name in st.query_params:
        del st.query_params[name]


def chosen() -> Choice:
    """The chosen values of the facets."""
    found = {name: tuple(dict.fromkeys(st.query_params.get_all(name))) for name in FACETS}
    return {name: values for name, values in found.items() if values}


def choose(choice: Choice) -> None:
    """Choose other values; the list begins anew."""
    for name in FACETS:
        put(name, choice.get(name, ()))
    put(PAGE, ())


def page_number() -> int:
    """Which page of the results is shown, from 1."""
    told = st.query_params.get(PAGE, "1")
    return int(told) if told.isascii() and told.isdecimal() and 0 < int(told) < 1000 else 1


def turn_to(page: int) -> None:
    """Show another page of the results."""
    put(PAGE, [str(page)] if page > 1 else [])


def shows_list() -> bool:
    """Whether the saved list is shown in place of the results."""
    return st.query_params.get(LIST) == "1"


def show_list(shown: bool) -> None:
    """Show the saved list, or the results."""
    put(LIST, ["1"] if shown else [])


def saved_ids() -> tuple[str, ...]:
    """The ids of the clauses that were saved, in the order in which they were."""
    return tuple(st.session_state.get(_KEPT, ()))


def save(identifiers: Sequence[str]) -> None:
    """Save clauses."""
    st.session_state[_KEPT] = tuple(dict.fromkeys((*saved_ids(), *identifiers)))


def forget(identifiers: Sequence[str]) -> None:
    """Take clauses out of the saved list."""
    st.session_state[_KEPT] = tuple(one for one in saved_ids() if one not in identifiers)
