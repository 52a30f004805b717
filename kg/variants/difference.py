"""How two clauses that speak of one matter differ, as plain values; each difference points at words in both texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from corpus.clause import Clause, Force, Quantity

Relation = Literal["equal", "similar", "stronger", "weaker", "overlaps"]
"""``stronger`` and ``weaker`` are said of the left; ``equal`` is the same characters but for label, whitespace and
closing punctuation."""
NameKind = Literal["system", "technology", "object", "scope"]
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a clause.

    Attributes:
        clause: The clause's id.
        start: First code point, counted in the document's stored text.
        end: One past the last code point.
        text: The characters between them.
    """

    clause: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ForceChange:
    """What one text says with another force than the other.

    Attributes:
        left, right: The forces.
        left_words, right_words: The governing words (应, 宜); where no word governs, the sentence.
    """

    left: Force
    right: Force
    left_words: Words
    right_words: Words


@dataclass(frozen=True, slots=True)
class QuantityChange:
    """A number that differs, or that only one side states.

    Attributes:
        measured: What is measured, in the text's words (``项目总投资``).
        left, right: The quantities; None where that side states none for it.
        left_words, right_words: Where they stand.
        asks_more: The side whose number is the harder to reach; None where that cannot be said.
    """

    measured: str
    left: Quantity | None
    right: Quantity | None
    left_words: Words | None
    right_words: Words | None
    asks_more: Side | None


@dataclass(frozen=True, slots=True)
class NameChange:
    """A system, technology, object or scope that only one side names.

    Attributes:
        kind: What it is.
        name: A system's or technology's code; of an object or a scope the text's words.
        words: Where that side names it.
        asked: False where a demand merely rests on it (基于…), or leaves a choice that the other side meets: it is
            shown, and does not count.
        elsewhere: A clause of the other side's text that names it all the same, in another row; None for none.
    """

    kind: NameKind
    name: str
    words: Words
    asked: bool = True
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between clauses of the left and clauses of the right.

    Attributes:
        relation: What it comes to.
        forces: Differences of force.
        quantities: Differences of numbers.
        added: What only the right names.
        dropped: What only the left names.
        left_only, right_only: The stretches of each side that the other has no counterpart of, for marking.
        reason: Why the relation is this one, in one Chinese line.
    """

    relation: Relation
    forces: tuple[ForceChange, ...] = ()
    quantities: tuple[QuantityChange, ...] = ()
    added: tuple[NameChange, ...] = ()
    dropped: tuple[NameChange, ...] = ()
    left_only: tuple[Words, ...] = ()
    right_only: tuple[Words, ...] = ()
    reason: str = ""


class Tells(Protocol):
    """Tells how clauses that speak of one matter differ."""

    def difference(self, left: Sequence[Clause], right: Sequence[Clause]) -> Difference:
        """What differs between them."""
        ...
