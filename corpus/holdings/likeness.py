"""Whether two texts can be editions of one document: by their words, their titles and where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.holdings.relations import bare_title

ALIKE = 0.3
"""The share of runs of characters that two editions of one document have in common at least."""
_RUN = 8
_UNTITLED = re.compile(r"(?:19|20)\d\d年?版?|试行|暂行|修订|修正|征求意见稿|草案|[一二三四五六七八九十]+版")
_ENOUGH = 2
"""So many signs of another document are needed: a new title alone, or a rewritten text alone, is an edition's right."""


@dataclass(frozen=True, slots=True)
class Look:
    """What two texts are held against each other by.

    Attributes:
        title: The document's title.
        region: Where it holds; None where nothing says.
        text: Its text.
    """

    title: str
    region: str | None
    text: str


def alike(one: str, other: str) -> float:
    """The share of runs of characters that two texts have in common, from 0 to 1, of the shorter one's."""
    ours, theirs = _runs(one), _runs(other)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one but for signs, a year, and words such as 试行 and 修订."""
    titles = [bare_title(_UNTITLED.sub("", title)) for title in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1]


def resembles(one: Look, other: Look) -> bool:
    """Whether a text that nobody called an edition of another can be taken for one."""
    if one.region and other.region and one.region != other.region:
        return False
    return same_title(one.title, other.title) or alike(one.text, other.text) >= ALIKE


def unlikeness(one: Look, other: Look) -> tuple[str, ...]:
    """What tells that a text is no edition of another, though a person called it one; empty where it can be.

    Args:
        one: The text that arrives.
        other: The text that the library has.
    """
    share = alike(one.text, other.text)
    signs = []
    if not same_title(one.title, other.title):
        signs.append(f"its title is 《{one.title}》, not 《{other.title}》")
    if one.region and other.region and one.region != other.region:
        signs.append(f"it is of {one.region}, not {other.region}")
    if share < ALIKE:
        signs.append(f"only {share:.0%} of the words are the same")
    return tuple(signs) if len(signs) >= _ENOUGH else ()


def _runs(text: str) -> frozenset[str]:
    bare = bare_title(text)
    return frozenset(bare[start : start + _RUN] for start in range(max(1, len(bare) - _RUN + 1)))
