"""Text as a spreadsheet may hold it: storable, never run, and high enough a row to be seen.

Source: ECMA-376, Office Open XML; OWASP on CSV and formula injection.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

LARGEST_TEXT = 32_767
HIGHEST_ROW = 409.0
LINE = 16.5
"""Height of a line in points."""

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAKEN_FOR_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def storable(text: str) -> str:
    """The text without what no workbook can hold."""
    clean = _NOT_IN_XML.sub("\ufffd", text)
    return clean if len(clean) <= LARGEST_TEXT else f"{clean[: LARGEST_TEXT - 1]}…"


def taken_for_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text if somebody typed it."""
    return text.startswith(_TAKEN_FOR_FORMULA)


def row_height(row: Sequence[object], widths: Sequence[int]) -> float:
    """A row's height in points, so that every wrapped text shows: programs that do not measure it take it from here."""
    lines = max(
        sum(max(1, ceil(_columns(part) / max(width - 1, 1))) for part in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=True)
    )
    return min(LINE * lines + 1, HIGHEST_ROW)


def _columns(text: str) -> int:
    """How many columns of the usual font a line takes."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
