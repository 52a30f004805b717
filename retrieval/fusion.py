"""Reciprocal rank fusion, the formula alone.

Source: Cormack, Clarke, Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
Methods", SIGIR 2009. A row's score is the sum over the lists of ``weight / (k + rank)``, ranks counted from 1;
the paper's lists all weigh the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

PAPER_K = 60


def fuse(ranked_lists: Iterable[tuple[float, Sequence[int]]], k: float = PAPER_K) -> dict[int, float]:
    """Fuse ranked lists of row numbers, each with its weight.

    Args:
        ranked_lists: Pairs of a weight (≥ 0) and a list of rows, best first, without repeats.
        k: How little the first ranks stand out; the paper uses 60.

    Returns:
        The fused score of every row that stands in a list.

    Example:
        >>> scores = fuse([(1.0, [7, 8]), (1.0, [8, 9])])
        >>> max(scores, key=scores.get)
        8
    """
    scores: dict[int, float] = {}
    for weight, rows in ranked_lists:
        for rank, row in enumerate(rows, start=1):
            scores[row] = scores.get(row, 0.0) + weight / (k + rank)
    return scores
