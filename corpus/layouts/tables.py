"""Tables with what a document knows of them, and how sure it is what kind a table is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.bare_figures import is_figure, told_by, told_by_unit
from corpus.blocks import BlockKind
from corpus.drafts import Draft
from corpus.folding import folded
from corpus.grid import Cell, Grid
from corpus.headings import Headings
from corpus.layouts.cells import mark, not_required
from corpus.layouts.columns import Columns, asks, is_band
from corpus.layouts.frame import Frame, Tier
from corpus.layouts.grades import awards, bare_name, caption_name, code_for, names_of
from corpus.layouts.told import waives
from corpus.lines import Line, plain_reading

NUMBERED_NAME = re.compile(r"(?P<no>\d{1,3})\s*[.．、][^\S\n]*(?P<name>\S.*)", re.DOTALL)
COUNT = re.compile(r"[（(]?[\dA-Z一二三四五六七八九十.\-]{1,6}[）)、.．]?")
"""What counts the rows of a table: it is their label and no row of its own."""
_REMARK = re.compile(r"(?:备\s*)?注\s*\d*\s*[：:]|说明\s*[：:]")
_MARKED_SHARE = 0.8
MATURITY = re.compile(r"成熟度|等级保护|密评|信用等级")
"""What the levels of a table may be instead of tiers of the document."""
_UNITS_HEAD = re.compile(r"(?:计量|计算|数据|统计|指标)?\s*单\s*位")
_TIER_HEAD = re.compile(
    r"(?:适用|对应|所属|目标|要求|建设|培育|梯度|评价|评定|认定|申报|智能|数字化|工厂|车间)*"
    r"(?:层级|等级|级别|档次|梯度|星级)(?:名称|划分|要求)?"
)
"""What a column of tiers is called where it does not stand before all that its rows say."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table read into rows.

    Attributes:
        kind: How the text prints it.
        grid: Its cells.
        columns: Its head, and what its columns are for.
        number: The number in the caption above, or the count of tables so far.
        caption: The words right above it.
        borders: Its lines that only draw.
        renumbers: Whether another table of the document counts its rows from the same numbers.
        codes: The document's tiers: the code of each name.
    """

    kind: BlockKind
    grid: Grid
    columns: Columns
    number: str
    caption: str = ""
    borders: tuple[Line, ...] = ()
    renumbers: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> range:
        """The rows below the head."""
        return range(self.columns.depth, len(self.grid.rows))

    @property
    def tier_columns(self) -> tuple[int, ...]:
        """The columns that stand for tiers of the document."""
        return tuple(column for column in range(self.grid.width) if self.tier_at(column))

    def holds_figures(self, column: int) -> bool:
        """Whether a column holds figures alone, of which its head says what they count: 智能化投入（万元）."""
        if told_by(self.columns.heads[column]).unit in ("", "分"):
            return False
        cells = [cell for row in self.body for cell in self.grid.filled(row) if cell.column == column]
        return bool(cells) and all(is_figure(cell.text) or not_required(cell) for cell in cells)

    @property
    def unit_column(self) -> int | None:
        """The column that says for each row what its figures count: 计量单位, with 万元, %, 台 in its cells."""
        for column in (at for at, head in enumerate(self.columns.heads) if _UNITS_HEAD.fullmatch(folded(head))):
            cells = [cell for row in self.body for cell in self.grid.filled(row) if cell.column == column]
            named = [told_by_unit(cell.words).unit != "" for cell in cells if not cell.columns > 1]
            if any(named) and 2 * sum(named) > len(named):
                return column
        return None

    @property
    def tier_column(self) -> int | None:
        """The column every cell of which names a tier: the first that is no count, or one that its head calls so."""
        columns = [column for column in range(self.grid.width) if self.columns.roles[column] != "ordinal"]
        if not columns or self.columns.of("tier"):
            return None
        if all(names := self._names_in(columns[0])) and names:
            return columns[0]
        return next((column for column in columns[1:] if self._tells_tiers(column)), None)

    def _tells_tiers(self, column: int) -> bool:
        """Whether a column beside the names of rows tells the tier of what is asked in another one."""
        if not _TIER_HEAD.fullmatch(folded(self.columns.heads[column])) or MATURITY.search(folded(self.caption)):
            return False
        texts = [at for at in self.columns.of("text", "value") if at != column]
        told = any(asks(self.columns.heads[at]) or self.columns.wordy(at) for at in texts)
        names = self._names_in(column)
        return told and any(names) and all(name and not awards(name) for name in names)

    def _names_in(self, column: int) -> tuple[str | None, ...]:
        """The tier that each cell of a column below the head names, None for a cell that names none."""
        rows = [row for row in self.body if not (is_band(self.grid, row) or self.is_head(row))]
        return names_of([cell.words for row in rows for cell in self.grid.filled(row) if cell.column == column])

    def tier_name(self, cell: Cell) -> str | None:
        """The tier that a cell names."""
        return names_of([cell.words])[0] or caption_name(cell.words) or bare_name(cell.words)

    def tier_names_known(self, column: int) -> bool:
        """Whether a cell of a column names a tier of the document."""
        cells = (cell for row in self.body for cell in self.grid.filled(row) if cell.column == column)
        return any(self.tier(self.tier_name(cell)) for cell in cells)

    @property
    def printed_tiers(self) -> tuple[tuple[str, ...], ...]:
        """The names of tiers that it prints, by where: over columns, before rows, in bands, in the caption."""
        over = tuple(name for name in self.columns.tiers if name)
        column = self.tier_column
        cells = [] if column is None else [cell for row in self.body for cell in self.grid.filled(row)]
        before = tuple(name for name in names_of([one.words for one in cells if one.column == column]) if name)
        bands = tuple(
            name
            for row in (*self.columns.titles, *self.body)
            if is_band(self.grid, row) and (name := caption_name(self.grid.filled(row)[0].words))
        )
        caption = caption_name(self.caption)
        return over, before, bands, (caption,) if caption and asks(self.caption) else ()

    @property
    def row_numbers(self) -> frozenset[int]:
        """The numbers printed before the names of rows: 15 of ``15.计划调度``."""
        found: set[int] = set()
        for row in self.body:
            for cell in self.grid.filled(row):
                named = NUMBERED_NAME.fullmatch(cell.text) if cell.column < 2 else None
                if named:
                    found.add(int(named["no"]))
                elif self.columns.roles[cell.column] == "ordinal" and cell.text.isdecimal():
                    found.add(int(cell.text))
        return frozenset(found)

    def tier(self, name: str | None) -> Tier | None:
        """The document's tier that a name means."""
        code = code_for(self.codes, name) if name else None
        return Tier(code, name) if code and name else None

    def tier_at(self, column: int) -> Tier | None:
        """The tier that a column stands for."""
        return self.tier(self.columns.tiers[column]) if column < len(self.columns.tiers) else None

    def tiers_over(self, cell: Cell) -> tuple[Tier, ...]:
        """The tiers whose columns a cell covers."""
        found = (self.tier_at(column) for column in range(cell.column, cell.column + cell.columns))
        return tuple({tier.code: tier for tier in found if tier}.values())

    def needs_row(self, cell: Cell) -> bool:
        """Whether a cell of a column that counts is a row of its own: it says more, or stands alone on its line."""
        return self.kind == "cells" or len(self.grid.filled(cell.row)) == 1 or not COUNT.fullmatch(cell.text)

    def is_head(self, row: int) -> bool:
        """Whether a row below the head prints it again, as where a page began."""
        texts = [cell.text for cell in self.grid.filled(row)]
        heads = range(len(self.columns.titles), self.columns.depth)
        return any(texts == [cell.text for cell in self.grid.filled(head)] for head in heads)

    def is_remark(self, row: int) -> bool:
        """Whether a row only holds a remark on the table."""
        filled = self.grid.filled(row)
        return len(filled) == 1 and (_REMARK.match(filled[0].text) is not None or waives(filled[0].text))

    @property
    def ticked(self) -> bool:
        """Whether the columns of tiers hold marks that tell which rows apply."""
        columns = set(self.tier_columns)
        cells = [cell for row in self.body for cell in self.grid.filled(row) if cell.column in columns]
        marks = [mark(cell) for cell in cells]
        return "applies" in marks and sum(map(bool, marks)) >= _MARKED_SHARE * len(cells)


def cut_heads(table: Table, headings: Headings) -> Iterator[Draft]:
    """The titles within a table and the heads of its columns."""
    frame = Frame(headings, f"table-{table.number}")
    last = table.columns.depth - 1
    for row in range(table.columns.depth):
        for cell in table.grid.filled(row):
            title = row in table.columns.titles
            place = f"{frame.place}/{0 if row == last and not title else f'head-{row}'}/{cell.column}"
            yield frame.cell(
                place, cell, "heading" if title else "table_cell", "table.title" if title else "table.head"
            )


def cut_aside(table: Table, row: int, headings: Headings) -> tuple[Draft, ...]:
    """The rows of a line that is none of the table's own: its head printed again, or a remark; none where it is one."""
    frame = Frame(headings, f"table-{table.number}")
    index = row - table.columns.depth + 1
    if table.is_head(row):
        cells = table.grid.filled(row)
        return tuple(
            frame.cell(f"{frame.place}/{index}/{one.column}", one, "table_cell", "table.head") for one in cells
        )
    if table.is_remark(row):
        return (frame.cell(f"{frame.place}/{index}/note", table.grid.filled(row)[0], "paragraph", "table.note"),)
    return ()


def cut_borders(table: Table) -> Iterator[Draft]:
    """The lines that only draw the table: they say nothing, but no line is lost."""
    for line in table.borders:
        text = line.text.strip()
        start = line.start + line.text.index(text)
        place = f"table-{table.number}/border"
        yield Draft(place, start, start + len(text), "paragraph", "table.border", plain="")


def words_above(table: Table, headings: Headings) -> str:
    """The words that say what a table is about: its caption, its own titles, the headings above it."""
    titles = [cell.words for row in table.columns.titles for cell in table.grid.filled(row)]
    return " ".join((table.caption, *titles, *headings.path[-2:]))


def clean(words: str) -> str | None:
    """Words as a field holds them, None where there are none."""
    return plain_reading(words) or None
