"""What a draft on two sides tells of which: each thing given, the side that it is told of, and whether it is denied.

A thing belongs to the side named last before it in its phrase, else to the one named first after it, else to the side
spoken of before. The longest of the things given is read wherever several could be (电子看板 is no 看板).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafting.checks.alignment import normalise

_SENTENCE = re.compile("[。!?]")
_PHRASE = re.compile(r"[;:]|(?<!\d),|,(?!\d)")
_FORCE = r"[“\"](?:应|宜|可|鼓励)[”\"]"
_DENIAL = re.compile("没有?|未|无|不再|不写|不提|不要求")
_BOTH = re.compile("两者|双方|都")
_CHANGED = re.compile("[由从]□+(?:变为|改为|到)□+")
"""From the one to the other, as the sides were named."""
_FORMER, _LATTER = "前者", "后者"


@dataclass(frozen=True, slots=True)
class Told:
    """A thing given, where a draft tells it.

    Attributes:
        name: The thing, normalised; of a governing word with its quotation marks.
        sides: Whom it is told of; none where the draft does not say.
        denied: Whether that side is said not to have it.
        sentence: Which sentence, from 0.
        phrase: Which phrase of the draft, from 0.
        at: Where in that phrase.
    """

    name: str
    sides: tuple[str, ...]
    denied: bool
    sentence: int
    phrase: int
    at: int


@dataclass(slots=True)
class _Reader:
    sides: tuple[str, str]
    names: re.Pattern[str]
    side: tuple[str, ...] = ()
    mentioned: list[str] = field(default_factory=list)

    def phrase(self, text: str, sentence: int, phrase: int) -> Iterator[Told]:
        found = list(self.names.finditer(text))
        things = [one for one in found if one.group() not in (*self.sides, _FORMER, _LATTER)]
        subjects = [(one.start(), self._who(one.group())) for one in found if one not in things]
        subjects = [one for one in subjects if text[: one[0]][-1:] != "比"]
        bare = self.names.sub(lambda one: "□" * len(one.group()), text)
        yield from self._things(things, subjects, bare, (sentence, phrase))
        self.mentioned += [one.group() for one in found if one.group() in self.sides]
        if len({who for _, who in subjects}) > 1 and not things:
            self.side = ()  # both are named and nothing is said of either: the next phrase must name one
        elif subjects:
            self.side = (subjects[-1][1],) if subjects[-1][1] else ()

    def _things(
        self, things: Sequence[re.Match[str]], subjects: Sequence[tuple[int, str]], bare: str, place: tuple[int, int]
    ) -> Iterator[Told]:
        shared = bool(_BOTH.search(bare)) and len({who for _, who in subjects}) != 1
        in_turn, changed = "分别" in bare, None if subjects else _CHANGED.search(bare)
        for at, thing in enumerate(things):
            before = [one for one in subjects if one[0] < thing.start()]
            after = [one for one in subjects if one[0] > thing.start()]
            who: tuple[str, ...] = (before[-1][1],) if before else (after[0][1],) if after else self.side
            if in_turn:
                order = [name for _, name in subjects] or self.mentioned[-2:]
                who = (order[at],) if len(things) == len(order) == len(set(order)) == 2 else ()
            elif shared:
                who = self.sides
            elif changed and changed.start() < thing.start() < changed.end():
                named = list(dict.fromkeys(self.mentioned))
                who = (named[bare[thing.start() - 1] not in "由从"],) if len(named) == len(self.sides) else ()
            start = before[-1][0] if before else 0
            end = next((one[0] for one in (after if before else after[1:])), len(bare))
            denied = bool(_DENIAL.search(bare[start:end]))
            yield Told(thing.group(), tuple(filter(None, who)), denied, *place, thing.start())

    def _who(self, name: str) -> str:
        if name not in (_FORMER, _LATTER):
            return name
        pair = self.mentioned[-2:]
        return pair[name == _LATTER] if len(set(pair)) == len(self.sides) else ""


def sentences(draft: str) -> list[str]:
    """The sentences of a draft, normalised.

    >>> sentences("甲用“应”。乙用“宜”。")
    ['甲用“应”', '乙用“宜”']
    """
    return [one for one in _SENTENCE.split(normalise(draft)) if one]


def phrases(sentence: str) -> list[str]:
    """The phrases of a normalised sentence."""
    return [one for one in _PHRASE.split(sentence) if one]


def telling(draft: str, sides: tuple[str, str], names: Sequence[str]) -> tuple[Told, ...]:
    """Everything given that a draft tells, in its order.

    Args:
        draft: The draft.
        sides: The names of the two sides.
        names: What else was given: the matter, what is measured, its values, each side's own.

    >>> [(one.name, one.sides, one.denied) for one in telling("甲规写终端，乙规没有。", ("甲规", "乙规"), ["终端"])]
    [('终端', ('甲规',), False)]
    """
    left, right = (normalise(side) for side in sides)
    wanted = sorted({left, right, _FORMER, _LATTER, *map(normalise, names)} - {""}, key=len, reverse=True)
    reader = _Reader((left, right), re.compile("|".join([_FORCE, *map(_guarded, wanted)])))
    told: list[Told] = []
    count = 0
    for number, sentence in enumerate(sentences(draft)):
        for phrase in phrases(sentence):
            told += reader.phrase(phrase, number, count)
            count += 1
    return tuple(told)


def _guarded(name: str) -> str:
    """A pattern for a name that is no part of a longer number (1次 in 11次)."""
    before = r"(?<![\d.])" if name[:1].isdigit() else ""
    return before + re.escape(name) + (r"(?!\.?\d)" if name[-1:].isdigit() else "")
