"""A document's text as safe HTML: escaped, with stretches of it marked. Taking the tags out gives the text back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from corpus.clause import Clause
from corpus.force import governing
from corpus.lines import RESIDUE

_TAB = re.compile(r"\t")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text and how it is shown.

    Attributes:
        start: First code point of the text.
        end: One past the last code point.
        style: A class of the style sheet; a word of our own, never of a document.
        tag: The HTML element.
    """

    start: int
    end: int
    style: str
    tag: str = "mark"


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text escaped, with its marks; of marks that overlap the first stands.

    >>> marked("应<b>", [Mark(0, 1, "shall")])
    '<mark class="shall">应</mark>&lt;b&gt;'
    """
    parts: list[str] = []
    position = 0
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start < position or mark.end > len(text):
            continue
        parts.append(escape(text[position : mark.start]))
        parts.append(f'<{mark.tag} class="{mark.style}">{escape(text[mark.start : mark.end])}</{mark.tag}>')
        position = mark.end
    parts.append(escape(text[position:]))
    return "".join(parts)


def governing_marks(clause: Clause, text: str) -> Iterator[Mark]:
    """The governing words of a reading of a clause that the clause itself was read with."""
    for modal in governing(text):
        if modal.force in clause.forces:
            yield Mark(modal.start, modal.end, f"gb-modal gb-{modal.force}")


def word_marks(text: str, words: Sequence[str]) -> Iterator[Mark]:
    """Where words of a question stand in a text; the longest first where several begin at one place."""
    wanted = sorted({word for word in words if len(word.strip()) > 1}, key=len, reverse=True)
    if not wanted:
        return
    for found in re.finditer("|".join(map(re.escape, wanted)), text, re.IGNORECASE):
        yield Mark(found.start(), found.end(), "gb-word")


def residue_marks(text: str) -> Iterator[Mark]:
    """What an editor left behind (shown small, never taken out), and the tabs between the cells of a table."""
    for found in RESIDUE.finditer(text):
        yield Mark(found.start(), found.end(), "gb-residue", "span")
    for found in _TAB.finditer(text):
        yield Mark(found.start(), found.end(), "gb-tab", "span")
