"""A filled form as a Word document: the form as it is printed, then a page for the enterprise alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafting.forms.form import Block, Entry, FactTable, Filled, Form, asked
from drafting.forms.plain_table import add_plain_table
from drafting.forms.word_checks import add_checks
from drafting.whole_files import write_whole
from drafting.word_file import (
    HEAD,
    WIDTH_MM,
    Cell,
    Document,
    Paragraph,
    add_margins,
    add_table,
    grid,
    lay,
    new_document,
    set_cell,
    set_row,
    to_bytes,
    write,
)

_RED, _YELLOW, _GREY = "9C1C1C", "FFF2CC", "7F7F7F"
_SIGN_INDENT = 220.0
_LONGEST_ROW = 400
_LONGEST_FOOTER = 40
_GAP = re.compile(r"[ 　]{6,}")
_LINE = 19.0
"""Points from line to line of running text."""
_ROOM = {"part": 8.0, "label": 10.0, "box": 10.0, "text": 24.0, "line": 8.0, "sign": 24.0, "tall": 10.0}
"""The least height of a row in millimetres, by the look of what stands in it."""


def write_form(form: Form, path: Path) -> None:
    """Write a form as a Word document, whole or not at all.

    Raises:
        DraftingError: The place cannot be written.
    """
    write_whole(path, form_document(form))


def form_document(form: Form) -> bytes:
    """A form as a Word document."""
    document = new_document(f"{form.heading} {form.title}（草稿）".replace("\n", ""))
    add_margins(document, f"「{form.banner}」", form.company[:_LONGEST_FOOTER])
    write(lay(document.add_paragraph(), after=4), form.heading, font=HEAD, size=16)
    for line in form.title.split("\n"):
        write(lay(document.add_paragraph(), "centre", line=28), line, font=HEAD, size=18)
    write(lay(document.add_paragraph(), "centre", after=8), f"「{form.banner}」", size=10.5, colour=_RED)
    for block in form.blocks:
        if block.columns:
            _add_grid(document, block)
        else:
            for (entry,) in block.rows:
                _add_line(document, entry)
    add_checks(document, form)
    return to_bytes(document)


def _add_grid(document: Document, block: Block) -> None:
    table = add_table(document, [WIDTH_MM / block.columns] * block.columns, len(block.rows))
    cells = grid(table)
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(block.rows):
        column = 0
        for entry in row:
            while (number, column) in taken:
                column += 1
            taken |= {(number + down, column + right) for down in range(entry.high) for right in range(entry.wide)}
            cell = cells[number][column]
            last = cells[number + entry.high - 1][column + entry.wide - 1]
            _fill_cell(cell if cell is last else cell.merge(last), entry)
        least = max(_ROOM[entry.look] for entry in row if entry.high == 1)
        set_row(table, number, least_mm=least, whole=_short(row))


def _short(row: Sequence[Entry]) -> bool:
    """Whether a row surely fits a page, and so may be kept whole."""
    return all(entry.look != "text" for entry in row) and sum(len(entry.filled.said) for entry in row) < _LONGEST_ROW


def _fill_cell(cell: Cell, entry: Entry) -> None:
    first = set_cell(cell, middle=entry.look not in ("text", "sign"))
    if entry.look == "part":
        write(lay(first, "left", before=2, after=2), entry.printed, font=HEAD)
        return
    if entry.look in ("label", "tall"):
        write(lay(first, "centre", line=16), _GAP.sub("\n", entry.printed), size=11)
    elif entry.printed:
        hint = entry.look == "text" and not entry.by_hand
        write(lay(first, "left", line=16), entry.printed, size=9.5 if hint else 11, colour=_GREY if hint else None)
    if entry.by_hand:
        below = cell.add_paragraph() if entry.printed else first
        lay(below, "centre" if entry.look == "box" else "left", before=2, line=1.0)
        write(below, _by_hand(entry), size=8, colour=_GREY)
        return
    if not entry.printed or entry.filled != Filled():
        _add_filled(cell, first if not entry.printed else None, entry)


def _add_filled(cell: Cell, first: Paragraph | None, entry: Entry) -> None:
    running = entry.look == "text"
    for line in entry.filled.said.split("\n") if entry.filled.said else ():
        paragraph = first if first is not None else cell.add_paragraph()
        first = None
        lay(paragraph, "both" if running else "centre", line=17 if running else 15, indent=21 if running else 0)
        write(paragraph, line, size=10.5)
    for one in entry.filled.missing:
        paragraph = first if first is not None else cell.add_paragraph()
        first = None
        _add_missing(lay(paragraph, "left" if running else "centre", line=15), one)


def _add_missing(paragraph: Paragraph, what: str) -> None:
    write(paragraph, asked(what), size=9.5, colour=_RED, shade=_YELLOW)


def _by_hand(entry: Entry) -> str:
    return f"〔{entry.by_hand}填写〕" if entry.look == "box" else f"〔由{entry.by_hand}填写，本稿留空〕"


def _add_line(document: Document, entry: Entry) -> None:
    if entry.look == "sign":
        paragraph = lay(document.add_paragraph(), before=16, indent=_SIGN_INDENT)
        write(paragraph, entry.printed, size=14)
        write(paragraph, "　〔本稿留空〕", size=8, colour=_GREY)
        return
    if entry.look == "part":
        paragraph = lay(document.add_paragraph(style="Heading 1"), before=12, after=4, with_next=True)
        write(paragraph, entry.printed, font=HEAD, size=14)
    elif entry.in_gap:
        _add_with_gap(document, entry)
    else:
        item = bool(entry.facts or entry.tables or entry.by_hand)
        paragraph = lay(document.add_paragraph(), "both", before=6, line=_LINE + 3, indent=24, with_next=item)
        write(paragraph, entry.printed, size=12, bold=item)
    _add_facts(document, entry)


def _add_with_gap(document: Document, entry: Entry) -> None:
    """A printed sentence with the value in its gap, as if written on the line."""
    found = _GAP.search(entry.printed)
    before, after = (entry.printed[: found.start()], entry.printed[found.end() :]) if found else (entry.printed, "")
    aside = entry.look == "line"
    paragraph = lay(document.add_paragraph(), "left" if aside else "both", line=_LINE + 3, indent=0 if aside else 24)
    write(paragraph, before, size=12)
    if entry.filled.said:
        write(paragraph, f" {entry.filled.said} ", size=12).underline = not aside
    for one in entry.filled.missing:
        _add_missing(paragraph, one)
    write(paragraph, f"　　　　{after}" if aside else after, size=12)


def _add_facts(document: Document, entry: Entry) -> None:
    if not (entry.facts or entry.tables or entry.asks or entry.by_hand):
        return
    told = [fact for fact in entry.facts if fact.filled.said]
    if told or entry.tables:
        write(lay(document.add_paragraph(), before=3, with_next=True), "档案所载事实：", font=HEAD, size=10.5)
    for fact in told:
        for number, line in enumerate(fact.filled.said.split("\n")):
            paragraph = lay(document.add_paragraph(), "both", line=_LINE, indent=21)
            named = number == 0 and not line.startswith(fact.name)
            write(paragraph, f"{fact.name}：{line}" if named else line, size=10.5)
    for table in entry.tables:
        _add_fact_table(document, table)
    for one in entry.missing:
        _add_missing(lay(document.add_paragraph(), line=_LINE, indent=21), one)
    if entry.by_hand:
        said = f"分析与结论：〔由{entry.by_hand}填写，本稿留空〕"
        write(lay(document.add_paragraph(), before=3, after=6), said, size=10.5, colour=_GREY)


def _add_fact_table(document: Document, table: FactTable) -> None:
    write(lay(document.add_paragraph(), "centre", before=4, with_next=True), f"{table.title}（档案所载）", size=10)
    add_plain_table(document, table.heads, table.rows)
