"""Annex tables with a row a line: first column the element, second the label, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.drafts import Draft
from corpus.grid import Cell
from corpus.headings import Headings
from corpus.layouts.scope import industry_scope
from corpus.layouts.tables import Table
from corpus.lines import plain_reading

_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、\s*(?=\S)")
_COUNTS = re.compile(r"\d+(?:\.\d+)?\s*[分%％]?")
_HEAD_LENGTH = 12
_WIDTH = 3


def row_table_confidence(table: Table) -> float:
    """How sure it is that a plain text prints element, label and text: three columns, none that counts or weighs."""
    counts = table.columns.of("ordinal", "points", "value")
    plain = table.kind == "rows" and table.grid.width == _WIDTH and not counts
    return 0.9 if plain and table.columns.of("text") else 0.0


def cut_row_table(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """A row for each line of a table: its text, under its element, with its label.

    An element stands for the lines below it until the next is printed. The text is the column that says most; columns
    behind it (points, departments) are rows of their own.
    """
    lines = table.grid.rows
    text_column = _wordiest(lines)
    heads: tuple[Cell, ...] = ()
    element, element_index, row_index = "", 0, 0
    for position, cells in enumerate(lines):
        filled = [cell for cell in cells if not cell.empty]
        if _is_head(filled, heads, position):
            heads = cells
            yield from _heads(cells, position, headings)
            continue
        text = cells[text_column] if text_column < len(cells) and not cells[text_column].empty else filled[-1]
        before = [cell for cell in filled if cell.start < text.start]
        if before and before[0] is cells[0]:
            element = _ORDINAL.sub("", plain_reading(cells[0].text), count=1)
            element_index, row_index = element_index + 1, 0
            before = before[1:]
        row_index += 1
        place = f"{headings.place}/{element_index}/{row_index}"
        path = (*headings.path, *((element,) if element else ()))
        label = plain_reading(before[-1].text) if before else None
        yield Draft(
            place=place,
            start=text.start,
            end=text.end,
            kind="requirement",
            rule="row-table.row",
            section=headings.section,
            path=path,
            element=element or None,
            label=label,
            industry=industry_scope(text.text),
        )
        behind = [(column, cell) for column, cell in enumerate(cells) if not cell.empty and cell.start > text.start]
        yield from _behind(behind, heads, headings, place, element)


def _behind(
    cells: Sequence[tuple[int, Cell]], heads: Sequence[Cell], headings: Headings, place: str, element: str
) -> Iterator[Draft]:
    """A row for each cell behind the text, with its column's head as its label."""
    for column, cell in cells:
        yield Draft(
            place=f"{place}/column-{column}",
            start=cell.start,
            end=cell.end,
            kind="table_cell",
            rule="row-table.cell",
            section=headings.section,
            path=(*headings.path, *((element,) if element else ())),
            element=element or None,
            label=plain_reading(heads[column].text) or None if column < len(heads) else None,
        )


def _wordiest(lines: Sequence[tuple[Cell, ...]]) -> int:
    """The column with the most words in the lines below the first, the element's column left out."""
    width = max((len(cells) for cells in lines), default=0)
    totals = [sum(len(cells[column].text) for cells in lines[1:] if column < len(cells)) for column in range(width)]
    return max(range(1, width), key=lambda column: totals[column], default=0) if width > 1 else 0


def _is_head(filled: Sequence[Cell], heads: tuple[Cell, ...], position: int) -> bool:
    """The head of a row table: the first line, or the same heads printed again where a page began."""
    if position == 0:
        return all(len(cell.text) <= _HEAD_LENGTH and not _COUNTS.fullmatch(cell.text) for cell in filled)
    return [cell.text for cell in filled] == [cell.text for cell in heads if not cell.empty]


def _heads(cells: tuple[Cell, ...], position: int, headings: Headings) -> Iterator[Draft]:
    for column, cell in enumerate(cell for cell in cells if not cell.empty):
        yield Draft(
            place=f"{headings.place}/head-{position}-{column}",
            start=cell.start,
            end=cell.end,
            kind="table_cell",
            rule="row-table.head",
            section=headings.section,
            path=headings.path,
        )
