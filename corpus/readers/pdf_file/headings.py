"""Headings of a PDF, told by their type: larger than the sentences, or bold and short."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.readers.pdf_file.joining import begins_item
from corpus.readers.pdf_file.paragraphs import Paragraph, Setting
from corpus.readers.pdf_file.tables import Table

_LARGER = 1.1
_LONG = 80
_SENTENCES = 3
_TITLE = 12
_HEAVY_LONG = 40
_SENTENCE = tuple("。；;，,、")


def heading_levels(blocks: Sequence[Paragraph | Table], setting: Setting) -> dict[int, int]:
    """The level of each block that is a heading, by its number; 0 is the document's title.

    The largest type of all is the title's where it is centred and stands before everything of the body's type; the
    other sizes count from 1, bold type before plain type of the same size.
    """
    kinds: dict[int, tuple[float, bool]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            kind = _kind(block, setting)
            if kind is not None:
                kinds[index] = kind
    if not kinds:
        return {}
    title = _title(blocks, kinds, setting)
    order = sorted({kind for index, kind in kinds.items() if index != title}, reverse=True)
    level = {kind: min(number, 6) for number, kind in enumerate(order, start=1)}
    return {index: 0 if index == title else level[kind] for index, kind in kinds.items()}


def _kind(paragraph: Paragraph, setting: Setting) -> tuple[float, bool] | None:
    """Size and weight of a heading's type; None for a paragraph of sentences."""
    run = paragraph.lines[0].run
    text = paragraph.text
    if text.endswith(_SENTENCE) or len(text) > _LONG or not any(sign.isalpha() for sign in text):
        return None
    size = round(run.size * 2) / 2
    if size >= _LARGER * setting.body:
        return size, all(line.run.heavy for line in paragraph.lines)
    heavy = all(line.run.heavy for line in paragraph.lines)
    if heavy and size >= 0.95 * setting.body and len(text) <= _HEAVY_LONG:
        return size, True
    return None


def _title(blocks: Sequence[Paragraph | Table], kinds: dict[int, tuple[float, bool]], setting: Setting) -> int | None:
    """The number of the title: the first of the largest type, or the far longer one below a letterhead."""
    front: list[tuple[int, Paragraph]] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Table) or (index not in kinds and len(block.lines) > _SENTENCES):
            break
        if index in kinds and kinds[index][0] >= _LARGER * setting.body and not begins_item(block.text):
            front.append((index, block))
    if not front:
        return None
    largest = max(size for size, _ in kinds.values())
    first = next((pair for pair in front if kinds[pair[0]][0] == largest), None)
    longest = max(front, key=lambda pair: len(pair[1].text))
    if first is None or len(longest[1].text) >= max(_TITLE, 1.5 * len(first[1].text)):
        first = longest
    return first[0] if first[1].lines[0].centred or len(first[1].lines) > 1 else None
