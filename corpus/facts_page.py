"""A text as one looks through it for what it says of itself: its lines, its first lines, its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.folding import folded
from corpus.shape import HeadingPlace, Shape

HEAD_LENGTH = 6_000
"""How many characters from the beginning may hold what stands before the body."""
_BODY = re.compile(r"(?:^|(?<=\s))(?:第\s*[一1]\s*[章条]|一\s*、|1\s*[.、]\s*(?=[\u4e00-\u9fff])|\(一\))", re.MULTILINE)
_HALF = str.maketrans("（）：，；！？［］～＂＇．\u3000\xa0\u2002\u2003", "():,;!?[]~\"'.    ")
_LINE = re.compile(r"[^\n\u2028\t]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text.

    Attributes:
        text: Its words in simplified characters and half width, without white space at either end.
        start: First code point.
        end: One past the last.
    """

    text: str
    start: int
    end: int

    @property
    def tight(self) -> str:
        """The words without any white space."""
        return re.sub(r"\s+", "", self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its lines.

    Attributes:
        source: The stored text.
        text: The same in simplified characters and half width, place for place.
        lines: The lines that are not blank; a table's cells and lines inside a cell count as lines.
        headings: The headings that the file itself marks.
    """

    source: str
    text: str
    lines: tuple[Words, ...]
    headings: tuple[HeadingPlace, ...] = field(default_factory=tuple)

    @property
    def body(self) -> int:
        """Where the first numbered part begins, or the end of the text."""
        found = _BODY.search(self.text)
        return found.start() if found else len(self.text)

    def cut(self, start: int, end: int) -> Words:
        """A stretch, trimmed."""
        inside = self.text[start:end]
        left = start + len(inside) - len(inside.lstrip())
        return Words(inside.strip(), left, left + len(inside.strip()))


def read_page(source: str, shape: Shape | None) -> Page:
    """A text laid out for looking through."""
    text = folded(source).translate(_HALF)
    lines = tuple(
        Words(found.group().strip(), found.start() + len(found.group()) - len(found.group().lstrip()), 0)
        for found in _LINE.finditer(text)
        if found.group().strip()
    )
    placed = tuple(Words(line.text, line.start, line.start + len(line.text)) for line in lines)
    return Page(source, text, placed, shape.headings if shape is not None else ())


_FIELD = r"(?:^|(?<=[\n\t\s|\[【]))(?:{})\s*[\]】]?\s*[:\t]\s*(?P<value>[^\n\t\u2028]{{1,80}})"


def field_value(page: Page, names: str) -> Words | None:
    """What stands behind the name of a field in the head of a page (``发文机关：…``), in the text's first part.

    Args:
        page: The text.
        names: The field's names, joined by ``|``.
    """
    spaced = "|".join(r"\s*".join(name) for name in names.split("|"))
    found = re.compile(_FIELD.format(spaced)).search(page.text, 0, min(len(page.text), HEAD_LENGTH))
    if found is None:
        return None
    value = re.split(r"\s{2,}|\s(?=[\u4e00-\u9fff]{2,6}\s*:)", found["value"].strip())[0]
    start = found.start("value") + len(found["value"]) - len(found["value"].lstrip())
    return Words(value, start, start + len(value)) if value else None
