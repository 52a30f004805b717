"""Where the lines of a page begin and end, and how far apart they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_file.lines import Run
from corpus.readers.pdf_file.tables import Table

_NARROW = 0.85
_FEW = 4


@dataclass(frozen=True, slots=True)
class Margins:
    """The strip that a page's lines fill, in points from its left."""

    left: float
    right: float


def page_margins(
    pages: Sequence[Sequence[Run]], tables: Sequence[Sequence[Table]], widths: Sequence[float], body: float
) -> list[Margins]:
    """The margins of each page; those of the whole file for a page without a line that reaches across.

    Args:
        pages: The lines of each page that stand across its whole width.
        tables: The tables of each page; they tell where too few lines do.
        widths: Width of each page in points.
        body: Height of the type that most is printed in, in points.
    """
    every = [line for page in pages for line in page]
    whole = _margins(every, min(widths, default=0.0), body) or Margins(0.0, 0.0)
    found: list[Margins] = []
    for page, beside in zip(pages, tables, strict=True):
        own = _margins(page, 0.0, body)
        if own is not None and beside and len(page) < _FEW:
            own = Margins(
                min(own.left, *(table.x0 for table in beside)), max(own.right, *(table.x1 for table in beside))
            )
        if own is None or own.right - own.left < _NARROW * (whole.right - whole.left):
            found.append(whole)
        else:
            found.append(own)
    return found


def usual_step(pages: Sequence[Sequence[Run]], body: float) -> float:
    """The distance in points between baselines of lines that follow one another in body type."""
    steps = [
        below.base - above.base
        for page in pages
        for above, below in pairwise(page)
        if abs(above.size - body) < 0.6
        and abs(below.size - body) < 0.6
        and 0.8 * body < below.base - above.base < 4 * body
    ]
    return median(steps) if steps else 1.6 * body


def indents(pages: Sequence[Sequence[Run]], margins: Sequence[Margins], body: float) -> bool:
    """Whether paragraphs begin with an indent: a good part of the lines does, most others stand at the margin."""
    offsets = [
        (line.x0 - margin.left) / line.size
        for page, margin in zip(pages, margins, strict=True)
        for line in page
        if abs(line.size - body) < 0.6
    ]
    indented = sum(1.2 <= offset <= 3.2 for offset in offsets)
    return indented >= 0.12 * len(offsets) and indented >= 2


def _margins(lines: Sequence[Run], width: float, body: float) -> Margins | None:
    """The margins that at least two lines share; else, at the right, one as wide as the left."""
    lines = [line for line in lines if abs(line.size - body) <= 0.25 * body] or list(lines)
    if not lines:
        return None
    starts = sorted(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    left = next((x for x, y in pairwise(starts) if y - x <= 0.5 * body), starts[0])
    right = next((x for x, y in pairwise(ends) if x - y <= body), max(ends[0], width - left))
    return Margins(left, right)
