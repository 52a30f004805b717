"""Which capability a question is about, learned from what people say: a classifier over the frozen embedder.

Names and wordings end where people use other words. Each capability gets one direction: the mean of its names, of the
everyday wordings of its clauses and of these clauses' texts, each kind of text less its own mean. A question is
compared with the directions through the matrix of :mod:`retrieval.adaptation`. The nearest single wording has its say
too. All of it is solved in closed form while building; a capability without wordings keeps its names and texts.

Source: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", ICML 2017, for one temperature as
calibration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from retrieval.adaptation import within
from retrieval.arrays import read_arrays
from retrieval.embedder import Vectors

Owners = npt.NDArray[np.int64]

_NOTHING = np.float32(-1)
_PRIOR = 1.0
"""How many examples of no direction each capability starts with."""
_SINGLE = 0.25
"""The weight of the nearest single wording beside the direction. More finds more where a capability has wordings, and
less where it has none."""
_SHARPNESS = (0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0)
_FOLDS = 4


@dataclass(frozen=True, slots=True)
class Examples:
    """Vectors with what they are examples of.

    Attributes:
        vectors: Shape (n, dimension), each of length 1.
        owners: Shape (n,); the place of each one's subject.
    """

    vectors: Vectors
    owners: Owners

    def only(self, chosen: npt.NDArray[np.bool_]) -> Examples:
        """Some of them."""
        return Examples(self.vectors[chosen], self.owners[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class SubjectModel:
    """How likely each subject is for a question's vector.

    Attributes:
        directions: Shape (dimension, subjects); the matrix is multiplied into them.
        shift: Shape (subjects,); taken from the product, so that an average question points nowhere.
        sharpness: What scores are multiplied with before they become probabilities; fitted on wordings left out.
    """

    directions: Vectors
    shift: Vectors
    sharpness: float

    def probabilities(self, vector: Vectors, heard: Vectors) -> Vectors:
        """The probability of each subject.

        Args:
            vector: A question's vector, shape (dimension,).
            heard: The cosine of the nearest name or wording of each subject, shape (subjects,).

        Returns:
            Shape (subjects,); they add up to 1.
        """
        scores = self.sharpness * _scores(vector @ self.directions - self.shift, heard)
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum(), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write into one file."""
        np.savez(path, directions=self.directions, shift=self.shift, sharpness=np.float64(self.sharpness))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: It cannot be read.
        """
        directions, shift, sharpness = read_arrays("subjects", path, ("directions", "shift", "sharpness"))
        return cls(directions, shift, float(sharpness))


def fit(names: Examples, spoken: Examples, texts: Examples, counterparts: Vectors, subjects: int) -> SubjectModel:
    """Learn the subjects.

    Args:
        names: The subjects' names and wordings, one at least.
        spoken: Everyday wordings of clauses, embedded as questions; there may be none.
        texts: The clauses' texts; there may be none.
        counterparts: For each of ``spoken`` the vector of its clause's text.
        subjects: How many subjects there are.
    """
    matrix = within(spoken.vectors - counterparts)
    directions, shift = _directions(names, spoken, texts, subjects, matrix)
    return SubjectModel(directions, shift, _sharpness(names, spoken, texts, subjects, matrix))


def nearest_of(cosines: Vectors, owners: Owners, subjects: int) -> Vectors:
    """The greatest cosine of each subject; -1 where it has none.

    Args:
        cosines: Shape (n,).
        owners: Shape (n,).
        subjects: How many subjects there are.
    """
    best = np.full(subjects, _NOTHING, dtype=np.float32)
    np.maximum.at(best, owners, cosines)
    return best


def _scores(pointing: Vectors, heard: Vectors) -> Vectors:
    """Directions and the nearest wordings on one scale, for one question or for several."""
    return np.asarray(_standard(pointing) + _SINGLE * _standard(heard), dtype=np.float32)


def _standard(values: Vectors) -> Vectors:
    """Values less their mean, over their spread."""
    spread = values.std(axis=-1, keepdims=True)
    return np.asarray((values - values.mean(axis=-1, keepdims=True)) / np.where(spread > 0, spread, 1.0))


def _directions(
    names: Examples, spoken: Examples, texts: Examples, subjects: int, matrix: Vectors
) -> tuple[Vectors, Vectors]:
    total = np.zeros((subjects, matrix.shape[0]), dtype=np.float64)
    count = np.full(subjects, _PRIOR)
    for kind in (names, spoken, texts):
        if len(kind.vectors):
            np.add.at(total, kind.owners, kind.vectors - kind.vectors.mean(axis=0))
            np.add.at(count, kind.owners, 1.0)
    means = total / count[:, None]
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    directions = matrix @ np.where(lengths > 0, means / np.where(lengths > 0, lengths, 1.0), 0.0).T
    usual = (spoken if len(spoken.vectors) else names).vectors.mean(axis=0)
    return directions.astype(np.float32), np.asarray(usual @ directions, dtype=np.float32)


def _sharpness(names: Examples, spoken: Examples, texts: Examples, subjects: int, matrix: Vectors) -> float:
    """The sharpness under which wordings that were left out are least surprising; 1 without wordings."""
    if len(spoken.owners) < _FOLDS:
        return 1.0
    parts, own = [], []
    fold = np.arange(len(spoken.owners)) % _FOLDS
    for number in range(_FOLDS):
        kept, asked = spoken.only(fold != number), spoken.only(fold == number)
        directions, shift = _directions(names, kept, texts, subjects, matrix)
        owners = np.concatenate([names.owners, kept.owners])
        cosines = asked.vectors @ np.concatenate([names.vectors, kept.vectors]).T
        heard = np.stack([nearest_of(row, owners, subjects) for row in cosines])
        parts.append(_scores(asked.vectors @ directions - shift, heard))
        own.append(asked.owners)
    return _least_surprising(np.concatenate(parts), np.concatenate(own), _SHARPNESS)


def _least_surprising(scores: Vectors, owners: Owners, candidates: Sequence[float]) -> float:
    def surprise(sharpness: float) -> float:
        raised = sharpness * scores
        top = raised.max(axis=1)
        total = np.log(np.exp(raised - top[:, None]).sum(axis=1)) + top
        return float((total - raised[np.arange(len(owners)), owners]).mean())

    return min(candidates, key=surprise)
