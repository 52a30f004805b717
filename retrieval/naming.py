"""Words that are part of two names at once: which of the two a question means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from kg.linking import Mention


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
