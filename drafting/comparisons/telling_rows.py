"""The rows that tell most about how two texts differ, chosen by a rule that can be said in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corpus.clause import Clause
from drafting.comparisons.tallies import ALONE
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.difference import NameChange

MOST = 5
SURE = 0.7
"""How surely the two sides of a row must speak of one matter for the row to be told first of all."""
RULE = (
    "选法：轮流取数字一边更高的、“应”“宜”用词不同的、一边要求更高的、两边点名的系统或技术不同的；"
    "只取把握 0.7 以上的，先取写要求的条文；同类里先取条文少的、再取把握大的，一个主题只取一处。"
)
_PASSED = frozenset({*ALONE, "equal", "similar"})
_DEMANDS = frozenset({"requirement", "threshold", "table_cell"})
_NAMED = ("system", "technology")
_STRONG = ("shall", "should")


def telling_rows(comparison: Comparison, clauses: Mapping[str, Clause], most: int = MOST) -> tuple[ComparedRow, ...]:
    """At most so many rows by ``RULE``, in the order in which it takes them.

    Args:
        comparison: The comparison.
        clauses: The clauses by id.
        most: How many.
    """
    rows = [
        row
        for row in comparison.rows
        if row.relation not in _PASSED and row.difference and (row.confidence or 0.0) >= SURE
    ]

    def demands(row: ComparedRow) -> bool:
        return all(one in clauses and clauses[one].kind in _DEMANDS for one in (*row.left, *row.right))

    chosen = _in_turn([row for row in rows if demands(row)], (), most)
    return _in_turn([row for row in rows if not demands(row)], chosen, most)


def _in_turn(rows: Sequence[ComparedRow], before: Sequence[ComparedRow], most: int) -> tuple[ComparedRow, ...]:
    """What was chosen before, and of these rows the plainest of each kind in turn."""
    queues = [sorted(filter(holds, rows), key=_plainest) for holds in _KINDS.values()]
    chosen = list(before)
    while len(chosen) < most and any(queues):
        for queue in queues:
            taken = {row.topic.name for row in chosen}
            queue[:] = [row for row in queue if row.topic.name not in taken]
            if queue and len(chosen) < most:
                chosen.append(queue.pop(0))
    return tuple(chosen)


def _plainest(row: ComparedRow) -> tuple[int, float]:
    return len(row.left) + len(row.right), -(row.confidence or 0.0)


def _number(row: ComparedRow) -> bool:
    return row.difference is not None and any(one.asks_more for one in row.difference.quantities)


def _force(row: ComparedRow) -> bool:
    changes = row.difference.forces if row.difference else ()
    return any({one.left, one.right} == set(_STRONG) for one in changes)


def _names(row: ComparedRow) -> bool:
    changes: Sequence[NameChange] = (*row.difference.added, *row.difference.dropped) if row.difference else ()
    return any(one.kind in _NAMED and one.elsewhere is None for one in changes)


def _stronger(row: ComparedRow) -> bool:
    """Whether a side asks for more, and not only by a word where the other has none or by what that has elsewhere."""
    if row.difference is None or row.relation not in ("stronger", "weaker"):
        return False
    said = any("none" not in (one.left, one.right) for one in row.difference.forces)
    names = (*row.difference.added, *row.difference.dropped)
    more = said or _number(row) or any(one.asked and one.elsewhere is None for one in names)
    return more or not (row.difference.forces or names)


_KINDS: Mapping[str, Callable[[ComparedRow], bool]] = {
    "number": _number,
    "force": _force,
    "stronger": _stronger,
    "names": _names,
}
