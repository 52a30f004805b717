"""What speaks for or against two clauses being aligned, as numbers: one matrix a feature, each clause against each.

Cosines mean different things under different embedders, so none is used as it is: each is set against how the clauses
of the library lie to each other on the whole, and against the nearest neighbours of either clause.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.variants.grams import Matrix, Rarity, shared
from kg.variants.side_features import SideFeatures
from kg.variants.surroundings import Surroundings, nearest, standing_out

FEATURES = (
    "stands_out",
    "common_matter",
    "rank",
    "words_of_shorter",
    "sentence",
    "words_stand_out",
    "names",
    "quantities",
    "topic",
    "same_topic",
    "headings",
    "same_kind",
)
_TOPIC_FLOOR = 1e-4


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in the whole library.

    Attributes:
        words, names, quantities: How rare each is.
        surroundings: How its clauses lie to each other.
    """

    words: Rarity
    names: Rarity
    quantities: Rarity
    surroundings: Surroundings


@dataclass(frozen=True, slots=True, eq=False)
class PairFeatures:
    """All clauses of a left document against all of a right one.

    Attributes:
        left, right: The sides.
        cosines: As the embedder has them, shape (n, m).
        values: One matrix of shape (n, m) a feature, in the order of ``FEATURES``; shape (features, n, m).
        comparable: Which pairs may be aligned at all, shape (n, m).
        means: What each feature is on average of these, shape (features,).
    """

    left: SideFeatures
    right: SideFeatures
    cosines: Matrix
    values: Matrix
    comparable: npt.NDArray[np.bool_]
    means: Matrix

    def feature(self, name: str) -> Matrix:
        """One feature's matrix, shape (n, m)."""
        return np.asarray(self.values[FEATURES.index(name)])


def pair_features(left: SideFeatures, right: SideFeatures, usual: Usual) -> PairFeatures:
    """Hold the clauses of two documents (or of one document and itself) against each other."""
    comparable = _comparable(left, right)
    cosines = np.asarray(left.vectors @ right.vectors.T, dtype=np.float32)
    floor = cosines[comparable].min() if comparable.any() else np.float32(0)
    seen = np.where(comparable, cosines, floor)
    around = usual.surroundings
    standing = around.here.standard(standing_out(seen, nearest(seen), nearest(seen.T)), comparable)
    common = around.nearness[left.document][:, None] + around.nearness[right.document][None, :]
    words = shared(left.words, right.words, usual.words)
    alike = np.sqrt(words.alike)
    topic = np.sqrt(left.topics) @ np.sqrt(right.topics).T
    headings = shared(left.headings, right.headings, usual.words)
    found = {
        "stands_out": standing,
        "common_matter": common,
        "rank": np.log1p(np.minimum(_ranks(standing), _ranks(standing.T).T)),
        "words_of_shorter": np.sqrt(np.maximum(words.of_left, words.of_right)),
        "sentence": np.sqrt(_best_sentence(left, right, usual)),
        "words_stand_out": standing_out(alike, nearest(alike), nearest(alike.T)),
        "names": np.log1p(shared(left.names, right.names, usual.names).weight),
        "quantities": np.log1p(shared(left.quantities, right.quantities, usual.quantities).weight),
        "topic": np.log(np.maximum(topic, _TOPIC_FLOOR)),
        "same_topic": left.topics.argmax(axis=1)[:, None] == right.topics.argmax(axis=1)[None, :],
        "headings": np.sqrt(np.maximum(headings.of_left, headings.of_right)),
        "same_kind": [[one.kind == other.kind for other in right.clauses] for one in left.clauses],
    }
    # A document without comparable clauses has no rows, and lists of none have no columns either.
    values = np.stack([np.asarray(found[name], dtype=np.float32).reshape(comparable.shape) for name in FEATURES])
    count = max(1, int(comparable.sum()))
    means = np.asarray(np.einsum("fnm,nm->f", values, comparable) / count, dtype=np.float32)
    return PairFeatures(left, right, cosines, values, comparable, means)


def _comparable(left: SideFeatures, right: SideFeatures) -> npt.NDArray[np.bool_]:
    of_left, of_right = np.array(left.families), np.array(right.families)
    own = np.array([[a.id == b.id for b in right.clauses] for a in left.clauses], dtype=np.bool_)
    same = of_left[:, None] == of_right[None, :]
    return np.asarray(same & ~own.reshape(same.shape), dtype=np.bool_)


def _ranks(values: Matrix) -> Matrix:
    """The place of each value in its row, the greatest being 0, shape (n, m)."""
    order = np.argsort(-values, axis=1, kind="stable")
    ranks = np.empty(values.shape, dtype=np.float32)
    np.put_along_axis(ranks, order, np.arange(values.shape[1], dtype=np.float32)[None, :], axis=1)
    return ranks


def _best_sentence(left: SideFeatures, right: SideFeatures, usual: Usual) -> Matrix:
    """The likeness of the two sentences that are most alike, shape (n, m), from 0 to 1."""
    if not left.clauses or not right.clauses:
        return np.zeros((len(left.clauses), len(right.clauses)), dtype=np.float32)
    found = shared(left.pieces, right.pieces, usual.words)
    by_left = np.maximum.reduceat(found.alike, left.starts, axis=0)
    return np.asarray(np.maximum.reduceat(by_left, right.starts, axis=1), dtype=np.float32)
