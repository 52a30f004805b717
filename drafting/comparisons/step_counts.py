"""How many clauses of the higher tier a step up asks for anew, or more of: each clause once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause, Force
from drafting.comparisons.ladder_changes import CHANGES, changes_of
from kg.ladders.ladder import Change, Ladder


@dataclass(frozen=True, slots=True)
class StepCounts:
    """A step in numbers of clauses. A clause that answers to several of the lower tier is still one.

    Attributes:
        asked: Clauses of the higher tier.
        to_do: Those of them that ask for something new, or for more.
        places: Subdomains that those stand in.
        new: The new ones by the forces that they hold; each once.
        marks: Clauses by mark, one that has several counting for each; those of the lower tier where a mark is of what
            the higher does not restate.
        relaxed_to_do: Clauses printed with a weaker word that ask for something new or more all the same.
    """

    asked: int
    to_do: int
    places: int
    new: Mapping[tuple[Force, ...], int]
    marks: Mapping[Change, int]
    relaxed_to_do: int


def step_counts(ladders: Sequence[Ladder], clauses: Mapping[str, Clause]) -> StepCounts:
    """The counts of ladders that have one step.

    Args:
        ladders: Ladders with the one step.
        clauses: Clauses by id.
    """
    marked: dict[Change, dict[str, None]] = {kind: {} for kind in CHANGES}
    asked: set[str] = set()
    to_do: set[str] = set()
    places: set[tuple[str, str]] = set()
    for one in changes_of(ladders):
        asked.update(one.change.upper)
        if one.to_do:
            to_do.update(one.change.upper)
            places.add((one.ladder.number, one.ladder.name))
        for kind in (one.change.change, *one.change.also):
            marked[kind].update(dict.fromkeys(one.change.upper or one.change.lower))
    return StepCounts(
        asked=len(asked),
        to_do=len(to_do),
        places=len(places),
        new=Counter(clauses[each].forces for each in marked["new"]),
        marks={kind: len(found) for kind, found in marked.items()},
        relaxed_to_do=len(to_do & marked["relaxed"].keys()),
    )


def heaviest_marks(ladders: Sequence[Ladder], order: Sequence[Change]) -> Counter[Change]:
    """How many clauses have each mark as the heaviest of theirs; each clause once.

    Args:
        ladders: Ladders with the one step.
        order: The marks, the heaviest first.
    """
    found: dict[str, Change] = {}
    for one in changes_of(ladders):
        kinds = (one.change.change, *one.change.also)
        for each in one.change.upper or one.change.lower:
            held = (*kinds, found[each]) if each in found else kinds
            found[each] = min(held, key=order.index)
    return Counter(found.values())
