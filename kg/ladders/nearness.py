"""How surely clauses of one subdomain, at two tiers of one document, speak of the same matter.

All clauses of a subdomain are near each other, so that an alignment made for whole documents tells them apart badly.
What serves is how much nearer two clauses are than any two of the document's requirements, and the words they share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from corpus.clause import Clause
from kg.measures import measure_apart
from kg.variants.grams import grams, rarity, shared
from kg.variants.link import Meaning, Vectors

Confidences = Callable[[Sequence[Clause], Sequence[Clause]], Vectors]
"""How surely each clause of the first speaks of the same matter as each of the second, shape (n, m), 0 to 1."""

_WORDS_COUNT = 10.0
"""How much more all words in common say than one standard deviation of nearness."""
_AS_LIKELY_AS_NOT = 0.5
"""How many standard deviations nearer than usual clauses without a word in common are, where half of them belong
together. Both were chosen on the judgements that may be looked at."""

_FEW_PAIRS = 100
"""With so many pairs of its own a document tells as much of how near its clauses usually lie as the library does: of
four clauses two in one cell would else be near merely for that."""


def nearness(clauses: Sequence[Clause], meaning: Meaning) -> Confidences:
    """What tells how surely clauses that a document files under one subdomain belong together.

    Figures that measure different things do not, however alike their clauses are said and if each stands alone.

    Args:
        clauses: All clauses of the library: they tell how rare a word is, and how near the clauses of a document lie.
        meaning: What the embedder made of them.
    """
    words, spread = words_shared(clauses), _Spread(clauses, meaning)

    def together(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
        odds = np.exp(spread.nearer(left, right) + _WORDS_COUNT * words(left, right) - _AS_LIKELY_AS_NOT)
        apart = np.array([[measure_apart(one, other) for other in right] for one in left], dtype=bool)
        return np.asarray(np.where(apart.reshape(odds.shape), 0.0, odds / (1 + odds)), dtype=np.float32)

    return together


def words_shared(clauses: Sequence[Clause]) -> Confidences:
    """How much of their wording clauses share, the words that are rare in the library counting most.

    Args:
        clauses: All clauses of the library.
    """
    rare = rarity(grams(clause.plain) for clause in clauses if clause.kind == "requirement")

    def share(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
        found = shared([grams(one.plain) for one in left], [grams(one.plain) for one in right], rare)
        return np.asarray(np.sqrt(found.of_left * found.of_right), dtype=np.float32)

    return share


class _Spread:
    """How near clauses are, in standard deviations above what any two requirements of the document are."""

    def __init__(self, clauses: Sequence[Clause], meaning: Meaning) -> None:
        self._filed: dict[str, list[str]] = {}
        for clause in clauses:
            if clause.kind == "requirement" and clause.tier is not None:
                self._filed.setdefault(clause.document, []).append(clause.id)
        self._meaning = meaning
        self._usual: dict[str, tuple[float, float]] = {}

    def nearer(self, left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
        """Shape (n, m); the clauses are of one document."""
        if not left or not right:
            return np.zeros((len(left), len(right)), dtype=np.float32)
        mean, deviation = self._usually(left[0].document)
        ours, theirs = (self._meaning.vectors([clause.id for clause in side]) for side in (left, right))
        return np.asarray((ours @ theirs.T - mean) / deviation, dtype=np.float32)

    def _usually(self, document: str) -> tuple[float, float]:
        """The mean and deviation of a document's pairs, which few pairs of its own tell of only with the library's."""
        if document not in self._usual:
            own, all_ = self._pairs(document), self._library
            share = own.size / (own.size + _FEW_PAIRS) if all_.size else 1.0
            mean = share * _mean(own) + (1 - share) * _mean(all_)
            spread = share * _mean((own - mean) ** 2) + (1 - share) * _mean((all_ - mean) ** 2)
            self._usual[document] = (mean, float(np.sqrt(spread)) or 1.0)
        return self._usual[document]

    @cached_property
    def _library(self) -> Vectors:
        """The cosines of all documents' pairs."""
        return np.concatenate([self._pairs(document) for document in self._filed] or [np.zeros(0, dtype=np.float32)])

    def _pairs(self, document: str) -> Vectors:
        """The cosine of any two requirements of a document."""
        vectors = self._meaning.vectors(self._filed.get(document, []))
        return np.asarray((vectors @ vectors.T)[np.triu_indices(len(vectors), 1)], dtype=np.float32)


def _mean(values: Vectors) -> float:
    return float(values.mean()) if values.size else 0.0
