"""What a view is restored from: the parameters of the address, by code and so in any language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.web.language import say

_LIST = 320
"""Pixels that a list which opens is wide."""


def restored(key: str, parameter: str, allowed: Sequence[str] | None, default: str = "") -> str:
    """A value of the session; at first the address's, or the default where the address has none that is allowed.

    Args:
        key: The session's name of the value, which may be a widget's.
        parameter: The address's name of it.
        allowed: What it may be; None for anything.
        default: What it is otherwise.
    """
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(parameter, default)
    if allowed is not None and st.session_state[key] not in allowed:
        st.session_state[key] = default
    return str(st.session_state[key])


def kept(parameter: str, value: str, default: str = "") -> None:
    """Write a value into the address; the default is left out of it."""
    if value and value != default:
        st.query_params[parameter] = value
    elif parameter in st.query_params:
        del st.query_params[parameter]


def draw_choice(
    label: str, parameter: str, options: Sequence[str], shown: Callable[[str], str], *, where: str, many: int = 4,
    always: bool = False,
) -> str:  # fmt: skip
    """Draw a choice that the address holds; the first option is the default.

    Args:
        label: Its label, in Chinese as a catalogue has it.
        parameter: The address's name of it.
        options: Codes.
        shown: What an option is called, in the session's language.
        where: Names the page.
        many: From how many options on they stand in a list that opens.
        always: Whether the address holds the default too, for one that may be another one day.
    """
    key = f"{where}:{parameter}"
    restored(key, parameter, options, options[0])
    if len(options) >= many:
        st.selectbox(say(label), options, format_func=shown, key=key, persist_state="session", width=_LIST)
    else:
        st.segmented_control(say(label), options, format_func=shown, key=key, required=True, persist_state="session")
    value = str(st.session_state[key])
    kept(parameter, value, "" if always else options[0])
    return value
