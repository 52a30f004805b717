"""Tables that a plain text draws: cells between bars, or columns that several spaces keep apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.grid import BORDER
from corpus.lines import Line

Stretch = tuple[int, int]

_BAR = re.compile(r"[|｜│┃║]")
_GAP = re.compile(r"[ \u3000\xa0]*(?:[ \xa0]{2}|\u3000)[ \u3000\xa0]*")
_TO_FILL = re.compile(r"_{2,}|[：:]\s*$|[：:]\s{2,}")
_SENTENCE_END = tuple("。；！？")
_LEAST_ROWS_OF_BARS = 2
_LEAST_ROWS_OF_SPACES = 3
_LEAST_COLUMNS_OF_SPACES = 3
_HEAD_LENGTH = 16


def end_of_bars(lines: Sequence[Line], start: int) -> int:
    """One past the last line of a table drawn with bars that starts here; ``start`` where none does."""
    end, rows = start, 0
    while end < len(lines) and (has_bars(lines[end]) or is_border(lines[end])):
        rows += has_bars(lines[end])
        end += 1
    return end if rows >= _LEAST_ROWS_OF_BARS else start


def end_of_spaced(lines: Sequence[Line], start: int) -> int:
    """One past the last line of a table whose columns spaces keep apart; ``start`` where none starts here."""
    columns = len(spaced_cells(lines[start]))
    if columns < _LEAST_COLUMNS_OF_SPACES or not _is_spaced_head(lines[start]):
        return start
    end = start + 1
    while end < len(lines) and len(spaced_cells(lines[end])) == columns and not _TO_FILL.search(lines[end].text):
        end += 1
    return end if end - start >= _LEAST_ROWS_OF_SPACES else start


def is_border(line: Line) -> bool:
    """Whether a line only draws: ``|---|---|``, ``├──┼──┤``."""
    return not line.blank and BORDER.fullmatch(line.text) is not None


def has_bars(line: Line) -> bool:
    """Whether a line is a row of cells between bars, with a bar at either end."""
    text = line.text.strip()
    closed = len(text) > 1 and _BAR.match(text[0]) is not None and _BAR.match(text[-1]) is not None
    return closed and not is_border(line)


def barred_cells(line: Line) -> tuple[Stretch, ...]:
    """The cells between the bars of a line."""
    bars = [line.start + found.start() for found in _BAR.finditer(line.text)]
    return tuple((left + 1, right) for left, right in pairwise(bars))


def spaced_cells(line: Line) -> tuple[Stretch, ...]:
    """The cells of a line that wide gaps keep apart."""
    text = line.text
    inside = len(text) - len(text.lstrip())
    cells: list[Stretch] = []
    start = inside
    for gap in _GAP.finditer(text, inside, len(text.rstrip())):
        cells.append((line.start + start, line.start + gap.start()))
        start = gap.end()
    return (*cells, (line.start + start, line.start + len(text.rstrip())))


def _is_spaced_head(line: Line) -> bool:
    cells = [line.text[start - line.start : end - line.start] for start, end in spaced_cells(line)]
    return all(0 < len(cell) <= _HEAD_LENGTH and not cell.endswith(_SENTENCE_END) for cell in cells) and (
        _TO_FILL.search(line.text) is None
    )
