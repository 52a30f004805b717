"""Ruled lines of a scanned page: found in its pixels, so that its tables are read as tables, and wiped out of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corpus.readers.pdf_file.marks import Rule

_DARK = 150
_ACROSS, _DOWN = 45.0, 26.0
_THICK = 4.0
_FILLED = 0.96

Grey = NDArray[np.uint8]
_Mask = NDArray[np.bool_]


def without_lines(grey: Grey, scale: float) -> tuple[Grey, list[Rule]]:
    """A page without its ruled lines, and these lines in points.

    Args:
        grey: Height × width, 0 for black.
        scale: Pixels a point.
    """
    dark = grey < _DARK
    lying, across = _lines(dark, round(_ACROSS * scale), _THICK * scale)
    standing, down = _lines(np.ascontiguousarray(dark.T), round(_DOWN * scale), _THICK * scale)
    rules = [Rule(start / scale, at / scale, end / scale, at / scale) for at, start, end in lying]
    rules += [Rule(at / scale, start / scale, at / scale, end / scale) for at, start, end in standing]
    return np.where(across | down.T, np.uint8(255), grey).astype(np.uint8), rules


def _lines(dark: _Mask, least: int, thick: float) -> tuple[list[tuple[float, int, int]], _Mask]:
    """Lines along the second axis: their middle, start and end in pixels; and the pixels that they take."""
    wiped = np.zeros_like(dark)
    if dark.shape[1] <= least:
        return [], wiped
    spread = dark.copy()
    spread[1:] |= dark[:-1]
    spread[:-1] |= dark[1:]
    runs = _long_runs(spread, least)
    open_: list[list[int]] = []
    done: list[list[int]] = []
    drawn = np.append(runs.any(axis=1), False)
    for row in range(runs.shape[0] + 1):
        if not (drawn[row] or open_):
            continue
        spans = _spans(runs[row]) if drawn[row] else []
        still: list[list[int]] = []
        for line in open_:
            touching = [span for span in spans if span[0] < line[3] and span[1] > line[2]]
            if touching:
                line[1] = row
                line[2] = min(line[2], *(span[0] for span in touching))
                line[3] = max(line[3], *(span[1] for span in touching))
                still.append(line)
                spans = [span for span in spans if span not in touching]
            else:
                done.append(line)
        open_ = still + [[row, row, start, end] for start, end in spans]
    found: list[tuple[float, int, int]] = []
    for first, last, start, end in done:
        if last - first + 1 <= thick + 2:
            found.append(((first + last) / 2, start, end))
            wiped[max(0, first - 1) : last + 2, start:end] = True
    return found, wiped


def _long_runs(mask: _Mask, least: int) -> _Mask:
    """The pixels of stretches along the second axis that are dark for at least so long, but for specks."""
    sums = np.cumsum(np.pad(mask, ((0, 0), (1, 0))).astype(np.int32), axis=1)
    starts = sums[:, least:] - sums[:, :-least] >= _FILLED * least
    steps = np.zeros((mask.shape[0], mask.shape[1] + 1), dtype=np.int32)
    steps[:, : starts.shape[1]] += starts
    steps[:, least : least + starts.shape[1]] -= starts
    covered: _Mask = np.cumsum(steps, axis=1)[:, : mask.shape[1]] > 0
    return covered


def _spans(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Start and end of each stretch that is set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
