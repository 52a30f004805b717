"""What the pages say, in Chinese or English; texts of documents, and answers made of them, are never translated."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from app.labels import Language, label

LANGUAGE = "lang"
"""The address's parameter, and the name under which a session keeps what the switch shows."""
LANGUAGES: Mapping[str, Language] = {"中文": "zh", "EN": "en"}
"""What the switch shows, which is also what the address holds."""
_CATALOGUES = "english"


def language_now() -> Language:
    """The language of the session that is being drawn; Chinese outside of one."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return "zh"
    return LANGUAGES.get(str(st.session_state.get(LANGUAGE)), "zh")


def say(text: str, **values: object) -> str:
    """What a page says, in the session's language.

    Args:
        text: The Chinese, with a ``{name}`` for each value; a file of ``app/web/english`` has its English.
        values: What the names stand for; they are put in as they are.
    """
    told = english().get(text) or label(text, "en") if language_now() == "en" else text
    return told.format(**values) if values else told


@cache
def english() -> Mapping[str, str]:
    """The English of what the pages say, from all catalogues."""
    folder = files("app.web").joinpath(_CATALOGUES)
    catalogues = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return {zh: en for one in catalogues for zh, en in tomllib.loads(one.read_text(encoding="utf-8")).items()}
