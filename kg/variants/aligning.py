"""Alignment of clauses across documents: by meaning, wording, names, subject and place together.

Every pair of documents is held against each other once as a whole, so that a pair's confidence does not depend on which
part of the documents is asked for. Verbatim twins are certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.clause import Clause
from kg.variants.choosing import chosen, room
from kg.variants.grams import Matrix, rarity
from kg.variants.inheriting import SAME_NAME, inherited, same_named
from kg.variants.link import Link, Meaning, Reason
from kg.variants.pair_features import PairFeatures, Usual, pair_features
from kg.variants.pair_weights import PairWeights, load_weights
from kg.variants.reasons import reasons
from kg.variants.side_features import SideFeatures, side_features
from kg.variants.surroundings import surroundings

Subjects = Sequence[str]
_SUREST = np.float32(0.99)
"""The greatest confidence of what is not a verbatim twin."""
_NEAR = 0.2
"""How likely a pair must be to be told as the nearest of a clause that has no link."""
_KEPT = 12
"""How many pairs of documents are kept: of two with 400 clauses each, one takes 10 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Two documents held against each other."""

    features: PairFeatures
    confidences: Matrix
    twins: frozenset[tuple[int, int]]
    named: Mapping[tuple[int, int], str]


class Aligner:
    """Aligns clauses of a library's documents.

    Args:
        clauses: All clauses of the library: they tell how rare a word is.
        meaning: What the embedder made of them.
        subjects: Names of the subdomains, in the order of ``meaning.topics``; without them no reason names one.
        weights: How much each feature counts; those that come with the product by default.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        meaning: Meaning,
        subjects: Subjects = (),
        weights: PairWeights | None = None,
    ) -> None:
        self._documents = _by_document(clauses)
        self._meaning = meaning
        self._subjects = tuple(subjects)
        self._weights = weights or load_weights()
        self._sides: dict[str, SideFeatures] = {}
        self._held: dict[tuple[str, str], _Held] = {}
        self._made: dict[tuple[str, str], Matrix] = {}
        self._known: Usual | None = None

    def confidences(self, left: Sequence[Clause], right: Sequence[Clause]) -> Matrix:
        """How likely each clause of the left speaks of one matter with each of the right.

        Args:
            left: Clauses of the library.
            right: Clauses of the library, of another document or of the same.

        Returns:
            Shape (n, m), from 0 to 1; 1 for verbatim twins, 0 for a clause with itself and where kinds cannot be
            compared.
        """
        found = np.zeros((len(left), len(right)), dtype=np.float32)
        for one, rows in _places(left).items():
            for other, columns in _places(right).items():
                held = self._hold(one, other)
                found[np.ix_(rows, columns)] = _picked(held, [left[row] for row in rows], [right[c] for c in columns])
        return found

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs, in the left's order, the surest of a clause first.

        Args:
            left: Clauses of the library.
            right: Clauses of the library, of another document or of the same.
        """
        confidences = self.confidences(left, right)
        accepted = chosen(confidences, *([room(clause.plain) for clause in side] for side in (left, right)))
        found = []
        for row, one in enumerate(left):
            columns = np.flatnonzero(accepted[row])
            for column in columns[np.argsort(-confidences[row, columns], kind="stable")].tolist():
                found.append(self._link(one, right[column], float(confidences[row, column])))
        return tuple(found)

    def nearest(self, left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
        """For each clause without a link the pair that comes nearest to one, where it comes near at all.

        Args:
            left, right: Clauses of the library.
            links: The accepted pairs.
        """
        met = {end for link in links for end in (link.left, link.right)}
        confidences = self.confidences(left, right)
        if not confidences.size:
            return ()
        rows = [row for row, clause in enumerate(left) if clause.id not in met]
        columns = [column for column, clause in enumerate(right) if clause.id not in met]
        pairs = dict.fromkeys((row, int(np.argmax(confidences[row]))) for row in rows)
        pairs |= dict.fromkeys((int(np.argmax(confidences[:, column])), column) for column in columns)
        return tuple(
            self._link(left[row], right[column], float(confidences[row, column]))
            for row, column in pairs
            if confidences[row, column] >= _NEAR
        )

    def features(self, left: str, right: str) -> PairFeatures:
        """What the weights are learned from: all clauses of one document against all of another, by their ids."""
        return self._hold(left, right).features

    def _link(self, left: Clause, right: Clause, confidence: float) -> Link:
        held = self._hold(left.document, right.document)
        row, column = held.features.left.rows[left.id], held.features.right.rows[right.id]
        if (row, column) in held.twins:
            return Link(left.id, right.id, 1.0, (Reason("verbatim", "逐字相同"),))
        why = reasons(held.features, row, column, self._weights, self._subjects)
        if name := held.named.get((row, column)):
            why = (Reason("place", f"同名“{name}”"), *why)
        return Link(left.id, right.id, round(confidence, 4), why)

    def _hold(self, left: str, right: str) -> _Held:
        if (left, right) not in self._held:
            features = pair_features(self._side(left), self._side(right), self._usual())
            self._made[left, right] = self._read(features)
            named = {} if left == right else same_named(features.left, features.right)
            confidences = self._settled(features, named)
            twins = _twins(features)
            for row, column in twins:
                confidences[row, column] = 1.0
            while len(self._held) >= _KEPT:
                del self._held[next(iter(self._held))]
            self._held[left, right] = _Held(features, confidences, twins, named)
        return self._held[left, right]

    def _settled(self, features: PairFeatures, named: Iterable[tuple[int, int]]) -> Matrix:
        """The confidences of two documents, with what the same words and the same names settle."""
        left, right = features.left, features.right
        found = self._made[left.document, right.document]
        if left.document != right.document:
            others = [self._side(one) for one in self._documents if one not in (left.document, right.document)]
            found = inherited(found, left, right, others, self._between)
        found = np.where(features.comparable, found, np.float32(0))
        for row, column in named:
            found[row, column] = max(found[row, column], SAME_NAME)
        return np.asarray(found, dtype=np.float32)

    def _between(self, left: str, right: str) -> Matrix:
        """How likely the clauses of two documents correspond, each pair by itself."""
        if (right, left) in self._made:
            return self._made[right, left].T
        if (left, right) not in self._made:
            self._made[left, right] = self._read(pair_features(self._side(left), self._side(right), self._usual()))
        return self._made[left, right]

    def _read(self, features: PairFeatures) -> Matrix:
        likely = np.minimum(self._weights.probabilities(features.values), _SUREST)
        return np.asarray(np.where(features.comparable, likely, np.float32(0)), dtype=np.float32)

    def _side(self, document: str) -> SideFeatures:
        if document not in self._sides:
            self._sides[document] = side_features(document, self._documents.get(document, ()), self._meaning)
        return self._sides[document]

    def _usual(self) -> Usual:
        if self._known is None:
            sides = [self._side(document) for document in self._documents]
            self._known = Usual(
                words=rarity(bag for side in sides for bag in side.words),
                names=rarity(bag for side in sides for bag in side.names),
                quantities=rarity(bag for side in sides for bag in side.quantities),
                surroundings=surroundings({side.document: side.vectors for side in sides}),
            )
        return self._known


def _by_document(clauses: Iterable[Clause]) -> Mapping[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        found.setdefault(clause.document, []).append(clause)
    return {document: tuple(rows) for document, rows in found.items()}


def _places(clauses: Sequence[Clause]) -> dict[str, list[int]]:
    """Where the clauses of each document stand."""
    found: dict[str, list[int]] = {}
    for place, clause in enumerate(clauses):
        found.setdefault(clause.document, []).append(place)
    return found


def _picked(held: _Held, left: Sequence[Clause], right: Sequence[Clause]) -> Matrix:
    """The confidences of some clauses; 0 for those that are not comparable."""
    rows = np.array([held.features.left.rows.get(clause.id, -1) for clause in left], dtype=np.int64)
    columns = np.array([held.features.right.rows.get(clause.id, -1) for clause in right], dtype=np.int64)
    known = (rows >= 0)[:, None] & (columns >= 0)[None, :]
    if not known.any():
        return np.zeros(known.shape, dtype=np.float32)
    return np.asarray(np.where(known, held.confidences[np.ix_(rows, columns)], np.float32(0)), dtype=np.float32)


def _twins(features: PairFeatures) -> frozenset[tuple[int, int]]:
    """The pairs with the same characters but for label, whitespace and closing punctuation."""
    columns: dict[str, list[int]] = {}
    for column, spoken in enumerate(features.right.spoken):
        columns.setdefault(spoken, []).append(column)
    return frozenset(
        (row, column)
        for row, spoken in enumerate(features.left.spoken)
        for column in columns.get(spoken, ())
        if features.comparable[row, column]
    )
