"""Ways to say how two sides differ: the product, always the same answer, and characters alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.force import distinct_forces
from kg.linking import Linker
from kg.triples import comparison_text
from kg.variants.difference import Relation
from kg.variants.differing import Differ

COVERED = 0.85
"""Characters alone: a side whose pairs of characters stand to this share on the other side asks nothing more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a system says of two sides.

    Attributes:
        relation: Of the left to the right.
        forces: Changes of force, ``should→shall``.
        numbers: Whether numbers differ.
        added: What only the right names, in words and codes.
        dropped: What only the left names.
        asked: How many of the added and of the dropped count as asked.
    """

    relation: Relation
    forces: frozenset[str]
    numbers: bool
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    asked: tuple[int, int]


System = Callable[[Sequence[Clause], Sequence[Clause]], Said]


def product(differ: Differ) -> System:
    """The product."""

    def say(left: Sequence[Clause], right: Sequence[Clause]) -> Said:
        found = differ.difference(left, right)
        return Said(
            found.relation,
            frozenset(f"{one.left}→{one.right}" for one in found.forces),
            bool(found.quantities),
            tuple(word for one in found.added for word in (one.name, one.words.text)),
            tuple(word for one in found.dropped for word in (one.name, one.words.text)),
            (sum(one.asked for one in found.added), sum(one.asked for one in found.dropped)),
        )

    return say


def always_overlaps(left: Sequence[Clause], right: Sequence[Clause]) -> Said:
    """The commonest answer, whatever is asked."""
    return Said("overlaps", frozenset(), False, (), (), (0, 0))


def by_characters(linker: Linker) -> System:
    """Shared pairs of characters for the relation, the sides' first forces, numbers as written, names by the linker."""

    def say(left: Sequence[Clause], right: Sequence[Clause]) -> Said:
        names = [_codes(side, linker) for side in (left, right)]
        added, dropped = names[1] - names[0], names[0] - names[1]
        forces = [distinct_forces([one for clause in side for one in clause.provisions])[0] for side in (left, right)]
        numbers = [sorted(one.text for clause in side for one in clause.quantities) for side in (left, right)]
        return Said(
            _relation(_text(left), _text(right)),
            frozenset() if forces[0] == forces[1] else frozenset({f"{forces[0]}→{forces[1]}"}),
            numbers[0] != numbers[1],
            tuple(sorted(added)),
            tuple(sorted(dropped)),
            (len(added), len(dropped)),
        )

    return say


def _relation(left: str, right: str) -> Relation:
    if left == right:
        return "equal"
    mine, theirs = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (left, right))
    shared = len(mine & theirs)
    whole_left, whole_right = shared >= COVERED * len(mine), shared >= COVERED * len(theirs)
    if whole_left and whole_right:
        return "similar"
    if whole_right:
        return "stronger"
    return "weaker" if whole_left else "overlaps"


def _text(side: Sequence[Clause]) -> str:
    return "".join(comparison_text(clause.plain) for clause in side)


def _codes(side: Sequence[Clause], linker: Linker) -> set[str]:
    return {one.code for clause in side for one in linker.mentions(clause.plain, colloquial=False)}
