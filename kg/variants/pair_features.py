"""What speaks for or against two clauses being aligned, as numbers: one matrix a feature, each clause against each.

Cosines mean different things under different embedders, so none is used as it is: each is set against how the clauses
of both documents lie to each other on the whole, and against the nearest neighbours of either clause.

Source: Conneau, Lample, Ranzato, Denoyer, Jégou, "Word translation without parallel data", ICLR 2018, for the
correction by nearest neighbours (CSLS).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.variants.grams import Matrix, shared
from kg.variants.side_features import SideFeatures

FEATURES = (
    "meaning",
    "stands_out",
    "rank",
    "worse_rank",
    "words",
    "words_of_shorter",
    "sentence",
    "words_stand_out",
    "names",
    "names_differ",
    "quantities",
    "topic",
    "same_topic",
    "headings",
    "same_kind",
    "length",
)
_NEIGHBOURS = 10
_TOPIC_FLOOR = 1e-4


@dataclass(frozen=True, slots=True)
class Rarities:
    """How rare words, names and quantities are in the whole library."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    quantities: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class PairFeatures:
    """All clauses of a left document against all of a right one.

    Attributes:
        left, right: The sides.
        cosines: As the embedder has them, shape (n, m).
        values: One matrix of shape (n, m) a feature, in the order of ``FEATURES``; shape (features, n, m).
        comparable: Which pairs may be aligned at all, shape (n, m).
    """

    left: SideFeatures
    right: SideFeatures
    cosines: Matrix
    values: Matrix
    comparable: npt.NDArray[np.bool_]

    def feature(self, name: str) -> Matrix:
        """One feature's matrix, shape (n, m)."""
        return np.asarray(self.values[FEATURES.index(name)])


def pair_features(left: SideFeatures, right: SideFeatures, rare: Rarities) -> PairFeatures:
    """Hold the clauses of two documents (or of one document and itself) against each other."""
    comparable = _comparable(left, right)
    cosines = np.asarray(left.vectors @ right.vectors.T, dtype=np.float32)
    seen = np.where(comparable, cosines, cosines.min(initial=0.0))
    meaning, standing = _standard(seen, comparable), _standard(_standing_out(seen), comparable)
    ranks = np.minimum(_ranks(standing), _ranks(standing.T).T), np.maximum(_ranks(standing), _ranks(standing.T).T)
    words = shared(left.words, right.words, rare.words)
    dice = 2 * words.of_left * words.of_right / np.maximum(words.of_left + words.of_right, 1e-6)
    names = shared(left.names, right.names, rare.names)
    topic = np.sqrt(left.topics) @ np.sqrt(right.topics).T
    kinds = np.array([[a.kind == b.kind for b in right.clauses] for a in left.clauses], dtype=np.float32)
    headings = shared(left.headings, right.headings, rare.words)
    ratio = np.abs(np.log(left.lengths[:, None] / right.lengths[None, :]))
    found = {
        "meaning": meaning,
        "stands_out": standing,
        "rank": np.log1p(ranks[0]),
        "worse_rank": np.log1p(ranks[1]),
        "words": np.sqrt(dice),
        "words_of_shorter": np.sqrt(np.maximum(words.of_left, words.of_right)),
        "sentence": np.sqrt(_best_sentence(left, right, rare)),
        "words_stand_out": _standard(_standing_out(np.sqrt(dice)), comparable),
        "names": np.log1p(names.weight),
        "names_differ": _differ(left, right, names.of_left, names.of_right),
        "quantities": np.log1p(shared(left.quantities, right.quantities, rare.quantities).weight),
        "topic": np.log(np.maximum(topic, _TOPIC_FLOOR)),
        "same_topic": (left.topics.argmax(axis=1)[:, None] == right.topics.argmax(axis=1)[None, :]),
        "headings": np.sqrt(np.maximum(headings.of_left, headings.of_right)),
        "same_kind": kinds,
        "length": ratio,
    }
    values = np.stack([np.asarray(found[name], dtype=np.float32) for name in FEATURES])
    return PairFeatures(left, right, cosines, values, comparable)


def _comparable(left: SideFeatures, right: SideFeatures) -> npt.NDArray[np.bool_]:
    of_left, of_right = np.array(left.families), np.array(right.families)
    own = np.array([[a.id == b.id for b in right.clauses] for a in left.clauses], dtype=np.bool_)
    same = of_left[:, None] == of_right[None, :]
    return np.asarray(same & ~own.reshape(same.shape), dtype=np.bool_)


def _standard(values: Matrix, chosen: npt.NDArray[np.bool_]) -> Matrix:
    """Values less the mean of the chosen ones, over their spread."""
    picked = values[chosen]
    if not picked.size:
        return np.zeros_like(values)
    spread = float(picked.std())
    return np.asarray((values - float(picked.mean())) / (spread or 1.0), dtype=np.float32)


def _standing_out(values: Matrix) -> Matrix:
    """How much nearer a pair is than the nearest neighbours of either are on average, shape (n, m)."""
    return np.asarray(2 * values - _nearest(values)[:, None] - _nearest(values.T)[None, :], dtype=np.float32)


def _nearest(values: Matrix) -> Matrix:
    """The mean of each row's greatest values, shape (n,)."""
    count = min(_NEIGHBOURS, values.shape[1])
    if not count:
        return np.zeros(len(values), dtype=np.float32)
    return np.asarray(np.partition(values, -count, axis=1)[:, -count:].mean(axis=1), dtype=np.float32)


def _ranks(values: Matrix) -> Matrix:
    """The place of each value in its row, the greatest being 0, shape (n, m)."""
    order = np.argsort(-values, axis=1, kind="stable")
    ranks = np.empty(values.shape, dtype=np.float32)
    np.put_along_axis(ranks, order, np.arange(values.shape[1], dtype=np.float32)[None, :], axis=1)
    return ranks


def _best_sentence(left: SideFeatures, right: SideFeatures, rare: Rarities) -> Matrix:
    """The likeness of the two sentences that are most alike, shape (n, m), from 0 to 1."""
    if not left.clauses or not right.clauses:
        return np.zeros((len(left.clauses), len(right.clauses)), dtype=np.float32)
    found = shared(left.pieces, right.pieces, rare.words)
    dice = 2 * found.of_left * found.of_right / np.maximum(found.of_left + found.of_right, 1e-6)
    by_left = np.maximum.reduceat(dice, left.starts, axis=0)
    return np.asarray(np.maximum.reduceat(by_left, right.starts, axis=1), dtype=np.float32)


def _differ(left: SideFeatures, right: SideFeatures, of_left: Matrix, of_right: Matrix) -> Matrix:
    """How far both name systems or technologies, yet others; 0 where one names none."""
    named = np.array([bool(bag) for bag in left.names])[:, None] & np.array([bool(bag) for bag in right.names])[None, :]
    return np.asarray(np.where(named, 1.0 - np.maximum(of_left, of_right), 0.0), dtype=np.float32)
