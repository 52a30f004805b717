"""What the two sides go by in running text: short titles, or tiers alone where both are of one document."""

from __future__ import annotations

from drafting.comparisons.tones import NATIONAL, RELATION_LABELS, SCENARIOS
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedSide, Comparison, RowRelation

LONGEST = 14
"""Characters of a title that running text repeats; a longer one gives way to who issued it."""
_SIDES = ("左边", "右边")


def side_names(comparison: Comparison, shelf: Shelf) -> tuple[str, str]:
    """What the left and the right go by; 左边 and 右边 where nothing shorter tells them apart."""
    left, right = (_name(side, comparison, shelf) for side in (comparison.left, comparison.right))
    return (left, right) if left and right and left != right else _SIDES


def relation_named(relation: RowRelation, names: tuple[str, str]) -> str:
    """A relation with the sides by name: ``《建设导则》要求更高``, ``只有《建设导则》写``."""
    label = RELATION_LABELS[relation]
    for side, name in zip(_SIDES, names, strict=True):
        label = label.replace(side, name)
    return label


def _name(side: ComparedSide, comparison: Comparison, shelf: Shelf) -> str:
    if side.document == NATIONAL:
        return SCENARIOS
    meta = shelf.documents.get(side.document)
    title = meta.title if meta else side.document
    rest = side.title.removeprefix(f"《{title}》").strip("·")
    if comparison.left.document == comparison.right.document:
        return rest
    short = shelf.titles.short.get(side.document, title)
    called = f"{meta.issuer}文件" if len(short) > LONGEST and meta and meta.issuer else f"《{short}》"
    return f"{called}{rest}"
