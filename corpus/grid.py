"""A table as cells that know their row, their column and how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.folding import folded
from corpus.lines import plain_reading, trim
from corpus.shape import TablePlace

BORDER = re.compile(r"[\s|｜│┃:+=\-─━┄┼┬┴├┤┌┐└┘╔╗╚╝═║╠╣╦╩╬]*")
"""What lines of a table drawn with characters hold beside its cells."""

_REACHED_PER_CELL = 8
_REACHED_AT_LEAST = 10_000
"""How many places merged cells may cover, by cell and in all; a table that claims more is read cell by cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; ``start == end`` where nothing is printed in it.

    Attributes:
        start: First code point of its text.
        end: One past the last.
        text: ``source[start:end]``.
        row: Counted from 0.
        column: Counted from 0.
        rows: How many rows it covers.
        columns: How many columns it covers.
    """

    start: int
    end: int
    text: str
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1

    @property
    def empty(self) -> bool:
        """Whether nothing is printed in the cell."""
        return self.start == self.end

    @property
    def words(self) -> str:
        """The cleaned reading of its text."""
        return plain_reading(self.text)

    @property
    def seen(self) -> str:
        """Its words as patterns read them: simplified characters of half width."""
        return folded(plain_reading(self.text))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows.

    Attributes:
        rows: The cells that start in each row, in the order of the columns; rows without any are empty.
        width: How many columns there are.
        exact: Whether it is known how far cells reach; a text alone does not tell.
        reached: For each row, what covers it, sorted by column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    width: int
    exact: bool
    reached: tuple[tuple[Cell, ...], ...]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, or None where there is none."""
        cells = self.reached[row]
        index = bisect_right(cells, column, key=_column) - 1
        if index < 0 or column >= cells[index].column + cells[index].columns:
            return None
        return cells[index]

    def filled(self, row: int) -> tuple[Cell, ...]:
        """The cells that start in a row and hold something."""
        return tuple(cell for cell in self.rows[row] if not cell.empty)


def make_grid(cells: Iterable[Cell], *, exact: bool) -> Grid:
    """A grid of cells in any order; rows and columns in which no cell starts are closed up."""
    given = sorted(cells, key=lambda cell: (cell.row, cell.column))
    given = _reaching(given)
    in_rows = sorted({cell.row for cell in given})
    in_columns = sorted({cell.column for cell in given})
    rows: list[list[Cell]] = [[] for _ in in_rows]
    reached: list[list[Cell]] = [[] for _ in in_rows]
    for one in given:
        first, down = _reach(in_rows, one.row, one.rows)
        column, along = _reach(in_columns, one.column, one.columns)
        cell = replace(one, row=first, column=column, rows=down, columns=along)
        rows[cell.row].append(cell)
        for row in range(cell.row, cell.row + cell.rows):
            reached[row].append(cell)
    over = tuple(tuple(sorted(row, key=_column)) for row in reached)
    return Grid(tuple(map(tuple, rows)), len(in_columns), exact, over)


def grid_of_rows(rows: Sequence[Sequence[tuple[int, int]]], source: str) -> Grid:
    """The grid of a table that a text alone shows: rows of stretches, white space around them left out."""
    cells = []
    for row, stretches in enumerate(rows):
        for column, (start, end) in enumerate(stretches):
            start, end = trim(source, start, end)
            cells.append(Cell(start, end, source[start:end], row, column))
    return make_grid(cells, exact=False)


def grid_of_place(source: str, place: TablePlace) -> Grid | None:
    """The grid of a table that a file shows, or None where its cells do not hold exactly what its lines print."""
    cells: list[Cell] = []
    position = place.start
    for cell in sorted(place.cells, key=lambda cell: (cell.start, cell.end)):
        start, end = trim(source, cell.start, cell.end)
        if min(cell.row, cell.column) < 0 or min(cell.rows, cell.columns) < 1 or cell.end > place.end:
            return None
        if start < end:
            if start < position or not BORDER.fullmatch(source, position, start):
                return None
            position = end
        cells.append(Cell(start, end, source[start:end], cell.row, cell.column, cell.rows, cell.columns))
    if not BORDER.fullmatch(source, position, max(position, place.end)) or len(
        {(cell.row, cell.column) for cell in cells}
    ) < len(cells):
        return None
    return make_grid(cells, exact=True) if cells else None


def _column(cell: Cell) -> int:
    return cell.column


def _reach(numbers: Sequence[int], first: int, count: int) -> tuple[int, int]:
    """The rank of a number among those in use, and how many of them the next ``count`` numbers hold."""
    rank = bisect_left(numbers, first)
    return rank, max(1, bisect_left(numbers, first + count) - rank)


def _reaching(cells: list[Cell]) -> list[Cell]:
    """The cells without their reach over rows where that is more than a printed table can hold."""
    last = max((cell.row for cell in cells), default=0)
    covered = sum(min(cell.rows, last - cell.row + 1) for cell in cells)
    if covered <= max(_REACHED_AT_LEAST, _REACHED_PER_CELL * len(cells)):
        return cells
    return [replace(cell, rows=1) for cell in cells]
