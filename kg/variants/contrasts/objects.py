"""Things asked about that only one side speaks of: 安全库存, 备品备件, 能耗模型."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.variants.contrasts.reading import Reading, Token
from kg.variants.difference import NameChange

_NEAR = 0.6
"""The share of a thing's characters that one phrase of the other side must have for the thing to stand there."""
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Thing:
    """A run of words that names a thing.

    Attributes:
        reading: Which of the side's clauses.
        tokens: Its words.
        based: Whether it belongs to what a demand only rests on.
    """

    reading: int
    tokens: tuple[Token, ...]
    based: bool

    @property
    def start(self) -> int:
        """Where it starts in the plain reading."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the plain reading."""
        return self.tokens[-1].end

    @property
    def weight(self) -> int:
        """Its length in characters."""
        return self.end - self.start


def things(side: Sequence[Reading]) -> tuple[Thing, ...]:
    """The runs of content words of a side: what stands between verbs, particles and punctuation."""
    return tuple(
        Thing(number, run, run[0].based) for number, reading in enumerate(side) for run in _runs(reading.tokens)
    )


def missing(here: Sequence[Thing], there: Sequence[Reading], fillers: frozenset[str]) -> tuple[Thing, ...]:
    """The things of one side that the other speaks of in no near wording.

    Args:
        here: The things of one side.
        there: The other side.
        fillers: Nouns that add nothing to the noun before them.
    """
    phrases = _phrases(there)
    folded = ["".join(token.text for token in reading.tokens) for reading in there]
    return tuple(thing for thing in here if not _stands(thing, phrases, folded, fillers))


def object_changes(
    side: Sequence[Reading], found: Sequence[Thing], fillers: frozenset[str], named: Sequence[tuple[int, int, int]]
) -> tuple[NameChange, ...]:
    """Missing things as differences, each once.

    Args:
        side: The side that has them.
        found: What the other side lacks.
        fillers: Nouns that say nothing alone.
        named: Where systems and technologies stand (clause, start, end), which are told apart elsewhere.
    """
    changes: dict[str, NameChange] = {}
    for thing in found:
        inside = any(
            reading == thing.reading and start < thing.end and end > thing.start for reading, start, end in named
        )
        says = any(token.text not in fillers for token in thing.tokens)
        if inside or not says or not 2 <= thing.weight <= _LONGEST:
            continue
        words = side[thing.reading].words(thing.start, thing.end)
        name = "".join(words.text.split())
        if name not in changes or changes[name].based:
            changes[name] = NameChange("object", name, words, thing.based)
    return tuple(changes.values())


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for token in tokens:
        if run and (token.role != "content" or token.start != run[-1].end or token.based != run[-1].based):
            yield tuple(run)
            run = []
        if token.role == "content":
            run.append(token)
    if run:
        yield tuple(run)


def _phrases(side: Sequence[Reading]) -> list[frozenset[str]]:
    """The words of each phrase of a side, with those of its neighbour, since a comma may stand between them."""
    grouped: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for number, reading in enumerate(side):
        for token in reading.tokens:
            grouped[number, token.phrase].add(token.text)
    return [frozenset(words) for words in grouped.values()]


def _stands(thing: Thing, phrases: Sequence[frozenset[str]], folded: Sequence[str], fillers: frozenset[str]) -> bool:
    whole = "".join(token.text for token in thing.tokens)
    if any(whole in text for text in folded):
        return True
    says = [token for token in thing.tokens if token.text not in fillers] or list(thing.tokens)
    total = sum(len(token.text) for token in says)
    for words in phrases:
        there = sum(len(token.text) for token in says if token.text in words)
        if there >= _NEAR * total:
            return True
    return False
