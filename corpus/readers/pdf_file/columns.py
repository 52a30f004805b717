"""The order of reading on a page: columns from left to right, between what stands across them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pdf_file.lines import Run
from corpus.readers.pdf_file.tables import Table

_ALIGNED = 3.0
_MIN_LINES = 3
_MOST_LINES = 3000
"""More stretches than that on a page are a drawing, no columns of sentences."""
_FULL_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of a page that is read from top to bottom.

    Attributes:
        left: Left edge of its lines in points; None where the page's own margin holds.
        right: Right edge of its lines in points; None where the page's own margin holds.
        items: Runs and tables from top to bottom.
    """

    left: float | None
    right: float | None
    items: tuple[Run | Table, ...]


def frames_of(items: Sequence[Run | Table]) -> list[Frame]:
    """Runs and tables of a page in the order of reading."""
    return _split(sorted(items, key=lambda item: (item.top, item.x0)), None, None)


def _split(items: list[Run | Table], left: float | None, right: float | None) -> list[Frame]:
    gutter = _gutter(items)
    if gutter is None:
        return [Frame(left, right, tuple(items))] if items else []
    frames: list[Frame] = []
    band: list[Run | Table] = []
    for item in items:
        if item.x0 < gutter - 1 and item.x1 > gutter + 1:
            frames += _columns(band, gutter)
            band = []
            if frames and frames[-1].left is None and frames[-1].right is None:
                frames[-1] = Frame(None, None, (*frames[-1].items, item))
            else:
                frames.append(Frame(left, right, (item,)))
        else:
            band.append(item)
    return frames + _columns(band, gutter)


def _columns(band: list[Run | Table], gutter: float) -> list[Frame]:
    """The two sides of a gutter, each divided further where it holds columns itself."""
    before = [item for item in band if item.x1 <= gutter + 1]
    after = [item for item in band if item.x1 > gutter + 1]
    frames: list[Frame] = []
    if before and after:
        start = max(min(item.top for item in side) for side in (before, after))
        above = [item for item in band if item.bottom <= start]
        if above:
            frames.append(Frame(None, None, tuple(above)))
            before, after = ([item for item in side if item.bottom > start] for side in (before, after))
    for side in (before, after):
        if side:
            frames += _split(side, min(item.x0 for item in side), max(item.x1 for item in side))
    return frames


def _gutter(items: Sequence[Run | Table]) -> float | None:
    """Where a gap runs down between two columns of sentences, or None."""
    runs = [item for item in items if isinstance(item, Run)]
    if not 2 * _MIN_LINES <= len(runs) <= _MOST_LINES:
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = right - left
    starts = [run.x0 for run in runs if left + 0.2 * width < run.x0 < left + 0.8 * width]
    found: list[tuple[int, float]] = []
    for start in sorted({round(start) for start in starts}):
        if sum(abs(start - other) <= _ALIGNED for other in starts) < _MIN_LINES:
            continue
        gutter = min(other for other in starts if abs(start - other) <= _ALIGNED) - 1.5
        before = [run for run in runs if run.x1 <= gutter + 1]
        after = [run for run in runs if run.x0 >= gutter - 1]
        crossing = len(runs) - len(before) - len(after)
        if _is_column(before, left, gutter, width) and (
            _is_column(after, gutter, right, width) or _gutter(after) is not None
        ):
            found.append((crossing - len(before) - len(after), gutter))
    return min(found)[1] if found else None


def _is_column(runs: Sequence[Run], left: float, right: float, width: float) -> bool:
    """Whether runs fill the strip between two edges as the lines of sentences do."""
    if len(runs) < _MIN_LINES or right - left < 0.15 * width:
        return False
    x0, x1 = min(run.x0 for run in runs), max(run.x1 for run in runs)
    size = max(run.size for run in runs)
    if right - x1 > max(0.1 * width, 3 * size) or x1 - x0 < 5 * size:
        return False
    full = sum(run.x1 >= x1 - 2 * size and run.x0 <= x0 + 2.5 * size for run in runs)
    return full >= _FULL_SHARE * len(runs)
