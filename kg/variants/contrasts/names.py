"""Systems and technologies that only one side names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.linking import Linker, Mention
from kg.variants.contrasts.objects import choice_of
from kg.variants.contrasts.reading import Reading
from kg.variants.difference import NameChange, NameKind, Words
from ontology.wording import Wording

_KINDS: Mapping[str, NameKind] = {"systems": "system", "technologies": "technology"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name on one side.

    Attributes:
        reading: Which of the side's clauses.
        start, end: Where it stands in the plain reading.
        kind: ``system`` or ``technology``.
        code: The concept's code.
        words: It in the stored text.
        based: Whether a demand only rests on it: on a system or platform that is there (基于工业互联网平台); what rests
            on a technology (基于数字孪生技术) asks for it.
    """

    reading: int
    start: int
    end: int
    kind: NameKind
    code: str
    words: Words
    based: bool = False


def names(
    side: Sequence[Reading], mentions: Callable[[Reading], Sequence[Mention]], wording: Wording
) -> tuple[Named, ...]:
    """The systems and technologies that a side names, in reading order.

    Args:
        side: The clauses.
        mentions: What the linker finds in a clause's plain reading.
        wording: Which words end the name of a thing that can be had.
    """
    found: list[Named] = []
    for number, reading in enumerate(side):
        rests = {token.start for token in reading.tokens if token.based}
        for one in mentions(reading):
            if one.scheme in _KINDS:
                kind, words = _KINDS[one.scheme], reading.words(one.start, one.end)
                there = kind == "system" or words.text.endswith(tuple(wording.carriers))
                based = there and any(one.start <= at < one.end for at in rests)
                found.append(Named(number, one.start, one.end, kind, one.code, words, based))
    return tuple(found)


def only_here(
    side: Sequence[Reading], here: Sequence[Named], there: Sequence[Named], linker: Linker
) -> tuple[tuple[NameChange, ...], frozenset[tuple[int, int]]]:
    """What is named here and not there, and the choices (A或B) here of which the other side has a name.

    A term is not missing there if a narrower one is named: 工业机器人 there is 机器人 too.
    """
    known = {named.code for named in there}
    for named in there:
        known.update(linker.broader(named.code))
    choices = {named: choice_of(side, (named.reading, named.start, named.end)) for named in here}
    had = frozenset(choice for named, choice in choices.items() if choice is not None and named.code in known)
    found: dict[str, NameChange] = {}
    for named in here:
        if named.code not in known and (named.code not in found or not found[named.code].asked):
            asked = not named.based and choices[named] not in had
            found[named.code] = NameChange(named.kind, named.code, named.words, asked)
    implied = {code for one in found for code in linker.broader(one)}
    return tuple(change for code, change in found.items() if code not in implied), had
