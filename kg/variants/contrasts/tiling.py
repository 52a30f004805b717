"""Which words of one side are said on the other, wherever they stand there: the longest shared runs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tokens import Token

_LARGE = 4_000_000
"""So many pairs of words are no two clauses any more; of words then only the rare ones are looked up."""
_RARE = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a side.

    Attributes:
        reading: Which of the side's clauses.
        token: The word.
    """

    reading: int
    token: Token


@dataclass(frozen=True, slots=True)
class Tiling:
    """Words of two sides paired.

    Attributes:
        left, right: All words of each side, in reading order.
        pairs: For a word of the left (by its number) the number of its counterpart on the right.
    """

    left: tuple[Place, ...]
    right: tuple[Place, ...]
    pairs: dict[int, int]


def tile(left: Sequence[Reading], right: Sequence[Reading]) -> Tiling:
    """Pair the words of two sides.

    Source: Wise 1993, String Similarity via Greedy String Tiling and Running Karp-Rabin Matching.
    """
    mine, theirs = _places(left), _places(right)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(theirs):
        where[place.token.text].append(number)
    if len(mine) * len(theirs) > _LARGE:
        where = defaultdict(list, {word: at for word, at in where.items() if len(at) <= _RARE})
    while runs := _longest_runs(mine, theirs, where, pairs, taken):
        for start, other, length in runs:
            steps = range(length)
            if any(start + step in pairs or other + step in taken for step in steps):
                continue
            pairs |= {start + step: other + step for step in steps}
            taken |= {other + step for step in steps}
    return Tiling(mine, theirs, pairs)


def _places(side: Sequence[Reading]) -> tuple[Place, ...]:
    return tuple(Place(number, token) for number, reading in enumerate(side) for token in reading.tokens)


def _longest_runs(
    mine: Sequence[Place],
    theirs: Sequence[Place],
    where: dict[str, list[int]],
    pairs: dict[int, int],
    taken: set[int],
) -> list[tuple[int, int, int]]:
    """The longest runs of equal words that are still free: start on the left, start on the right, length in words."""
    longest = 0
    found: list[tuple[int, int, int]] = []
    lengths: dict[int, int] = {}
    for number, place in enumerate(mine):
        before, lengths = lengths, {}
        if number in pairs:
            continue
        goes_on = number > 0 and mine[number - 1].reading == place.reading
        for other in where.get(place.token.text, ()):
            if other in taken:
                continue
            follows = goes_on and other > 0 and theirs[other - 1].reading == theirs[other].reading
            length = 1 + (before.get(other - 1, 0) if follows else 0)
            lengths[other] = length
            start = number - length + 1
            weight = sum(len(mine[at].token.text) for at in range(start, number + 1))
            if weight < 2:
                continue
            if weight > longest:
                longest, found = weight, []
            if weight == longest:
                found.append((start, other - length + 1, length))
    return found
