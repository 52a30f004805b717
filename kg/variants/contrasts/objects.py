"""Things asked about that only one side speaks of: 安全库存, 备品备件, 能耗模型."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tokens import Token
from kg.variants.difference import NameChange
from ontology.wording import Wording

_NEAR = 0.7
"""The share of what a thing says that must stand close together on the other side for the thing to stand there."""
_APART = 2
"""How many times as far apart as in the thing its words may stand on the other side."""
_SCATTERED = 0.25
"""How much of a thing counts whose words the other side has in several places."""
LEAST = 2.0
"""Things of fewer characters than this, so counted, are none."""
_LONGEST = 14
_OR = frozenset({"或", "或者", "或是"})
_SIGNS = re.compile(r"[\W_]+")
_REFERENCE = re.compile(r"(?:附?[表图]|附件|附录)[a-z]?[\d一二三四五六七八九十]+(?:所示)?|附[表图件录]|\d+[年月日]?")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Thing:
    """A run of words that names a thing.

    Attributes:
        reading: Which of the side's clauses.
        tokens: Its words.
        based: Whether it belongs to what a demand only rests on.
        choice: The number of the choice (A或B) that it belongs to; None where it is no choice.
    """

    reading: int
    tokens: tuple[Token, ...]
    based: bool
    choice: int | None = None

    @property
    def start(self) -> int:
        """Where it starts in the plain reading."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the plain reading."""
        return self.tokens[-1].end

    def says(self, wording: Wording) -> tuple[Token, ...]:
        """The words that tell it from other things: no qualifiers, no fillers; all of a name that a carrier ends."""
        told = tuple(
            one for one in self.tokens if one.text not in wording.fillers and one.text not in wording.qualifiers
        )
        if not told and len(self.tokens) > 2 and self.tokens[-1].text in wording.carriers:
            return self.tokens
        return told


@dataclass(frozen=True, slots=True)
class Lack:
    """What one side speaks of and the other does not.

    Attributes:
        things: The things, in reading order.
        idle: Those of them that do not count: they leave a choice (A或B) of which the other side has one, or the other
            side has all their words, only not together.
        weight: How many characters of what is asked the other side has nowhere.
    """

    things: tuple[Thing, ...]
    idle: frozenset[Thing]
    weight: float


Span = tuple[int, int, int]
"""A stretch of a side: clause, start and end in its plain reading."""


def things(side: Sequence[Reading], apart: Collection[Span]) -> tuple[Thing, ...]:
    """The runs of content words of a side: what stands between verbs, joining words and punctuation.

    Args:
        side: The clauses.
        apart: Where names and numbers stand, which are told apart on their own.
    """
    found: list[Thing] = []
    for number, reading in enumerate(side):
        covered = covering(apart, number)
        choices = _choices(reading.tokens)
        for run in _runs(reading.tokens, covered):
            named = _REFERENCE.fullmatch("".join(token.text for token in run))
            if named or not reading.stands(run[0].start, run[-1].end):
                continue
            choice = next((at for at, (start, end) in enumerate(choices) if start <= run[0].start < end), None)
            found.append(Thing(number, run, run[0].based, choice))
    return tuple(found)


def lack(
    here: Sequence[Thing],
    there: Sequence[Reading],
    wording: Wording,
    had: Collection[tuple[int, int]],
    paired: tuple[Collection[tuple[int, int]], Collection[tuple[int, int]]],
) -> Lack:
    """The things of one side that the other speaks of in no near wording.

    Args:
        here: The things of one side.
        there: The other side.
        wording: Which words say nothing, and which say the same.
        had: Choices (clause, number) of which the other side has a name.
        paired: Words (clause, start) of this side and of the other that have a counterpart.
    """
    heard = _Heard(there)
    unmatched = {
        token.key for at, reading in enumerate(there) for token in reading.tokens if (at, token.start) not in paired[1]
    }
    lacking = tuple(thing for thing in here if not heard.near(thing, thing.says(wording)))
    chosen = set(had) | {
        (thing.reading, thing.choice) for thing in here if thing.choice is not None and thing not in lacking
    }
    idle = {thing for thing in lacking if (thing.reading, thing.choice) in chosen}
    said: set[Thing] = set()
    nowhere: dict[str, float] = {}
    for thing in lacking:
        if thing.based or thing in idle:
            continue
        alone = (token for token in thing.tokens if (thing.reading, token.start) not in paired[0])
        free = frozenset(token for token in alone if token.key not in unmatched)
        weights = heard.nowhere(thing, wording, free)
        if sum(weights.values()) < LEAST:
            (idle if thing.tokens[-1].text in wording.carriers else said).add(thing)
            continue
        for key, weight in weights.items():
            nowhere[key] = max(weight, nowhere.get(key, 0.0))
    return Lack(tuple(one for one in lacking if one not in said), frozenset(idle), sum(nowhere.values()))


def object_changes(side: Sequence[Reading], found: Lack) -> tuple[NameChange, ...]:
    """Missing things as differences, each once."""
    changes: dict[str, NameChange] = {}
    for thing in found.things:
        if not 2 <= thing.end - thing.start <= _LONGEST:
            continue
        words = side[thing.reading].words(thing.start, thing.end)
        name = "".join(words.text.split())
        if name not in changes or not changes[name].asked:
            changes[name] = NameChange("object", name, words, not thing.based and thing not in found.idle)
    return tuple(changes.values())


def choice_of(side: Sequence[Reading], span: Span) -> tuple[int, int] | None:
    """The choice (clause, number) to which a stretch of a side belongs."""
    number, start, _ = span
    found = (at for at, (begin, end) in enumerate(_choices(side[number].tokens)) if begin <= start < end)
    return next(((number, at) for at in found), None)


def _choices(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The stretches between which one may choose: from the last joining word or verb before an 或 to the next."""
    found: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if token.text not in _OR:
            continue
        first = at
        while first and tokens[first - 1].role == "content" and tokens[first - 1].phrase == token.phrase:
            first -= 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].role == "content" and tokens[last + 1].phrase == token.phrase:
            last += 1
        if found and found[-1][1] > tokens[first].start:
            found[-1] = (found[-1][0], tokens[last].end)
        else:
            found.append((tokens[first].start, tokens[last].end))
    return found


def covering(spans: Collection[Span], reading: int) -> frozenset[int]:
    """The characters of one clause of a side that stretches cover."""
    return frozenset(at for number, start, end in spans if number == reading for at in range(start, end))


def _runs(tokens: Sequence[Token], covered: Collection[int]) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for token in tokens:
        inside = any(at in covered for at in range(token.start, token.end))
        ends = token.role != "content" or inside
        if run and (ends or token.start != run[-1].end or token.based != run[-1].based):
            yield tuple(run)
            run = []
        if not ends:
            run.append(token)
    if run:
        yield tuple(run)


class _Heard:
    """What the other side says, for looking things up in it."""

    def __init__(self, side: Sequence[Reading]) -> None:
        self._at: list[defaultdict[str, list[Token]]] = []
        for reading in side:
            self._at.append(defaultdict(list))
            for token in reading.tokens:
                self._at[-1][token.key].append(token)
        self._joined = [text for reading in side for text in (_squeezed(reading.folded), _without_asides(reading))]
        self._keys = {token.key for reading in side for token in reading.tokens}

    def near(self, thing: Thing, says: Sequence[Token]) -> bool:
        """Whether the other side speaks of a thing: word for word, or most of its words close together."""
        whole = "".join(token.text for token in thing.tokens)
        if not says or any(whole in text for text in self._joined):
            return True
        wanted = {token.key: len(token.text) for token in says}
        total = sum(wanted.values())
        return any(_densest(at, wanted, _APART * total) >= _NEAR * total for at in self._at)

    def nowhere(self, thing: Thing, wording: Wording, free: Collection[Token]) -> dict[str, float]:
        """The words of a missing thing that the other side has nowhere, with their weight.

        Where it has them all, but not together, the thing counts little, and the more of them are wanted there for
        others (``free``: without counterpart) the more.
        """
        says = thing.says(wording)
        found = {token.key: float(len(token.text)) for token in says if not self._has(token)}
        whole = "".join(token.text for token in thing.tokens)
        if not found:
            wanted = sum(len(token.text) for token in says if token in free)
            return {whole: len(whole) * max(_SCATTERED, wanted / sum(len(token.text) for token in says))}
        if thing.tokens[-1].text in wording.carriers and len(thing.tokens) > 1:
            found[thing.tokens[-1].key] = len(whole) - sum(found.values()) + found.get(thing.tokens[-1].key, 0.0)
        return found

    def _has(self, token: Token) -> bool:
        return token.key in self._keys or any(token.text in text for text in self._joined)


def _squeezed(folded: str) -> str:
    return _SIGNS.sub("", folded)


def _without_asides(reading: Reading) -> str:
    return _squeezed(_ASIDE.sub("", reading.folded))


def _densest(at: Mapping[str, Sequence[Token]], wanted: Mapping[str, int], reach: int) -> int:
    """The most of the wanted words that stand within a stretch of so many characters of one phrase."""
    hits = sorted((token for key in wanted if key in at for token in at[key]), key=lambda token: token.start)
    best = 0
    for number, first in enumerate(hits):
        found: set[str] = set()
        for token in hits[number:]:
            if token.end - first.start > reach or token.phrase != first.phrase:
                break
            found.add(token.key)
        best = max(best, sum(wanted[key] for key in found))
    return best
