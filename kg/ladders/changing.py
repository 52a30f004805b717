"""What a difference between a lower and a higher tier comes to as a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from corpus.clause import Clause, Force
from kg.ladders.ladder import Change
from kg.variants.difference import Difference, ForceChange, Words

STRENGTH: Mapping[Force, int] = MappingProxyType({"shall": 3, "should": 2, "may": 1, "encouraged": 1})
"""A sentence without a governing word has none: it is neither stronger nor weaker by that alone."""
_ORDER: tuple[Change, ...] = ("raised", "relaxed", "widened", "changed", "same")
_MOST_LOST = 0.6
"""What loses more of the lower tier's words asks for something else, however much is added."""
_WELL_KEPT, _MUCH_MORE = 0.45, 1.5
"""What loses no more than the first, and has the second times as many words of its own, asks for more of the same."""
_HARDLY_OTHER = 0.15
"""What differs in more of either side's words is not the same, though no name says how."""
_ALL_BUT_LOST = 0.8
"""What loses more than this hardly answers the lower tier's item, so that nothing odd is told of its force."""


def change_of(
    difference: Difference, lower: Sequence[Clause], upper: Sequence[Clause]
) -> tuple[Change, tuple[Change, ...]]:
    """The change that stands first, and the others that hold of the same clauses.

    Args:
        difference: What differs, as :func:`plausible` leaves it, the lower tier being the left.
        lower, upper: The clauses of both tiers.
    """
    found: set[Change] = {_content(difference, lower, upper)}
    if any(rises(one) for one in difference.forces):
        found.add("raised")
    if any(_falls(one, upper) for one in difference.forces):
        found.add("relaxed")
    if len(found) > 1:
        found.discard("same")
    ordered = [change for change in _ORDER if change in found]
    return ordered[0], tuple(ordered[1:])


def plausible(difference: Difference, lower: Sequence[Clause], upper: Sequence[Clause]) -> Difference:
    """The difference without changes of force that come of pairing sentences by accident.

    A word is stronger above only where more sentences have so strong a one than below: an item that demands and
    recommends, and then demands, may have raised either. A weaker word above is an oddity, told only where every word
    below is stronger than any above and the item below is still answered.

    Args:
        difference: What differs, the lower tier being the left.
        lower, upper: The clauses of both tiers.
    """
    below, above = _strengths(lower), _strengths(upper)
    odd = bool(below) and min(below) > max(above, default=0)
    odd = odd and _share(difference.left_only, lower) <= _ALL_BUT_LOST
    kept = tuple(
        one
        for one in difference.forces
        if (odd or not _weaker(one)) and (not rises(one) or _reach(above, one.right) > _reach(below, one.right))
    )
    return replace(difference, forces=kept)


def _strengths(clauses: Sequence[Clause]) -> list[int]:
    """How strong each sentence's word is; sentences without one are left out."""
    forces = (provision.force for clause in clauses for provision in clause.provisions)
    return [STRENGTH[force] for force in forces if force in STRENGTH]


def _reach(strengths: Sequence[int], force: Force) -> int:
    """How many words are as strong as a force or stronger."""
    return sum(strength >= STRENGTH[force] for strength in strengths)


def _weaker(one: ForceChange) -> bool:
    return one.left in STRENGTH and one.right in STRENGTH and STRENGTH[one.right] < STRENGTH[one.left]


def _falls(one: ForceChange, upper: Sequence[Clause]) -> bool:
    """Whether a word is weaker above, or an item that asks with a word below has lost it above."""
    lost = one.left in STRENGTH and all(clause.forces == ("none",) for clause in upper)
    return lost or _weaker(one)


def rises(one: ForceChange) -> bool:
    """Whether the higher tier has the stronger word; a sentence without one is not counted."""
    return one.left in STRENGTH and one.right in STRENGTH and STRENGTH[one.right] > STRENGTH[one.left]


def _content(difference: Difference, lower: Sequence[Clause], upper: Sequence[Clause]) -> Change:
    """What becomes of what is asked, its force aside; ``weaker`` says that the lower asks less, be it by force."""
    added = [one for one in difference.added if one.asked]
    dropped = [one for one in difference.dropped if one.asked]
    named = added or dropped or difference.quantities
    apart = max(_share(difference.left_only, lower), _share(difference.right_only, upper))
    by_force = bool(difference.forces) or difference.relation in ("equal", "similar")
    if by_force and not named and apart <= _HARDLY_OTHER:
        return "same"
    if (difference.relation == "weaker" and not difference.forces) or (added and not dropped):
        return "widened"
    lost = _share(difference.left_only, lower)
    more = _length(difference.right_only) >= _MUCH_MORE * _length(difference.left_only)
    if (lost <= _WELL_KEPT and more) or (lost <= _MOST_LOST and len(added) > len(dropped)):
        return "widened"
    return "changed"


def _share(apart: Sequence[Words], clauses: Sequence[Clause]) -> float:
    """The share of clauses' words that the other side has no counterpart of."""
    return _length(apart) / max(1, sum(len(clause.plain) for clause in clauses))


def _length(apart: Sequence[Words]) -> int:
    return sum(len(words.text) for words in apart)
