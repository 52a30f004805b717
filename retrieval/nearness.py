"""How near a question lies to the texts as a whole, to tell what they treat from what they do not."""

from __future__ import annotations

import numpy as np

from retrieval.embedder import Vectors
from retrieval.wording_index import NO_WORDING

_NEIGHBOURS = 10


def nearness(texts: Vectors, wordings: Vectors) -> Vectors:
    """How near questions lie to the clauses: the mean of the ten nearest, each by its nearest wording.

    One wording alone comes near by chance (汽车多久保养一次); a question of the field has many neighbours. A clause
    that has no wordings counts by its text.

    Args:
        texts: Cosines with the clauses' texts, shape (n, clauses).
        wordings: Cosines with their nearest wordings, shape (n, clauses); -1 where there is none.

    Returns:
        Shape (n,); 0 where there are no clauses.
    """
    best = np.where(wordings > NO_WORDING, wordings, texts)
    count = min(_NEIGHBOURS, best.shape[1])
    if not count:
        return np.zeros(len(best), dtype=np.float32)
    nearest: Vectors = np.partition(best, -count, axis=1)[:, -count:]
    return np.asarray(nearest.mean(axis=1), dtype=np.float32)
