"""A document's words where Streamlit reads Markdown: in the labels of buttons, tabs, pills and the like."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&])")


def plain(text: str) -> str:
    """A text with every sign of Markdown escaped, so that it is shown as it is: no picture, link, formula or colour.

    >>> plain("![a](b) **c**")
    '\\\\!\\\\[a\\\\]\\\\(b\\\\) \\\\*\\\\*c\\\\*\\\\*'
    """
    return _SIGNS.sub(r"\\\1", text.replace("\n", " "))
