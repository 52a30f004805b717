"""Dates of the profile in one form for sentences: the digits stay as the profile writes them, only the signs change."""

from __future__ import annotations

import re

from drafting.profiles.fields import span

_SIGNS = re.compile(r"[./]")
_WRITTEN = re.compile(r"(?<![\d./\-])(?:19|20)\d{2}[./]\d{1,2}(?:[./]\d{1,2})?(?![\d./\-])")


def spelled(when: str) -> str:
    """A date as a sentence has it: ``2023/06`` and ``2023.06`` as ``2023-06``, ``2023`` as ``2023年``.

    Anything else, such as a span of time in words, stays as it is.
    """
    try:
        span(when)
    except ValueError:
        return when
    return f"{when}年" if when.isdecimal() else _SIGNS.sub("-", when)


def in_one_form(text: str) -> str:
    """A text with each of its dates spelled in that form; years alone stay, since they may be any number."""
    return _WRITTEN.sub(lambda found: spelled(found[0]), text)
