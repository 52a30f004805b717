"""Tables of a Word document: fixed widths, heads that repeat, short rows that stay on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from types import MappingProxyType

from drafting.marks import Mark, pieces, within
from drafting.word.markup import paragraph, quoted, run

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_HEAD_FILL = "DCE6F1"
_SIGN = 3.2
"""Width of a Chinese sign of a table's text, in millimetres."""
KEPT_UPRIGHT, KEPT_ACROSS = 8, 16
"""Lines up to which a row is kept on one page, so that no row is torn and no page stays half empty for one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in millimetres, and whether it is centred."""

    head: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        cells: The words of each cell, its lines one below the other; one cell alone spans the whole width.
        tints: Colours ``(ink, fill)`` of cells, by place.
        fine: Places of the cells whose words after the first line are set smaller, as remarks.
        marks: What is set off within cells, by place.
    """

    cells: tuple[str, ...]
    tints: Mapping[int, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    fine: frozenset[int] = frozenset()
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=lambda: MappingProxyType({}))


def table(columns: Sequence[Column], rows: Iterable[Row], title: str, kept: int = KEPT_UPRIGHT) -> str:
    """A table, with a little space after it.

    Args:
        columns: Its columns.
        rows: Its rows.
        title: What a screen reader says of it.
        kept: Lines up to which a row is kept on one page.
    """
    widths = [round(column.width * TWIPS) for column in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    looks = (
        f'<w:tblPr><w:tblStyle w:val="Framed"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1"/><w:tblCaption w:val={quoted(title)}/>'
        "</w:tblPr>"
    )
    body = "".join(_row(row, columns, widths, kept) for row in rows)
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{_head(columns, widths)}{body}</w:tbl>{paragraph('Gap')}"


def _head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(paragraph("TableHead", run(column.head)), width, _HEAD_FILL, middle=True)
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: Row, columns: Sequence[Column], widths: Sequence[int], kept: int) -> str:
    if len(row.cells) == 1 and len(columns) > 1:
        spread = _cell(_words(row, 0, centred=False), sum(widths), row.tints.get(0, ("", None))[1], across=len(columns))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{spread}</w:tr>"
    cells = "".join(
        _cell(_words(row, place, centred=column.centred), width, row.tints.get(place, ("", None))[1])
        for place, (column, width) in enumerate(zip(columns, widths, strict=True))
    )
    deepest = max(depth(text, column.width) for text, column in zip(row.cells, columns, strict=True))
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if deepest <= kept else ""
    return f"<w:tr>{whole}{cells}</w:tr>"


def depth(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many millimetres."""
    signs = max((width - 2.4) / _SIGN, 1)
    return sum(max(1, ceil(len(line) / signs)) for line in text.split("\n"))


def _words(row: Row, place: int, *, centred: bool) -> str:
    ink = row.tints[place][0] if place in row.tints else None
    middle = '<w:jc w:val="center"/>' if centred else ""
    made, at = [], 0
    for number, line in enumerate(row.cells[place].split("\n")):
        style = "TableFine" if number and place in row.fine else "TableText"
        marks = within(row.marks.get(place, ()), at, at + len(line))
        made.append(paragraph(style, *_runs(line, ink, marks), properties=middle))
        at += len(line) + 1
    return "".join(made)


def _runs(line: str, ink: str | None, marks: Sequence[Mark]) -> Iterator[str]:
    for text, mark in pieces(line, marks) if line else (("", None),):
        if mark is None:
            yield run(text, ink=ink, bold=ink is not None)
        else:
            yield run(text, ink=mark.ink, bold=True, line=mark.line)


def _cell(content: str, width: int, fill: str | None, *, across: int = 1, middle: bool = False) -> str:
    looks = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    looks += f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    looks += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{content}</w:tc>"
