"""Which clauses of two cells of one subdomain speak of the same matter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.ladders.assignment import best_pairs
from kg.variants.link import Vectors


@dataclass(frozen=True, slots=True)
class Bars:
    """How sure a pair must be; all clauses of one subdomain are near each other, so the bars differ from others'.

    Attributes:
        first: What a pair of the best one-to-one pairing must reach.
        further: What a clause that this leaves over must reach with a clause that has a partner already.
    """

    first: float
    further: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses that go together.

    Attributes:
        lower, upper: Their places in the two cells.
        confidence: How surely.
    """

    lower: int
    upper: int
    confidence: float


def pair_up(confidences: Vectors, bars: Bars) -> tuple[Pair, ...]:
    """The pairs of two cells by the upper clause's place, then the lower's.

    The one-to-one pairing that is surest as a whole comes first; then each clause left over joins the clause that it
    goes best with, if it does so surely enough: one demand may be split in two above, or two become one.

    Args:
        confidences: How surely each clause of the lower cell speaks of the same matter as each of the upper, shape
            (lower, upper).
        bars: How sure a pair must be.
    """
    chosen = set(best_pairs(confidences - np.float32(bars.first)))
    left = set(range(confidences.shape[0])) - {lower for lower, _ in chosen}
    right = set(range(confidences.shape[1])) - {upper for _, upper in chosen}
    further = {(lower, int(np.argmax(confidences[lower]))) for lower in left if confidences.shape[1]}
    further |= {(int(np.argmax(confidences[:, upper])), upper) for upper in right if confidences.shape[0]}
    chosen |= {(lower, upper) for lower, upper in further if confidences[lower, upper] >= bars.further}
    pairs = (Pair(lower, upper, float(confidences[lower, upper])) for lower, upper in chosen)
    return tuple(sorted(pairs, key=lambda pair: (pair.upper, pair.lower)))
