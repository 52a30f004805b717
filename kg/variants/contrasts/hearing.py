"""How much of what a side asks is said on the other, word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.variants.contrasts.objects import Span, covering
from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tiling import Place
from kg.variants.difference import Words

_OWN = 0.75
"""The share of a phrase's words that must be without counterpart for it to be a demand of its own."""
_PHRASE = 4
"""Shorter phrases, in characters of things, are none."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the other side has of a side, what demands only rest on and figures left out.

    Attributes:
        share: The share of its words that have a counterpart, from 0 to 1.
        own: Its phrases that have none to speak of.
    """

    share: float
    own: tuple[Words, ...]


def hear(
    side: Sequence[Reading], places: Sequence[Place], paired: Collection[int], figures: Collection[Span]
) -> Hearing:
    """What the other side has of a side.

    Args:
        side: The clauses.
        places: Their words.
        paired: The numbers of those that have a counterpart.
        figures: Where numbers stand with what they measure, which are compared on their own.
    """
    counted = [covering(figures, number) for number in range(len(side))]
    whole: defaultdict[tuple[int, int], int] = defaultdict(int)
    heard: defaultdict[tuple[int, int], int] = defaultdict(int)
    for number, place in enumerate(places):
        token = place.token
        if token.based or token.start in counted[place.reading]:
            continue
        phrase = (place.reading, token.phrase)
        whole[phrase] += token.weight
        heard[phrase] += token.weight if number in paired else 0
    total = sum(whole.values())
    own = {at for at, weight in whole.items() if weight >= _PHRASE and heard[at] <= (1 - _OWN) * weight}
    return Hearing(sum(heard.values()) / total if total else 1.0, _words(side, places, own))


def _words(side: Sequence[Reading], places: Sequence[Place], phrases: Collection[tuple[int, int]]) -> tuple[Words, ...]:
    """Phrases as they stand, from their first word to their last."""
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for place in places:
        phrase = (place.reading, place.token.phrase)
        if phrase in phrases:
            ends[phrase] = (ends.get(phrase, (place.token.start, 0))[0], place.token.end)
    return tuple(side[reading].words(start, end) for (reading, _), (start, end) in ends.items())
