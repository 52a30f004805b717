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
_MOST_LOST = 0.6
"""What loses more of the lower tier's words asks for something else, however much is added."""
_ALL_BUT_LOST = 0.8
"""What loses more than this hardly answers the lower tier's item, so that nothing odd is told of its force."""


def change_of(
    difference: Difference, lower: Sequence[Clause], upper: Sequence[Clause]
) -> tuple[Change, tuple[Change, ...]]:
    """The change that stands first, and the others that hold of the same clauses.

    Args:
        difference: What differs, the lower tier being the left.
        lower, upper: The clauses of both tiers.
    """
    found: set[Change] = {_content(difference, lower)}
    if any(_rises(one) for one in difference.forces):
        found.add("raised")
    if _lost(difference, lower) <= _ALL_BUT_LOST and _falls(difference.forces, lower, upper):
        found.add("relaxed")
    if len(found) > 1:
        found.discard("same")
    ordered = [change for change in _ORDER if change in found]
    return ordered[0], tuple(ordered[1:])


def _rises(one: ForceChange) -> bool:
    return one.left in STRENGTH and one.right in STRENGTH and STRENGTH[one.right] > STRENGTH[one.left]


def _falls(changes: Sequence[ForceChange], lower: Sequence[Clause], upper: Sequence[Clause]) -> bool:
    """Whether every word below is stronger than any above; an oddity is told only where nothing speaks against it.

    An item that asks with a word below and is printed without one above has lost its word.
    """
    below = [STRENGTH[force] for clause in lower for force in clause.forces if force in STRENGTH]
    above = [STRENGTH[force] for clause in upper for force in clause.forces if force in STRENGTH]
    return bool(changes and below) and min(below) > max(above, default=0)


def _content(difference: Difference, lower: Sequence[Clause]) -> Change:
    """What becomes of what is asked, its force aside; ``weaker`` says that the lower asks less."""
    added = [one for one in difference.added if one.asked]
    dropped = [one for one in difference.dropped if one.asked]
    if difference.relation in ("equal", "similar") and not (added or dropped or difference.quantities):
        return "same"
    if difference.relation == "weaker" or (added and not dropped):
        return "widened"
    keeps = _lost(difference, lower) <= _MOST_LOST
    return "widened" if keeps and len(added) > len(dropped) else "changed"


def _lost(difference: Difference, lower: Sequence[Clause]) -> float:
    """The share of the lower tier's words that the upper has no counterpart of."""
    lost = sum(len(words.text) for words in difference.left_only)
    return lost / max(1, sum(len(clause.plain) for clause in lower))
