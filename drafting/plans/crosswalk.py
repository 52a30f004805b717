"""Which requirements of other targets one proof may serve as well.

An answer that the enterprise gives to both, of something that is there, tells so itself. Beside that stand proposals:
requirements for which the mappings propose the same scenario or capability of the national level, and which ask for a
function of the same name. Proposals alone are shown as such, never as official.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause
from drafting.plans.plan import Item
from kg.mapped import NO_MATCH
from kg.national import NationalLevel

_MOST = 3
_MAPPED = ("scenarios", "maturity")

Functions = Callable[[Clause], frozenset[str]]
"""The names of functions that a requirement's points look for."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What ties a requirement to others."""

    clause: Clause
    answers: frozenset[str]
    functions: frozenset[str]
    counterparts: frozenset[str]


def serving(
    items: Sequence[Item], others: Sequence[Item], functions: Functions, level: NationalLevel | None
) -> tuple[Item, ...]:
    """The items, each with the ids of the other targets' clauses that its proof may serve, the closest first.

    Args:
        items: The target's own requirements.
        others: Those of the other targets.
        functions: The names of functions that a requirement asks for.
        level: What is proposed for the national level; None to go by answers and candidates alone.
    """
    if not others:
        return tuple(items)
    mapped = _mapped(level) if level else {}
    theirs = [_side(item, functions, mapped) for item in others]
    return tuple(replace(item, also=_close(_side(item, functions, mapped), theirs)) for item in items)


def _mapped(level: NationalLevel) -> Mapping[str, frozenset[str]]:
    """What is proposed for each clause by the capability or the track that it belongs to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in level.rows:
        if row.claim.target in _MAPPED and row.predicate != NO_MATCH:
            for clause in level.clauses_of(row.claim.subject):
                found[clause].add(row.claim.object)
    return {clause: frozenset(objects) for clause, objects in found.items()}


def _side(item: Item, functions: Functions, mapped: Mapping[str, frozenset[str]]) -> _Side:
    clause = item.requirement
    there = [point for point in item.points if point.status in ("met", "partial")]
    answers = {path.split(".")[0] for point in there for path in point.basis if path.startswith("practices[")}
    counterparts = frozenset(clause.national) | mapped.get(clause.id, frozenset())
    return _Side(clause, frozenset(answers), functions(clause), counterparts)


def _close(own: _Side, theirs: Sequence[_Side]) -> tuple[str, ...]:
    ranked = sorted(
        ((_ties(own, other), other.clause.id) for other in theirs), key=lambda one: (-one[0][0], -one[0][1])
    )
    return tuple(clause for ties, clause in ranked if any(ties) and clause != own.clause.id)[:_MOST]


def _ties(own: _Side, other: _Side) -> tuple[int, int]:
    answers = len(own.answers & other.answers)
    functions = len(own.functions & other.functions) if own.counterparts & other.counterparts else 0
    return answers, functions
