"""Tier tables: a row for each subdomain, a column for each tier, labelled items in the cells, ``/`` for none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.blocks import Cell
from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.labels import ITEM_STYLES, Label, read_label
from corpus.layouts.scope import industry_scope
from corpus.layouts.tables import NUMBERED_NAME, Table, cut_heads
from corpus.lines import plain_reading, trim

_NOT_REQUIRED = re.compile(r"[/／\\]|[-－–—]{1,3}|无|无要求|不[作做]?要求|不涉及|不适用")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Column:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the cells of one row share."""

    headings: Headings
    element: str | None
    domain: str | None
    subdomain: str | None
    number: int | None
    place: str

    def draft(
        self,
        place: str,
        start: int,
        end: int,
        kind: Kind,
        rule: str,
        *,
        label: str | None = None,
        tier: _Column | None = None,
        industry: str | None = None,
    ) -> Draft:
        name = f"{self.number}.{self.subdomain}" if self.number else self.subdomain
        return Draft(
            place=place,
            start=start,
            end=end,
            kind=kind,
            rule=rule,
            section=self.headings.section,
            path=(*self.headings.path, *((name,) if name else ())),
            element=self.element,
            domain=self.domain,
            subdomain=self.subdomain,
            subdomain_no=self.number,
            tier=tier.code if tier else None,
            tier_label=tier.name if tier else None,
            label=label,
            industry=industry,
        )


def cut_tier_table(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The rows of a tier table: heads, names of subdomains, and each cell's labelled items.

    The columns before the first tier name the row: the last of them its subdomain, one before it the domain, which
    stands for the rows below until the next is printed.
    """
    above = [heading.title for heading in headings.stack if heading.style == "decimal" and heading.title]
    domain = above[-1] if above else None
    element = above[-2] if len(above) > 1 else None
    names = table.first_tier
    yield from cut_heads(table, headings)
    for index, row in enumerate(table.rows[1:], start=1):
        for cell in row[: names - 1]:
            if not cell.empty:
                element, domain = above[-1] if above else None, plain_reading(cell.text)
                place = f"table-{table.number}/{index}/domain"
                yield _Frame(headings, element, domain, None, None, place).draft(
                    place, cell.start, cell.end, "heading", "tier-table.domain"
                )
        yield from _row(source, table, row[names - 1 :], index, (headings, element, domain))


def _row(
    source: str, table: Table, row: tuple[Cell, ...], index: int, above: tuple[Headings, str | None, str | None]
) -> Iterator[Draft]:
    if not row:
        return
    named = NUMBERED_NAME.fullmatch(row[0].text)
    name = plain_reading(named["name"] if named else row[0].text)
    number = int(named["no"]) if named else None
    place = str(number) if number is not None and not table.renumbers else f"table-{table.number}/{number or index}"
    frame = _Frame(*above, name or None, number, place)
    if not row[0].empty:
        start = row[0].start + (named.start("name") if named else 0)
        label = named["no"] if named else None
        yield frame.draft(f"{place}/name", start, row[0].end, "heading", "tier-table.subdomain", label=label)
    for column, cell in enumerate(row[1:], start=table.first_tier):
        yield from _tier_cell(source, cell, table, column, frame)


def _tier_cell(source: str, cell: Cell, table: Table, column: int, frame: _Frame) -> Iterator[Draft]:
    if cell.empty:
        return
    code = table.tiers[column] if column < len(table.header) else None
    tier = _Column(code, plain_reading(table.header[column].text)) if code else None
    place = f"{frame.place}/{code or f'column-{column}'}"
    if tier and _NOT_REQUIRED.fullmatch(cell.text):
        yield frame.draft(place, cell.start, cell.end, "not_required", "tier-table.cell", tier=tier)
        return
    for label, start, end in cell_items(source, cell):
        yield frame.draft(
            f"{place}/{label.number}" if label else place,
            start,
            end,
            "requirement" if tier else "table_cell",
            "tier-table.item",
            tier=tier,
            label=label.text if label else None,
            industry=industry_scope(source[start:end]),
        )


def cell_items(source: str, cell: Cell) -> Iterator[tuple[Label | None, int, int]]:
    """The labelled items of a cell as (label, start, end); an unlabelled cell is one item."""
    marks: list[tuple[int, int, Label]] = []
    for line in _LINE.finditer(cell.text):
        indent = len(line.group()) - len(line.group().lstrip())
        label = read_label(line.group().lstrip())
        if label is not None and label.style in ITEM_STYLES:
            marks.append((line.start(), line.start() + indent + label.end, label))
    first = marks[0][0] if marks else len(cell.text)
    if cell.text[:first].strip():
        yield (None, *trim(source, cell.start, cell.start + first))
    ends = [*(mark[0] for mark in marks[1:]), len(cell.text)] if marks else []
    for (mark, body, label), end in zip(marks, ends, strict=True):
        start, stop = trim(source, cell.start + body, cell.start + end)
        if start == stop:  # a label without a text: what is printed stays
            yield (None, *trim(source, cell.start + mark, cell.start + end))
        else:  # a label on a line of its own stays in the row, or its line would have none
            alone = "\n" in source[cell.start + mark : start].strip(" \t")
            yield (label, *trim(source, cell.start + (mark if alone else body), stop))
