"""How far each side reaches: levels, coverage and time, by a described order, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.variants.contrasts.reading import Reading
from kg.variants.difference import NameChange, Words
from ontology.wording import ScopeWord, Wording


@dataclass(frozen=True, slots=True)
class Reach:
    """A word of scope on one side.

    Attributes:
        word: The word, with its place in its dimension's order.
        words: Where it stands.
        based: Whether it belongs to what a demand only rests on.
    """

    word: ScopeWord
    words: Words
    based: bool


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """A dimension in which one side reaches farther.

    Attributes:
        name: What is shown for it.
        wider: ``left`` or ``right``.
        shown_on: The side that has the word.
    """

    name: NameChange
    wider: str
    shown_on: str


def reaches(side: Sequence[Reading], wording: Wording) -> tuple[Reach, ...]:
    """The words of scope of a side, in reading order, none inside another."""
    found: list[Reach] = []
    for reading in side:
        based = {at for token in reading.tokens if token.based for at in range(token.start, token.end)}
        position, text = 0, reading.folded
        while position < len(text):
            word = next((one for one in wording.scopes if text.startswith(one.word, position)), None)
            if word is None:
                position += 1
                continue
            end = position + len(word.word)
            found.append(Reach(word, reading.words(position, end), position in based))
            position = end
    return tuple(found)


def scope_changes(left: Sequence[Reach], right: Sequence[Reach]) -> tuple[ScopeChange, ...]:
    """The dimensions in which one side's widest word is a step above the other's.

    A word that limits (关键) on one side alone makes the other the wider one.
    """
    found: list[ScopeChange] = []
    for dimension in dict.fromkeys(one.word.dimension for one in (*left, *right)):
        mine = [one for one in left if one.word.dimension == dimension and not one.based]
        theirs = [one for one in right if one.word.dimension == dimension and not one.based]
        widest, other = _widest(mine), _widest(theirs)
        if widest is not None and other is not None and widest.word.step != other.word.step:
            left_wider = widest.word.step > other.word.step
            shown = widest if left_wider else other
            side = "left" if left_wider else "right"
            found.append(ScopeChange(_change(shown), side, side))
        elif widest is not None and not theirs and widest.word.limits:
            found.append(ScopeChange(_change(widest), "right", "left"))
        elif other is not None and not mine and other.word.limits:
            found.append(ScopeChange(_change(other), "left", "right"))
    return tuple(found)


def _widest(side: Sequence[Reach]) -> Reach | None:
    return max(side, key=lambda one: one.word.step, default=None)


def _change(reach: Reach) -> NameChange:
    return NameChange("scope", "".join(reach.words.text.split()), reach.words, not reach.based)
