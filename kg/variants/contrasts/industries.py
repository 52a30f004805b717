"""Industries to which one side is limited and the other is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.force import sentences
from kg.variants.contrasts.finding import find
from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.scope import Reach, ScopeChange
from kg.variants.difference import Side
from ontology.wording import ScopeWord

DIMENSION = "industry"


def limits(side: Sequence[Reading], names: Mapping[str, str]) -> tuple[tuple[int, int, int, str], ...]:
    """Where a side names an industry: clause, start and end in its plain reading, and the industry's address.

    Args:
        side: The clauses.
        names: Address by name.
    """
    return tuple((number, *found) for number, reading in enumerate(side) for found in _named(reading.folded, names))


def industry_changes(
    left: Sequence[Reading], right: Sequence[Reading], names: Mapping[str, str]
) -> tuple[ScopeChange, ...]:
    """The difference of industries, if there is one: whoever is not limited, or names all, reaches farther."""
    mine, theirs = (_reached(side, names) for side in (left, right))
    if mine.keys() == theirs.keys():
        return ()
    first, second = (next(iter(one.values()), None) for one in (mine, theirs))
    wider: Side | None = None
    if not mine or (theirs and mine.keys() > theirs.keys()):
        wider = "left"
    elif not theirs or mine.keys() < theirs.keys():
        wider = "right"
    return (ScopeChange(wider, first, second),)


def _reached(side: Sequence[Reading], names: Mapping[str, str]) -> dict[str, Reach]:
    """The first words for each industry to which a side is limited.

    None where it names all, or says anything in a sentence that names none.
    """
    found: dict[str, Reach] = {}
    for reading in side:
        for start, end in _sentences(reading):
            limits_here = list(_named(reading.folded[start:end], names))
            if not limits_here:
                return {}
            for first, last, address in limits_here:
                word = ScopeWord(reading.folded[start + first : start + last], DIMENSION, 0, True)
                found.setdefault(address, Reach(word, reading.words(start + first, start + last), False))
    return {} if len(found) == len(set(names.values())) else found


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """The sentences of a clause but for the heading that opens it."""
    says = {token.start for token in reading.tokens if token.role not in ("title", "particle")}
    for start, end in sentences(reading.plain):
        if any(start <= at < end for at in says):
            yield start, end


def _named(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for name, start, end in find(tuple(names), text):
        yield start, end, names[name]
