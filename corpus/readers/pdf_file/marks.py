"""What is printed on a page of a PDF: glyphs and rules with their places, in points from the page's top left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median

_ASCENT, _DESCENT = 0.86, 0.14
_SAME_PLACE = 0.15


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed sign.

    Attributes:
        text: What it says; ``UNKNOWN`` where the file does not tell.
        x0: Left edge in points.
        x1: Right edge, the advance included.
        base: Baseline, measured downwards from the page's top.
        size: Height of the type in points.
        font: The type's name without the prefix of a subset.
        turn: Degrees that it is turned by: 0, 90, 180, 270, or -1 for any other angle.
        upright: False where its type is set in columns from top to bottom.
        shown: False where it is only there to be searched and copied, as in the text layer over a scanned picture.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    turn: int = 0
    upright: bool = True
    shown: bool = True

    @property
    def top(self) -> float:
        """The upper edge in points from the page's top."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge in points from the page's top."""
        return self.base + _DESCENT * self.size

    @property
    def blank(self) -> bool:
        """Whether it prints nothing."""
        return self.text.isspace()


UNKNOWN = "\ufffd"
"""Stands for a glyph whose character the file does not tell."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: ``x0 == x1`` where it stands, ``top == bottom`` where it lies."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def lies(self) -> bool:
        """Whether it is horizontal."""
        return self.top == self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as printed.

    Attributes:
        number: Counted from 1.
        width: In points, as a reader sees the page.
        height: In points.
        glyphs: In the order of the file.
        rules: Straight lines, edges of boxes among them.
        pictured: Whether pictures cover a good part of it, or its letters are drawn as outlines.
        annotated: Whether fields or remarks hold text that is no part of the page itself.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictured: bool
    annotated: bool = False

    @property
    def known(self) -> int:
        """How many printed glyphs have a character."""
        return sum(1 for glyph in self.glyphs if not glyph.blank) - self.unknown

    @property
    def unknown(self) -> int:
        """How many printed glyphs have none, or one that only their type knows."""
        return sum(1 for glyph in self.glyphs if glyph.text == UNKNOWN or "\ue000" <= glyph.text[0] <= "\uf8ff")


def once(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Glyphs without those printed again at their own place, as fake bold type, shadows and a doubled text layer do."""
    kept: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in sorted(glyphs, key=lambda each: not each.shown):
        column, row = round(glyph.x0 / 4), round(glyph.base / 4)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in places.get((glyph.text, x, y), ())
        )
        if any(_same_place(glyph, other) for other in near):
            continue
        places.setdefault((glyph.text, column, row), []).append(glyph)
        kept.append(glyph)
    order = {id(glyph): index for index, glyph in enumerate(glyphs)}
    return tuple(sorted(kept, key=lambda each: order[id(each)]))


def seen(sheet: Sheet) -> tuple[Sheet, int]:
    """The sheet without text that nobody sees, and how many signs that was.

    Invisible text is kept where it is the text layer of a picture, or all the text that there is; its sizes, which
    recognition measured line by line, are then made one where they are nearly the same.
    """
    hidden = [glyph for glyph in sheet.glyphs if not glyph.shown]
    shown = tuple(glyph for glyph in sheet.glyphs if glyph.shown)
    if not hidden:
        return sheet, 0
    if any(not glyph.blank for glyph in shown) and not sheet.pictured:
        return replace(sheet, glyphs=shown), sum(not glyph.blank for glyph in hidden)
    usual = median(glyph.size for glyph in hidden)
    even = tuple(
        replace(glyph, size=usual) if not glyph.shown and 0.75 * usual <= glyph.size <= 1.25 * usual else glyph
        for glyph in sheet.glyphs
    )
    return replace(sheet, glyphs=even), 0


def turned(sheet: Sheet) -> Sheet:
    """The sheet as it is held to be read: turned where most of its glyphs stand on their side or on their head."""
    counts = {turn: sum(1 for g in sheet.glyphs if g.turn == turn and not g.blank) for turn in (0, 90, 180, 270)}
    turn = max(counts, key=lambda each: (counts[each], each == 0))
    if turn == 0:
        return sheet
    for _ in range(turn // 90):
        sheet = _quarter(sheet)
    return sheet


def _same_place(one: Glyph, other: Glyph) -> bool:
    near = _SAME_PLACE * max(one.size, other.size)
    return abs(one.x0 - other.x0) <= near and abs(one.base - other.base) <= near


def _quarter(sheet: Sheet) -> Sheet:
    """The sheet turned clockwise by a quarter, which sets glyphs upright that run from bottom to top."""
    glyphs = tuple(
        replace(
            glyph,
            x0=sheet.height - glyph.base,
            x1=sheet.height - glyph.base + (glyph.x1 - glyph.x0),
            base=glyph.x0,
            turn=(glyph.turn - 90) % 360 if glyph.turn >= 0 else -1,
        )
        for glyph in sheet.glyphs
    )
    rules = tuple(Rule(sheet.height - rule.bottom, rule.x0, sheet.height - rule.top, rule.x1) for rule in sheet.rules)
    return replace(sheet, width=sheet.height, height=sheet.width, glyphs=glyphs, rules=rules)
