"""Numbers that one side alone writes, by what they measure; mere counts (六类要素) are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafting.comparisons.tallies import ALONE
from drafting.shelf import Shelf
from kg.variants.comparison import Comparison
from kg.variants.difference import Side
from kg.views.library import Holders
from kg.views.measured import Figure, figures

_COUNTERS = frozenset({"个", "类", "项", "种", "方面"})


def own_figures(comparison: Comparison, shelf: Shelf, side: Side) -> tuple[Figure, ...]:
    """The figures of one side that no number of the other answers, conditions first, then in reading order.

    Args:
        comparison: The comparison.
        shelf: The documents.
        side: The side that writes them.
    """
    alone = _alone_in_rows(comparison, side)
    theirs = {_key(one) for one in _figures(comparison, shelf, "right" if side == "left" else "left")}
    own = [
        one
        for one in _figures(comparison, shelf, side)
        if one.quantity.start in alone.get(one.clause.id, {one.quantity.start}) and _key(one) not in theirs
    ]
    return tuple(sorted(own, key=lambda one: one.clause.kind != "threshold"))


def by_measure(own: Sequence[Figure]) -> Mapping[str, tuple[Figure, ...]]:
    """Figures grouped by what they measure, in their order."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for one in own:
        groups[one.measured].append(one)
    return {measured: tuple(held) for measured, held in groups.items()}


def _figures(comparison: Comparison, shelf: Shelf, side: Side) -> Iterator[Figure]:
    """What asks for something in the rows of one side, each clause once."""
    compared = comparison.left if side == "left" else comparison.right
    holders = Holders(shelf.of(compared.document))
    for one in dict.fromkeys(one for row in comparison.rows for one in (row.left if side == "left" else row.right)):
        clause = shelf.by_id.get(one)
        if clause is not None:
            yield from (figure for figure in figures(clause, holders) if not (figure.counts_only or _counts(figure)))


def _counts(figure: Figure) -> bool:
    """Whether it says how many there are of something, also within a condition."""
    return figure.quantity.comparator == "=" and figure.quantity.unit in _COUNTERS


def _alone_in_rows(comparison: Comparison, side: Side) -> Mapping[str, set[int]]:
    """For each clause that is aligned, where its numbers begin that the other side answers in none of its rows."""
    found: dict[str, set[int]] = {}
    for row in comparison.rows:
        if row.relation in ALONE:
            continue
        words = [(one.left_words, one.right_words) for one in (row.difference.quantities if row.difference else ())]
        pairs = words if side == "left" else [(right, left) for left, right in words]
        for clause in row.left if side == "left" else row.right:
            alone = {own.start for own, other in pairs if own and not other and own.clause == clause}
            found[clause] = found[clause] & alone if clause in found else alone
    return found


def _key(figure: Figure) -> tuple[str, str]:
    return figure.measured, figure.quantity.text
