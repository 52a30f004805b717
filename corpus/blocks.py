"""A text split into the blocks that layouts cut: prose, tables with a cell a line, tables with a row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.drawn_tables import barred_cells, end_of_bars, end_of_spaced, has_bars, is_border, spaced_cells
from corpus.grid import Cell, Grid, grid_of_rows
from corpus.labels import read_label
from corpus.lines import Line, skip_residue, trim
from corpus.shape import LINE_BREAK

BlockKind = Literal["prose", "cells", "rows", "bars", "spaced", "shaped"]
_CONTINUES_WITHIN = 12
_SHORT = 14
_SENTENCE_LENGTH = 18
_SINGLE_SHARE = 0.6
_CAPTION = re.compile(r"[图表]\s*\d")
_FRAMES_AT_MOST, _PAGE_OF_LINES = 3, 6
_PAGE = re.compile(r"[-–—·. ]*(?:\d{1,3}|[IVXivx]{1,5})[-–—·. ]*")
REMARK = re.compile(r"(?:备\s*)?注\s*[：:]")


@dataclass(frozen=True, slots=True)
class Block:
    """Adjoining lines of one kind.

    Attributes:
        kind: ``cells`` has a cell a line, ``rows`` a row a line with tabs between; ``bars`` and ``spaced`` are drawn in
            plain text; of ``shaped`` the file itself shows the cells.
        lines: The lines.
        grid: The cells that the file shows; of prose, the box that it stands in.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    grid: Grid | None = None


def split_blocks(
    source: str, lines: Sequence[Line], shaped: Mapping[int, tuple[int, Grid]] | None = None
) -> tuple[Block, ...]:
    """The blocks of a text, in order; every line belongs to exactly one.

    Args:
        source: The stored text.
        lines: Its lines.
        shaped: The tables that the file shows: the index of the first line, one past the last, and the cells. Where
            there are any, no others are looked for.
    """
    if shaped:
        return tuple(_around(lines, shaped))
    blocks: list[Block] = []
    position = 0
    while position < len(lines):
        block = _block_at(source, lines, position)
        position += len(block.lines)
        if block.kind == "prose" and blocks and blocks[-1].kind == "prose":
            blocks[-1] = Block("prose", blocks[-1].lines + block.lines)
        else:
            blocks.append(block)
    return tuple(blocks)


def _around(lines: Sequence[Line], shaped: Mapping[int, tuple[int, Grid]]) -> Iterator[Block]:
    """The tables that a file shows and the prose between them; what only boxes a text in is prose of its own."""
    prose: list[Line] = []
    position = 0
    while position < len(lines):
        if position not in shaped:
            prose.append(lines[position])
            position += 1
            continue
        if prose:
            yield Block("prose", tuple(prose))
        prose = []
        end, grid = shaped[position]
        table = tuple(lines[position:end])
        yield Block("prose", tuple(_boxed(table)), grid) if is_box(grid) else Block("shaped", table, grid)
        position = end
    if prose:
        yield Block("prose", tuple(prose))


def is_box(grid: Grid) -> bool:
    """Whether a table only frames a text: it has one column, or one row that holds a page of its own."""
    if grid.width == 1:
        return True
    breaks = max((cell.text.count(LINE_BREAK) for row in grid.rows for cell in row), default=0)
    return len(grid.rows) == 1 and grid.width <= _FRAMES_AT_MOST and breaks >= _PAGE_OF_LINES


def _boxed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a box, broken where its text breaks and where a cell ends."""
    for line in lines:
        start = line.start
        for text in re.split(rf"[{LINE_BREAK}\t]", line.text):
            yield Line(line.number, start, start + len(text), text)
            start += len(text) + 1


def _block_at(source: str, lines: Sequence[Line], position: int) -> Block:
    """The block that begins at a line."""
    kind, end = _drawn(lines, position)
    if kind == "prose":
        kind = _kind(lines[position])
        if kind == "cells":
            end = _end_of_cells(lines, position)
        elif kind == "rows":
            end = max(_end_of_run(lines, position, kind), position + 1)
        else:
            end = _end_of_prose(lines, position)
    block = Block(kind, tuple(lines[position:end]))
    prose = (kind == "cells" and _is_indented_prose(source, block)) or (kind == "rows" and _is_no_table(block))
    return Block("prose", block.lines) if prose else block


def _is_no_table(block: Block) -> bool:
    """Whether rows only list headings with the pages that they stand on, or one line has a tab within."""
    rows = [line.text.strip().split("\t") for line in block.lines if not line.blank]
    if len(rows) == 1:
        return True
    paged = all(len(row) > 1 and not any(row[1:-1]) and _PAGE.fullmatch(row[-1].strip()) for row in rows)
    return paged and 2 * sum(read_label(row[0]) is not None for row in rows) >= len(rows)


def _drawn(lines: Sequence[Line], position: int) -> tuple[BlockKind, int]:
    """A table drawn with characters that begins at a line, and where it ends; prose where none does."""
    line = lines[position]
    following = position + 1 < len(lines) and has_bars(lines[position + 1])
    if has_bars(line) or (following and is_border(line)):
        end = end_of_bars(lines, position)
        if end > position:
            return "bars", end
    if "\t" not in line.text and not line.blank:
        end = end_of_spaced(lines, position)
        if end > position:
            return "spaced", end
    return "prose", position


def _end_of_prose(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if line.blank and "\t" not in line.text:
            end += 1
        elif _kind(line) != "prose" or _drawn(lines, end)[0] != "prose":
            break
        else:
            end += 1
    return end


def _is_indented_prose(source: str, block: Block) -> bool:
    """Whether the tabs of a block only indent its paragraphs: few rows have a second cell, or one run of long lines."""
    rows = table_rows(source, block)
    cells = [cell for row in rows for cell in row]
    if not cells or any(cell.empty for cell in cells):
        return False
    singles = sum(len(row) == 1 for row in rows)
    return singles >= _SINGLE_SHARE * len(rows) or (
        len(rows) == 1 and sum(len(cell.text) for cell in cells) > _SENTENCE_LENGTH * len(cells)
    )


def _kind(line: Line) -> BlockKind:
    text = line.text.strip(" \u3000\xa0\r")
    if text.startswith("\t") and "\t" not in text[1:].rstrip():
        return "cells"
    if "\t" in text.strip("\t") or (text.endswith("\t") and text.strip()):
        return "rows"
    return "prose"


def _end_of_run(lines: Sequence[Line], start: int, kind: BlockKind) -> int:
    end = start
    for position in range(start, len(lines)):
        if lines[position].blank and "\t" not in lines[position].text:
            continue
        if _kind(lines[position]) != kind:
            break
        end = position + 1
    return max(end, start + 1)


def _end_of_cells(lines: Sequence[Line], start: int) -> int:
    """A table with a cell a line runs on over blank lines and over the further lines of a cell."""
    end, position = start + 1, start + 1
    while position < len(lines):
        line = lines[position]
        if line.blank and "\t" not in line.text:
            position += 1
            continue
        if _kind(line) == "cells" or _continues_cell(lines, position, end):
            end = position = position + 1
            continue
        break
    return end


def _continues_cell(lines: Sequence[Line], position: int, end: int) -> bool:
    """Whether a line without a tab goes on with the cell above it."""
    line = lines[position]
    if "\t" in line.text:
        return False
    if position == end:  # nothing stands between: the cell has another line
        label = read_label(line.text.strip())
        return label is None or label.style not in ("annex", "chapter", "article")
    body = line.text[skip_residue(line.text, 0, len(line.text)) :].strip()
    if len(body) > _SHORT or read_label(body) or _CAPTION.match(body) or REMARK.match(body):
        return False
    following = [other for other in lines[position + 1 : position + _CONTINUES_WITHIN] if other.text.strip()]
    return any(_kind(other) == "cells" for other in following) and not any(_structural(other) for other in following)


def _structural(line: Line) -> bool:
    label = read_label(line.text.strip()) if "\t" not in line.text else None
    return label is not None and label.rank <= RANK_OF_SECTIONS


RANK_OF_SECTIONS = 4.0


def table_rows(source: str, block: Block) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table with a cell a line: cells start with a tab, rows end at a blank line.

    A blank line inside a cell (its next line has no tab) does not end the row.
    """
    rows: list[list[Cell]] = [[]]
    open_cell: tuple[int, int] | None = None
    pending_break = False
    for line in block.lines:
        if line.blank and "\t" not in line.text:
            pending_break = True
            continue
        if "\t" in line.text:
            if open_cell is not None:
                rows[-1].append(_cell(source, *open_cell))
            if pending_break and rows[-1]:
                rows.append([])
            tab = line.start + line.text.index("\t")
            if line.text[: line.text.index("\t")].strip(" \u3000\xa0"):
                rows[-1].append(_cell(source, line.start, tab))
            open_cell = (tab + 1, line.end)
        elif open_cell is not None:
            open_cell = (open_cell[0], line.end)
        pending_break = False
    if open_cell is not None:
        rows[-1].append(_cell(source, *open_cell))
    return tuple(tuple(row) for row in rows if row)


def read_grid(source: str, block: Block) -> Grid:
    """The cells of a table block by row and column; rows without any text are filler and left out."""
    if block.grid is not None:
        return block.grid
    if block.kind == "cells":
        read = [[(cell.start, cell.end) for cell in row] for row in table_rows(source, block)]
    else:
        drawn = set(borders(block))
        read = [list(_stretches(block.kind, line)) for line in block.lines if not line.blank and line not in drawn]
    return grid_of_rows([row for row in read if any(source[start:end].strip() for start, end in row)], source)


def borders(block: Block) -> tuple[Line, ...]:
    """The lines of a table that only draw."""
    return tuple(line for line in block.lines if is_border(line)) if block.kind == "bars" else ()


def _stretches(kind: BlockKind, line: Line) -> tuple[tuple[int, int], ...]:
    if kind == "bars":
        return barred_cells(line)
    if kind == "spaced":
        return spaced_cells(line)
    return tuple(line_stretches(line))


def line_stretches(line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of a line that tabs separate."""
    start = line.start
    for part in line.text.split("\t"):
        yield start, start + len(part)
        start += len(part) + 1


def _cell(source: str, start: int, end: int) -> Cell:
    start, end = trim(source, start, end)
    return Cell(start, end, source[start:end])
