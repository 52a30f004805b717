"""Tables without lines: rows whose stretches stand below one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_file.lines import Run, joined
from corpus.readers.pdf_file.tables import Cell, Table, cell_text

_MIN_ROWS = 3
_GAP = 0.8
_FAR = 3.2


@dataclass(frozen=True, slots=True)
class _Strips:
    """The columns' edges in points, from left to right."""

    spans: tuple[tuple[float, float], ...]

    def column(self, run: Run) -> int | None:
        """The number of the one column that a run stands in."""
        hit = [index for index, (x0, x1) in enumerate(self.spans) if run.x0 < x1 and run.x1 > x0]
        return hit[0] if len(hit) == 1 else None

    def nearest(self, run: Run) -> int:
        """The number of the column that a run stands over or nearest to."""
        return min(range(len(self.spans)), key=lambda index: self._apart(run, index))

    def _apart(self, run: Run, index: int) -> tuple[float, float]:
        x0, x1 = self.spans[index]
        return max(x0 - run.x1, run.x0 - x1, 0.0), abs(x0 + x1 - run.x0 - run.x1)


def with_tables(rows: Sequence[Sequence[Run]], page: int, rules: Sequence[float]) -> list[Run | Table]:
    """Printed lines from top to bottom, those that make a table together as one.

    Args:
        rows: The runs of each printed line.
        page: The page's number.
        rules: Heights in points of lines across the page; one between two rows divides them.
    """
    items: list[Run | Table] = []
    index = 0
    while index < len(rows):
        end, strips = _extent(rows, index)
        if strips is None:
            items.append(joined(rows[index]))
            index += 1
        else:
            first = index
            if index and isinstance(items[-1], Run) and _is_head(rows[index - 1], rows[index], strips):
                items.pop()
                first -= 1
            items.append(_table(rows[first:end], strips, page, rules))
            index = end
    return items


def _extent(rows: Sequence[Sequence[Run]], start: int) -> tuple[int, _Strips | None]:
    """Where the table that a row begins ends, and its columns; no columns where it begins none."""
    if len(rows[start]) < 2:
        return start, None
    strips, end, several = _widened(_Strips(()), rows[start]), start + 1, 1
    while end < len(rows):
        row = rows[end]
        if row[0].top - rows[end - 1][0].bottom > _FAR * row[0].size:
            break
        wider = _widened(strips, row)
        if len(wider.spans) < len(strips.spans) or len(wider.spans) > len(strips.spans) + (several < 2):
            break
        strips = wider
        several += len(row) > 1
        end += 1
    while end > start and len(rows[end - 1]) == 1 and strips.column(rows[end - 1][0]) in (0, None):
        end -= 1
    used = [len(row) for row in rows[start:end]]
    if several < _MIN_ROWS or sum(count == len(strips.spans) for count in used) < max(2, several // 2):
        return start, None
    return end, strips


def _is_head(row: Sequence[Run], first: Sequence[Run], strips: _Strips) -> bool:
    """Whether a line is the head of the table below it: a stretch over each column, set otherwise than its cells."""
    near = first[0].top - row[0].bottom <= _FAR * row[0].size
    return near and len(row) > 1 and [strips.nearest(run) for run in row] == list(range(len(strips.spans)))


def _widened(strips: _Strips, row: Sequence[Run]) -> _Strips:
    """Strips that a further row's stretches widen, or join where one reaches from one to the next."""
    spans: list[tuple[float, float]] = []
    gap = _GAP * row[0].size
    for x0, x1 in sorted([*strips.spans, *((run.x0, run.x1) for run in row)]):
        if spans and x0 - spans[-1][1] < gap:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return _Strips(tuple(spans))


def _table(rows: Sequence[Sequence[Run]], strips: _Strips, page: int, rules: Sequence[float]) -> Table:
    groups = _logical(rows, strips, rules)
    cells: list[Cell] = []
    for number, group in enumerate(groups):
        for column, (x0, x1) in enumerate(strips.spans):
            runs = [run for row in group for run in row if strips.nearest(run) == column]
            cells.append(Cell(number, column, 1, 1, cell_text(runs, x0, x1)))
    every = [run for row in rows for run in row]
    top, bottom = min(run.top for run in every), max(run.bottom for run in every)
    return Table(page, strips.spans[0][0], strips.spans[-1][1], top, bottom, (), len(groups), tuple(cells))


def _logical(rows: Sequence[Sequence[Run]], strips: _Strips, rules: Sequence[float]) -> list[list[Sequence[Run]]]:
    """Printed lines by the row of the table that they belong to."""
    steps = [below[0].base - above[0].base for above, below in pairwise(rows)]
    narrow = min(steps)
    spaced = max(steps) > 1.3 * narrow and sum(step > 1.2 * narrow for step in steps) < len(steps)
    groups: list[list[Sequence[Run]]] = [[rows[0]]]
    for above, below, step in zip(rows, rows[1:], steps, strict=False):
        ruled = any(above[0].base <= rule <= below[0].base for rule in rules)
        starts = step > 1.2 * narrow if spaced else strips.column(below[0]) == 0
        if ruled or starts:
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups
