"""Which pairs are worth a link: likely ones that stand out, so that a broad paragraph does not link to dozens."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kg.variants.grams import Matrix

THRESHOLD = 0.55
"""The least confidence of a link."""
_FEW = 3
"""How many links a clause of one sentence has at most."""
_SHARE = 0.6
"""A link beyond a clause's best needs this share of the best's confidence on one of its two sides."""


def chosen(confidences: Matrix, left_sentences: Matrix, right_sentences: Matrix) -> npt.NDArray[np.bool_]:
    """The pairs to link, shape (n, m).

    A clause may have as many links as it has sentences and two more; its best come first.

    Args:
        confidences: Shape (n, m).
        left_sentences: How many sentences each clause of the left has, shape (n,).
        right_sentences: The same of the right, shape (m,).
    """
    if not confidences.size:
        return np.zeros(confidences.shape, dtype=np.bool_)
    in_row = _within(confidences, left_sentences + _FEW - 1)
    in_column = _within(confidences.T, right_sentences + _FEW - 1).T
    best = np.minimum(confidences.max(axis=1)[:, None], confidences.max(axis=0)[None, :])
    return np.asarray((confidences >= THRESHOLD) & in_row & in_column & (confidences >= _SHARE * best), dtype=np.bool_)


def _within(confidences: Matrix, counts: Matrix) -> npt.NDArray[np.bool_]:
    """Whether each value is among the greatest of its row, as many as ``counts`` says."""
    order = np.argsort(-confidences, axis=1, kind="stable")
    places = np.empty(confidences.shape, dtype=np.int64)
    np.put_along_axis(places, order, np.arange(confidences.shape[1])[None, :], axis=1)
    return np.asarray(places < counts[:, None], dtype=np.bool_)
