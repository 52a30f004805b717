"""Figures of a clause that goes with several of the other tier: each is told where the clause that answers it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from kg.measures import measures, same_measure
from kg.variants.difference import Difference


def without_answered(difference: Difference, below: Sequence[Clause], above: Sequence[Clause]) -> Difference:
    """A difference without the figures that only one side states, where another clause answers them.

    Args:
        difference: How a clause of the lower tier, the left, differs from one of the higher.
        below: The other clauses of the lower tier that go with the higher one.
        above: The other clauses of the higher tier that go with the lower one.
    """
    kept = tuple(
        one
        for one in difference.quantities
        if not (one.right is None and _measure(one.measured, above))
        and not (one.left is None and _measure(one.measured, below))
    )
    return replace(difference, quantities=kept)


def _measure(name: str, clauses: Sequence[Clause]) -> bool:
    return bool(name) and any(same_measure(name, other) for clause in clauses for other in measures(clause))
