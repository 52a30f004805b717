"""Where corresponding sentences of two sides bind with another force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Force, Provision
from corpus.force import governing
from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tiling import Place, Tiling
from kg.variants.difference import ForceChange, Words

STRENGTH = {"shall": 3, "should": 2, "may": 1, "encouraged": 1}
"""How strongly a word binds; a sentence without one is not weaker by that alone."""
_CORRESPOND = 0.3


@dataclass(frozen=True, slots=True)
class _Sentence:
    reading: int
    provision: Provision


def force_changes(left: Sequence[Reading], right: Sequence[Reading], tiling: Tiling) -> tuple[ForceChange, ...]:
    """The differences of force between sentences that share their words.

    A sentence corresponds to the one with which it shares most, if that is a fair part of the shorter of the two. One
    that says much the same as a sentence of equal force elsewhere on the other side is not compared with another.
    """
    mine, theirs = _Sides(left, tiling.left), _Sides(right, tiling.right)
    shared: Counter[tuple[int, int]] = Counter()
    for number, other in tiling.pairs.items():
        weight = tiling.left[number].token.weight
        if weight and (here := mine.of[number]) is not None and (there := theirs.of[other]) is not None:
            shared[here, there] += weight
    found: dict[tuple[Force, Force], ForceChange] = {}
    for here, there in sorted(_corresponding(mine, theirs, shared)):
        one, two = mine.sentences[here], theirs.sentences[there]
        if one.provision.force != two.provision.force:
            key = (one.provision.force, two.provision.force)
            found.setdefault(key, ForceChange(*key, _ruling(left, one), _ruling(right, two)))
    return tuple(found.values())


class _Sides:
    """The sentences of a side, and which of its words belong to which."""

    def __init__(self, side: Sequence[Reading], places: Sequence[Place]) -> None:
        self.sentences = [
            _Sentence(number, provision) for number, one in enumerate(side) for provision in one.clause.provisions
        ]
        spans = [
            (one.reading, *side[one.reading].within(one.provision.start, one.provision.end)) for one in self.sentences
        ]
        self.of = [_holder(place, spans) for place in places]
        self.weights: Counter[int] = Counter()
        for place, holder in zip(places, self.of, strict=True):
            if holder is not None:
                self.weights[holder] += place.token.weight


def _holder(place: Place, spans: Sequence[tuple[int, int, int]]) -> int | None:
    inside = (
        number
        for number, (reading, start, end) in enumerate(spans)
        if reading == place.reading and start <= place.token.start < end
    )
    return next(inside, None)


def _corresponding(mine: _Sides, theirs: _Sides, shared: Counter[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(mine.sentences) == len(theirs.sentences) == 1:
        yield 0, 0
        return
    for (here, there), weight in shared.items():
        fair = weight >= _CORRESPOND * min(mine.weights[here], theirs.weights[there])
        best_here = weight == max(w for (one, _), w in shared.items() if one == here)
        best_there = weight == max(w for (_, two), w in shared.items() if two == there)
        if fair and best_here and best_there:
            yield here, there


def _ruling(side: Sequence[Reading], sentence: _Sentence) -> Words:
    """The word that governs a sentence, or the sentence where none does."""
    clause, provision = side[sentence.reading].clause, sentence.provision
    text = clause.text[provision.start - clause.start : provision.end - clause.start]
    for modal in governing(text):
        if modal.force == provision.force:
            return Words(
                clause.id, provision.start + modal.start, provision.start + modal.end, text[modal.start : modal.end]
            )
    return Words(clause.id, provision.start, provision.end, text)
