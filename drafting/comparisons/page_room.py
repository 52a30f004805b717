"""How much of a briefing fits on one A4 page: heights are reckoned from characters, too high rather than too low."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import east_asian_width

from drafting.word.document import WIDTHS
from drafting.word.tables import depth

PAGE = 706.0
"""Points between the margins of a compact page, less a line for what the reckoning misses."""
_POINTS = 72 / 25.4
_TITLE, _TEXT = (16.0, 27.0, 0.0), (10.0, 14.6, 2.5)
"""Of a line: size of its signs, its height, and what follows the paragraph; all in points."""
_AFTER_TITLE = 10.0
_TABLE_LINE, _REMARK_LINE, _TABLE_PAD, _TABLE_HEAD = 13.8, 11.5, 6.0, 24.0


def title_height(title: str) -> float:
    """The height of a title, in points."""
    return sum(_height(line, _TITLE) for line in title.split("\n")) + _AFTER_TITLE


def text_height(texts: Iterable[str]) -> float:
    """The height of paragraphs, in points."""
    return sum(_height(text, _TEXT) for text in texts)


def row_height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row of a table over the whole width, in points.

    Args:
        cells: The words of its cells.
        widths: The widths of its columns, to each other as on the page.
    """
    share = WIDTHS["compact"] / sum(widths)
    return max(_cell(text, width * share) for text, width in zip(cells, widths, strict=True)) + _TABLE_PAD


def _cell(text: str, width: float) -> float:
    first, _, remark = text.partition("\n")
    return depth(first, width) * _TABLE_LINE + (depth(remark, width) * _REMARK_LINE if remark else 0.0)


def table_room(texts: float) -> float:
    """What is left for the rows of a table, in points, where all else is so high."""
    return PAGE - texts - _TABLE_HEAD


def _height(text: str, line: tuple[float, float, float]) -> float:
    size, height, after = line
    signs = sum(1.0 if east_asian_width(sign) in "WFA" else 0.55 for sign in text)
    return max(ceil(signs * size / (WIDTHS["compact"] * _POINTS)), 1) * height + after
