"""Which pairs of clauses each way of aligning finds, and how sure it is: the product, vectors alone, BM25 alone.

All see the same comparable clauses of two documents. The product accepts pairs by itself; the other two accept what
reaches a threshold, which is chosen where F1 on the ``dev`` half is best. A BM25 score grows with the query, so it is
taken as a share of the score that the clause has with itself, the mean of both directions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np

from corpus.clause import Clause
from evals.errors import EvalError
from evals.system import LexicalPart, Workspace
from kg.variants.grams import Matrix
from kg.variants.link import Link
from kg.variants.pair_features import PairFeatures

Pair = tuple[str, str]


class Aligning(Protocol):
    """What aligns the clauses of a library."""

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]: ...

    def confidences(self, left: Sequence[Clause], right: Sequence[Clause]) -> Matrix: ...

    def features(self, left: str, right: str) -> PairFeatures: ...


@runtime_checkable
class AligningWorkspace(Protocol):
    """A workspace that aligns."""

    @property
    def aligner(self) -> Aligning: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What one way makes of two documents.

    Attributes:
        left, right: The documents' ids.
        scores: How sure it is of each pair, in whatever unit; what cannot be compared is not there.
        accepted: The pairs that it accepts by itself; None where a threshold decides.
        twins: Those that it knows to be verbatim twins.
    """

    left: str
    right: str
    scores: Mapping[Pair, float]
    accepted: frozenset[Pair] | None = None
    twins: frozenset[Pair] = frozenset()


def aligning_of(workspace: Workspace) -> Aligning:
    """The workspace's aligner.

    Raises:
        EvalError: It has none.
    """
    if not isinstance(workspace, AligningWorkspace):
        raise EvalError("alignment: this workspace aligns nothing. Measure a built data folder.")
    return workspace.aligner


def by_product(aligner: Aligning, clauses: Sequence[Clause], left: str, right: str) -> Found:
    """What the product finds in two documents, held against each other as a whole."""
    lefts, rights = (_of(clauses, document) for document in (left, right))
    likely = aligner.confidences(lefts, rights)
    links = aligner.align(lefts, rights)
    known = _listed(aligner.features(left, right))
    rows, columns = ({one.id: place for place, one in enumerate(side)} for side in (lefts, rights))
    scores = {(one, other): float(likely[rows[one], columns[other]]) for one, other in known}
    accepted = frozenset((link.left, link.right) for link in links)
    return Found(left, right, scores, accepted, frozenset((link.left, link.right) for link in links if link.twin))


def by_vectors(features: PairFeatures, left: str, right: str) -> Found:
    """The cosine of each pair."""
    rows, columns = features.left.rows, features.right.rows
    return Found(left, right, {(a, b): float(features.cosines[rows[a], columns[b]]) for a, b in _listed(features)})


class ByWords:
    """BM25 alone, over the product's own index of words.

    Args:
        clauses: The clauses in the order in which they were indexed.
        lexical: The index.
    """

    def __init__(self, clauses: Sequence[Clause], lexical: LexicalPart) -> None:
        self._clauses = clauses
        self._lexical = lexical
        self._rows = {clause.id: row for row, clause in enumerate(clauses)}
        self._kept: dict[str, Matrix] = {}

    def found(self, features: PairFeatures, left: str, right: str) -> Found:
        """The score of each pair of two documents."""
        pairs = _listed(features)
        return Found(left, right, {(a, b): (self._share(a, b) + self._share(b, a)) / 2 for a, b in pairs})

    def _share(self, one: str, other: str) -> float:
        scores = self._scores(one)
        return float(scores[self._rows[other]] / (scores[self._rows[one]] or 1.0))

    def _scores(self, one: str) -> Matrix:
        if one not in self._kept:
            scores = np.zeros(len(self._clauses), dtype=np.float32)
            for row, score in self._lexical.search(self._clauses[self._rows[one]].plain, len(self._clauses)):
                scores[row] = score
            self._kept[one] = scores
        return self._kept[one]


def _of(clauses: Sequence[Clause], document: str) -> tuple[Clause, ...]:
    return tuple(clause for clause in clauses if clause.document == document)


def _listed(features: PairFeatures) -> list[Pair]:
    """The ids of all pairs that can be compared."""
    left, right = features.left.clauses, features.right.clauses
    return [(left[row].id, right[column].id) for row, column in np.argwhere(features.comparable).tolist()]
