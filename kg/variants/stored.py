"""The pairs that a build has found, given again for whole documents; parts of documents are aligned anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from corpus.clause import Clause
from kg.variants.link import Aligns, Link
from kg.variants.sides import is_compared


class StoredPairs:
    """Aligns as the build did where two whole documents are compared, and anew where a tier or a track is.

    What a clause of one tier corresponds to best within another tier need not be its best within the whole document.

    Args:
        clauses: All rows of the library.
        links: The build's pairs, read when they are first needed.
        nearest: What came nearest to clauses that no pair holds, read likewise.
        anew: Aligns any two groups of clauses; made when it is first needed.
        aligned: Whether the build has aligned two documents, by their ids; those of a person's own library it leaves
            until somebody asks.
    """

    def __init__(
        self,
        clauses: Iterable[Clause],
        links: Callable[[], Iterable[Link]],
        nearest: Callable[[], Iterable[Link]],
        anew: Callable[[], Aligns],
        aligned: Callable[[str, str], bool] = lambda left, right: True,
    ) -> None:
        self._links = links
        self._nearest = nearest
        self._anew = anew
        self._aligned = aligned
        self._whole: dict[str, set[str]] = defaultdict(set)
        for clause in clauses:
            if is_compared(clause):
                self._whole[clause.document].add(clause.id)

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs, in the left's order, the surest of a clause first."""
        if not self._were_aligned(left, right):
            return self._anew().align(left, right)
        return _between(left, right, self._links())

    def nearest(self, left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
        """For each clause without an accepted pair the pair that comes nearest to one, where there is one."""
        if not self._were_aligned(left, right):
            return self._anew().nearest(left, right, links)
        return _between(left, right, self._nearest())

    def _were_aligned(self, left: Sequence[Clause], right: Sequence[Clause]) -> bool:
        """Whether each side is all that one document says, and they are two documents that the build has aligned."""
        documents = [{clause.document for clause in side} for side in (left, right)]
        if any(len(side) != 1 for side in documents) or documents[0] == documents[1]:
            return False
        if not self._aligned(min(documents[0]), min(documents[1])):
            return False
        held = ({clause.id for clause in side} for side in (left, right))
        return all(self._whole[min(found)] <= ids for found, ids in zip(documents, held, strict=True))


def _between(left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
    """The links of two sides, turned where they were found the other way round, in the left's order."""
    place = {clause.id: number for number, clause in enumerate(left)}
    other = {clause.id for clause in right}
    both = (link if link.left in place else replace(link, left=link.right, right=link.left) for link in links)
    found = [link for link in both if link.left in place and link.right in other]
    return tuple(sorted(found, key=lambda link: (place[link.left], -link.confidence)))
