"""Stretches of a text that are set off: bold, coloured and underlined, so that they show in a grey print too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is set off.

    Attributes:
        start: Its first character.
        end: One past its last.
        ink: Colour ``RRGGBB`` of its letters.
        line: How it is underlined.
    """

    start: int
    end: int
    ink: str
    line: Literal["single", "double"] = "single"


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """A text in pieces, each with its mark; joined they are the text.

    Args:
        text: The text.
        marks: Its marks, in order and apart from each other.
    """
    at = 0
    for mark in marks:
        if mark.start > at:
            yield text[at : mark.start], None
        yield text[mark.start : mark.end], mark
        at = mark.end
    if at < len(text):
        yield text[at:], None


def within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """What of the marks lies between two places, counted from the first of them."""
    return tuple(
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.ink, mark.line)
        for mark in marks
        if mark.start < end and mark.end > start
    )
