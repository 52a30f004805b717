"""Tables that are drawn with upright strokes; every cell is kept, also those beyond the width of the head."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.readers.budget import Budget
from corpus.readers.composing import GridCell, GridTable

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
_STROKE = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines are a table without a ruled head: two or more, each between strokes."""
    return len(lines) >= 2 and all(_ROW.fullmatch(line) for line in lines)


def pipe_table(lines: Sequence[str], read: Callable[[str], str], budget: Budget) -> GridTable:
    """A table from its lines.

    Args:
        lines: Its lines, the one that rules off the head too.
        read: Gives what the source of a cell shows.
        budget: What reading may spend.

    Raises:
        UnreadableError: It has more cells than the limit, or reading takes too long.
    """
    rows = []
    for line in lines:
        bare = _QUOTED.sub("", line).strip()
        if not bare or ("-" in bare and _RULE.fullmatch(bare)):
            continue
        cells = _STROKE.split(bare.removeprefix("|"))
        rows.append(cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells)
    width = max((len(row) for row in rows), default=0)
    budget.spend_cells(width * len(rows))
    placed: list[GridCell] = []
    for number, row in enumerate(rows):
        budget.check_time()
        for column, source in enumerate((*row, *[""] * (width - len(row)))):
            placed.append(GridCell(read(source.strip()) if source.strip() else "", number, column))
    return GridTable(len(rows), width, tuple(placed))
