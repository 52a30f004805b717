"""How far each side reaches: levels, coverage and time, by a described order, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.variants.contrasts.reading import Reading
from kg.variants.difference import NameChange, Side, Words
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
    """A dimension in which one side reaches farther than the other.

    Attributes:
        wider: The side that does; None where each reaches what the other does not.
        left, right: The widest word of each side; None where it has none of the dimension.
    """

    wider: Side | None
    left: Reach | None
    right: Reach | None

    def shown(self, side: Side) -> tuple[NameChange, ...]:
        """What is shown for it on a side: the word that reaches farther, or the one that limits."""
        mine, theirs = (self.left, self.right) if side == "left" else (self.right, self.left)
        if mine is None or (theirs is not None and self.wider not in (side, None)):
            return ()
        return (NameChange("scope", "".join(mine.words.text.split()), mine.words),)

    @property
    def reason(self) -> str:
        """The same in a few Chinese words."""
        if self.left is not None and self.right is not None and self.left.word.limits and self.right.word.limits:
            return f"左限于“{_text(self.left)}”，右限于“{_text(self.right)}”"
        if self.left is not None and self.right is not None:
            return f"左及于“{_text(self.left)}”，右及于“{_text(self.right)}”"
        side, one = ("左", self.left) if self.left is not None else ("右", self.right)
        return f"{side}限于“{_text(one)}”" if one is not None else ""


def reaches(side: Sequence[Reading], wording: Wording) -> tuple[Reach, ...]:
    """The words of scope of a side, in reading order, none inside another."""
    found: list[Reach] = []
    for reading in side:
        based = {at for token in reading.tokens if token.based for at in range(token.start, token.end)}
        for word, start, end in _words(reading.folded, wording):
            found.append(Reach(word, reading.words(start, end), start in based))
    return tuple(found)


def scope_changes(left: Sequence[Reach], right: Sequence[Reach]) -> tuple[ScopeChange, ...]:
    """The dimensions in which one side's widest word is a step above the other's.

    A word that limits (关键) on one side alone makes the other the wider one. What a demand only rests on is left out.
    """
    found: list[ScopeChange] = []
    for dimension in dict.fromkeys(one.word.dimension for one in (*left, *right)):
        mine, theirs = (_widest(side, dimension) for side in (left, right))
        wider = _wider(mine, theirs)
        if wider is not None:
            found.append(ScopeChange(wider, mine, theirs))
    return tuple(found)


def _wider(left: Reach | None, right: Reach | None) -> Side | None:
    if left is not None and right is not None:
        return None if left.word.step == right.word.step else "left" if left.word.step > right.word.step else "right"
    if left is not None and left.word.limits:
        return "right"
    return "left" if right is not None and right.word.limits else None


def _widest(side: Sequence[Reach], dimension: str) -> Reach | None:
    asked = (one for one in side if one.word.dimension == dimension and not one.based)
    return max(asked, key=lambda one: one.word.step, default=None)


def _words(text: str, wording: Wording) -> Iterator[tuple[ScopeWord, int, int]]:
    by_name = {one.word: one for one in wording.scopes}
    for found in re.finditer("|".join(map(re.escape, by_name)), text):
        yield by_name[found.group()], found.start(), found.end()


def _text(reach: Reach) -> str:
    return "".join(reach.words.text.split())
