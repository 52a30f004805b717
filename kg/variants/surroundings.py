"""How the clauses of a library lie to each other on the whole: what makes a cosine high with this embedder.

Some clauses lie near everything (hubs). Each clause therefore has a nearness of its own: the mean of its cosines with
its nearest neighbours in all other documents.

Source: Conneau, Lample, Ranzato, Denoyer, Jégou, "Word translation without parallel data", ICLR 2018 (CSLS).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from kg.variants.grams import Matrix
from kg.variants.link import Vectors

_NEIGHBOURS = 10
_BORROWED = 500
"""How many pairs' worth the library's scale counts beside that of two documents."""
_SMALL = 1e-12


@dataclass(frozen=True, slots=True)
class Scale:
    """Where numbers lie and how far they spread, over a whole library.

    Attributes:
        mean, spread: Over all pairs of clauses of different documents.
    """

    mean: float
    spread: float

    def standard(self, values: Matrix, chosen: npt.NDArray[np.bool_] | None = None) -> Matrix:
        """Values less their mean, over their spread.

        Args:
            values: Of two documents, shape (n, m).
            chosen: The values that mean and spread are taken from, shape (n, m); where they are few, the library's
                count for more. Without it only the library's count.
        """
        mean, spread = self.mean, self.spread
        if chosen is not None:
            picked = values[chosen]
            share = picked.size / (picked.size + _BORROWED)
            # The mean of nothing is not a number.
            own = (float(picked.mean()), float(picked.std())) if picked.size else (mean, spread)
            mean, spread = (share * mine + (1 - share) * all_ for mine, all_ in zip(own, (mean, spread), strict=True))
        return np.asarray((values - mean) / spread, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The scales of a library's cosines.

    Attributes:
        cosines: Of the cosines themselves.
        here: Of how far pairs stand out between their two documents.
        nearness: The own nearness of each clause on the library's scale, shape (n,), by document: how much the other
            documents speak of its matter.
    """

    cosines: Scale
    here: Scale
    nearness: Mapping[str, Matrix]


def surroundings(vectors: Mapping[str, Vectors]) -> Surroundings:
    """Measure a library.

    Args:
        vectors: The comparable clauses' vectors, each of length 1, by document.
    """
    near = {document: nearest(_beside(vectors, document)) for document in vectors}
    cosines, here, own = _Moments(), _Moments(), _Moments()
    for found in near.values():
        own.add(found)
    for left, right in _pairs(vectors):
        found = np.asarray(vectors[left] @ vectors[right].T, dtype=np.float32)
        cosines.add(found)
        here.add(standing_out(found, nearest(found), nearest(found.T)))
    scale = own.scale()
    return Surroundings(cosines.scale(), here.scale(), {name: scale.standard(found) for name, found in near.items()})


def standing_out(values: Matrix, of_left: Matrix, of_right: Matrix) -> Matrix:
    """Twice each value less what its row and its column have anyway, shape (n, m)."""
    return np.asarray(2 * values - of_left[:, None] - of_right[None, :], dtype=np.float32)


def nearest(values: Matrix) -> Matrix:
    """The mean of each row's greatest values, shape (n,); 0 where there is none."""
    count = min(_NEIGHBOURS, values.shape[1])
    if not count:
        return np.zeros(len(values), dtype=np.float32)
    return np.asarray(np.partition(values, -count, axis=1)[:, -count:].mean(axis=1), dtype=np.float32)


class _Moments:
    """Mean and spread of numbers that come in parts."""

    def __init__(self) -> None:
        self._count, self._sum, self._squares = 0, 0.0, 0.0

    def add(self, values: Matrix) -> None:
        self._count += values.size
        self._sum += float(values.sum(dtype=np.float64))
        self._squares += float(np.square(values, dtype=np.float64).sum())

    def scale(self) -> Scale:
        """Their mean and spread, the latter such that it can be divided by."""
        mean = self._sum / max(1, self._count)
        variance = self._squares / max(1, self._count) - mean * mean
        return Scale(mean, math.sqrt(max(variance, _SMALL)))


def _beside(vectors: Mapping[str, Vectors], document: str) -> Matrix:
    """The cosines of a document's clauses with those of all others; with its own where there is no other."""
    others = [one for name, one in vectors.items() if name != document and len(one)]
    return np.asarray(vectors[document] @ np.concatenate(others or [vectors[document]]).T, dtype=np.float32)


def _pairs(vectors: Mapping[str, Vectors]) -> Iterator[tuple[str, str]]:
    filled = [document for document, one in vectors.items() if len(one)]
    yield from combinations(filled, 2) if len(filled) > 1 else ((one, one) for one in filled)
