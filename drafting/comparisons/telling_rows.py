"""The rows that tell most about how two texts differ, chosen by a rule that can be said in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafting.comparisons.tallies import ALONE
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.difference import NameChange

MOST = 5
RULE = (
    "选法：轮流取数字一边更高的、“应”“宜”用词不同的、一边要求更高的、两边点名的系统或技术不同的；"
    "同类里先取条文少的、再取把握大的，一个主题只取一处。"
)
_NAMED = ("system", "technology")
_STRONG = ("shall", "should")


def telling_rows(comparison: Comparison, most: int = MOST) -> tuple[ComparedRow, ...]:
    """At most so many rows by ``RULE``, in the order in which it takes them.

    Args:
        comparison: The comparison.
        most: How many.
    """
    rows = [row for row in comparison.rows if row.relation not in (*ALONE, "equal") and row.difference]
    queues = [sorted(filter(holds, rows), key=_plainest) for holds in _KINDS.values()]
    chosen: list[ComparedRow] = []
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
    return any(one.kind in _NAMED for one in changes)


def _stronger(row: ComparedRow) -> bool:
    return row.relation in ("stronger", "weaker")


_KINDS: Mapping[str, Callable[[ComparedRow], bool]] = {
    "number": _number,
    "force": _force,
    "stronger": _stronger,
    "names": _names,
}
