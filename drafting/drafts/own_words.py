"""Whether a draft says only what it was given: its words, signs and numbers, and words that join them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import covered, normalise
from drafting.checks.view import FUNCTION_WORDS, stretches

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def strange(draft: str, given: str, joining: re.Pattern[str]) -> Iterator[str]:
    """Stretches of a draft that stand neither in what was given nor among the words that join.

    A character stands in what was given where it and a neighbour do, side by side.

    >>> list(strange("每月校准，由质检科抽查", "每月校准；抽查", re.compile("由")))
    ['质检科']
    """
    text = normalise(draft)
    known = covered(text, normalise(given))
    for pattern in (FUNCTION_WORDS, joining):
        for word in pattern.finditer(text):
            known[word.start() : word.end()] = [True] * (word.end() - word.start())
    yield from stretches(text, known)


def new_numbers(draft: str, given: str) -> Iterator[str]:
    """Numbers of a draft that were not given."""
    known = set(NUMBER.findall(normalise(given)))
    yield from (one for one in dict.fromkeys(NUMBER.findall(normalise(draft))) if one not in known)
