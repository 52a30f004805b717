"""The tables of a document: read together, since one tells what a name or a number in another is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.blocks import Block, borders, read_grid
from corpus.folding import folded
from corpus.grid import Cell, Grid, grid_of_place, grid_of_rows, make_grid
from corpus.labels import read_label
from corpus.layouts.columns import Columns, is_band, read_columns
from corpus.layouts.grades import codes_of, names_of, tier_key
from corpus.layouts.tables import MATURITY, Table
from corpus.lines import Line
from corpus.shape import Shape

_CAPTION = re.compile(r"表\s*(?P<number>[A-Z]?\.?\d+)\s*[^\n]*$")
_CAPTION_LENGTH = 45
_BLANK_SHARE = 0.25
_CONTINUED = re.compile(r"\s*(?:[（(]?\s*续\s*表?[^\n]{0,20}\s*)?")


def shaped_tables(source: str, lines: Sequence[Line], shape: Shape | None) -> dict[int, tuple[int, Grid]]:
    """The tables that a file shows, by the index of their first line: one past the last, and the cells.

    A table that does not begin and end with lines, or whose cells are not what those lines print, is left to the text.
    """
    found: dict[int, tuple[int, Grid]] = {}
    starts = [line.start for line in lines]
    taken = 0
    for place in sorted(shape.tables if shape is not None else (), key=lambda place: place.start):
        first = bisect_left(starts, place.start)
        last = bisect_left(starts, place.end)
        fits = taken <= first < last and lines[first].start == place.start
        if not fits or source[place.end : lines[last - 1].end].strip():
            continue
        grid = grid_of_place(source, place)
        if grid is None or not any(grid.filled(row) for row in range(len(grid.rows))):
            continue
        for begin, part in _parts(grid):
            here = bisect_right(starts, begin) - 1
            end = bisect_right(starts, max(cell.end for row in part.rows for cell in row)) - 1
            found[here] = (end + 1, part)
        taken = last
    return found


def _parts(grid: Grid) -> Iterator[tuple[int, Grid]]:
    """A table with where it starts, or several that a sheet holds below one another: annexes begin new ones."""
    kept: list[Cell] = []
    opening = False
    for row, cells in enumerate(grid.rows):
        band = is_band(grid, row)
        label = read_label(grid.filled(row)[0].text) if band else None
        opening = band and (opening or (label is not None and label.style == "annex"))
        if not opening:
            kept.extend(cells)
        elif kept:
            yield kept[0].start, make_grid(kept, exact=True)
            kept = []
    if any(not cell.empty for cell in kept):
        yield kept[0].start, make_grid(kept, exact=True)


def read_tables(source: str, blocks: Sequence[Block], headed: Sequence[str]) -> tuple[dict[int, Table], dict[str, str]]:
    """The tables by the index of their block, and the codes of the document's tiers by the key of their names.

    Args:
        source: The stored text.
        blocks: The blocks of the document.
        headed: The names of the tiers that its headings are about, in order.
    """
    found: dict[int, Table] = {}
    above: tuple[int, Table] | None = None
    for index, block in enumerate(blocks):
        if block.kind == "prose":
            continue
        table = _read(source, block, len(found) + 1)
        if not table.grid.rows:
            continue
        if above is not None and _goes_on(source, blocks, above, index, table):
            table = replace(table, columns=_continued(above[1].columns))
        found[index] = table
        above = index, table
    codes = codes_of(_tier_names(tuple(found.values()), headed))
    printed = Counter(number for table in found.values() for number in table.row_numbers)
    return {
        index: replace(table, codes=codes, renumbers=any(printed[number] > 1 for number in table.row_numbers))
        for index, table in found.items()
    }, codes


def _read(source: str, block: Block, count: int) -> Table:
    grid = _behind_names(_with_rows(read_grid(source, block), source), source)
    above = source[max(0, block.lines[0].start - 120) : block.lines[0].start].rstrip()
    numbered = _CAPTION.search(above)
    last = above.rsplit("\n", 1)[-1].strip()
    caption = last if len(last) <= _CAPTION_LENGTH and not last.endswith(("。", "；", ";")) else ""
    drawn = borders(block) if block.kind == "bars" else tuple(_unfilled(grid, block))
    return Table(
        block.kind,
        grid,
        read_columns(grid, tiered=not MATURITY.search(folded(caption))),
        numbered["number"] if numbered else f"n{count}",
        caption,
        tuple(drawn),
    )


def _with_rows(grid: Grid, source: str) -> Grid:
    """Rows of a table that was printed without a blank line between them, where its head tells how wide it is."""
    if len(grid.rows) != 1 or grid.exact:
        return grid
    cells = grid.rows[0]
    names = names_of([cell.words for cell in cells])
    first = next((column for column, name in enumerate(names) if name), 0)
    width = next((column for column in range(first, len(names)) if names[column] is None), 0)
    if first < 1 or width < first + 2 or len(cells) % width:
        return grid
    stretches = [(cell.start, cell.end) for cell in cells]
    return grid_of_rows([stretches[start : start + width] for start in range(0, len(cells), width)], source)


def _behind_names(grid: Grid, source: str) -> Grid:
    """A table whose text leaves out merged cells: short rows that begin with a tier stand below the tiers of others."""
    if grid.exact:
        return grid
    body = [row for row in grid.rows[1:] if row]
    whole = [row for row in body if len(row) == grid.width]
    column = next((at for at in range(1, grid.width) if whole and all(names_of([row[at].words for row in whole]))), 0)
    short = [row[0] for row in body if len(row) == grid.width - column]
    if not column or not short or not all(names_of([cell.words for cell in short])):
        return grid
    moved = {cell.start for cell in short}
    rows: list[list[tuple[int, int]]] = []
    for row in grid.rows:
        before = [(row[0].start, row[0].start)] * column if row and row[0].start in moved else []
        rows.append([*before, *((cell.start, cell.end) for cell in row)])
    return grid_of_rows(rows, source)


def _unfilled(grid: Grid, block: Block) -> Sequence[Line]:
    """The lines of a table that the file shows in which no cell begins or goes on."""
    if block.kind != "shaped":
        return ()
    cells = sorted((cell.start, cell.end) for row in grid.rows for cell in row if not cell.empty)
    starts = [start for start, _ in cells]
    ends = [end for _, end in cells]
    return [
        line
        for line in block.lines
        if not line.blank and bisect_left(starts, line.end) <= bisect_left(ends, line.start + 1)
    ]


def _goes_on(source: str, blocks: Sequence[Block], above: tuple[int, Table], index: int, table: Table) -> bool:
    """Whether a table only goes on with the one above, as where a page ended: as wide, no head of its own."""
    before, other = above
    if index - before > 2 or table.grid.width != other.grid.width or not other.columns.headed or table.kind == "cells":
        return False
    between = source[blocks[before].lines[-1].end : blocks[index].lines[0].start]
    if not _CONTINUED.fullmatch(between):
        return False
    head = range(len(other.columns.titles), other.columns.depth)
    repeated = any([cell.text for cell in table.grid.filled(0)] == _texts(other, row) for row in head)
    if table.columns.titles or _blank(table.grid) > _BLANK_SHARE + _blank(other.grid):
        return False
    told = any(role in ("ordinal", "points", "tier") for role in other.columns.roles) or other.columns.of("text")
    own = repeated or any(table.columns.tiers) or table.columns.heads == other.columns.heads
    return bool(told) and not own and not _says_what_columns_are(table.columns)


def _says_what_columns_are(columns: Columns) -> bool:
    """Whether heads call columns by what they are for, as a table of its own does."""
    return columns.headed and sum(role in ("ordinal", "points", "value", "scoring") for role in columns.roles) > 0


def _blank(grid: Grid) -> float:
    """The share of the cells that hold nothing."""
    cells = [cell for row in grid.rows for cell in row]
    return sum(cell.empty for cell in cells) / max(1, len(cells))


def _texts(table: Table, row: int) -> list[str]:
    return [cell.text for cell in table.grid.filled(row)]


def _continued(columns: Columns) -> Columns:
    return replace(columns, titles=(), depth=0)


def _tier_names(tables: Sequence[Table], headed: Sequence[str]) -> list[str]:
    """The names of the document's tiers: what headings are about, and what tables print of more than one.

    A single name over a column, in a band or in a caption counts where the document prints another one elsewhere.
    """
    printed = [table.printed_tiers for table in tables]
    sure: list[str] = list(headed)
    single: list[str] = []
    for group in (names for table in printed for names in table):
        (sure if len({tier_key(name) for name in group}) > 1 else single).extend(group)
    known = {tier_key(name) for name in sure}
    if len({tier_key(name) for name in single} | known) < 2:
        return sure
    return _in_order(printed, headed)


def _in_order(printed: Sequence[tuple[tuple[str, ...], ...]], headed: Sequence[str]) -> list[str]:
    return [*headed, *(name for table in printed for names in table for name in names)]
