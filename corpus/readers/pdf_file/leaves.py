"""A page's printed lines and tables, with what stands askew told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf_file.falling import falling_lines, without_falling
from corpus.readers.pdf_file.lines import Run, joined, rows_of, runs_of
from corpus.readers.pdf_file.marks import Glyph, Sheet, once, seen, turned
from corpus.readers.pdf_file.signs import plain
from corpus.readers.pdf_file.tables import Table, tables_of

_LONG_RULE = 60.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page in printed lines.

    Attributes:
        number: Counted from 1.
        width: In points.
        height: In points.
        runs: What stands in no ruled table.
        tables: Ruled tables from top to bottom.
        rules: Heights of long lines that lie across the page.
        aside: Lines set from top to bottom or turned on their side, in the order of reading.
        askew: Lines printed at a slant, as watermarks are.
        footnotes: Number and text of each footnote.
        hidden: How many signs were left out because nobody sees them.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    tables: tuple[Table, ...] = ()
    rules: tuple[float, ...] = ()
    aside: tuple[str, ...] = ()
    askew: tuple[str, ...] = ()
    footnotes: tuple[tuple[int, str], ...] = ()
    hidden: int = 0


def leaf_of(sheet: Sheet) -> Leaf:
    """A sheet in printed lines, turned as it is read."""
    sheet, hidden = seen(replace(sheet, glyphs=once(sheet.glyphs)))
    sheet = turned(sheet)
    tables, rest = tables_of(sheet)
    inside = {id(glyph) for glyph in sheet.glyphs if glyph.turn == 0 and glyph.upright} - {id(glyph) for glyph in rest}
    falling, free = without_falling([glyph for glyph in sheet.glyphs if id(glyph) not in inside and glyph.upright])
    falling += [glyph for glyph in sheet.glyphs if not glyph.upright]
    sideways = tuple(glyph for glyph in free if glyph.turn > 0)
    return Leaf(
        sheet.number,
        sheet.width,
        sheet.height,
        tuple(runs_of(glyph for glyph in free if glyph.turn == 0)),
        tuple(tables),
        tuple(rule.top for rule in sheet.rules if rule.lies and rule.x1 - rule.x0 > _LONG_RULE),
        (*falling_lines(falling), *_sideways(replace(sheet, glyphs=sideways))),
        _slanted(sheet.glyphs),
        hidden=hidden,
    )


def body_size(leaves: Sequence[Leaf]) -> float:
    """The height of type, in points, that most characters are printed in."""
    weights: dict[float, int] = {}
    for leaf in leaves:
        for run in leaf.runs:
            size = round(run.size * 2) / 2
            weights[size] = weights.get(size, 0) + len(run.text)
    return max(weights, key=lambda size: (weights[size], size), default=10.5)


def _sideways(sheet: Sheet) -> tuple[str, ...]:
    """Lines that are turned against the page, each by itself."""
    texts: list[str] = []
    for turn in (90, 180, 270):
        glyphs = tuple(glyph for glyph in sheet.glyphs if glyph.turn == turn and glyph.upright)
        if glyphs:
            upright = turned(replace(sheet, glyphs=glyphs, rules=())).glyphs
            texts += [joined(row).text for row in rows_of(runs_of(upright))]
    return tuple(texts)


def _slanted(glyphs: Iterable[Glyph]) -> tuple[str, ...]:
    """What is printed at a slant, in the order of the file, each text once."""
    text = "".join(plain(glyph.text) for glyph in glyphs if glyph.turn < 0).strip()
    return (text,) if text else ()
