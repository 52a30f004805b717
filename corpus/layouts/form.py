"""Forms: tables that leave room to write in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.layouts.tables import Table
from corpus.lines import plain_reading

_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、[^\S\n]*(?=\S)")
_TO_FILL = re.compile(r"[：:]\s*$|_{2,}|[（(]\s*(?:盖章|签字|公章)|[（(]\s*[）)]|□|年\s{2,}月|签\s*字|盖\s*章|公\s*章")
_FORM_TITLE = re.compile(
    r"(?:申[报请]|推荐|登记|备案|信息|汇总|调查|情况|验收|审[核批]|统计|登记)[^，。]{0,12}[表书]|表\s*$"
)
_BLANK_SHARE = 0.25


def form_confidence(table: Table) -> float:
    """How sure it is that a table is to be filled in: much of it is blank, or its title and fields say so."""
    if not any(table.grid.rows):
        return 0.1
    if table.kind == "cells":
        return 0.5
    cells = [cell for row in table.grid.rows for cell in row]
    printed = sum(cell.rows * cell.columns for cell in cells if not cell.empty)
    blank = 1 - printed / (len(table.grid.rows) * table.grid.width)
    fields = sum(_TO_FILL.search(cell.text) is not None for cell in cells)
    titled = _FORM_TITLE.search(table.caption) is not None
    if blank >= _BLANK_SHARE or fields > 1 or (fields and titled):
        return 0.8
    return 0.6 if titled else 0.2


def cut_form(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """A row for each printed field of a form; its parts 一、二、… are headings, numbers that only count are cells."""
    part: tuple[str, ...] = ()
    printed = (cell for row in table.grid.rows for cell in row if not cell.empty)
    for index, cell in enumerate(printed, start=1):
        ordinal = _ORDINAL.match(cell.text)
        if ordinal:
            part = (plain_reading(cell.text),)
        counts = cell.text.isdecimal()
        yield Draft(
            place=f"{headings.place}/field-{index}",
            start=cell.start + (ordinal.end() if ordinal else 0),
            end=cell.end,
            kind="heading" if ordinal else ("table_cell" if counts else "form_field"),
            rule="form.part" if ordinal else "form.field",
            section=headings.section,
            path=(*headings.path, *part),
            label=ordinal.group().strip("、 ") if ordinal else None,
        )
