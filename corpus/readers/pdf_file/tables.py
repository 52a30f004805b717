"""Ruled tables of a page: what is printed in each cell, and the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.readers.pdf_file.grids import Box, Grid, grids_of
from corpus.readers.pdf_file.joining import begins_item, ends_sentence, join
from corpus.readers.pdf_file.ladders import column_rules
from corpus.readers.pdf_file.lines import Run, joined, rows_of, runs_of
from corpus.readers.pdf_file.marks import Glyph, Sheet
from corpus.shape import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its text.

    Attributes:
        row: Counted from 0.
        column: Counted from 0.
        rows: How many it covers.
        columns: How many it covers.
        text: Its lines; those that the file breaks, not the width, divided by ``LINE_BREAK``.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one page, or of several pages joined.

    Attributes:
        page: Number of the page that it starts on.
        x0: Left edge in points.
        x1: Right edge.
        top: Upper edge.
        bottom: Lower edge.
        edges: Where its columns divide, in points; empty where no line shows it.
        rows: How many rows it has.
        cells: By row and column; each field of the grid is covered by one at most.
        breaks: The rows that open a further page, each with its page's number.
    """

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: int
    cells: tuple[Cell, ...]
    breaks: tuple[tuple[int, int], ...] = ()

    def row_texts(self, row: int) -> tuple[str, ...]:
        """The texts of the cells that start in a row."""
        return tuple(cell.text for cell in self.cells if cell.row == row)


def tables_of(sheet: Sheet) -> tuple[list[Table], list[Glyph]]:
    """The ruled tables of a sheet, and its glyphs that stand in none of them."""
    glyphs = [glyph for glyph in sheet.glyphs if glyph.upright and glyph.turn == 0]
    tables: list[Table] = []
    for grid in grids_of((*sheet.rules, *column_rules(sheet.rules, glyphs))):
        fields = grid.fields()
        inside: dict[Box, list[Glyph]] = {}
        outside: list[Glyph] = []
        for glyph in glyphs:
            field = grid.field_at((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)
            if field is None:
                outside.append(glyph)
            else:
                inside.setdefault(fields[field], []).append(glyph)
        filled = [box for box in inside if any(not glyph.blank for glyph in inside[box])]
        if len(filled) < 2:
            continue
        glyphs = outside
        tables.append(_table(sheet.number, grid, inside))
    return tables, glyphs


def cell_text(runs: Iterable[Run], left: float, right: float) -> str:
    """The text of a cell between two edges: lines that its width broke are one."""
    rows = [joined(row) for row in rows_of(runs)]
    if not rows:
        return ""
    margin = max(0.5, min(min(row.x0 - left for row in rows), min(right - row.x1 for row in rows), rows[0].size))
    text, before = rows[0].text, rows[0]
    for row in rows[1:]:
        room = (right - left) - 2 * margin - (before.x1 - before.x0)
        wrapped = room < row.first + row.size
        labelled = begins_item(row.text) and (ends_sentence(text) or begins_item(text))
        same_kind = before.heavy == row.heavy or not ends_sentence(text)
        text = (
            join(text, row, before.blank_after)
            if wrapped and not labelled and same_kind
            else text + LINE_BREAK + row.text
        )
        before = row
    return text


def _table(page: int, grid: Grid, inside: dict[Box, list[Glyph]]) -> Table:
    cells = tuple(
        Cell(box.row, box.column, box.rows, box.columns, cell_text(runs_of(inside.get(box, ())), box.x0, box.x1))
        for box in grid.boxes
    )
    kept, rows = _without_hollow(cells, len(grid.ys) - 1)
    return Table(page, grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], grid.xs, rows, kept)


def _without_hollow(cells: Sequence[Cell], rows: int) -> tuple[tuple[Cell, ...], int]:
    """Cells without the rows that no cell starts in: double lines leave such."""
    starts = sorted({cell.row for cell in cells})
    number = {row: index for index, row in enumerate(starts)}
    kept = tuple(
        Cell(
            number[cell.row],
            cell.column,
            sum(cell.row <= row < cell.row + cell.rows for row in starts),
            cell.columns,
            cell.text,
        )
        for cell in cells
    )
    return kept, min(rows, len(starts))
