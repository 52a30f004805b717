"""Tables as rows of cells, whether a cell or a row stands on a line, and how sure it is what kind a table is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.blocks import Block, Cell, line_cells, table_rows
from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.lines import plain_reading
from corpus.tier_names import tier_codes

NUMBERED_NAME = re.compile(r"(?P<no>\d{1,3})\s*[.．、][^\S\n]*(?P<name>\S.*)", re.DOTALL)
_FILLED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Table:
    """A table read into rows.

    Attributes:
        rows: The rows that hold something; filler rows are left out.
        number: The number in the caption above, or the count of tables so far.
        renumbers: Whether another table of the document counts its rows from the same numbers.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: str
    renumbers: bool = False

    @property
    def header(self) -> tuple[Cell, ...]:
        """The first row."""
        return self.rows[0]

    @property
    def tiers(self) -> tuple[str | None, ...]:
        """The tier code of each column, None where its head names no tier."""
        return tier_codes([plain_reading(cell.text) for cell in self.header])

    @property
    def first_tier(self) -> int:
        """The first column whose head names a tier."""
        return next(column for column, code in enumerate(self.tiers) if code)

    @property
    def row_numbers(self) -> frozenset[int]:
        """The numbers printed before the names of rows: 15 of ``15.计划调度``."""
        names = (NUMBERED_NAME.fullmatch(cell.text) for row in self.rows[1:] for cell in row[:2])
        return frozenset(int(named["no"]) for named in names if named)


def read_table(source: str, block: Block, number: str) -> Table:
    """A table block as rows; rows without any text are filler."""
    if block.kind == "rows":
        read = tuple(line_cells(source, line) for line in block.lines if not line.blank)
    else:
        read = _with_rows(table_rows(source, block))
    return Table(tuple(row for row in read if any(not cell.empty for cell in row)), number)


def _with_rows(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of a table that was printed without a blank line between them, where its head tells how wide it is."""
    if len(rows) != 1:
        return rows
    cells = rows[0]
    codes = tier_codes([plain_reading(cell.text) for cell in cells])
    first = next((column for column, code in enumerate(codes) if code), 0)
    width = next((column for column in range(first, len(codes)) if codes[column] is None), 0)
    if first < 1 or width < first + 2 or len(cells) % width:
        return rows
    return tuple(cells[start : start + width] for start in range(0, len(cells), width))


def tier_table_confidence(table: Table) -> float:
    """How sure it is that columns are tiers: two or more heads after the first name tiers."""
    if len(table.rows) < 2:
        return 0.0
    codes = table.tiers
    return 1.0 if codes[0] is None and sum(code is not None for code in codes) > 1 else 0.0


def alternatives_confidence(table: Table) -> float:
    """How sure it is that columns are alternatives: rows of one width, mostly filled."""
    widths = {len(row) for row in table.rows}
    cells = [cell for row in table.rows for cell in row]
    filled = sum(not cell.empty for cell in cells) / len(cells) if cells else 0.0
    return 0.8 if len(table.rows) > 1 and len(widths) == 1 and widths.pop() > 2 and filled > _FILLED_SHARE else 0.0


def form_confidence(table: Table) -> float:
    """A table that is neither of the others is read as a form, field by field."""
    return 0.5 if table.rows else 0.1


def cut_heads(table: Table, headings: Headings) -> Iterator[Draft]:
    """The heads of a table's columns."""
    for column, cell in enumerate(table.header):
        if not cell.empty:
            yield Draft(
                place=f"table-{table.number}/0/{column}",
                start=cell.start,
                end=cell.end,
                kind="table_cell",
                rule="table.head",
                section=headings.section,
                path=headings.path,
            )


def cut_alternatives(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The cells of a table whose columns are alternatives (construction types): a row each, with its track."""
    yield from cut_heads(table, headings)
    for index, row in enumerate(table.rows[1:], start=1):
        dimension = plain_reading(row[0].text)
        for column, cell in enumerate(row):
            if cell.empty:
                continue
            yield Draft(
                place=f"table-{table.number}/{index}/{column}",
                start=cell.start,
                end=cell.end,
                kind="table_cell",
                rule="alternatives.cell",
                section=headings.section,
                path=(*headings.path, dimension),
                track=plain_reading(table.header[column].text) if column else None,
                label=dimension if column else None,
            )
