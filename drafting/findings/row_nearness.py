"""Which rows of a comparison lie near a question: by its words, and by what search finds within each side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafting.findings.asked_words import spoken
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, Comparison
from retrieval.filters import Filters
from retrieval.overlap import pairs
from retrieval.search import Hit
from retrieval.sides import target_parts

_ENOUGH = 0.5
_NEAR_BEST = 0.8
_HITS = 3


def by_words(rows: Sequence[ComparedRow], words: frozenset[str], shelf: Shelf) -> tuple[ComparedRow, ...]:
    """The rows with a clause of either side that has most of the question's words; none where none has half of them."""
    if not words:
        return ()
    sides = ([share_of(row.left, words, shelf) for row in rows], [share_of(row.right, words, shelf) for row in rows])
    chosen: set[int] = set()
    for shares in sides:
        least = max(_ENOUGH, _NEAR_BEST * max(shares, default=0.0))
        chosen.update(at for at, share in enumerate(shares) if share >= least)
    return tuple(rows[at] for at in sorted(chosen))


def share_of(ids: Sequence[str], words: frozenset[str], shelf: Shelf) -> float:
    """The largest share of the words that one of the clauses has, with the names that it stands under."""
    clauses = [shelf.by_id[one] for one in ids if one in shelf.by_id]
    return max((len(words & pairs(spoken(clause))) / len(words) for clause in clauses), default=0.0)


def nearest_rows(
    rows: Sequence[ComparedRow], comparison: Comparison, search: Callable[[Filters, int], list[Hit]]
) -> tuple[ComparedRow, ...]:
    """The rows with the clauses of either side that search finds first, those first that it finds first."""
    ranks: dict[str, int] = {}
    for side in (comparison.left, comparison.right):
        document, tier, track = target_parts(side.name)
        limits = Filters(documents=(document,), tiers=(tier,) if tier else (), tracks=(track,) if track else ())
        own = set(side.clauses)
        hits = [hit.clause.id for hit in search(limits, _HITS * 2) if hit.clause.id in own]
        ranks.update({one: rank for rank, one in enumerate(hits[:_HITS])})
    near = [row for row in rows if ranks.keys() & {*row.left, *row.right}]
    return tuple(sorted(near, key=lambda row: min(ranks.get(one, _HITS) for one in (*row.left, *row.right))))
