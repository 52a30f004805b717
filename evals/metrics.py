"""The formulas, each with its source; nothing here knows what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

_Z95 = 1.959963984540054
_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval and the number of samples that it rests on.

    With no sample, value and interval are 0, 0 and 1: nothing is known.
    """

    value: float
    low: float
    high: float
    n: int


def hit_at(relevant: Sequence[bool], k: int) -> bool:
    """Whether one of the first ``k`` is relevant."""
    return any(relevant[:k])


def reciprocal_rank(relevant: Sequence[bool]) -> float:
    """One over the rank of the first relevant one, 0 without any.

    Source: Voorhees 1999, The TREC-8 Question Answering Track Report.
    """
    return next((1.0 / rank for rank, right in enumerate(relevant, 1) if right), 0.0)


def wilson(successes: int, n: int) -> Estimate:
    """A share with the score interval, which stays within 0 and 1 and serves small samples.

    Source: Wilson 1927, Journal of the American Statistical Association 22.

    >>> wilson(9, 10).low > 0.59
    True
    """
    if n == 0:
        return Estimate(0.0, 0.0, 1.0, 0)
    share = successes / n
    spread = _Z95 * _Z95 / n
    centre = (share + spread / 2) / (1 + spread)
    half = _Z95 * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return Estimate(share, max(0.0, centre - half), min(1.0, centre + half), n)


def share(right: Sequence[bool]) -> Estimate:
    """The share of what is right, with Wilson's interval."""
    return wilson(sum(right), len(right))


def bootstrap_mean(values: Sequence[float], seed: int = 0) -> Estimate:
    """A mean with the percentile interval of resampled means.

    Source: Efron 1979, The Annals of Statistics 7.

    Args:
        values: One figure a sample.
        seed: Of the resampling, so that equal values give an equal interval.
    """
    if not values:
        return Estimate(0.0, 0.0, 1.0, 0)
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(seed).integers(0, len(sample), size=(_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[drawn].mean(axis=1), [2.5, 97.5])
    return Estimate(float(sample.mean()), float(low), float(high), len(sample))


def paired_difference(ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """The mean of ours less theirs over the same samples, with its bootstrap interval.

    Raises:
        ValueError: The two are not of one length.
    """
    return bootstrap_mean([a - b for a, b in zip(ours, theirs, strict=True)])


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle; 0 without values."""
    return float(np.median(values)) if values else 0.0
