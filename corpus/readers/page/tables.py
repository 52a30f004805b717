"""Tables of a page: those that hold data become grids, those that only arrange a page are read through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.readers.budget import Budget
from corpus.readers.composing import GridCell, GridTable
from corpus.readers.page.tree import Node

CellReader = Callable[[Node], str]
"""Gives the text of a cell, its lines parted by ``\\n``."""

_WIDEST_SPAN = 1_000
_LONG = 800


@dataclass(frozen=True, slots=True)
class _Spanned:
    node: Node
    row: int
    column: int
    rows: int
    columns: int


def rows_of(table: Node) -> list[list[Node]]:
    """The cells of a table by row; those of tables inside it are not its own."""
    return [
        [cell for cell in row.children if isinstance(cell, Node) and cell.tag in ("td", "th")] for row in _rows(table)
    ]


def caption_of(table: Node) -> Node | None:
    """The caption of a table, or None."""
    return next((one for one in table.children if isinstance(one, Node) and one.tag == "caption"), None)


def holds_data(table: Node) -> bool:
    """Whether a table relates cells to each other, rather than arranging the blocks of a page."""
    rows = [row for row in rows_of(table) if row]
    widest = max((len(row) for row in rows), default=0)
    if widest < 2 or "presentation" in table.hints:
        return False
    if any(_inner_tables(cell) for row in rows for cell in row):
        return len(rows) >= 3 and widest >= 3 and not _one_cell_rules(rows)
    return len(rows) > 4 or not _one_cell_rules(rows)


def grid_of(table: Node, read: CellReader, budget: Budget) -> GridTable:
    """A table as a grid; rows and columns in which no cell begins are not counted.

    Raises:
        UnreadableError: It has more cells than the limit, or reading takes too long.
    """
    placed = list(_placed(rows_of(table), budget))
    columns = sorted({cell.column for cell in placed})
    rows = sorted({cell.row for cell in placed})
    budget.spend_cells(len(columns) * len(rows) - len(placed))
    cells = []
    for cell in placed:
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        tall = bisect_left(rows, cell.row + cell.rows) - row
        wide = bisect_left(columns, cell.column + cell.columns) - column
        cells.append(GridCell(read(cell.node), row, column, tall, wide))
        budget.check_time()
    return GridTable(len(rows), len(columns), tuple(cells))


def _placed(rows: list[list[Node]], budget: Budget) -> Iterator[_Spanned]:
    """The cells with their place, by the algorithm that browsers use for spans.

    Source: HTML Living Standard, 4.9.12.1 "Forming a table".
    """
    open_until: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for node in row:
            while open_until.get(column, 0) > number:
                column += 1
            wide = min(_span(node, "colspan"), _WIDEST_SPAN)
            tall = _span(node, "rowspan", whole=len(rows) - number)
            tall = min(tall, len(rows) - number)
            while wide > 1 and any(open_until.get(column + step, 0) > number for step in range(1, wide)):
                wide -= 1
            budget.spend_cells(1)
            if tall > 1:
                open_until.update((column + step, number + tall) for step in range(wide))
            yield _Spanned(node, number, column, tall, wide)
            column += wide


def _span(node: Node, name: str, whole: int = 1) -> int:
    said = node.attributes.get(name, "1").strip()
    if not (said.isascii() and said.isdigit()) or len(said) > 9:
        return 1
    return int(said) or whole


def _rows(table: Node) -> Iterator[Node]:
    for child in table.children:
        if isinstance(child, Node):
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)


def _inner_tables(node: Node) -> bool:
    return any(isinstance(child, Node) and (child.tag == "table" or _inner_tables(child)) for child in node.children)


def _one_cell_rules(rows: list[list[Node]]) -> bool:
    """Whether one cell holds nearly all of a long table: the frame of a page rather than a table."""
    sizes = [sum(len(run.text.strip()) for run in cell.runs()) for row in rows for cell in row]
    return sum(sizes) >= _LONG and max(sizes) * 5 >= sum(sizes) * 4
