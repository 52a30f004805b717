"""How many characters side by side two texts share: a plain measure that needs no dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile(r"[一-鿿]+|[a-z0-9]+")


def pairs(text: str) -> frozenset[str]:
    """The pairs of adjoining Chinese characters in a text, and its Latin words.

    >>> sorted(pairs("自动数采率 mes"))
    ['mes', '动数', '数采', '自动', '采率']
    """
    found: set[str] = set()
    for run in _RUN.findall(text.lower()):
        found.update([run] if run.isascii() else (run[at : at + 2] for at in range(len(run) - 1)))
    return frozenset(found)


def without(text: str, names: Iterable[str]) -> str:
    """The text with names taken out, longest first, so that they do not count as shared."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name.lower(), " ")
    return text


def share(asked: str, found: str) -> float:
    """The share of the first text's pairs that the second has, 0 to 1; 0 where it has none."""
    wanted = pairs(asked)
    return len(wanted & pairs(found)) / len(wanted) if wanted else 0.0
