"""Precision and recall of alignments against the pairs read by hand.

A line of the gold counts once. Where it pairs several clauses, each left one with each right one is a member, and the
line counts as found by the share of its members that are. What nobody listed counts neither for nor against: precision
is told on what was read, the listed pairs and the true non-pairs. Intervals resample lines.

Source: Efron 1979, The Annals of Statistics 7, for the percentile interval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evals.alignment_gold import GoldPair
from evals.metrics import Estimate

Pair = tuple[str, str]
Numbers = npt.NDArray[np.float64]

_RESAMPLES = 2000
_MISSING = -1e9
"""Below every score: a pair that cannot be compared."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How well some lines are told.

    Attributes:
        precision, recall, f1: With their intervals.
        average_precision: Over the members of the listed pairs and the true non-pairs, by score; a line's members share
            its weight.
        among_all: The same among all pairs that can be compared, where what nobody listed counts as wrong: too low,
            and as much so for every way.
        non_pairs: How many true non-pairs are accepted, and of how many.
    """

    precision: Estimate
    recall: Estimate
    f1: Estimate
    average_precision: float
    among_all: float
    non_pairs: tuple[int, int]


def members(line: GoldPair) -> tuple[Pair, ...]:
    """Each left clause of a line with each right one."""
    return tuple((left, right) for left in line.left for right in line.right)


def figures(lines: Sequence[GoldPair], accepted: AbstractSet[Pair], scores: Mapping[Pair, float]) -> Figures:
    """Measure.

    Args:
        lines: Lines of the gold, pairs and true non-pairs.
        accepted: The pairs that were accepted.
        scores: How sure of each pair; what is not there comes last.
    """
    right = np.array([line.relation != "none" for line in lines], dtype=np.float64)
    share = np.array([sum(one in accepted for one in members(line)) / len(members(line)) for line in lines])
    drawn = np.random.default_rng(0).integers(0, len(lines), size=(_RESAMPLES, len(lines)))
    told, again = _rates(right[None, :], share[None, :]), _rates(right[drawn], share[drawn])
    estimates = []
    for value, values in zip(told, again, strict=True):
        low, high = np.percentile(values, [2.5, 97.5])
        estimates.append(Estimate(float(value[0]), float(low), float(high), len(lines)))
    wrong = int((share * (1 - right) > 0).sum()), int((1 - right).sum())
    precision, recall, f1 = estimates
    return Figures(precision, recall, f1, average_precision(lines, scores), among_all(lines, scores), wrong)


def best_threshold(lines: Sequence[GoldPair], scores: Mapping[Pair, float]) -> float:
    """The threshold at which F1 on the lines is best."""
    candidates = sorted({scores[one] for line in lines for one in members(line) if one in scores})
    right = np.array([line.relation != "none" for line in lines], dtype=np.float64)
    best = (-1.0, 0.0)
    for candidate in candidates:
        share = np.array([np.mean([scores.get(one, _MISSING) >= candidate for one in members(line)]) for line in lines])
        best = max(best, (float(_rates(right[None, :], share[None, :])[2][0]), candidate))
    return best[1]


def average_precision(lines: Sequence[GoldPair], scores: Mapping[Pair, float]) -> float:
    """The mean of the precision at each listed pair, going down by score; ties count as half.

    Source: Buckley, Voorhees, SIGIR 2000; ties as in McSherry, Najork, ECIR 2008, by their expected order.
    """
    rows = [
        (scores.get(one, _MISSING), line.relation != "none", 1 / len(members(line)))
        for line in lines
        for one in members(line)
    ]
    value, right, weight = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    total = 0.0
    for score, is_right, counts in zip(value, right, weight, strict=True):
        if is_right:
            above = np.where(value > score, 1.0, np.where(value == score, 0.5, 0.0)) * weight
            own = counts / 2  # the pair itself ties with itself, and counts whole
            total += counts * ((above * right).sum() + own) / (above.sum() + own)
    return float(total / ((weight * right).sum() or 1.0))


def among_all(lines: Sequence[GoldPair], scores: Mapping[Pair, float]) -> float:
    """The mean over the listed pairs of the precision down to each, among all pairs that have a score."""
    found = [scores.get(one, _MISSING) for line in lines if line.relation != "none" for one in members(line)]
    right = np.sort(np.array([one for one in found if one > _MISSING], dtype=np.float64))
    everything = np.sort(np.fromiter(scores.values(), dtype=np.float64, count=len(scores)))
    hits = len(right) - np.searchsorted(right, right)
    reached = len(everything) - np.searchsorted(everything, right)
    return float((hits / np.maximum(reached, 1)).sum() / max(1, len(found)))


def _rates(right: Numbers, share: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Precision, recall and F1 of rows of lines, each of shape (rows,)."""
    found, wrong = (right * share).sum(axis=1), ((1 - right) * share).sum(axis=1)
    precision = found / np.maximum(found + wrong, 1e-9)
    recall = found / np.maximum(right.sum(axis=1), 1e-9)
    return precision, recall, 2 * precision * recall / np.maximum(precision + recall, 1e-9)
