"""Finding any of many words in a text, the longest where several begin at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


def find(words: tuple[str, ...], text: str) -> Iterator[tuple[str, int, int]]:
    """The words in a text, from left to right, none inside another: the word, its start and its end."""
    if words:
        for found in _either(words).finditer(text):
            yield found.group(), found.start(), found.end()


@cache
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
