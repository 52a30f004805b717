"""A report as a Word document: a page to be read first, then tables on pages that lie on their side."""

from __future__ import annotations

from drafting.comparisons.cell_marks import marks_of
from drafting.comparisons.report import Block, Cell, Grid, Report
from drafting.comparisons.tones import TONES
from drafting.word.document import WIDTHS, Way, WordDocument
from drafting.word.markup import lines, paragraph, run
from drafting.word.tables import KEPT_ACROSS, KEPT_UPRIGHT, Column, Row, table


def word_file(report: Report) -> bytes:
    """A report as a Word document; the same report makes the same bytes."""
    document = WordDocument(report.name, report.running)
    document.turn(_way(report.blocks[0]) if report.blocks else "upright")
    document.add(paragraph("PageTitle", run(report.title)))
    for line in report.under:
        document.add(lines("Fine", line))
    first = next((block for block in report.blocks if block.level == 1), None)
    for block in report.blocks:
        _add(document, block, here=block is first)
    return document.file()


def _add(document: WordDocument, block: Block, *, here: bool) -> None:
    document.turn(_way(block))
    if block.level:
        document.heading(block.level, block.heading, here=here)
    for said in block.said:
        document.add(lines("Fine", said))
    if block.grid and block.grid.rows:
        document.add(grid_table(block.grid, _way(block)))
    elif block.grid:
        document.add(lines("Fine", block.grid.empty))


def _way(block: Block) -> Way:
    return "across" if block.broad else "upright"


def grid_table(grid: Grid, way: Way) -> str:
    """A grid as a table across the page; its columns share the width as theirs are to each other."""
    whole = sum(column.width for column in grid.columns)
    columns = [Column(column.head, WIDTHS[way] * column.width / whole, column.centred) for column in grid.columns]
    fine = frozenset(at for at, column in enumerate(grid.columns) if column.fine)
    return table(
        columns, (_row(row, fine) for row in grid.rows), grid.name, KEPT_ACROSS if way == "across" else KEPT_UPRIGHT
    )


def _row(cells: tuple[Cell, ...], fine: frozenset[int]) -> Row:
    tints = {at: (TONES[cell.tone].ink, TONES[cell.tone].fill) for at, cell in enumerate(cells) if cell.tone}
    marks = {at: held for at, cell in enumerate(cells) if (held := tuple(marks_of(cell)))}
    return Row(tuple(cell.text for cell in cells), tints, fine, marks)
