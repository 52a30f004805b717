"""How far each side reaches: levels, coverage and time, by a described order, never guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.variants.contrasts.finding import find
from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tokens import Token
from kg.variants.difference import NameChange, Side, Words
from ontology.wording import ScopeWord, Wording


@dataclass(frozen=True, slots=True)
class Reach:
    """A word of scope on one side.

    Attributes:
        word: The word, with its place in its dimension's order.
        words: Where it stands, with the thing that it is said of.
        based: Whether it belongs to what a demand only rests on.
        of: The thing that it is said of: the words right behind it; empty where none is.
    """

    word: ScopeWord
    words: Words
    based: bool
    of: str = ""


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


def reaches(
    side: Sequence[Reading], wording: Wording, names: Collection[tuple[int, int, int]] = ()
) -> tuple[Reach, ...]:
    """The words of scope of a side, in reading order, none inside another.

    Args:
        side: The clauses.
        wording: The words of scope.
        names: Where names stand (clause, start, end): 供应链 in 供应链管理平台 is no scope.
    """
    found: list[Reach] = []
    idle = _colours(wording)
    by_name = {one.word: one for one in wording.scopes}
    for number, reading in enumerate(side):
        based = {at for token in reading.tokens if token.based for at in range(token.start, token.end)}
        behind = {token.start: token for token in reading.tokens if token.role in ("content", "verb")}
        for name, start, end in find(tuple(by_name), reading.folded):
            word = by_name[name]
            if reading.stands(start, end) and not any(
                at == number and first < end and last > start for at, first, last in names
            ):
                things = _thing(behind, end) if word.anchored or _begins(behind.get(end), name, by_name) else ()
                words = reading.words(start, things[-1].end if things and word.anchored else end)
                found.append(Reach(word, words, start in based, _name(things, idle)))
    return tuple(found)


def _thing(behind: Mapping[int, Token], start: int) -> tuple[Token, ...]:
    """The words of the thing that begins at a place: a verb, or content words up to the next of another kind."""
    found: list[Token] = []
    while (token := behind.get(start)) is not None and (not found or token.role == found[0].role == "content"):
        found.append(token)
        start = token.end
    return tuple(found)


def _begins(behind: Token | None, name: str, words: Collection[str]) -> bool:
    """Whether a level begins the name of a thing: 供应链管理, 车间布局; not 企业级平台."""
    return behind is not None and behind.role == "content" and behind.text not in words and not name.endswith("级")


def said(side: Sequence[Reading], wording: Wording) -> frozenset[str]:
    """The things and verbs of a side, each as words that stand for their like, those left out that only limit others.

    A thing also stands for what it ends with (工艺图纸 for 图纸), unless that says little by itself (设备).
    """
    found: set[str] = set()
    idle = _colours(wording)
    for reading in side:
        behind = {token.start: token for token in reading.tokens if token.role in ("content", "verb")}
        ends = {token.end for token in behind.values() if token.role == "content"}
        for start, token in behind.items():
            inside = token.role == "content" and start in ends
            if not (inside and token.text in wording.fillers):
                found.add(_name(_thing(behind, start), idle))
    return frozenset(found)


def _name(things: Sequence[Token], idle: Collection[str]) -> str:
    """The words of a thing without those that only limit or colour it."""
    return "".join(token.key for token in things if token.text not in idle)


def _colours(wording: Wording) -> frozenset[str]:
    return frozenset(one.word for one in wording.scopes if one.limits) | wording.qualifiers


def scope_changes(
    left: Sequence[Reach], right: Sequence[Reach], said: tuple[Collection[str], Collection[str]]
) -> tuple[ScopeChange, ...]:
    """The dimensions in which one side reaches farther, what a demand only rests on left out.

    A level is the highest that a side speaks of, those left out that only begin the name of a thing. Coverage and
    frequency are compared where both say them of one thing; a word that limits (关键设备) makes the other side the
    wider one if that speaks of the thing without such a word.

    Args:
        left, right: The words of scope.
        said: The things and verbs of the left and of the right.
    """
    mine, theirs = ([one for one in side if not one.based] for side in (left, right))
    found: list[ScopeChange] = []
    for dimension in dict.fromkeys(one.word.dimension for one in (*mine, *theirs)):
        here, there = ([one for one in side if one.word.dimension == dimension] for side in (mine, theirs))
        pairs: Iterable[tuple[Reach | None, Reach | None]]
        if (here or there)[0].word.anchored:
            pairs = _anchored(here, there, said)
        else:
            pairs = ((_widest(_levels(here, there)), _widest(_levels(there, here))),)
        changes = (ScopeChange(wider, *pair) for pair in pairs if (wider := _wider(*pair)) is not None)
        found.extend(islice(changes, 1))
    return tuple(found)


def _levels(mine: Sequence[Reach], theirs: Sequence[Reach]) -> list[Reach]:
    """The levels of a side, those that begin the name of a thing only where the other side says another of that."""
    there = {one.of for one in theirs}
    return [one for one in mine if not one.of or one.of in there]


def _anchored(
    left: Sequence[Reach], right: Sequence[Reach], said: tuple[Collection[str], Collection[str]]
) -> Iterator[tuple[Reach | None, Reach | None]]:
    """The words of scope that are said of one thing, each with its like on the other side or with none."""
    for thing in dict.fromkeys(one.of for one in (*left, *right) if one.of):
        if thing in said[0] and thing in said[1]:
            here, there = (_widest([one for one in side if one.of == thing]) for side in (left, right))
            yield here, there


def _wider(left: Reach | None, right: Reach | None) -> Side | None:
    if left is not None and right is not None:
        return None if left.word.step == right.word.step else "left" if left.word.step > right.word.step else "right"
    if left is not None and left.word.limits:
        return "right"
    return "left" if right is not None and right.word.limits else None


def _widest(side: Sequence[Reach]) -> Reach | None:
    return max(side, key=lambda one: one.word.step, default=None)


def _text(reach: Reach) -> str:
    return "".join(reach.words.text.split())
