"""Counts through a Word document's lists: the number that stands before each paragraph.

Source: ECMA-376 part 1, 17.9. Where it is silent (a level before any paragraph of the level above), the level above
counts as begun: 1.1 is followed by 2, as office programs show it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.readers.office.number_forms import number_text
from corpus.readers.word.numbering import Level, List

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """The numbers that the lists of one document have come to."""

    __slots__ = ("_at", "_begun", "_lists")

    def __init__(self, lists: Mapping[int, List]) -> None:
        self._lists = lists
        self._at: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def level_of(self, number: int, style: str | None) -> int | None:
        """The level of a list that a paragraph style belongs to."""
        found = self._lists.get(number)
        return None if found is None else found.level_of(style)

    def next_label(self, number: int, level: int) -> str:
        """Count one paragraph more and give what is printed before it, with the gap to its text.

        Args:
            number: The list; one that is not defined prints nothing.
            level: The level in it, counted from 0.
        """
        found = self._lists.get(number)
        shown = None if found is None else found.levels.get(level)
        if found is None or shown is None:
            return ""
        counts = self._at.setdefault(found.definition, {})
        if level in found.starts and (number, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number, level))
        for higher in range(level):
            counts.setdefault(higher, found.start(higher))
        counts[level] = counts[level] + 1 if level in counts else found.start(level)
        for deeper in [one for one in counts if one > level and _restarts(found.levels.get(one), level)]:
            del counts[deeper]
        label = _printed(found, level, counts)
        return f"{label} " if label.strip() and shown.gap else label


def _restarts(deeper: Level | None, level: int) -> bool:
    """Whether a level starts again after a paragraph of a higher one."""
    return deeper is None or deeper.restart is None or level < deeper.restart


def _printed(found: List, level: int, counts: Mapping[int, int]) -> str:
    shown = found.levels[level]

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = found.levels[at].form if at in found.levels else "decimal"
        if form == "bullet":
            return ""
        plain = "decimal" if shown.legal and form != "none" else form
        return number_text(counts.get(at, found.start(at)), plain)

    return _PLACE.sub(number, shown.text)
