"""Grids as sheets of a workbook: frozen, filtered heads, colours by what a cell says, words set off within cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from drafting.comparisons.report import Cell, Grid, MarkKind
from drafting.comparisons.tones import LEFT_INK, RIGHT_INK, TONES
from drafting.sheet import Column, Mark, Sheet, Written
from drafting.sheets import write_sheets

UNOFFICIAL_TAB = "BF9000"
MARKS_TOLD = "左方原文里红色单线的字右方没有，右方原文里蓝色双线的字左方没有；黑白打印时看下划线。"
_INKS: Mapping[MarkKind, str] = {"left": LEFT_INK, "right": RIGHT_INK}
_OVERVIEW_WIDTHS = (34, 11, 11, 11, 11, 11, 11, 11, 11)


def write_grids(path: Path, overview: Sheet, grids: Iterable[Grid], *, tab: str = "") -> None:
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
        if (held := tuple(_marks(cell)))
    }
    return Sheet(grid.name, columns, rows, frozen=grid.frozen, tab=tab, marks_at=marks)


def overview_sheet(title: str, facts: Iterable[tuple[str, str]], grids: Sequence[Grid], *, tab: str = "") -> Sheet:
    """The first sheet: facts by name, then small tables below each other under heads of their own.

    Args:
        title: What the workbook is.
        facts: Names with what is said.
        grids: Tables of at most nine columns, the first of them words.
        tab: The colour of its tab.
    """
    room = len(_OVERVIEW_WIDTHS)
    rows: list[tuple[Written, ...]] = [_padded(pair, room) for pair in facts]
    spread, strong = set(range(1, len(rows) + 2)), set[int]()
    for grid in grids:
        rows += [_padded((), room), _padded([column.head for column in grid.columns], room)]
        strong.add(len(rows) + 1)
        rows += [_padded(tuple(map(written, row)), room) for row in grid.rows]
    columns = tuple(
        Column(("总览", title)[at] if at < 2 else "", width, "told") for at, width in enumerate(_OVERVIEW_WIDTHS)
    )
    return Sheet("总览", columns, rows, filtered=False, strong=frozenset(strong), spread=frozenset(spread), tab=tab)


def written(cell: Cell) -> Written:
    """What a workbook stores for a cell."""
    if cell.value is None:
        return cell.text or None
    return int(cell.value) if cell.value == int(cell.value) and "." not in cell.text else cell.value


def _marks(cell: Cell) -> Iterator[Mark]:
    at = 0
    for stretch in cell.stretches:
        end = at + len(stretch.text)
        if stretch.mark != "plain":
            yield Mark(at, end, _INKS[stretch.mark], "single" if stretch.mark == "left" else "double")
        at = end


def _colours(grid: Grid, at: int) -> Mapping[str, str]:
    return {row[at].text: TONES[row[at].tone].fill for row in grid.rows if row[at].tone}


def _empty(grid: Grid) -> tuple[Written, ...]:
    return (grid.empty, *(None for _ in grid.columns[1:]))


def _padded(row: Sequence[Written], room: int) -> tuple[Written, ...]:
    return (*row, *(None for _ in range(room - len(row))))


def _letter(at: int) -> str:
    return chr(ord("A") + at)
