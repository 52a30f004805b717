"""The cells of a workbook's sheet with the texts that they show.

Source: ECMA-376 part 1, 18.3 (worksheets), 18.4 (shared strings).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from corpus.readers.budget import Budget, refusal
from corpus.readers.office.xml_tree import switched_on, whole
from corpus.readers.workbook.formats import GENERAL
from corpus.readers.workbook.number_shown import number_shown

Matter = Literal[
    "rows", "columns", "sheets", "formulas", "errors", "comments", "drawings", "charts", "covered", "unseen"
]
Tally = Counter[Matter]
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ROWS, _COLUMNS = 1_048_576, 16_384
_TRUTH = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged cell: its first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows.

    Attributes:
        texts: What each cell with text shows, by row and column counted from 0; hidden ones are not there.
        merges: Its merged cells.
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
    """

    texts: Mapping[tuple[int, int], str]
    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share.

    Attributes:
        strings: Texts that cells refer to by number.
        formats: The format code of each style.
        from_1904: Whether days count from 1904.
    """

    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool


def read_strings(tree: Element | None) -> tuple[str, ...]:
    """The shared texts of a workbook; rich ones joined, their readings left out."""
    return () if tree is None else tuple(string_text(one) for one in tree if one.tag == "x:si")


def string_text(element: Element) -> str:
    """A text of one or more runs, with what the file escapes written out."""
    pieces = [one for part in element for one in ([part] if part.tag == "x:t" else part if part.tag == "x:r" else ())]
    return _ESCAPE.sub(_unescaped, "".join(one.text or "" for one in pieces if one.tag == "x:t"))


def read_sheet(tree: Element, book: Book, tally: Tally, budget: Budget) -> Sheet:
    """The visible cells of a sheet.

    Raises:
        UnreadableError: A cell refers to a text that is not there, or the sheet breaks a limit.
    """
    hidden_columns = frozenset(_hidden_columns(tree))
    hidden_rows: set[int] = set()
    texts: dict[tuple[int, int], str] = {}
    left_out: set[int] = set()
    row = -1
    for line in tree.iter("x:row"):
        budget.check_time()
        row = min(max(whole(line.get("r"), row + 2) - 1, 0), _ROWS - 1)
        shown = {place: text for place, text in _cells(line, row, book, tally) if text.strip()}
        if switched_on(line, "hidden") and line.get("hidden"):
            hidden_rows.add(row)
            tally["rows"] += bool(shown)
            continue
        for (at, column), text in shown.items():
            if column in hidden_columns:
                left_out.add(column)
                continue
            budget.spend_characters(len(text) + 1)
            texts[at, column] = text
    tally["columns"] += len(left_out)
    merges = tuple(_merges(tree))
    covered = _covered(texts, merges, budget)
    tally["covered"] += len(covered)
    kept = {place: text for place, text in texts.items() if place not in covered}
    return Sheet(kept, merges, frozenset(hidden_rows), hidden_columns)


def _cells(line: Element, row: int, book: Book, tally: Tally) -> Iterator[tuple[tuple[int, int], str]]:
    column = -1
    for cell in line:
        if cell.tag != "x:c":
            continue
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        column = min(_column(place[1]) if place else column + 1, _COLUMNS - 1)
        text = _shown(cell, book, tally)
        yield (row, column), text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _shown(cell: Element, book: Book, tally: Tally) -> str:
    """What one cell shows."""
    kind = cell.get("t", "n")
    inline = cell.find("x:is")
    if kind == "inlineStr" and inline is not None:
        return string_text(inline)
    value = cell.find("x:v")
    raw = "" if value is None else value.text or ""
    if not raw:
        tally["formulas"] += cell.find("x:f") is not None and kind != "str"
        return ""
    if kind == "s":
        number = whole(raw, -1)
        if not 0 <= number < len(book.strings):
            raise refusal("a cell refers to a text that is not there", "Open it in Excel or WPS and save it again")
        return book.strings[number]
    if kind == "b":
        return _TRUTH.get(raw.strip(), raw)
    if kind == "e":
        tally["errors"] += 1
        return raw
    if kind != "n":
        return _ESCAPE.sub(_unescaped, raw)
    style = whole(cell.get("s"), 0)
    code = book.formats[style] if 0 <= style < len(book.formats) else GENERAL
    text = number_shown(raw, code, from_1904=book.from_1904)
    tally["unseen"] += not text.strip()
    return text


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _hidden_columns(tree: Element) -> Iterator[int]:
    for column in tree.iter("x:col"):
        if column.get("hidden") and switched_on(column, "hidden"):
            first, last = whole(column.get("min"), 1), whole(column.get("max"), 0)
            yield from range(max(first - 1, 0), min(last, _COLUMNS))


def _merges(tree: Element) -> Iterator[Merge]:
    for merge in tree.iter("x:mergeCell"):
        first, _, last = merge.get("ref", "").partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end:
            found = Merge(int(start[2]) - 1, _column(start[1]), int(end[2]) - 1, _column(end[1]))
            if 0 <= found.top <= found.bottom < _ROWS and found.left <= found.right < _COLUMNS:
                yield found


def _covered(
    texts: Mapping[tuple[int, int], str], merges: Sequence[Merge], budget: Budget
) -> frozenset[tuple[int, int]]:
    """The cells with text that a merged cell hides."""
    by_row: dict[int, list[int]] = {}
    for row, column in texts:
        by_row.setdefault(row, []).append(column)
    hidden: set[tuple[int, int]] = set()
    for merge in merges:
        budget.check_time()
        rows = by_row if merge.bottom - merge.top > len(by_row) else range(merge.top, merge.bottom + 1)
        for row in rows:
            if merge.top <= row <= merge.bottom:
                inside = (one for one in by_row.get(row, ()) if merge.left <= one <= merge.right)
                hidden.update((row, one) for one in inside if (row, one) != (merge.top, merge.left))
    return frozenset(hidden)
