"""What the same words or the same name settle, whatever a likeness says of them.

Clauses that say the same words correspond to the same clauses of a third text. Alternatives that two texts call by one
name (a construction type, a mode) correspond by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from corpus.clause import Clause
from kg.variants.grams import Matrix
from kg.variants.side_features import SideFeatures

SAME_NAME = 0.7
"""How sure a pair is at least that two texts file under one name of an alternative."""
_MOST_NAMED = 6
"""A name that more clauses of a text stand under tells none of them apart."""
_LEAST_NAME = 4

Likely = Callable[[str, str], Matrix]
"""How likely each clause of one document corresponds to each of another, by the documents' ids."""


def inherited(
    likely: Matrix, left: SideFeatures, right: SideFeatures, others: Sequence[SideFeatures], between: Likely
) -> Matrix:
    """Each clause as likely as the likeliest clause that says the same words, in its own or another text.

    Args:
        likely: Shape (n, m).
        left, right: The two documents.
        others: All other documents.
        between: The same as ``likely`` of any two documents.
    """
    found = likely.copy()
    for side, across, values, own in ((left, right, found, likely), (right, left, found.T, likely.T)):
        for other in (side, *others):
            pairs = _same_words(side, other)
            if pairs:
                source = own if other is side else between(other.document, across.document)
                for row, twin in pairs:
                    values[row] = np.maximum(values[row], source[twin])
    return found


def _same_words(side: SideFeatures, other: SideFeatures) -> list[tuple[int, int]]:
    """The rows of one document with those of another (or the same) that say the same words, in any width."""
    if side is other:
        return [
            (row, place)
            for rows in side.places.values()
            if len(rows) > 1
            for row in rows
            for place in rows
            if row != place
        ]
    shared = side.places.keys() & other.places.keys()
    return [(row, place) for said in shared for row in side.places[said] for place in other.places[said]]


def same_named(left: SideFeatures, right: SideFeatures) -> Mapping[tuple[int, int], str]:
    """The pairs that both texts file under one name, where it is the name of an alternative in one of them."""
    alternatives = {clause.track for side in (left, right) for clause in side.clauses if clause.track}
    ours, theirs = (_by_name(side, alternatives) for side in (left, right))
    return {
        (row, column): name
        for name in ours.keys() & theirs.keys()
        if max(len(ours[name]), len(theirs[name])) <= _MOST_NAMED
        for row in ours[name]
        for column in theirs[name]
    }


def _by_name(side: SideFeatures, alternatives: set[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row, clause in enumerate(side.clauses):
        for name in set(_called(clause)) & alternatives:
            if len(name) >= _LEAST_NAME:
                found[name].append(row)
    return found


def _called(clause: Clause) -> Iterable[str]:
    """What a clause stands under: its alternative, its innermost heading, its label."""
    return filter(None, (clause.track, clause.path[-1] if clause.path else None, clause.label))
