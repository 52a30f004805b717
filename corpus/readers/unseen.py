"""Signs that no reader sees: control characters, direction marks and zero widths, left out of the stored text.

A direction mark can make a person read other words than the file holds, a zero width splits a word for a search and
for nobody else, and a control character breaks what the text is shown in. What a person sees stands unchanged.

Source: Unicode Technical Report 36, section 2.8 (bidirectional text spoofing); Unicode Standard, chapter 23.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from corpus.readers.extracted import Extracted
from corpus.shape import Shape

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_ZERO_WIDTH = re.compile(r"[\xad\u200b-\u200d\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
_KINDS = (
    (_CONTROL, "控制字符"),
    (_DIRECTION, "文字方向控制符"),
    (_ZERO_WIDTH, "零宽字符"),
)
_UNSEEN = re.compile("|".join(pattern.pattern for pattern, _ in _KINDS))


def seen(text: str) -> str:
    r"""A name or a note as one line that a person sees as it is: without control and direction signs, all else kept.

    >>> seen("公告\x1b[31m\n二\u202e.txt")
    '公告[31m 二.txt'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _UNSEEN.sub("", re.sub(r"[\n\t\u2028\u2029]", " ", whole))


def without_unseen(read: Extracted) -> Extracted:
    """The same text without what nobody sees, its shape moved along, each kind told in a note with its number."""
    gone = [found.start() for found in _UNSEEN.finditer(read.text)]
    if not gone:
        return read
    counts = [(len(pattern.findall(read.text)), name) for pattern, name in _KINDS]
    notes = [f"略去看不见的{name} {count} 个。" for count, name in counts if count]
    text = _UNSEEN.sub("", read.text)
    return replace(read, text=text, shape=_moved(read.shape, gone), notes=(*read.notes, *notes))


def _moved(shape: Shape, gone: list[int]) -> Shape:
    def at(position: int) -> int:
        return position - bisect_left(gone, position)

    tables = tuple(
        replace(
            table,
            start=at(table.start),
            end=at(table.end),
            cells=tuple(replace(cell, start=at(cell.start), end=at(cell.end)) for cell in table.cells),
        )
        for table in shape.tables
    )
    moved = (replace(one, start=at(one.start), end=at(one.end)) for one in shape.headings)
    headings = tuple(one for one in moved if one.start < one.end)
    pages = tuple(replace(page, start=at(page.start), end=at(page.end)) for page in shape.pages)
    return Shape(tables, headings, pages)
