"""Which clauses of two cells of one subdomain speak of the same matter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.ladders.assignment import best_pairs
from kg.variants.link import Vectors

BAR = 0.5
"""How sure a pair must be."""
_STANDS_OUT = 0.22
"""The share that a pair must have of the odds of all pairs that its two clauses could be in."""
_SUREST = 1e-4


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


def pair_up(confidences: Vectors, bar: float = BAR) -> tuple[Pair, ...]:
    """The pairs of two cells by the upper clause's place, then the lower's.

    The one-to-one pairing that is likeliest as a whole comes first; then each clause left over joins the clause that it
    goes best with: one demand may be split in two above, or two become one. A pair must be sure by itself and stand out
    among those that its clauses could be in.

    Args:
        confidences: How surely each clause of the lower cell speaks of the same matter as each of the upper, shape
            (lower, upper), 0 to 1.
        bar: How sure a pair must be.
    """
    sure = np.clip(confidences, _SUREST, 1 - _SUREST)
    odds = sure / (1 - sure)
    standing = odds / (odds.sum(axis=1, keepdims=True) + odds.sum(axis=0, keepdims=True) - odds)
    likely = (confidences >= bar) & (standing >= _STANDS_OUT)
    best = best_pairs(np.log(odds) - np.float32(np.log(bar / (1 - bar))))
    chosen = {pair for pair in best if likely[pair]}
    left = set(range(odds.shape[0])) - {lower for lower, _ in chosen}
    right = set(range(odds.shape[1])) - {upper for _, upper in chosen}
    further = {(lower, int(np.argmax(odds[lower]))) for lower in left if odds.shape[1]}
    further |= {(int(np.argmax(odds[:, upper])), upper) for upper in right if odds.shape[0]}
    chosen |= {pair for pair in further if likely[pair]}
    pairs = (Pair(lower, upper, float(confidences[lower, upper])) for lower, upper in chosen)
    return tuple(sorted(pairs, key=lambda pair: (pair.upper, pair.lower)))
