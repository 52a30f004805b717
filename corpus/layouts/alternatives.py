"""Tables whose columns are alternatives (construction types, modes): a row for each cell, with its track."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.layouts.tables import Table, cut_heads
from corpus.lines import plain_reading

_FILLED_SHARE = 0.7
_TRACK = re.compile(r".*(?:模式|型|类)$")
_KIND_ONLY = re.compile(r"(?:类|模|原|典|企业类|项目类|建设类|所属类)型?|.*类型")


def alternatives_confidence(table: Table) -> float:
    """How sure it is that columns are alternatives: rows of one width, mostly filled, and heads that name kinds."""
    grid = table.grid
    widths = {len(row) for row in grid.rows}
    cells = [cell for row in grid.rows for cell in row]
    filled = sum(not cell.empty for cell in cells) / len(cells) if cells else 0.0
    regular = len(grid.rows) > 1 and len(widths) == 1 and widths.pop() > 2 and filled > _FILLED_SHARE
    if not regular or table.kind == "cells":
        return 0.8 if regular else 0.0
    heads = table.columns.heads[1:]
    tracks = sum(_TRACK.fullmatch(head) is not None and _KIND_ONLY.fullmatch(head) is None for head in heads)
    return 0.9 if len(heads) > 1 and tracks == len(heads) else 0.0


def cut_alternatives(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The heads, then the cells; the first column names the dimension that the others differ in."""
    yield from cut_heads(table, headings)
    for row in table.body:
        cells = table.grid.rows[row]
        dimension = plain_reading(cells[0].text)
        for cell in cells:
            if cell.empty:
                continue
            named = cell.column == 0
            yield Draft(
                place=f"table-{table.number}/{row - table.columns.depth + 1}/{cell.column}",
                start=cell.start,
                end=cell.end,
                kind="table_cell",
                rule="alternatives.cell",
                section=headings.section,
                path=(*headings.path, dimension),
                track=None if named else table.columns.heads[cell.column] or None,
                label=None if named else dimension,
            )
