"""The check that the rows of a text are what rows must be, made before a document is taken into the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.clause import Clause
from corpus.errors import CorpusError


def require_intact_rows(name: str, source: str, clauses: Sequence[Clause]) -> None:
    """Nothing where every row is what stands at its place, no two overlap, and each has an id of its own.

    Args:
        name: What to call the document in the error.
        source: The stored text.
        clauses: Its rows.

    Raises:
        CorpusError: The rows cannot be used.
    """
    for clause in clauses:
        if source[clause.start : clause.end] != clause.text:
            raise _unusable(name, f"the row {clause.id} is not what stands at {clause.start}–{clause.end}")
    ordered = sorted(clauses, key=lambda clause: (clause.start, clause.end))
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise _unusable(name, f"the rows {before.id} and {after.id} overlap")
    for identifier, times in Counter(clause.id for clause in clauses).items():
        if times > 1:
            raise _unusable(name, f"the id {identifier} stands {times} times")


def _unusable(name: str, why: str) -> CorpusError:
    return CorpusError(f"{name}: it cannot be cut into rows ({why}). Report the file; nothing was taken in.")
