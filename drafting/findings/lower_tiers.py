"""Which lower tier a step tells of: the one right below, or one further below that the rows are of."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.shelf import Shelf, Tier
from kg.variants.comparison import ComparedRow


def lower_told(rows: Sequence[ComparedRow], lower: Tier, shelf: Shelf) -> Tier:
    """The tier that the lower sides of rows are of.

    Args:
        rows: What is told of a step.
        lower: The tier that the step leads from.
        shelf: The clauses.
    """
    below = [shelf.by_id[one] for row in rows for one in row.left]
    if not below or any(one.holds_for(lower.code) for one in below):
        return lower
    return shelf.tier(lower.document, below[0].tier or lower.code) or lower
