"""A sheet's cells as what a reader sees: lines of text above and below, and tables between empty rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.readers.budget import Budget
from corpus.readers.composing import Block, GridCell, GridTable, TextLine, shown
from corpus.readers.workbook.cells import Sheet

_WIDEST_GAP = 8
"""So many empty columns side by side still belong to a table; of a wider gap nothing is kept."""

Row = tuple[int, tuple[tuple[int, str], ...]]
"""A row's number and its cells with text: column and text."""


@dataclass(frozen=True, slots=True)
class Area:
    """A merged cell among the visible rows and columns: its place and one past its last row and column."""

    top: int
    left: int
    below: int
    beyond: int


def sheet_blocks(sheet: Sheet, name: str, budget: Budget) -> Iterator[Block]:
    """The blocks of a sheet: what stands together without an empty row is a table, or lines where it has one column.

    Rows above a table that hold one cell (its title, the number of the annex) are lines, and so are rows below it that
    are one merged cell (remarks).

    Raises:
        UnreadableError: The tables are larger than the limit.
    """
    hidden_rows, hidden_columns = sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        place = row - bisect_left(hidden_rows, row)
        by_row.setdefault(place, []).append((column - bisect_left(hidden_columns, column), text))
    areas = [
        Area(
            merge.top - bisect_left(hidden_rows, merge.top),
            merge.left - bisect_left(hidden_columns, merge.left),
            merge.bottom + 1 - bisect_left(hidden_rows, merge.bottom + 1),
            merge.right + 1 - bisect_left(hidden_columns, merge.right + 1),
        )
        for merge in sheet.merges
    ]
    origins = {(area.top, area.left): area for area in areas if area.below > area.top and area.beyond > area.left}
    for run in _runs([(row, tuple(cells)) for row, cells in by_row.items()], origins):
        yield from _block(run, origins, name, budget)
        yield TextLine("")


def _runs(rows: Sequence[Row], areas: Mapping[tuple[int, int], Area]) -> Iterator[list[Row]]:
    """The rows that stand together; a merged cell holds rows together over an empty one."""
    run: list[Row] = []
    reach = 0
    for number, cells in rows:
        if run and number > reach:
            yield run
            run = []
        run.append((number, cells))
        below = [areas[number, column].below for column, _ in cells if (number, column) in areas]
        reach = max([number + 1, *below, reach if len(run) > 1 else 0])
    if run:
        yield run


def _block(run: Sequence[Row], areas: Mapping[tuple[int, int], Area], name: str, budget: Budget) -> Iterator[Block]:
    if len({column for _, cells in run for column, _ in cells}) == 1:
        yield from _lines(run)
        return
    first, last = 0, len(run)
    while first < last and _stands_alone(run[first], areas, merged=False):
        first += 1
    while last > first and _stands_alone(run[last - 1], areas, merged=True):
        last -= 1
    yield from _lines(run[:first])
    if first < last:
        yield _table(run[first:last], areas, name, budget)
    yield from _lines(run[last:])


def _lines(rows: Sequence[Row]) -> Iterator[TextLine]:
    for _, cells in rows:
        for _, text in cells:
            yield TextLine(shown(text))


def _stands_alone(row: Row, areas: Mapping[tuple[int, int], Area], *, merged: bool) -> bool:
    """Whether a row is one cell of one row's height; with ``merged``, one that spans columns."""
    number, cells = row
    if len(cells) != 1:
        return False
    area = areas.get((number, cells[0][0]))
    return not merged if area is None else area.below == number + 1 and area.beyond > area.left + 1


def _table(rows: Sequence[Row], areas: Mapping[tuple[int, int], Area], name: str, budget: Budget) -> GridTable:
    """Rows as a table over the columns that they use; rows without any text inside merged cells are left out."""
    numbers = [number for number, _ in rows]
    columns = _columns(sorted({column for _, cells in rows for column, _ in cells}))
    budget.spend_cells(len(numbers) * len(columns))
    texts = {(number, column): shown(text) for number, cells in rows for column, text in cells}
    covered: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row, number in enumerate(numbers):
        budget.check_time()
        for place, column in enumerate(columns):
            if (row, place) in covered:
                continue
            height = width = 1
            area = areas.get((number, column))
            if area is not None:
                height = max(1, bisect_left(numbers, area.below) - row)
                width = max(1, bisect_left(columns, area.beyond) - place)
                spread = {(down, right) for down in range(row, row + height) for right in range(place, place + width)}
                if spread & covered:  # merged cells that overlap are a mistake of the file
                    height = width = 1
                else:
                    covered |= spread
            cells.append(GridCell(texts.get((number, column), ""), row, place, height, width))
    return GridTable(len(numbers), len(columns), tuple(cells), name)


def _columns(used: Sequence[int]) -> list[int]:
    """The columns of a table: those used, and empty ones between them unless they are many."""
    columns = [used[0]]
    for column in used[1:]:
        if column - columns[-1] <= _WIDEST_GAP + 1:
            columns.extend(range(columns[-1] + 1, column))
        columns.append(column)
    return columns
