"""A choice that the address holds by its code, so that it is restored in any language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from app.web.language import say
from app.web.parts.address import kept, restored


def held_at(name: str) -> str:
    """Where a session keeps a choice."""
    return f"plan:{name}"


def choose(
    label: str,
    name: str,
    options: Sequence[str],
    shown: Callable[[str], str],
    *,
    listed: bool = False,
    titled: bool = True,
    default: str = "",
) -> str:
    """Draw a choice.

    Args:
        label: Its label, in Chinese as a catalogue has it.
        name: The address's name of it.
        options: Codes.
        shown: What an option is called, in the session's language.
        listed: Whether the options stand in a list that opens.
        titled: Whether the label is seen.
        default: The option that is chosen at first, and left out of the address; else the first.
    """
    key, first = held_at(name), default or options[0]
    restored(key, name, options, first)
    visibility: Literal["visible", "collapsed"] = "visible" if titled else "collapsed"
    if listed:
        st.selectbox(say(label), options, format_func=shown, key=key, label_visibility=visibility)
    else:
        st.segmented_control(
            say(label), options, format_func=shown, key=key, required=True, label_visibility=visibility
        )
    value = str(st.session_state[key])
    kept(name, value, first)
    return value
