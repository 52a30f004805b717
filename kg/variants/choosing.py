"""Which pairs are worth a link: likely ones that stand out, so that a broad paragraph does not link to dozens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.variants.grams import Matrix

THRESHOLD = 0.55
"""The least confidence of a link."""
_LEAST_ROOM = 2
_STRETCH = 40
"""Characters of a clause that make room for one more link."""
_SHARE = 0.7
"""Where both clauses have a better link, a link needs this share of the lesser of the two."""


def room(text: str) -> int:
    """How many links a clause of this text has at most; verbatim twins do not count.

    >>> room("应实现设备联网。"), room("应" * 110)
    (3, 5)
    """
    return _LEAST_ROOM + -(-len(text) // _STRETCH)


def chosen(confidences: Matrix, left: Sequence[int], right: Sequence[int]) -> npt.NDArray[np.bool_]:
    """The pairs to link, shape (n, m); a clause's best come first, and what is certain is always linked.

    Args:
        confidences: Shape (n, m).
        left: How much room each clause of the left has, n numbers.
        right: The same of the right, m numbers.
    """
    if not confidences.size:
        return np.zeros(confidences.shape, dtype=np.bool_)
    likely, certain = confidences >= THRESHOLD, confidences >= 1
    fits = _within(confidences, left) & _within(confidences.T, right).T
    best = np.minimum(confidences.max(axis=1)[:, None], confidences.max(axis=0)[None, :])
    return np.asarray(certain | (likely & fits & (confidences >= _SHARE * best)), dtype=np.bool_)


def _within(confidences: Matrix, counts: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Whether each value is among the greatest of its row, as many as ``counts`` says."""
    order = np.argsort(-confidences, axis=1, kind="stable")
    places = np.empty(confidences.shape, dtype=np.int64)
    np.put_along_axis(places, order, np.arange(confidences.shape[1])[None, :], axis=1)
    return np.asarray(places < np.array(counts)[:, None], dtype=np.bool_)
