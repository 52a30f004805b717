"""Words that are part of two names at once: which of the two a question means."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from corpus.manifest import Meta
from kg.linking import Mention
from retrieval.romanised import romanised

_UNIT = re.compile(r"[\u4e00-\u9fff]{2,}?(?:特别行政区|自治区|自治州|省|市|县|区)")


class Stretch(Protocol):
    """Words of a question by their place."""

    @property
    def start(self) -> int:
        """The first code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point."""
        ...


def within(part: Stretch, whole: Stretch) -> bool:
    """Whether words are only part of a longer name."""
    return whole.start <= part.start and part.end <= whole.end and part.end - part.start < whole.end - whole.start


def blanked(text: str, names: Iterable[Stretch]) -> str:
    """The text with blanks for these names, every other place kept."""
    for one in names:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def told_apart(
    places: Sequence[Mention], objects: Sequence[Mention], systems: str
) -> tuple[list[Mention], list[Mention]]:
    """Capabilities and tiers, then systems and technologies, without what is only part of the other or its wording.

    供应链管理平台 names a system, and not the capability 供应链管理 within it. A wording that both have (供应链平台) is
    the capability's, whose cells say more.

    Args:
        places: Mentions of capabilities and tiers.
        objects: Mentions of systems and technologies.
        systems: The name of the vocabulary of systems.
    """
    worded = {(one.start, one.end) for one in places}
    named = [one for one in objects if one.scheme != systems or (one.start, one.end) not in worded]
    longer = [one for one in named if one.scheme == systems]
    return [one for one in places if not any(within(one, other) for other in longer)], named


def names_of(meta: Meta) -> tuple[str, ...]:
    """What a question may call a document by: its id, its title, its number, its other names.

    A document that a person added goes by its region too, also as it is written in Latin letters.
    """
    names = (meta.id, meta.title, *((meta.number,) if meta.number else ()), *meta.aliases)
    if meta.original is None or not meta.region:
        return names
    unit = _UNIT.findall(meta.region)[-1:]
    return tuple(dict.fromkeys((*names, *(name for one in unit for name in romanised(one)))))


def aliases_of(documents: Sequence[Meta], normalise: Callable[[str], str]) -> list[tuple[str, str]]:
    """What questions call documents by, normalised, each with the document's id; the longest names first."""
    pairs = [(normalise(name), meta.id) for meta in documents for name in names_of(meta)]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def contains(text: str, alias: str) -> bool:
    """Whether a question holds a name, one of Latin letters as a word of its own."""
    if alias.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(alias)}(?![a-z0-9])", text) is not None
    return alias in text


def owned_by(mentions: Iterable[Mention], tiers: str, known: Collection[str]) -> frozenset[str]:
    """The national tiers whose words are also a document's name of a tier of its own, which is then meant.

    Args:
        mentions: The names in a question.
        tiers: The name of the vocabulary of tiers.
        known: Codes of the tiers that documents have.
    """
    named = [one for one in mentions if one.scheme == tiers]
    own = {(one.start, one.end) for one in named if one.code in known}
    return frozenset(one.code for one in named if one.code not in known and (one.start, one.end) in own)
