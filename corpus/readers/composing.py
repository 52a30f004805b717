"""Lines and tables that a reader found, put together into the stored text and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.shape import LINE_BREAK, HeadingPlace, Shape, TableCell, TablePlace

_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One or more lines of prose.

    Attributes:
        text: What it shows; line breaks part it into lines.
        level: The level of a heading (0 for the title), else None.
        contents: Whether it stands in a table of contents.
    """

    text: str
    level: int | None = None
    contents: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table and what it covers, rows and columns counted from 0."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table.

    Attributes:
        height: How many rows.
        width: How many columns.
        cells: By row and column; those that another covers are not listed.
        name: The sheet's name in a workbook.
    """

    height: int
    width: int
    cells: tuple[GridCell, ...]
    name: str | None = None


Block = TextLine | GridTable


def shown(text: str) -> str:
    r"""The text with every kind of line break as ``\n`` and tabs, which part cells alone, as spaces."""
    return _BREAKS.sub("\n", text).replace("\t", " ")


def compose(blocks: Iterable[Block]) -> tuple[str, Shape]:
    """The stored text of blocks in their order, with the places of tables and headings."""
    pieces: list[str] = []
    headings: list[HeadingPlace] = []
    tables: list[TablePlace] = []
    position, blank = 0, True
    for block in blocks:
        if isinstance(block, GridTable):
            text, table = _lay_out(block, position)
            tables.append(table)
            blank = False
        else:
            text = "\n".join(line.rstrip() for line in block.text.split("\n")).strip("\n")
            if not text.strip():
                if blank:
                    continue
                text = ""
            blank = not text
            if block.level is not None:
                headings.extend(_headings(text, position, block.level))
        pieces.append(text)
        position += len(text) + 1
    while pieces and not pieces[-1]:
        pieces.pop()
    return "".join(f"{piece}\n" for piece in pieces), Shape(tuple(tables), tuple(headings))


def _headings(text: str, position: int, level: int) -> Iterable[HeadingPlace]:
    for line in text.split("\n"):
        if line.strip():
            yield HeadingPlace(position, position + len(line), level)
        position += len(line) + 1


def _lay_out(table: GridTable, position: int) -> tuple[str, TablePlace]:
    """A table's lines and its place; a column that a cell covers has its tab but no text."""
    rows: list[list[GridCell]] = [[] for _ in range(table.height)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    lines: list[str] = []
    placed: list[TableCell] = []
    start = position
    for cells in rows:
        line, found = _lay_out_row(cells, table.width, start)
        lines.append(line)
        placed.extend(found)
        start += len(line) + 1
    text = "\n".join(lines)
    return text, TablePlace(position, position + len(text), tuple(placed), table.name)


def _lay_out_row(cells: Sequence[GridCell], width: int, start: int) -> tuple[str, list[TableCell]]:
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = cell.text.strip("\n").replace("\t", " ").replace("\n", LINE_BREAK)
    starts: list[int] = []
    for text in texts:
        starts.append(start)
        start += len(text) + 1
    places = [
        TableCell(
            starts[cell.column],
            starts[cell.column] + len(texts[cell.column]),
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
        )
        for cell in cells
    ]
    return "\t".join(texts), places
