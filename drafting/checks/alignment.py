"""Which words of a clause a phrase of a sentence takes, in the clause's own order.

Two texts are aligned by runs of equal characters. A run of one character says nothing (的, 在), so a run must have
at least two to pay: each character earns 1 and each new run costs 1.5. Runs keep the clause's order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

RUN_COST = 1.5
LEAST_SAID = 0.7
"""The share of some words' characters that a text must have to say them."""
_PHRASE_END = re.compile(r"[,;:。!?\n]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Equal characters: ``length`` of them from ``phrase_at`` in the phrase and ``clause_at`` in the clause."""

    phrase_at: int
    clause_at: int
    length: int

    @property
    def phrase_end(self) -> int:
        """One past the last character in the phrase."""
        return self.phrase_at + self.length

    @property
    def clause_end(self) -> int:
        """One past the last character in the clause."""
        return self.clause_at + self.length


def normalise(text: str) -> str:
    """One form for full-width and half-width characters, without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def letters(text: str) -> str:
    """The letters and digits of a text in one width: what is left of it without its punctuation.

    >>> letters("虚拟现实(VR)/增强现实（AR）,") == letters("虚拟现实（VR）/增强现实(AR)，")
    True
    """
    return "".join(one for one in normalise(text) if one.isalnum())


def phrases(text: str) -> Iterator[tuple[int, int]]:
    """The spans between the commas, semicolons, colons and full stops of a normalised text, empty ones left out.

    >>> text = normalise("应建立平台，实现共享。")
    >>> [text[start:end] for start, end in phrases(text)]
    ['应建立平台', '实现共享']
    """
    start = 0
    for end in [*(mark.start() for mark in _PHRASE_END.finditer(text)), len(text)]:
        if end > start:
            yield start, end
        start = end + 1


def align(phrase: str, clause: str) -> tuple[Run, ...]:
    """The best runs of equal characters, in order in both texts.

    >>> align("建立数据字典", "建立数据库,定义数据字典")
    (Run(phrase_at=0, clause_at=0, length=2), Run(phrase_at=2, clause_at=8, length=4))
    """
    whole = clause.find(phrase)
    if whole >= 0 and len(phrase) > 1:  # what most phrases are, found without the table
        return (Run(0, whole, len(phrase)),)
    rows, columns = len(phrase), len(clause)
    open_run = [[-RUN_COST] * (columns + 1) for _ in range(rows + 1)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        character, before, now = phrase[i - 1], best[i - 1], best[i]
        run_before, run_now = open_run[i - 1], open_run[i]
        for j in range(1, columns + 1):
            score = max(before[j], now[j - 1])
            if character == clause[j - 1]:
                run = max(run_before[j - 1], before[j - 1] - RUN_COST) + 1
                run_now[j] = run
                score = max(score, run)
            else:
                run_now[j] = float("-inf")
            now[j] = score
    return _trace(best, open_run, rows, columns)


def _trace(best: list[list[float]], open_run: list[list[float]], i: int, j: int) -> tuple[Run, ...]:
    """Walk back along the choices that gave the best score.

    Of equal choices, the last run is the first in the clause and every other run the nearest to the one behind it.
    """
    runs: list[Run] = []
    j = best[i].index(best[i][j])
    while i > 0 and j > 0 and best[i][j] > 0:
        if open_run[i][j] < best[i][j]:
            i, j = (i - 1, j) if best[i][j] == best[i - 1][j] else (i, j - 1)
            continue
        end = i
        while open_run[i][j] == open_run[i - 1][j - 1] + 1 and i > 1 and j > 1:
            i, j = i - 1, j - 1
        i, j = i - 1, j - 1
        runs.append(Run(i, j, end - i))
    return tuple(reversed(runs))


def covered(text: str, source: str) -> list[bool]:
    """For each character of ``text``: whether it and a neighbour stand side by side in ``source`` too."""
    marks = [False] * len(text)
    for at in range(len(text) - 1):
        if text[at : at + 2] in source:
            marks[at] = marks[at + 1] = True
    return marks


def mostly_said(words: str, text: str) -> bool:
    """Whether a text has so many of some words' characters, each with a neighbour, that it says them.

    >>> mostly_said("与实施前相比", "与实施前相比，增长20%"), mostly_said("与实施前相比", "增长20%")
    (True, False)
    """
    return sum(covered(words, text)) >= LEAST_SAID * len(words)
