"""Tables of a Word document as grids: columns as they are seen, merged cells with what they cover.

Source: ECMA-376 part 1, 17.4 (tables).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.composing import GridCell, GridTable
from corpus.readers.office.xml_tree import below, whole

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})
_WIDEST = 16_384


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell as its row holds it.

    Attributes:
        text: What it shows, lines apart.
        column: The column of Word's grid at which it starts.
        columns: How many it spans.
        covered: Whether the cell above goes on over it.
    """

    text: str
    column: int
    columns: int
    covered: bool


def parts(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through what wraps them."""
    for node in element:
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            yield from parts(node, tag)


def left_of(row: Element) -> int:
    """How many columns of the grid a row leaves free before its first cell."""
    before = below(row, "w:trPr", "w:gridBefore")
    return 0 if before is None else max(0, min(whole(before.get("w:val"), 0), _WIDEST))


def span(cell: Element) -> int:
    """How many columns of the grid a cell spans."""
    columns = below(cell, "w:tcPr", "w:gridSpan")
    return 1 if columns is None else max(1, min(whole(columns.get("w:val"), 1), _WIDEST))


def goes_on(cell: Element, direction: str) -> bool:
    """Whether a cell belongs to the merged cell above (``w:vMerge``) or to its left (``w:hMerge``)."""
    merge = below(cell, "w:tcPr", direction)
    return merge is not None and merge.get("w:val", "continue") == "continue"


def read_grid(rows: Sequence[Sequence[PrintedCell]]) -> tuple[GridTable, int]:
    """Rows as a table, and how many covered cells held text, which goes to the cell that covers them.

    Columns of Word's grid at which no cell starts are left out: nobody sees them.
    """
    starts = sorted({cell.column for row in rows for cell in row})
    cells: dict[tuple[int, int], GridCell] = {}
    above: dict[int, tuple[int, int]] = {}
    buried = 0
    for number, row in enumerate(rows):
        here: dict[int, tuple[int, int]] = {}
        for cell in row:
            column = bisect_left(starts, cell.column)
            columns = max(1, bisect_left(starts, cell.column + cell.columns) - column)
            origin = above.get(column) if cell.covered else None
            if origin is None or cells[origin].columns != columns:
                origin = (number, column)
                cells[origin] = GridCell(cell.text, number, column, 1, columns)
            else:
                top = cells[origin]
                buried += bool(cell.text.strip())
                text = f"{top.text}\n{cell.text}" if cell.text.strip() else top.text
                cells[origin] = GridCell(text, top.row, top.column, number - top.row + 1, top.columns)
            here[column] = origin
        above = here
    return GridTable(len(rows), len(starts), tuple(cells[place] for place in sorted(cells))), buried
