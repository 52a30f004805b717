"""Grids as sheets of a workbook: frozen, filtered heads, colours by what a cell says, words set off within cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from drafting.comparisons.cell_marks import marks_of
from drafting.comparisons.report import Cell, Grid
from drafting.comparisons.tones import TONES
from drafting.sheet import Column, Sheet, Written
from drafting.sheets import write_sheets

UNOFFICIAL_TAB = "BF9000"


def write_grids(path: Path, overview: Sheet, grids: Iterable[Grid], tab: str = "") -> None:
    """Write an overview and grids as a workbook; the file is replaced when all is written.

    Args:
        path: The file.
        overview: The first sheet.
        grids: The other sheets.
        tab: The colour of their tabs.

    Raises:
        DraftingError: The file cannot be written.
    """
    write_sheets(path, [overview, *(sheet_of(grid, tab) for grid in grids)])


def sheet_of(grid: Grid, tab: str = "") -> Sheet:
    """A grid as a sheet."""
    columns = tuple(
        Column(column.head, column.width, "told", colours=_colours(grid, at)) for at, column in enumerate(grid.columns)
    )
    rows = [tuple(map(written, row)) for row in grid.rows] or [_empty(grid)]
    marks = {
        f"{_letter(at)}{number}": held
        for number, row in enumerate(grid.rows, 2)
        for at, cell in enumerate(row)
        if (held := tuple(marks_of(cell)))
    }
    return Sheet(grid.name, columns, rows, frozen=grid.frozen, tab=tab, marks_at=marks)


def overview_sheet(title: str, facts: Iterable[tuple[str, str]], tab: str = "") -> Sheet:
    """The first sheet: what the workbook is, and facts by name."""
    columns = (Column("总览", 22, "told"), Column(title, 110, "told"))
    return Sheet("总览", columns, list(facts), filtered=False, tab=tab)


def written(cell: Cell) -> Written:
    """What a workbook stores for a cell."""
    if cell.value is None:
        return cell.text or None
    if "." in cell.text:
        return float(cell.text)
    return int(cell.value) if cell.value == int(cell.value) else cell.value


def _colours(grid: Grid, at: int) -> Mapping[str, str]:
    return {row[at].text: TONES[row[at].tone].fill for row in grid.rows if row[at].tone}


def _empty(grid: Grid) -> tuple[Written, ...]:
    return (grid.empty, *(None for _ in grid.columns[1:]))


def _letter(at: int) -> str:
    """The name of a column, counted from 0: A, Z, AA."""
    before, last = divmod(at, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
