"""Which requirements of another target one proof may serve as well, by the national scenarios proposed for both.

Proposed mappings alone: shown as such, never as official.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.plans.plan import Item

_MOST = 3


def serving(items: Sequence[Item], others: Sequence[Clause]) -> tuple[Item, ...]:
    """The items, each with the ids of the other targets' clauses that its proof may serve, the closest first."""
    scenarios = {clause.id: frozenset(clause.national) for clause in others}
    by_id = {clause.id: clause for clause in others}
    return tuple(replace(item, also=_close(item.requirement, scenarios, by_id)) for item in items)


def _close(clause: Clause, scenarios: Mapping[str, frozenset[str]], by_id: Mapping[str, Clause]) -> tuple[str, ...]:
    own, names = frozenset(clause.national), frozenset((*clause.systems, *clause.technologies))
    shared = {other: len(own & theirs) for other, theirs in scenarios.items() if own & theirs}
    named = {other: len(names & {*by_id[other].systems, *by_id[other].technologies}) for other in shared}
    # A long paragraph is proposed for many scenarios: sharing one of many says less than sharing one of few.
    ranked = sorted(shared, key=lambda other: (-named[other], -shared[other] / len(scenarios[other])))
    return tuple(ranked[:_MOST])
