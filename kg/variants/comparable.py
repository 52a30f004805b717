"""Which clauses can be laid side by side: what asks, states, defines or regulates something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from corpus.clause import Clause, Kind

_FAMILIES: Mapping[Kind, str] = MappingProxyType(
    {
        "requirement": "matter",
        "paragraph": "matter",
        "lead": "matter",
        "threshold": "matter",
        "step": "matter",
        "table_cell": "matter",
        "term": "matter",
        "abbreviation": "abbreviation",
        "form_field": "form",
    }
)
"""Kinds of one family may be aligned; headings and what is not required have none."""
_LEAST = 4
"""A text of fewer characters (``/``, ``有``) says nothing that could be compared."""
_LEAST_OF_A_LEAD = 20
_POINTS_ON = re.compile(r"见(?:下)?表")


def family(clause: Clause) -> str | None:
    """The family of a clause; None where it is not comparable.

    A lead that only points to what follows (``要求见表1``) is not; one that asks or describes something is.
    """
    text = clause.plain.strip()
    if clause.kind == "lead" and clause.forces == ("none",):
        return None if len(text) < _LEAST_OF_A_LEAD or _POINTS_ON.search(text) else _FAMILIES["lead"]
    return _FAMILIES.get(clause.kind) if len(text) >= _LEAST else None
