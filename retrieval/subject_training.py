"""What the classifier of subjects learns from: names, everyday wordings, and the clauses that both lead to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.embedder import Vectors
from retrieval.facets import Facets
from retrieval.subjects import Examples, Owners, fit
from retrieval.topics import Topics
from retrieval.wording_index import WordingIndex


def learn(codes: Sequence[str], names: Vectors, asked: WordingIndex, clauses: Vectors, facets: Facets) -> Topics:
    """The topics with a classifier; without one where there are no names.

    Args:
        codes: The capability that each name means.
        names: The names' vectors, shape (number of names, dimension), each of length 1.
        asked: The clauses' everyday wordings.
        clauses: Each clause's vector, shape (clauses, dimension), each of length 1.
        facets: What each clause is linked to.
    """
    plain = Topics(codes, names)
    if not plain.codes:
        return plain
    place = {code: number for number, code in enumerate(plain.codes)}
    named = Examples(names, np.array([place[code] for code in codes], dtype=np.int64))
    subject = subject_of_rows(plain.codes, facets, len(clauses))
    linked, led = np.flatnonzero(subject >= 0), subject[asked.rows] >= 0
    spoken = Examples(asked.vectors, subject[asked.rows]).only(led)
    model = fit(named, spoken, Examples(clauses[linked], subject[linked]), clauses[asked.rows[led]], len(plain.codes))
    return Topics(codes, names, model)


def subject_of_rows(codes: Sequence[str], facets: Facets, rows: int) -> Owners:
    """The place in ``codes`` of each clause's capability, shape (rows,); -1 where it has none of them.

    Args:
        codes: Capabilities.
        facets: What each clause is linked to.
        rows: How many clauses there are.
    """
    found = np.full(rows, -1, dtype=np.int64)
    for number, code in enumerate(codes):
        found[facets.rows_of(("capabilities", code))] = number
    return found
