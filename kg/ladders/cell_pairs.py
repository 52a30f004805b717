"""Two tiers of one document laid side by side: cell by cell, as the document itself files its clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from corpus.clause import Clause
from kg.ladders.nearness import Confidences
from kg.ladders.pairing import pair_up
from kg.triples import comparison_text
from kg.variants.link import Aligns, Link, Reason

Cells = dict[tuple[str, str], list[Clause]]


class CellPairs:
    """Aligns clauses that one document files under one subdomain with the bars of a ladder, what is left as usual.

    Args:
        confidences: How surely clauses of one subdomain speak of one matter.
        others: Aligns what is not filed so; made when it is first needed.
    """

    def __init__(self, confidences: Confidences, others: Callable[[], Aligns]) -> None:
        self._confidences = confidences
        self._others = others

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs, in the left's order, the surest of a clause first."""
        ours, theirs = _cells(left), _cells(right)
        both = [cell for cell in ours if cell in theirs]
        found = [link for cell in both for link in self._paired(cell[1], ours[cell], theirs[cell])]
        met = {end for link in found for end in (link.left, link.right)}
        rest = [[clause for clause in side if clause.id not in met] for side in (left, right)]
        if all(rest):
            found.extend(self._others().align(*rest))
        place = {clause.id: number for number, clause in enumerate(left)}
        return tuple(sorted(found, key=lambda link: (place[link.left], -link.confidence)))

    def nearest(self, left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
        """For each clause without an accepted pair the pair that comes nearest to one, where there is one."""
        return self._others().nearest(left, right, links)

    def _paired(self, subdomain: str, left: Sequence[Clause], right: Sequence[Clause]) -> list[Link]:
        pairs = pair_up(self._confidences(left, right))
        return [_link(subdomain, left[pair.lower], right[pair.upper], pair.confidence) for pair in pairs]


def _cells(clauses: Sequence[Clause]) -> Cells:
    """The clauses of tiers by document and subdomain."""
    found: Cells = defaultdict(list)
    for clause in clauses:
        if clause.tier is not None and clause.subdomain is not None:
            found[clause.document, clause.subdomain].append(clause)
    return found


def _link(subdomain: str, left: Clause, right: Clause, confidence: float) -> Link:
    if comparison_text(left.plain) == comparison_text(right.plain):
        return Link(left.id, right.id, 1.0, (Reason("verbatim", "逐字相同"),))
    return Link(left.id, right.id, round(confidence, 4), (Reason("place", f"同在“{subdomain}”"),))
