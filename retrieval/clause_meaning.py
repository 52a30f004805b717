"""What the stored vectors say of clauses when texts are held side by side, and the aligner over them.

No embedder is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.clause import Clause
from kg.variants.aligning import Aligner
from ontology.vocabulary import Scheme
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.facets import Facets
from retrieval.indexes import Indexes
from retrieval.normalise import Normaliser
from retrieval.subject_training import subject_of_rows
from retrieval.subjects import Owners

_STATED = 0.85
"""How likely a clause is of the subdomain that its text files it under by number."""
_NAMED = 10.0
"""How much likelier a heading that bears a subdomain's name makes it: 运营管理 may mean something else elsewhere."""


class StoredMeaning:
    """Vectors and subjects of a build's clauses, as ``kg.variants.link.Meaning`` wants them.

    Args:
        clauses: The build's clauses, in the order in which they were indexed.
        indexes: The build's indexes.
        schemes: The vocabularies by name.
    """

    def __init__(self, clauses: Sequence[Clause], indexes: Indexes, schemes: Mapping[str, Scheme]) -> None:
        self._clauses = clauses
        self._rows = {clause.id: row for row, clause in enumerate(clauses)}
        self._middles = indexes.dense.middles()
        self._topics = indexes.topics
        self._asked = indexes.asked
        subjects = subject_of_rows(self._topics.codes, Facets(clauses, schemes, Normaliser()), len(clauses))
        numbered = np.array([clause.subdomain_no is not None for clause in clauses], dtype=np.bool_)
        self._stated = np.where(numbered, subjects, -1)
        named = np.where(subjects >= 0, subjects, _named_over(clauses, self._topics.codes, schemes))
        self._named = np.where(self._stated >= 0, -1, named)
        self._led = subjects[self._asked.rows]

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Each clause's vector between its text alone and its text in place, shape (n, dimension), of length 1.

        Raises:
            RetrievalError: There is no such clause.
        """
        return np.asarray(self._middles[self._found(ids)], dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        """How likely each clause is of each capability subdomain, shape (n, subdomains).

        What the text states counts most, then a heading's name; the classifier of subjects says the rest.

        Raises:
            RetrievalError: There is no such clause.
        """
        rows = self._found(ids)
        found = self._likely(np.asarray(self._middles[rows], dtype=np.float32))
        named, stated = self._named[rows], self._stated[rows]
        found[named >= 0, named[named >= 0]] *= _NAMED
        found /= found.sum(axis=1, keepdims=True)
        found[stated >= 0] *= 1.0 - _STATED
        found[stated >= 0, stated[stated >= 0]] += _STATED
        return found

    def _likely(self, vectors: Vectors) -> Vectors:
        """What the classifier of subjects says of vectors, shape (n, subdomains); they add up to 1."""
        topics, count = self._topics, len(self._topics.codes)
        if topics.learned is None:
            return np.full((len(vectors), count), 1.0 / max(1, count), dtype=np.float32)
        led = self._led >= 0
        heard = np.maximum(
            _nearest(vectors @ topics.names.vectors.T, topics.names.owners, count),
            _nearest(vectors @ self._asked.vectors[led].T, self._led[led], count),
        )
        told = [topics.learned.probabilities(vector, one) for vector, one in zip(vectors, heard, strict=True)]
        return np.array(told, dtype=np.float32).reshape(len(vectors), count)

    def _found(self, ids: Sequence[str]) -> list[int]:
        try:
            return [self._rows[one] for one in ids]
        except KeyError as missing:
            raise RetrievalError(f"clause {missing}: it has no vector in this build. Run `gongbiao build`.") from None


def aligner_over(clauses: Sequence[Clause], indexes: Indexes, schemes: Mapping[str, Scheme]) -> Aligner:
    """What aligns the clauses of a build, from its stored vectors alone.

    Args:
        clauses: The build's clauses, in the order in which they were indexed.
        indexes: The build's indexes.
        schemes: The vocabularies by name.
    """
    concepts = schemes["capabilities"].concepts
    subjects = [concepts[code].zh for code in indexes.topics.codes]
    return Aligner(clauses, StoredMeaning(clauses, indexes, schemes), subjects)


def _nearest(cosines: Vectors, owners: Owners, subjects: int) -> Vectors:
    """The greatest cosine of each subject in each row, shape (n, subjects); -1 where a subject has none."""
    best = np.full((len(cosines), subjects), -1, dtype=np.float32)
    order = np.argsort(owners, kind="stable")
    held, starts = np.unique(owners[order], return_index=True)
    if len(held):
        best[:, held] = np.maximum.reduceat(cosines[:, order], starts, axis=1)
    return best


def _named_over(clauses: Sequence[Clause], codes: Sequence[str], schemes: Mapping[str, Scheme]) -> Owners:
    """The place in ``codes`` of the subdomain that the innermost heading over a clause names; -1 without one."""
    concepts = schemes["capabilities"].concepts
    place: dict[str, int] = {}
    for number, code in enumerate(codes):
        for known in (concepts[code].zh, *concepts[code].alternatives):
            place.setdefault(known, number)
    found = np.full(len(clauses), -1, dtype=np.int64)
    for row, clause in enumerate(clauses):
        for name in (clause.subdomain, *reversed(clause.path)):
            words = (name or "").lstrip("0123456789.、（）() ")
            if words in place:
                found[row] = place[words]
                break
    return found
