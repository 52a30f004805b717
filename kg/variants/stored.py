"""The pairs that a build has found, given again for whole documents; parts of documents are aligned anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from corpus.clause import Clause
from kg.variants.link import Link
from kg.variants.sides import is_compared


class Aligns(Protocol):
    """Finds the clauses of two texts that speak of one matter."""

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs."""
        ...


class StoredPairs:
    """Aligns as the build did where two whole documents are compared, and anew where a tier or a track is.

    What a clause of one tier corresponds to best within another tier need not be its best within the whole document.

    Args:
        clauses: All rows of the library.
        links: The build's pairs, read when they are first needed.
        anew: Aligns any two groups of clauses; made when it is first needed.
    """

    def __init__(
        self, clauses: Iterable[Clause], links: Callable[[], Iterable[Link]], anew: Callable[[], Aligns]
    ) -> None:
        self._links = links
        self._anew = anew
        self._whole: dict[str, set[str]] = defaultdict(set)
        for clause in clauses:
            if is_compared(clause):
                self._whole[clause.document].add(clause.id)

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs, in the left's order, the surest of a clause first."""
        one, other = ({clause.id for clause in side} for side in (left, right))
        documents = [{clause.document for clause in side} for side in (left, right)]
        whole = all(len(side) == 1 for side in documents) and documents[0] != documents[1]
        if not whole or not all(
            self._whole[found.pop()] <= ids for found, ids in zip(documents, (one, other), strict=True)
        ):
            return self._anew().align(left, right)
        place = {clause.id: number for number, clause in enumerate(left)}
        both = (link if link.left in one else replace(link, left=link.right, right=link.left) for link in self._links())
        found = [link for link in both if link.left in one and link.right in other]
        return tuple(sorted(found, key=lambda link: (place[link.left], -link.confidence)))
