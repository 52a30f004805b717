"""What the classifier of subjects learns from: names, everyday wordings, and the clauses that both lead to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.embedder import Vectors
from retrieval.facets import Facets
from retrieval.subjects import Examples, Owners, SubjectModel, fit
from retrieval.topics import Topics
from retrieval.wording_index import WordingIndex


def learn(topics: Topics, asked: WordingIndex, clauses: Vectors, facets: Facets) -> SubjectModel | None:
    """The classifier of the capabilities; none where there are none.

    Args:
        topics: The capabilities with their names.
        asked: The clauses' everyday wordings.
        clauses: Each clause's vector, shape (clauses, dimension), each of length 1.
        facets: What each clause is linked to.
    """
    if not topics.codes:
        return None
    subject = subject_of_rows(topics.codes, facets, len(clauses))
    linked, led = np.flatnonzero(subject >= 0), subject[asked.rows] >= 0
    spoken = Examples(asked.vectors, subject[asked.rows]).only(led)
    texts = Examples(clauses[linked], subject[linked])
    return fit(topics.names, spoken, texts, clauses[asked.rows[led]], len(topics.codes))


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
