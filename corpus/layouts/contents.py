"""Tables of contents: their lines name headings that stand below again, and are no headings themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paragraph import Paragraph

_HEAD = re.compile(r"目\s*[录次]$")
_DOTTED = re.compile(r"(?:[.…·．]\s?){3,}\s*[-－–—]?\s*\d{0,3}\s*[-－–—]?$")
_PAGE = re.compile(r"(?<![\s.…·．])[\s.…·．]*\d{0,3}$")
_LONGEST = 60
_TAIL = 60


def contents_positions(found: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs only list what stands below: dotted lines, and lines behind 目录 whose labels come again."""
    positions = {index for index, one in enumerate(found) if _DOTTED.search(one.folded[-_TAIL:])}
    for index, paragraph in enumerate(found):
        if paragraph.label is None and _HEAD.fullmatch(paragraph.folded):
            positions.update(range(index + 1, _end(found, index + 1)))
    return frozenset(positions)


def _end(found: Sequence[Paragraph], start: int) -> int:
    """Where the list that begins at ``start`` ends: where its first entry stands again."""
    if start >= len(found):
        return start
    first = _entry(found[start])
    for position in range(start + 1, len(found)):
        if _entry(found[position]) == first:
            return position
        if len(found[position].folded) > _LONGEST or found[position].ends_sentence:
            break
    return start


def _entry(paragraph: Paragraph) -> tuple[str, str]:
    label = paragraph.label
    return (f"{label.style}{label.number}" if label else "", re.sub(r"\s", "", _PAGE.sub("", paragraph.folded)))
