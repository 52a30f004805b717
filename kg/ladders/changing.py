"""What a difference between a lower and a higher tier comes to as a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from corpus.clause import Clause, Force
from kg.ladders.ladder import Change
from kg.variants.difference import Difference, ForceChange

STRENGTH: Mapping[Force, int] = MappingProxyType({"shall": 3, "should": 2, "may": 1, "encouraged": 1})
"""A sentence without a governing word has none: it is neither stronger nor weaker by that alone."""
_ORDER: tuple[Change, ...] = ("raised", "relaxed", "widened", "changed", "same")


def change_of(difference: Difference, upper: Sequence[Clause]) -> tuple[Change, tuple[Change, ...]]:
    """The change that stands first, and the others that hold of the same clauses.

    Args:
        difference: What differs, the lower tier being the left.
        upper: The clauses of the higher tier.
    """
    found: set[Change] = set()
    if any(_rises(one) for one in difference.forces):
        found.add("raised")
    if any(_falls(one, upper) for one in difference.forces):
        found.add("relaxed")
    found.add(_content(difference))
    if len(found) > 1:
        found.discard("same")
    ordered = [change for change in _ORDER if change in found]
    return ordered[0], tuple(ordered[1:])


def decisive_force(difference: Difference, change: Change, upper: Sequence[Clause]) -> ForceChange | None:
    """The difference of force that made a change what it is; else the first, if any."""
    for one in difference.forces:
        if (change == "raised" and _rises(one)) or (change == "relaxed" and _falls(one, upper)):
            return one
    return next(iter(difference.forces), None)


def _rises(one: ForceChange) -> bool:
    return one.left in STRENGTH and one.right in STRENGTH and STRENGTH[one.right] > STRENGTH[one.left]


def _falls(one: ForceChange, upper: Sequence[Clause]) -> bool:
    """Whether a word is weaker above, or an item that asks with a word below is printed without any above."""
    if one.left not in STRENGTH:
        return False
    if one.right in STRENGTH:
        return STRENGTH[one.right] < STRENGTH[one.left]
    return all(clause.forces == ("none",) for clause in upper)


def _content(difference: Difference) -> Change:
    """What becomes of what is asked, its force aside; ``weaker`` says that the lower asks less."""
    differs = difference.added or difference.dropped or difference.quantities
    if difference.relation in ("equal", "similar") and not differs:
        return "same"
    if difference.relation == "weaker" or (difference.added and not difference.dropped):
        return "widened"
    return "changed"
