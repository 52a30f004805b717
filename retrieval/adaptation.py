"""A query-side matrix over the frozen embedder: it draws what people say nearer to the clauses that they mean.

What people say and what a clause says differ in the same directions everywhere: manner, language, length. A matrix
that weakens these directions in a question, and not those that part one clause from another, is solved in closed form
from the everyday wordings and their clauses while building. It is the identity where there are no wordings.

Source: Hatch, Kajarekar, Stolcke, "Within-class covariance normalization for SVM-based speaker recognition",
Interspeech 2006.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from retrieval.arrays import read_arrays
from retrieval.embedder import Vectors

SHRINKAGE = 5.0
"""How strongly the covariance is drawn to that of noise; 2 to 10 do as well with subdomains left out."""
CENTRING = 0.25
"""How much of the average question is taken from each."""
SHARE = 0.5
"""How much of the adapted question there is beside the question as it is."""
_SAMPLE = 500
"""Wordings over which the scale is measured."""


@dataclass(frozen=True, slots=True, eq=False)
class Adaptation:
    """A question's vector as it is compared with clauses and wordings.

    Attributes:
        matrix: Shape (dimension, dimension).
        shift: Shape (dimension,).
        offset: What is added to a product with the adapted vector, so that it lies where cosines lie.
    """

    matrix: Vectors
    shift: Vectors
    offset: float

    def __call__(self, vector: Vectors) -> Vectors:
        """The adapted vector, shape (dimension,); its length means nothing."""
        return np.asarray(vector @ self.matrix + self.shift, dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write into one file."""
        np.savez(path, matrix=self.matrix, shift=self.shift, offset=np.float64(self.offset))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: It cannot be read.
        """
        matrix, shift, offset = read_arrays("adaptation", path, ("matrix", "shift", "offset"))
        return cls(matrix, shift, float(offset))


def unadapted(dimension: int) -> Adaptation:
    """The identity."""
    return Adaptation(np.eye(dimension, dtype=np.float32), np.zeros(dimension, dtype=np.float32), 0.0)


def adapt(spoken: Vectors, counterparts: Vectors, clauses: Vectors) -> Adaptation:
    """Learn the adaptation.

    Args:
        spoken: Everyday wordings, embedded as questions, shape (n, dimension); there may be none.
        counterparts: For each of them the vector of its clause, shape (n, dimension).
        clauses: All clauses' vectors, over which products keep the mean and the spread that cosines have.
    """
    dimension = spoken.shape[1]
    if len(spoken) < 2 or not len(clauses):
        return unadapted(dimension)
    weakening = within(spoken - counterparts)
    shift = -CENTRING * (spoken.mean(axis=0) @ weakening)
    sample = spoken[:: max(1, len(spoken) // _SAMPLE)]
    plain, bent = sample @ clauses.T, (sample @ weakening + shift) @ clauses.T
    spread = bent.std(axis=1)
    scale = float((plain.std(axis=1) / np.where(spread > 0, spread, 1.0)).mean())
    offset = float((plain.mean(axis=1) - scale * bent.mean(axis=1)).mean())
    matrix = (1 - SHARE) * np.eye(dimension) + SHARE * scale * weakening
    return Adaptation(matrix.astype(np.float32), (SHARE * scale * shift).astype(np.float32), SHARE * offset)


def within(differences: Vectors) -> Vectors:
    """The matrix that weakens the directions in which wordings and clauses differ, shape (dimension, dimension).

    It is the inverse of the differences' covariance, drawn to noise, scaled to leave lengths as they are on average;
    the identity where there are no differences.

    Args:
        differences: Shape (n, dimension).
    """
    dimension = differences.shape[1]
    if len(differences) < 2:
        return np.eye(dimension, dtype=np.float32)
    centred = (differences - differences.mean(axis=0)).astype(np.float64)
    covariance = centred.T @ centred / len(centred)
    noise = np.trace(covariance) / dimension
    if noise <= 0:
        return np.eye(dimension, dtype=np.float32)
    inverse = np.linalg.inv(covariance + SHRINKAGE * noise * np.eye(dimension))
    return np.asarray(inverse * (dimension / np.trace(inverse)), dtype=np.float32)
