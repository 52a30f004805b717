"""The stored text as lines with positions, and the cleaned reading of a stretch of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import half_width
from corpus.spacing import compact

RESIDUE = re.compile(r"\[(?:bookmark|image|note):[^\[\]\n]*\]")
"""What an editor leaves behind when a document is saved as text: bookmarks and image placeholders."""

_BLANK = re.compile(r"\s*")
_PAGE_NUMBER = re.compile(
    r"(?<=\n)[^\S\n]*(?:[-－–—]+[^\S\n]*\d{1,4}[^\S\n]*[-－–—]+|第[^\S\n]*\d{1,4}[^\S\n]*页)[^\S\n]*(?=\n)"
)
_BREAK = re.compile(r"(?<![ \t\r\u3000\xa0])[ \t\r\u3000\xa0]*[\n\u2028]\s*")
_SPACES = re.compile(r"[ \t\u3000\xa0]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the stored text, without its line break.

    Attributes:
        number: Counted from 1.
        start: First code point in the document.
        end: One past the last code point in the document.
        text: ``source[start:end]``.
    """

    number: int
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text.strip()


def split_lines(source: str) -> tuple[Line, ...]:
    r"""The lines of a text, broken at ``\n`` alone so that positions stay those of the file."""
    lines: list[Line] = []
    start = 0
    for number, text in enumerate(source.split("\n"), start=1):
        lines.append(Line(number, start, start + len(text), text))
        start += len(text) + 1
    return tuple(lines)


def trim(source: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at either end (empty at ``start`` where nothing else is there)."""
    inside = source[start:end]
    left = len(inside) - len(inside.lstrip())
    if left == len(inside):
        return start, start
    return start + left, start + len(inside.rstrip())


def skip_residue(source: str, start: int, end: int) -> int:
    """The first position from ``start`` that is neither white space nor editor residue."""
    position = start
    while position < end:
        blank = _BLANK.match(source, position, end)
        after = blank.end() if blank else position
        residue = RESIDUE.match(source, after, end)
        if residue is None:
            return after
        position = residue.end()
    return end


def plain_reading(text: str) -> str:
    """The text as one reads it aloud: residue gone, broken lines joined, runs of blanks made one, numbers in one piece.

    >>> plain_reading("构建产品、设备\\n\\n和产线的模型")
    '构建产品、设备和产线的模型'
    >>> plain_reading("占比不低于 3 0 %")
    '占比不低于30%'
    """
    text = RESIDUE.sub("", text).strip()
    text = _BREAK.sub(_join, compact(_PAGE_NUMBER.sub("", text)).text)
    return compact(half_width(_SPACES.sub(" ", text).strip())).text


def is_page_number(text: str) -> bool:
    """Whether nothing but a page's number stands on a line: ``— 3 —``, ``第 3 页``."""
    return _PAGE_NUMBER.match(f"\n{text}\n", 1) is not None


def _join(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
