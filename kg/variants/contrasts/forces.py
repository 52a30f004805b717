"""Where corresponding sentences of two sides bind with another force."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import Force, Provision
from corpus.force import governing
from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tiling import Place, Tiling
from kg.variants.difference import ForceChange, Words
from ontology.wording import Wording

STRENGTH = {"shall": 3, "should": 2, "may": 1, "encouraged": 1}
"""How strongly a word binds; a sentence without one is not weaker by that alone."""
_FAIR = 0.1
"""The share of the shorter sentence that two sentences must have in common to correspond, each the other's nearest."""
_WITHIN = 0.5
"""The share of a sentence that must stand in a longer one for it to correspond to a part of that."""
_ENOUGH = 4
"""The least that must be shared then, in characters."""

_FORBIDDING = frozenset({"严禁", "禁止"})


_TELLING = frozenset({"paragraph", "term"})
"""Kinds of clauses that tell of something: what may be (可分为三个等级) is no permission there."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    reading: int
    provision: Provision
    telling: bool

    @property
    def force(self) -> Force:
        return "none" if self.telling and self.provision.force == "may" else self.provision.force


@dataclass(frozen=True, slots=True)
class Bindings:
    """How corresponding sentences bind.

    Attributes:
        changes: Those that bind with another force.
        opposed: The governing words of those of which one demands and the other forbids.
    """

    changes: tuple[ForceChange, ...]
    opposed: tuple[tuple[Words, Words], ...]


def bindings(left: Sequence[Reading], right: Sequence[Reading], tiling: Tiling, wording: Wording) -> Bindings:
    """Compare how sentences that share their words bind.

    A side that speaks with one force throughout is compared as a whole. A sentence without a governing word is not set
    against one that has its like, with the same force, elsewhere on the other side. Two words that bind are set against
    each other only in sentences that speak of one thing: that share words that say something by themselves.
    """
    mine, theirs = _Sides(left, tiling.left), _Sides(right, tiling.right)
    shared: Counter[tuple[int, int]] = Counter()
    matter: Counter[tuple[int, int]] = Counter()
    for number, other in tiling.pairs.items():
        token = tiling.left[number].token
        if token.weight and (here := mine.of[number]) is not None and (there := theirs.of[other]) is not None:
            shared[here, there] += token.weight
            says = token.text not in wording.fillers and token.text not in wording.qualifiers
            matter[here, there] += token.weight if says else 0
    pairs = sorted(_corresponding(mine, theirs, shared), key=lambda pair: (-shared[pair], pair))
    settled = {end for pair in pairs if mine.force(pair[0]) == theirs.force(pair[1]) for end in _ends(pair)}
    changes: list[ForceChange] = []
    opposed: list[tuple[Words, Words]] = []
    told: set[tuple[Force, Force, tuple[str, int]]] = set()
    for here, there in pairs:
        forces = (mine.force(here), theirs.force(there))
        words = _ruling(left, mine.sentences[here]), _ruling(right, theirs.sentences[there])
        if "none" not in forces and _forbids(words[0]) != _forbids(words[1]):
            opposed.append(words)
        ends = {(*forces, end) for end in _ends((here, there))}
        idle = (forces[0] == "none" and ("right", there) in settled) or (
            forces[1] == "none" and ("left", here) in settled
        )
        shorter = min(mine.weights[here], theirs.weights[there])
        apart = matter[here, there] < _ENOUGH and shared[here, there] < _WITHIN * shorter
        if forces[0] != forces[1] and not idle and not ("none" not in forces and apart) and not ends & told:
            changes.append(ForceChange(*forces, *words))
            told |= ends
    return Bindings(tuple(changes), tuple(opposed))


class _Sides:
    """The sentences of a side, and which of its words belong to which."""

    def __init__(self, side: Sequence[Reading], places: Sequence[Place]) -> None:
        self.sentences = [
            _Sentence(number, provision, one.clause.kind in _TELLING)
            for number, one in enumerate(side)
            for provision in one.clause.provisions
        ]
        starts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, one in enumerate(self.sentences):
            start, end = side[one.reading].within(one.provision.start, one.provision.end)
            if start < end:
                starts[one.reading].append((start, number))
        self.of = [_holder(place.token.start, starts[place.reading]) for place in places]
        self.weights: Counter[int] = Counter()
        for place, holder in zip(places, self.of, strict=True):
            if holder is not None:
                self.weights[holder] += place.token.weight

    def force(self, number: int) -> Force:
        """The force of a sentence."""
        return self.sentences[number].force

    @property
    def only(self) -> Force | None:
        """The force of all its sentences; None where they differ or there are none."""
        forces = {one.force for one in self.sentences}
        return next(iter(forces)) if len(forces) == 1 else None


def _holder(position: int, starts: Sequence[tuple[int, int]]) -> int | None:
    """The sentence that holds a position: the last that starts at it or before."""
    before = bisect_right(starts, position, key=lambda one: one[0])
    return starts[before - 1][1] if before else None


def _corresponding(mine: _Sides, theirs: _Sides, shared: Counter[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if mine.only is not None and theirs.only is not None:
        yield max(shared, key=lambda pair: shared[pair], default=(0, 0))
        return
    best: dict[tuple[str, int], int] = {}
    for pair, weight in shared.items():
        for end in _ends(pair):
            best[end] = max(weight, best.get(end, 0))
    for (here, there), weight in shared.items():
        nearest = [weight == best[end] for end in _ends((here, there))]
        shorter = min(mine.weights[here], theirs.weights[there])
        mutual = all(nearest) and weight >= _FAIR * shorter
        within = any(nearest) and weight >= max(_WITHIN * shorter, _ENOUGH)
        if mutual or within:
            yield here, there


def _ends(pair: tuple[int, int]) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("left", pair[0]), ("right", pair[1])


def _ruling(side: Sequence[Reading], sentence: _Sentence) -> Words:
    """The word that governs a sentence, or the sentence where none does."""
    clause, provision = side[sentence.reading].clause, sentence.provision
    text = clause.text[provision.start - clause.start : provision.end - clause.start]
    for modal in governing(text):
        if modal.force == sentence.force:
            start = modal.start - text[: modal.start].endswith("不")
            return Words(clause.id, provision.start + start, provision.start + modal.end, text[start : modal.end])
    return Words(clause.id, provision.start, provision.end, text)


def _forbids(words: Words) -> bool:
    """Whether a governing word forbids: 不得, 严禁, 不应."""
    return words.text in _FORBIDDING or words.text.startswith("不")
