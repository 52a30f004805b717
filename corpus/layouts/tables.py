"""Tables with a cell a line: tier tables, tables of alternatives, forms; and tables with a row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.blocks import Block, Cell, line_cells, table_rows
from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.layouts.scope import industry_scope
from corpus.lines import plain_reading, trim
from corpus.tier_names import tier_code

_NUMBERED_NAME = re.compile(r"(?P<no>\d{1,3})\s*[.．、]\s*(?P<name>.+)", re.DOTALL)
_ITEM = re.compile(r"(?:^|\n)[ \t\u3000\xa0]*(?P<label>[a-z]\d?)\s*[）)]\s*")
_NOT_REQUIRED = frozenset("/／")
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、\s*")
_FILLED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a cell a line, read into rows.

    Attributes:
        rows: The rows that hold something; filler rows are left out.
        number: The number in the caption above, or the count of tables so far.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: str

    @property
    def header(self) -> tuple[Cell, ...]:
        """The first row."""
        return self.rows[0]

    @property
    def tiers(self) -> tuple[str | None, ...]:
        """The tier code of each column, None where its head names no tier."""
        return tuple(tier_code(plain_reading(cell.text)) for cell in self.header)


def read_table(source: str, block: Block, number: str) -> Table:
    """A table block as rows; rows without any text are filler."""
    rows = tuple(row for row in table_rows(source, block) if any(not cell.empty for cell in row))
    return Table(rows, number)


def tier_table_confidence(table: Table) -> float:
    """How sure it is that columns are tiers: two or more heads name distinct tiers."""
    codes = [code for code in table.tiers if code]
    return 1.0 if len(table.rows) > 1 and len(codes) > 1 and len(set(codes)) == len(codes) else 0.0


def alternatives_confidence(table: Table) -> float:
    """How sure it is that columns are alternatives: rows of one width, mostly filled."""
    widths = {len(row) for row in table.rows}
    cells = [cell for row in table.rows for cell in row]
    filled = sum(not cell.empty for cell in cells) / len(cells) if cells else 0.0
    return 0.8 if len(table.rows) > 1 and len(widths) == 1 and widths.pop() > 2 and filled > _FILLED_SHARE else 0.0


def form_confidence(table: Table) -> float:
    """A table that is neither of the others is read as a form, field by field."""
    return 0.5 if table.rows else 0.1


def cut_tier_table(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The rows of a tier table: heads, names of subdomains, and each cell's labelled items."""
    above = [heading.title for heading in headings.stack if heading.style == "decimal"]
    domain = above[-1] if above else None
    element = above[-2] if len(above) > 1 else None
    yield from _heads(table, headings)
    for index, row in enumerate(table.rows[1:], start=1):
        named = _NUMBERED_NAME.fullmatch(row[0].text)
        name = plain_reading(named["name"] if named else row[0].text)
        number = int(named["no"]) if named else None
        place = named["no"] if named else f"table-{table.number}/{index}"
        frame = _Frame(headings, element, domain, name or None, number, place)
        start = row[0].start + (named.start("name") if named else 0)
        if not row[0].empty:
            yield frame.draft(
                f"{place}/name",
                start,
                row[0].end,
                "heading",
                "tier-table.subdomain",
                label=named["no"] if named else None,
            )
        for column, cell in enumerate(row[1:], start=1):
            head = table.header[column] if column < len(table.header) else None
            yield from _tier_cell(source, cell, head, frame, column)


@dataclass(frozen=True, slots=True)
class _Frame:
    headings: Headings
    element: str | None
    domain: str | None
    subdomain: str | None
    number: int | None
    place: str

    def draft(self, place: str, start: int, end: int, kind: str, rule: str, **values: str | None) -> Draft:
        path = (*self.headings.path, f"{self.number}.{self.subdomain}" if self.number else self.subdomain or "")
        return Draft(
            place=place, start=start, end=end, kind=kind, rule=rule, section=self.headings.section, path=path,  # type: ignore[arg-type]
            element=self.element, domain=self.domain, subdomain=self.subdomain, subdomain_no=self.number, **values,
        )  # fmt: skip


def _tier_cell(source: str, cell: Cell, head: Cell | None, frame: _Frame, column: int) -> Iterator[Draft]:
    if cell.empty:
        return
    tier_label = plain_reading(head.text) if head else None
    code = tier_code(tier_label) if tier_label else None
    place = f"{frame.place}/{code or f'column-{column}'}"
    if cell.text in _NOT_REQUIRED:
        yield frame.draft(
            place, cell.start, cell.end, "not_required", "tier-table.cell", tier=code, tier_label=tier_label
        )
        return
    for label, start, end in cell_items(source, cell):
        yield frame.draft(
            f"{place}/{label}" if label else place, start, end, "requirement" if code else "table_cell", "tier-table.item",
            tier=code, tier_label=tier_label, label=label, industry=industry_scope(source[start:end]),
        )  # fmt: skip


def cell_items(source: str, cell: Cell) -> Iterator[tuple[str | None, int, int]]:
    """The labelled items of a cell as (label, start, end); an unlabelled cell is one item."""
    marks = list(_ITEM.finditer(cell.text))
    first = marks[0].start() if marks else len(cell.text)
    if cell.text[:first].strip():
        yield (None, *trim(source, cell.start, cell.start + first))
    ends = [mark.start() for mark in marks[1:]] + [len(cell.text)]
    for mark, end in zip(marks, ends, strict=False):
        yield (mark["label"], *trim(source, cell.start + mark.end(), cell.start + end))


def cut_alternatives(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The cells of a table whose columns are alternatives (construction types): a row each, with its track."""
    yield from _heads(table, headings)
    for index, row in enumerate(table.rows[1:], start=1):
        dimension = plain_reading(row[0].text)
        for column, cell in enumerate(row):
            if cell.empty:
                continue
            yield Draft(
                place=f"table-{table.number}/{index}/{column}", start=cell.start, end=cell.end, kind="table_cell",
                rule="alternatives.cell", section=headings.section, path=(*headings.path, dimension),
                track=plain_reading(table.header[column].text) if column else None, label=dimension if column else None,
            )  # fmt: skip


def _heads(table: Table, headings: Headings) -> Iterator[Draft]:
    for column, cell in enumerate(table.header):
        if not cell.empty:
            yield Draft(
                place=f"table-{table.number}/0/{column}", start=cell.start, end=cell.end, kind="table_cell",
                rule="table.head", section=headings.section, path=headings.path,
            )  # fmt: skip


def cut_form(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """A row for each printed field of a form; its parts 一、二、… are headings."""
    part: tuple[str, ...] = ()
    for index, cell in enumerate((cell for row in table.rows for cell in row if not cell.empty), start=1):
        ordinal = _ORDINAL.match(cell.text)
        start = cell.start + (ordinal.end() if ordinal else 0)
        if ordinal:
            part = (plain_reading(cell.text),)
        yield Draft(
            place=f"{headings.place}/field-{index}", start=start, end=cell.end, kind="heading" if ordinal else "form_field",
            rule="form.part" if ordinal else "form.field", section=headings.section, path=(*headings.path, *part),
            label=ordinal.group().strip("、 ") if ordinal else None,
        )  # fmt: skip


def cut_row_table(source: str, block: Block, headings: Headings) -> Iterator[Draft]:
    """A table with a row a line: first column the element (kept until the next), second the label, last the text."""
    element, element_index, row_index = "", 0, 0
    for position, line in enumerate(line for line in block.lines if not line.blank):
        cells = line_cells(source, line)
        filled = [cell for cell in cells if not cell.empty]
        if _is_head(filled, cells, position, element):
            for column, cell in enumerate(filled):
                yield Draft(
                    place=f"{headings.place}/head-{position}-{column}", start=cell.start, end=cell.end, kind="table_cell",
                    rule="row-table.head", section=headings.section, path=headings.path,
                )  # fmt: skip
            continue
        if not cells[0].empty and len(filled) > 1:
            element = _ORDINAL.sub("", cells[0].text, count=1).strip()
            element_index, row_index = element_index + 1, 0
        row_index += 1
        text = filled[-1]
        label = plain_reading(filled[-2].text) if len(filled) > 1 and filled[-2] is not cells[0] else None
        yield Draft(
            place=f"{headings.place}/{element_index}/{row_index}", start=text.start, end=text.end, kind="requirement",
            rule="row-table.row", section=headings.section, path=(*headings.path, *((element,) if element else ())),
            element=element or None, label=label, industry=industry_scope(text.text),
        )  # fmt: skip


def _is_head(filled: Sequence[Cell], cells: Sequence[Cell], position: int, element: str) -> bool:
    """The head of a row table: the first line, or the same short heads repeated where a page began."""
    short = all(len(cell.text) <= 12 for cell in filled)
    return short and (position == 0 or cells[-1].empty or not element)
