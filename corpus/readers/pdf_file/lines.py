"""Glyphs put together to runs: the stretches of a printed line that no wide gap divides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_file.marks import Glyph
from corpus.readers.pdf_file.signs import plain, wide

_SAME_LINE = 0.3
_RUN_GAP = 1.3
_RAISED = 0.9
_OPENING = "（(《〈“‘「『【[［〔"
_CLOSING = "，。、；：！？）)》〉”’」』】]］〕%％…,.;:!?"
_HEAVY = ("bold", "black", "heavy", "simhei", "黑体")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one printed line.

    Attributes:
        text: Its characters, blanks where they are printed.
        x0: Left edge in points from the page's left.
        x1: Right edge.
        base: Baseline in points from the page's top.
        size: The commonest height of its type.
        font: The commonest type.
        heavy: Whether most of it is printed bold, or in the type that Chinese uses for bold.
        first: Width in points of what cannot be broken at its start: a Chinese character or a word.
        blank_after: Whether a blank is printed behind it.
        raised: Start and end in ``text`` of signs that are smaller and higher than the others.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    heavy: bool
    first: float
    blank_after: bool = False
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def top(self) -> float:
        """Upper edge in points from the page's top."""
        return self.base - 0.86 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge in points from the page's top."""
        return self.base + 0.14 * self.size


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """Runs from the page's top to its bottom, from left to right where they stand on one line."""
    runs = [run for row in _rows(glyphs) for run in _runs(row)]
    return sorted(runs, key=lambda run: (run.base, run.x0))


def joined(runs: Sequence[Run]) -> Run:
    """Runs of one printed line as one, a blank for each gap between them."""
    first = runs[0]
    text, raised = "", []
    for run in runs:
        blank = " " if text and not text.endswith((" ", "\u3000")) else ""
        offset = len(text) + len(blank)
        raised += [(start + offset, end + offset) for start, end in run.raised]
        text += blank + run.text
    longest = max(runs, key=lambda run: len(run.text))
    return Run(
        text,
        min(run.x0 for run in runs),
        max(run.x1 for run in runs),
        longest.base,
        longest.size,
        longest.font,
        all(run.heavy for run in runs),
        first.first,
        runs[-1].blank_after,
        tuple(raised),
    )


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by the printed line that they stand on, from top to bottom and left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.base):
        if rows and abs(run.base - rows[-1][0].base) <= _SAME_LINE * max(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line; a small raised or lowered sign goes to the line that it touches."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.base, each.x0)):
        if rows and abs(glyph.base - rows[-1][0].base) <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    taken: set[int] = set()
    for index, row in enumerate(rows):
        for near in (index + 1, index - 1):
            if 0 <= near < len(rows) and near not in taken and _at(row, rows[near]):
                rows[near].extend(row)
                taken.add(index)
                break
    return [row for index, row in enumerate(rows) if index not in taken]


def _at(row: Sequence[Glyph], near: Sequence[Glyph]) -> bool:
    """Whether every sign of a row is a raised or lowered one of the line beside it."""
    size = _usual([glyph.size for glyph in near])
    base = _usual([glyph.base for glyph in near])
    return all(
        glyph.size < _RAISED * size
        and base - 0.75 * size <= glyph.base <= base + 0.35 * size
        and any(
            -0.2 * size <= glyph.x0 - other.x1 <= 1.2 * size or -0.2 * size <= other.x0 - glyph.x1 <= 0.5 * size
            for other in near
        )
        for glyph in row
    )


def _runs(row: list[Glyph]) -> list[Run]:
    """The runs of one line."""
    row = sorted(row, key=lambda each: (each.x0, each.x1))
    parts: list[list[tuple[str, Glyph]]] = []
    blank, last = "", None
    for glyph in row:
        text = plain(glyph.text)
        if not text:
            continue
        if text.isspace():
            blank = blank or ("\u3000" if text[0] == "\u3000" else " ")
            continue
        if last is None or glyph.x0 - last.x1 > _RUN_GAP * max(glyph.size, last.size):
            if parts and blank:
                parts[-1].append((blank, last or glyph))
            parts.append([])
            blank = ""
        parts[-1].append((blank + text, glyph))
        blank, last = "", glyph
    if parts and blank and last is not None:
        parts[-1].append((blank, last))
    return [_run(part) for part in parts]


def _run(part: list[tuple[str, Glyph]]) -> Run:
    blank_after = part[-1][0].isspace()
    signs = part[:-1] if blank_after else part
    glyphs = [glyph for _, glyph in signs]
    size, base = _usual([glyph.size for glyph in glyphs]), _usual([glyph.base for glyph in glyphs])
    spaced = _spacing(signs, size)
    text = ""
    raised: list[tuple[int, int]] = []
    for index, (said, glyph) in enumerate(signs):
        sign = said.lstrip()
        if index:
            text += _between(signs[index - 1][0][-1], signs[index - 1][1], said, glyph, spaced)
        if glyph.size < _RAISED * size and glyph.base < base - 0.15 * size:
            raised.append((len(text), len(text) + len(sign)))
        text += sign
    font = max({glyph.font for glyph in glyphs}, key=lambda name: sum(g.font == name for g in glyphs))
    heavy = sum(_is_heavy(glyph.font) for glyph in glyphs) > 0.6 * len(glyphs)
    x0, x1 = glyphs[0].x0, max(glyph.x1 for glyph in glyphs)
    return Run(text, x0, x1, base, size, font, heavy, _first(signs), blank_after, _together(raised))


def _spacing(signs: Sequence[tuple[str, Glyph]], size: float) -> tuple[float, bool]:
    """The usual gap between squared signs of a run, and whether it is letterspaced: a blank between most of them."""
    gaps = [
        max(0.0, two[1].x0 - one[1].x1) for one, two in pairwise(signs) if wide(one[0][-1]) and wide(two[0].lstrip()[0])
    ]
    if len(gaps) < 3:
        return 0.0, False
    usual = median(gaps)
    return usual, usual > 0.15 * size and max(gaps) < 2.5 * usual + 0.3 * size


def _between(before: str, left: Glyph, said: str, right: Glyph, spacing: tuple[float, bool]) -> str:
    """The blank between two neighbours: printed as one, or shown by a gap."""
    usual, letterspaced = spacing
    size = max(left.size, right.size)
    gap = right.x0 - left.x1
    printed = said[0] if said[0].isspace() else ""
    squared = _squared(before, left), _squared(said.lstrip()[0], right)
    if all(squared):
        if letterspaced:
            return ""
        if printed:
            return printed if gap > usual + 0.12 * size else ""
        return " " if gap > usual + 0.75 * size else ""
    if printed:
        return printed if gap > 0.08 * size else ""
    if any(squared):
        return " " if gap > usual + 0.75 * size else ""
    return " " if gap > usual + (0.3 if before.isdigit() and said[0].isdigit() else 0.18) * size else ""


def _squared(sign: str, glyph: Glyph) -> bool:
    """Whether a sign is set in a square: quotation marks are in Chinese type, not in Latin type."""
    return wide(sign) or (not sign.isalnum() and not sign.isascii() and glyph.x1 - glyph.x0 > 0.7 * glyph.size)


def _first(signs: Sequence[tuple[str, Glyph]]) -> float:
    """The width of what no line break divides at the start: a squared sign or a word, with its brackets and comma."""
    end = signs[0][1].x0
    inside, before = False, False
    for said, glyph in signs:
        sign = said[0]
        if inside and sign not in _CLOSING and (sign.isspace() or wide(sign) or before):
            break
        inside = inside or sign not in _OPENING
        end, before = glyph.x1, wide(sign) and sign not in _OPENING
    return end - signs[0][1].x0


def _together(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and whole[-1][1] == start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return tuple(whole)


def _usual(values: Sequence[float]) -> float:
    """The value that most share, within a tenth of a point; the larger of two."""
    rounded = [round(value, 1) for value in values]
    return max(set(rounded), key=lambda value: (rounded.count(value), value))


def _is_heavy(font: str) -> bool:
    name = font.lower()
    return any(sign in name for sign in _HEAVY)
