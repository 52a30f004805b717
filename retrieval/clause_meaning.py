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
from retrieval.subjects import Owners, nearest_of

_STATED = 0.85
"""How likely a clause is of the subdomain that its text files it under, or that a heading over it names."""


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
        self._stated = np.where(subjects >= 0, subjects, _named_over(clauses, self._topics.codes, schemes))
        self._led = subjects[self._asked.rows]

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Each clause's vector between its text alone and its text in place, shape (n, dimension), of length 1.

        Raises:
            RetrievalError: There is no such clause.
        """
        return np.asarray(self._middles[self._found(ids)], dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        """How likely each clause is of each capability subdomain, shape (n, subdomains).

        What the text or a heading states counts most; the classifier of subjects says the rest.

        Raises:
            RetrievalError: There is no such clause.
        """
        found = np.zeros((len(ids), len(self._topics.codes)), dtype=np.float32)
        for place, row in enumerate(self._found(ids)):
            found[place] = self._likely(self._middles[row])
            if (stated := int(self._stated[row])) >= 0:
                found[place] *= 1.0 - _STATED
                found[place, stated] += _STATED
        return found

    def _likely(self, vector: Vectors) -> Vectors:
        topics = self._topics
        if topics.learned is None:
            return np.full(len(topics.codes), 1.0 / max(1, len(topics.codes)), dtype=np.float32)
        named = nearest_of(topics.names.vectors @ vector, topics.names.owners, len(topics.codes))
        led = self._led >= 0
        spoken = nearest_of((self._asked.vectors @ vector)[led], self._led[led], len(topics.codes))
        return topics.learned.probabilities(vector, np.maximum(named, spoken))

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
