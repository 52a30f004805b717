"""What the checks of sentences that compare are given: the sides, the rows of the comparison, and the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.clause import Clause

Library = Callable[[str], Sequence[Clause]]
"""All rows of a document, by its id."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row of a comparison.

    Attributes:
        left, right: Ids of its clauses.
        relation: What it comes to, said of the left.
        change: What a step up does to it; empty for rows that are no step.
        forces: Its changes of force (``should→shall``).
        nearest: Of a row with clauses of one side, those of the other sides that come nearest.
        lower, upper: Of a step, the codes of its tiers; empty for rows that are no step.
    """

    left: frozenset[str]
    right: frozenset[str]
    relation: str
    change: str
    forces: str
    lower: str = ""
    upper: str = ""
    nearest: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Ids of both sides."""
        return self.left | self.right


@dataclass(frozen=True, slots=True)
class ComparedFacts:
    """What a comparison found, which its sentences must not go beyond.

    Attributes:
        sides: Each side's target (``DOCUMENT[:TIER][/TRACK]``) by what sentences call it.
        rows: The rows.
        library: Gives all rows of a document.
    """

    sides: Mapping[str, str]
    rows: tuple[RowFacts, ...]
    library: Library


def facts_of(result: Mapping[str, Any] | None, library: Library) -> ComparedFacts | None:
    """The facts of a structured answer; None for one that compares no sides."""
    if result is None or result.get("kind") != "comparison" or "sides" not in result:
        return None
    rows = tuple(
        RowFacts(
            frozenset(row["left"]),
            frozenset(row["right"]),
            str(row["relation"]),
            str(row.get("change") or ""),
            str(row.get("force_change") or ""),
            str(row.get("from") or ""),
            str(row.get("to") or ""),
        )
        for row in result["rows"]
    )
    sides = {one["called"]: one["target"] for one in result["sides"]}
    near: dict[RowFacts, frozenset[str]] = {}
    for fact, row in zip(rows, result["rows"], strict=True):
        near[fact] = near.get(fact, frozenset()) | frozenset(filter(None, [row.get("nearest")]))
    kept = tuple(replace(fact, nearest=clauses) for fact, clauses in near.items())
    return ComparedFacts(sides, kept, library)
