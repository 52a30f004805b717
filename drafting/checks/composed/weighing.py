"""Which side of a comparison asks more on the whole: only where enough rows bear it out."""

from __future__ import annotations

from collections.abc import Sequence

_FEWEST = 3
"""Rows that must say so before it is said of the whole."""


def clearly_higher(relations: Sequence[str]) -> str:
    """The side that asks more on the whole: ``left`` or ``right``; empty where that cannot be said.

    At least three rows must say so, and they must be more than half of the rows that have clauses on both sides and
    do not agree. What only one side writes bears nothing out.

    Args:
        relations: What each row comes to; ``stronger`` and ``weaker`` are said of the left.

    >>> clearly_higher(["stronger", "stronger", "stronger", "equal", "overlaps", "weaker"])
    'left'
    >>> clearly_higher(["weaker", "equal"])
    ''
    """
    weighed = [one for one in relations if one in ("stronger", "weaker", "overlaps")]
    for relation, side in (("stronger", "left"), ("weaker", "right")):
        number = weighed.count(relation)
        if number >= _FEWEST and number * 2 > len(weighed):
            return side
    return ""
