"""A text split into the blocks that layouts cut: prose, tables with a cell a line, tables with a row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.labels import read_label
from corpus.lines import Line, skip_residue, trim

BlockKind = Literal["prose", "cells", "rows"]
_CONTINUES_WITHIN = 12
_SHORT = 14
_SENTENCE_LENGTH = 18
_CAPTION = re.compile(r"[图表]\s*\d")
REMARK = re.compile(r"(?:备\s*)?注\s*[：:]")


@dataclass(frozen=True, slots=True)
class Block:
    """Adjoining lines of one kind."""

    kind: BlockKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell's printed text; ``start == end`` for an empty one."""

    start: int
    end: int
    text: str

    @property
    def empty(self) -> bool:
        """Whether nothing is printed in the cell."""
        return self.start == self.end


def split_blocks(source: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of a text, in order; every line belongs to exactly one."""
    blocks: list[Block] = []
    position = 0
    while position < len(lines):
        kind = _kind(lines[position])
        end = _end_of_cells(lines, position) if kind == "cells" else _end_of_run(lines, position, kind)
        block = Block(kind, tuple(lines[position:end]))
        if kind == "cells" and _is_indented_prose(source, block):
            block = Block("prose", block.lines)
        if block.kind == "prose" and blocks and blocks[-1].kind == "prose":
            blocks[-1] = Block("prose", blocks[-1].lines + block.lines)
        else:
            blocks.append(block)
        position = end
    return tuple(blocks)


def _is_indented_prose(source: str, block: Block) -> bool:
    """Whether the tabs of a block only indent its paragraphs: no row has a second cell, or one run of long lines."""
    rows = table_rows(source, block)
    cells = [cell for row in rows for cell in row]
    if not cells or any(cell.empty for cell in cells):
        return False
    return all(len(row) == 1 for row in rows) or (
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
    return max(end, start + 1) if kind != "prose" else _with_blank_tail(lines, max(end, start + 1))


def _with_blank_tail(lines: Sequence[Line], end: int) -> int:
    while end < len(lines) and lines[end].blank and "\t" not in lines[end].text:
        end += 1
    return end


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


def line_cells(source: str, line: Line) -> tuple[Cell, ...]:
    """The cells of a table row that stands on one line, separated by tabs."""

    def parts() -> Iterator[Cell]:
        start = line.start
        for part in line.text.split("\t"):
            yield _cell(source, start, start + len(part))
            start += len(part) + 1

    return tuple(parts())


def _cell(source: str, start: int, end: int) -> Cell:
    start, end = trim(source, start, end)
    return Cell(start, end, source[start:end])
