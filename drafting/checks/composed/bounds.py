"""Figures that must be reached: bounds, shares and amounts of money, not counts of what is listed."""

from __future__ import annotations

from corpus.clause import Clause

_BOUNDS = frozenset({">=", "<=", ">", "<", "range"})
_UNITS = frozenset({"%", "元", "万元", "亿元"})


def states_bound(clause: Clause) -> bool:
    """Whether a clause states a figure that must be reached."""
    return clause.kind == "threshold" or any(
        one.comparator in _BOUNDS or one.unit in _UNITS for one in clause.quantities
    )
