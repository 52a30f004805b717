"""What the two sides go by in running text: short titles, or tiers alone where both are of one document."""

from __future__ import annotations

from drafting.comparisons.speech import CHINESE, Speech
from drafting.comparisons.tones import NATIONAL, RELATION_LABELS, SCENARIOS
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedSide, Comparison, RowRelation

LONGEST = 14
"""Characters of a title that running text repeats; a longer one gives way to who issued it."""
_SIDES = ("左边", "右边")


def side_names(comparison: Comparison, shelf: Shelf, speech: Speech = CHINESE) -> tuple[str, str]:
    """What the left and the right go by; 左边 and 右边 where nothing shorter tells them apart."""
    left, right = (_name(side, comparison, shelf, speech) for side in (comparison.left, comparison.right))
    return (left, right) if left and right and left != right else (speech.say(_SIDES[0]), speech.say(_SIDES[1]))


def relation_named(relation: RowRelation, names: tuple[str, str], speech: Speech = CHINESE) -> str:
    """A relation with the sides by name: ``《建设导则》要求更高``, ``只有《建设导则》写``."""
    label = speech.say(RELATION_LABELS[relation])
    for side, name in zip(_SIDES, names, strict=True):
        label = label.replace(speech.say(side), name)
    return label


def _name(side: ComparedSide, comparison: Comparison, shelf: Shelf, speech: Speech) -> str:
    if side.document == NATIONAL:
        return speech.say(SCENARIOS)
    meta = shelf.documents.get(side.document)
    title = meta.title if meta else side.document
    rest = side.title.removeprefix(f"《{title}》").strip("·")
    if comparison.left.document == comparison.right.document:
        return rest
    short = shelf.titles.short.get(side.document, title)
    called = (
        speech.say("{issuer}文件", issuer=meta.issuer)
        if len(short) > LONGEST and meta and meta.issuer
        else f"《{short}》"
    )
    return f"{called}{rest}"
