"""Forms: tables with a cell a line that leave room to write in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.drafts import Draft
from corpus.headings import Headings
from corpus.layouts.tables import Table
from corpus.lines import plain_reading

_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、[^\S\n]*(?=\S)")


def cut_form(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """A row for each printed field of a form; its parts 一、二、… are headings."""
    part: tuple[str, ...] = ()
    for index, cell in enumerate((cell for row in table.rows for cell in row if not cell.empty), start=1):
        ordinal = _ORDINAL.match(cell.text)
        if ordinal:
            part = (plain_reading(cell.text),)
        yield Draft(
            place=f"{headings.place}/field-{index}",
            start=cell.start + (ordinal.end() if ordinal else 0),
            end=cell.end,
            kind="heading" if ordinal else "form_field",
            rule="form.part" if ordinal else "form.field",
            section=headings.section,
            path=(*headings.path, *part),
            label=ordinal.group().strip("、 ") if ordinal else None,
        )
