"""A plain table in a Word document: a head that repeats, columns as wide as their texts need."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from drafting.word_file import BODY, HEAD, WIDTH_MM, Document, add_table, grid, lay, set_cell, set_row, write

_GREY, _LABEL = "7F7F7F", "F2F2F2"
_SIGN_MM, _PADDING_MM = 3.4, 3.0
"""The width of a Chinese sign at the table's size, and of a cell's edges."""
_SHORT, _LONGEST = 8.0, 40.0
"""Signs up to which a column gets all that it needs, and up to which a long one counts when the rest is shared."""


def add_plain_table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Add a table of texts; an empty text is shown as a dash."""
    longest = [max(_signs(row[column]) for row in (heads, *rows)) for column, _ in enumerate(heads)]
    made = add_table(document, _widths(longest), len(rows) + 1)
    for number, (cells, row) in enumerate(zip(grid(made), (heads, *rows), strict=True)):
        for cell, text, length in zip(cells, row, longest, strict=True):
            head = number == 0
            paragraph = set_cell(cell, shade=_LABEL if head else None)
            lay(paragraph, "centre" if head or length <= _SHORT else "left", line=13)
            write(paragraph, text or "—", size=9, font=HEAD if head else BODY, colour=None if text else _GREY)
        set_row(made, number, repeat=number == 0, whole=len("".join(row)) < 600)


def _widths(longest: Sequence[float]) -> list[float]:
    """Millimetres of each column: short ones what they need, the others shares of what is left."""
    needs = [length * _SIGN_MM + _PADDING_MM for length in longest]
    taken = sum(need for need, length in zip(needs, longest, strict=True) if length <= _SHORT)
    shares = [min(length, _LONGEST) if length > _SHORT else 0.0 for length in longest]
    if not sum(shares) or taken > WIDTH_MM * 0.7:
        return [WIDTH_MM * need / sum(needs) for need in needs]
    return [
        need if not share else (WIDTH_MM - taken) * share / sum(shares)
        for need, share in zip(needs, shares, strict=True)
    ]


def _signs(text: str) -> float:
    """The length of the longest line, a Latin sign counting as about half a Chinese one."""
    return max(sum(1.0 if east_asian_width(sign) in "WFA" else 0.55 for sign in line) for line in text.split("\n"))
