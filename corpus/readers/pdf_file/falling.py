"""Text that is set in columns from top to bottom, told from the text that runs across the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.readers.pdf_file.marks import Glyph
from corpus.readers.pdf_file.signs import plain

_LEAST = 5
_STEP = 2.2


def without_falling(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Glyphs set one below the other, five at least in the order of the file, and all others."""
    chain: list[Glyph] = []
    falling: list[Glyph] = []
    rest: list[Glyph] = []
    for glyph in glyphs:
        if glyph.blank:
            rest.append(glyph)
            continue
        if chain and not _below(chain[-1], glyph):
            (falling if _is_text(chain) else rest).extend(chain)
            chain = []
        chain.append(glyph)
    (falling if _is_text(chain) else rest).extend(chain)
    return falling, rest


def falling_lines(glyphs: Iterable[Glyph]) -> tuple[str, ...]:
    """Paragraphs set from top to bottom, the rightmost column first; one filled to its foot goes on in the next."""
    columns: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (-round(_middle(each)), each.base)):
        if columns and _middle(columns[-1][0]) - _middle(glyph) <= 0.6 * glyph.size:
            columns[-1].append(glyph)
        else:
            columns.append([glyph])
    columns = [sorted(column, key=lambda each: each.base) for column in columns]
    if not columns:
        return ()
    top, foot = min(column[0].base for column in columns), max(column[-1].base for column in columns)
    texts = ["".join(plain(glyph.text) for glyph in columns[0])]
    for before, column in pairwise(columns):
        text, size = "".join(plain(glyph.text) for glyph in column), column[0].size
        if before[-1].base > foot - 2 * size and column[0].base < top + 0.6 * size and len(before) > 2:
            texts[-1] += text
        else:
            texts.append(text)
    return tuple(text.strip() for text in texts if text.strip())


def _middle(glyph: Glyph) -> float:
    return glyph.x0 if glyph.turn else (glyph.x0 + glyph.x1) / 2


def _below(glyph: Glyph, further: Glyph) -> bool:
    size = max(glyph.size, further.size)
    aside = abs(_middle(glyph) - _middle(further))
    down = further.base - glyph.base
    if further.turn == 270 or glyph.turn == 270:
        return aside <= 0.6 * size and 0.1 * size < down <= _STEP * size
    return further.turn == 0 and aside <= 0.3 * size and 0.7 * size < down <= _STEP * size


def _is_text(chain: Sequence[Glyph]) -> bool:
    return len(chain) >= _LEAST and any(glyph.turn == 0 for glyph in chain)
