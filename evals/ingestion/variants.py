"""One content in other dress, its truth made after it: abridged, traditional characters, spaced or wide digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from opencc import OpenCC

from evals.ingestion.content import Block, Cell, Content, Line

Change = Callable[[Content], Content]

_NUMBER = re.compile(r"\d[\d.]*%?")
_WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
_LABELLED = ("art", "req", "thr", "item", "step")
_EVERY = 3
_KEPT = ("level", "region")  # Values, not words of the text.


def abridged(content: Content) -> Content:
    """Every third labelled line is left out, as excerpts do: the numbering has gaps."""
    kept: list[Block] = []
    labelled = 0
    for block in content.blocks:
        if isinstance(block, Line) and block.role in _LABELLED:
            labelled += 1
            if labelled % _EVERY == 0:
                continue
        kept.append(block)
    return replace(content, blocks=tuple(kept))


def spaced(content: Content) -> Content:
    """The digits of each number stand apart, as some converters leave them: ``5 5 %``."""
    return _worded(content, lambda text: _NUMBER.sub(lambda match: " ".join(match[0]), text))


def wide(content: Content) -> Content:
    """Digits and percent signs in full width."""
    return _worded(content, lambda text: text.translate(_WIDE))


def traditional(content: Content) -> Content:
    """All words in traditional characters, tiers and facts too."""
    convert = _converter().convert
    facts = {
        name: convert(fact) if isinstance(fact, str) and name not in _KEPT else fact
        for name, fact in content.facts.items()
    }
    tiers = tuple(tuple(convert(name) for name in names) for names in content.tiers)
    return replace(_worded(content, convert, labels=True), facts=facts, tiers=tiers)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


def _worded(content: Content, change: Callable[[str], str], labels: bool = False) -> Content:
    return replace(content, blocks=tuple(_changed(block, change, labels) for block in content.blocks))


def _changed(block: Block, change: Callable[[str], str], labels: bool) -> Block:
    if isinstance(block, Line):
        tier = block.marks.tier and change(block.marks.tier)
        label = change(block.label) if labels else block.label
        return replace(block, label=label, text=change(block.text), marks=replace(block.marks, tier=tier))
    cells = tuple(_cell(cell, change) for cell in block.cells)
    return replace(block, cells=cells)


def _cell(cell: Cell, change: Callable[[str], str]) -> Cell:
    tier = cell.marks.tier and change(cell.marks.tier)
    marks = replace(cell.marks, tier=tier)
    items = tuple(replace(item, text=change(item.text), marks=replace(item.marks, tier=tier)) for item in cell.items)
    return replace(cell, text=change(cell.text), items=items, marks=marks)


CHANGES: Mapping[str, Change] = MappingProxyType(
    {"abridged": abridged, "spaced": spaced, "wide": wide, "traditional": traditional}
)
