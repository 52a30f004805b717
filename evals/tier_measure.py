"""How well changes from tier to tier agree with judgements by hand, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.metrics import Estimate, share
from evals.tier_gold import Change, GoldChange

Key = tuple[str, str, str]
"""The tier below, the tier above, and a clause of one of them."""
CHANGES: tuple[Change, ...] = ("new", "same", "raised", "relaxed", "widened", "changed", "not_restated")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A change that a system finds.

    Attributes:
        tiers: The tier below and the tier above.
        lower, upper: Clause ids; empty on the side where there is none.
        change: What it says first.
        also: What else it says of the same clauses.
    """

    tiers: tuple[str, str]
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    change: Change
    also: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What one system reaches on one half.

    Attributes:
        upper: The share of the higher tiers' clauses of which all changes found are fair by hand.
        lower: The same of the lower tiers' clauses.
        first: The share of the higher tiers' clauses of which a change found is the one that stands first by hand.
        pairs: Precision, recall and F1 of the pairs of clauses.
        by_change: Precision (fair by hand) and recall (first by hand, and found at all) of each change.
    """

    upper: Estimate
    lower: Estimate
    first: Estimate
    pairs: tuple[Estimate, Estimate, float]
    by_change: Mapping[Change, tuple[Estimate, Estimate]]


def measure(claimed: Sequence[Claimed], gold: Sequence[GoldChange]) -> Figures:
    """Hold what a system finds against the judgements; what it finds of other clauses does not count.

    Args:
        claimed: What the system finds.
        gold: Judgements.
    """
    fair_above, fair_below = _by_clause(gold, _upper, _fair), _by_clause(gold, _lower, _fair)
    first_above, first_below = _by_clause(gold, _upper, _first), _by_clause(gold, _lower, _first)
    said_above, said_below = _by_claim(claimed, above=True), _by_claim(claimed, above=False)
    by_change = {
        change: _of_change(change, *sides)
        for change in CHANGES
        for sides in [
            (said_below, fair_below, first_below) if change == "not_restated" else (said_above, fair_above, first_above)
        ]
    }
    return Figures(
        share([_agrees(said_above[key], fair) for key, fair in fair_above.items()]),
        share([_agrees(said_below[key], fair) for key, fair in fair_below.items()]),
        share([any(one.change in first for one in said_above[key]) for key, first in first_above.items()]),
        _pairs(claimed, gold),
        by_change,
    )


def _agrees(said: Sequence[Claimed], fair: frozenset[Change]) -> bool:
    return bool(said) and all(one.change in fair for one in said)


def _of_change(
    change: Change,
    said: Mapping[Key, Sequence[Claimed]],
    fair: Mapping[Key, frozenset[Change]],
    first: Mapping[Key, frozenset[Change]],
) -> tuple[Estimate, Estimate]:
    right = [change in fair[key] for key in fair if any(one.change == change for one in said[key])]
    found = [any(change in (one.change, *one.also) for one in said[key]) for key in first if change in first[key]]
    return share(right), share(found)


def _pairs(claimed: Sequence[Claimed], gold: Sequence[GoldChange]) -> tuple[Estimate, Estimate, float]:
    judged = {(*_tiers(one), low, high) for one in gold for low in one.lower for high in one.upper}
    known = {(*_tiers(one), clause) for one in gold for clause in one.upper}
    found = {
        (*one.tiers, low, high)
        for one in claimed
        for low in one.lower
        for high in one.upper
        if (*one.tiers, high) in known
    }
    precision, recall = share([pair in judged for pair in found]), share([pair in found for pair in judged])
    both = precision.value + recall.value
    return precision, recall, 2 * precision.value * recall.value / both if both else 0.0


def _tiers(one: GoldChange) -> tuple[str, str]:
    return one.lower_tier, one.upper_tier


def _upper(one: GoldChange) -> tuple[str, ...]:
    return one.upper


def _lower(one: GoldChange) -> tuple[str, ...]:
    return one.lower


def _fair(one: GoldChange) -> tuple[Change, ...]:
    return (one.change, *one.also)


def _first(one: GoldChange) -> tuple[Change, ...]:
    return (one.change,)


def _by_clause(
    gold: Iterable[GoldChange],
    clauses: Callable[[GoldChange], tuple[str, ...]],
    changes: Callable[[GoldChange], tuple[Change, ...]],
) -> Mapping[Key, frozenset[Change]]:
    found: dict[Key, set[Change]] = defaultdict(set)
    for one in gold:
        for clause in clauses(one):
            found[*_tiers(one), clause].update(changes(one))
    return {key: frozenset(found_of) for key, found_of in found.items()}


def _by_claim(claimed: Iterable[Claimed], *, above: bool) -> Mapping[Key, list[Claimed]]:
    found: dict[Key, list[Claimed]] = defaultdict(list)
    for one in claimed:
        for clause in one.upper if above else one.lower:
            found[*one.tiers, clause].append(one)
    return found
