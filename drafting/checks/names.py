"""Systems and technologies, and any word in Latin letters, must be named by a cited clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.view import View

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+\-]*")


def check(view: View) -> Iterator[str]:
    """Name each system or technology that no cited clause names, under this or another of its names."""
    mentions = view.lexicon.mentions
    stated = {mention.code for text in view.texts for mention in mentions(text)}
    stated |= {code for clause in view.cited for code in (*clause.systems, *clause.technologies)}
    stated |= {mention.code for mention in mentions(view.headings)}
    found = mentions(view.sentence)
    for mention in found:
        if mention.code not in stated:
            yield f"“{mention.surface}”不在引用条文中"
    linked = " ".join(mention.surface for mention in found)
    latin = {word.lower() for text in (*view.texts, view.headings) for word in _LATIN.findall(text)}
    for word in dict.fromkeys(_LATIN.findall(view.sentence)):
        if word.lower() not in latin and word not in linked:
            yield f"“{word}”不在引用条文中"
