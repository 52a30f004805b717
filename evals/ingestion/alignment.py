"""Which found row is which true one, and what is wrong with the rest: borders, loss, invention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evals.ingestion.truth import TrueRow

_BLANK = re.compile(r"[\s\u2028\u200b\ufeff]+")
_MOST = 0.8
_SHORT = 4


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row that a system cut: its words and where they stand in the stored text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the rows of one file agree with the truth; numbers are places in the two lists.

    Attributes:
        pairs: True row and found row with the same words, whitespace aside, in order.
        borders: True rows whose words stand in rows that are cut elsewhere.
        missed: True rows whose words are in no row, or not in the stored text.
        invented: Found rows with words that no true row has.
    """

    pairs: tuple[tuple[int, int], ...]
    borders: tuple[int, ...]
    missed: tuple[int, ...]
    invented: tuple[int, ...]


def normal(text: str) -> str:
    """Words without whitespace: where a line breaks is not judged."""
    return _BLANK.sub("", text)


def align(truth: Sequence[TrueRow], rows: Sequence[FoundRow], source: str, printed: str) -> Alignment:
    """Align the rows of a file with its truth.

    Args:
        truth: The rows to be found, in order.
        rows: The rows that were found, by position.
        source: The stored text that the positions count in.
        printed: All that the document prints, labels included.
    """
    accepted = [frozenset(map(normal, (row.text, *row.also))) for row in truth]
    pairs = _common(accepted, [normal(row.text) for row in rows])
    told = {true for true, _ in pairs}
    taken = {found for _, found in pairs}
    stored = _Stored(source, rows)
    rest = [n for n, row in enumerate(truth) if n not in told and not row.optional]
    borders = tuple(n for n in rest if stored.holds(normal(truth[n].text)))
    known = _Known(truth, printed)
    invented = tuple(n for n, row in enumerate(rows) if n not in taken and not known.has(normal(row.text)))
    return Alignment(pairs, borders, tuple(n for n in rest if n not in borders), invented)


def _common(accepted: Sequence[frozenset[str]], found: Sequence[str]) -> tuple[tuple[int, int], ...]:
    # Longest common subsequence, where a true row may be said in several ways.
    best = [[0] * (len(found) + 1) for _ in range(len(accepted) + 1)]
    for i in range(len(accepted) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            same = best[i + 1][j + 1] + 1 if found[j] in accepted[i] else 0
            best[i][j] = max(same, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(accepted) and j < len(found):
        if found[j] in accepted[i] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return tuple(pairs)


class _Stored:
    """The stored text without whitespace, and which of its signs stand in a row."""

    def __init__(self, source: str, rows: Sequence[FoundRow]) -> None:
        inside = bytearray(len(source))
        for row in rows:
            inside[row.start : row.end] = b"\x01" * (row.end - row.start)
        kept = [place for place, sign in enumerate(source) if not _BLANK.fullmatch(sign)]
        self._text = "".join(source[place] for place in kept)
        self._inside = [inside[place] for place in kept]

    def holds(self, words: str) -> bool:
        """Whether most of the words, standing together, are in rows."""
        at = self._text.find(words)
        while at >= 0:
            if sum(self._inside[at : at + len(words)]) >= _MOST * len(words):
                return True
            at = self._text.find(words, at + 1)
        return False


class _Known:
    """What the document and the lines around it say."""

    def __init__(self, truth: Sequence[TrueRow], printed: str) -> None:
        around = "".join(normal(row.text) for row in truth if row.optional)
        self._text = normal(printed) + around
        self._long = [text for row in truth if len(text := normal(row.text)) > _SHORT]

    def has(self, words: str) -> bool:
        """Whether the words are of the document: a piece of it, or several of its rows together."""
        return not words or words in self._text or any(text in words for text in self._long)
