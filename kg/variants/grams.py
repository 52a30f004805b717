"""How much of one text's wording another shares: pairs and triples of characters, the rare ones counting most.

Chinese has no spaces, and a dictionary misses what a text coins; runs of two and three characters catch terms, their
parts and their shortened forms alike. Digits and Latin words count whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.linking import fold

Matrix = npt.NDArray[np.float32]

_RUNS = re.compile(r"[a-z0-9.%+\-]*[a-z0-9%]|[^\W\da-z_]+")
_SENTENCE = re.compile(r"[。；;！？!?\n]")
_MODAL = re.compile("[应宜可]|鼓励|实现|通过|基于|以及|进行|开展|建立|具备|能够|采用|应用")
_LENGTHS = (2, 3)
_SMALL = np.float32(1e-6)
_LEAST = 8
"""A piece of fewer characters is no sentence of its own."""


def grams(text: str) -> frozenset[str]:
    """The runs of two and three Chinese characters of a text, and its Latin words and numbers.

    Words that only carry the demand (应, 实现, 通过) part runs and do not count.

    >>> sorted(grams("应建立MES系统"))
    ['mes', '系统']
    """
    found: set[str] = set()
    for run in _RUNS.findall(fold(text)):
        if run[0].isascii():
            found.add(run)
            continue
        for part in _MODAL.split(run):
            found.update(part[at : at + size] for size in _LENGTHS for at in range(len(part) - size + 1))
    return frozenset(found)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; the whole text where it has but one."""
    pieces = [piece.strip() for piece in _SENTENCE.split(text)]
    long = tuple(piece for piece in pieces if len(piece) >= _LEAST)
    return long if len(long) > 1 else (text,)


class Rarity(dict[str, float]):
    """How much each item counts; what it all comes to in a bag is worked out once."""

    def __init__(self, counts: Mapping[str, float]) -> None:
        super().__init__(counts)
        self._totals: dict[tuple[frozenset[str], ...], Matrix] = {}

    def totals(self, bags: Sequence[frozenset[str]]) -> Matrix:
        """What each bag's items come to together, shape (bags,); what is not known counts nothing."""
        key = tuple(bags)
        if key not in self._totals:
            # In a fixed order: the sum of rounded numbers depends on it.
            sums = [sum(self.get(item, 0.0) for item in sorted(bag)) for bag in key]
            self._totals[key] = np.array(sums, dtype=np.float32)
        return self._totals[key]


def rarity(bags: Iterable[frozenset[str]]) -> Rarity:
    """How rare each item is: the logarithm of how many bags there are for one that holds it, 0 to ``log(bags)``."""
    counts: Counter[str] = Counter()
    total = 0
    for bag in bags:
        counts.update(bag)
        total += 1
    return Rarity({item: float(np.log((total + 1) / (count + 0.5))) for item, count in counts.items()})


@dataclass(frozen=True, slots=True)
class Shared:
    """What each of n bags shares with each of m.

    Attributes:
        weight: The rarity of what both hold, shape (n, m).
        of_left: The share of the left's whole rarity, shape (n, m), from 0 to 1.
        of_right: The share of the right's, shape (n, m), from 0 to 1.
    """

    weight: Matrix
    of_left: Matrix
    of_right: Matrix

    @property
    def alike(self) -> Matrix:
        """The harmonic mean of both shares, shape (n, m), from 0 to 1."""
        return np.asarray(2 * self.of_left * self.of_right / np.maximum(self.of_left + self.of_right, _SMALL))


def shared(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], rare: Rarity) -> Shared:
    """Hold every bag of the left against every bag of the right.

    Args:
        left, right: The bags.
        rare: How much each item counts; what is not in it counts nothing.
    """
    both = frozenset().union(*left) & frozenset().union(*right)
    place = {item: number for number, item in enumerate(sorted(item for item in both if item in rare))}
    weights = np.array([rare[item] for item in place], dtype=np.float32)
    weight: Matrix = np.asarray((_incidence(left, place) * weights) @ _incidence(right, place).T, dtype=np.float32)
    return Shared(weight, _share(weight, rare.totals(left)[:, None]), _share(weight, rare.totals(right)[None, :]))


def _incidence(bags: Sequence[frozenset[str]], place: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(bags), len(place)), dtype=np.float32)
    for row, bag in enumerate(bags):
        matrix[row, [place[item] for item in bag if item in place]] = 1.0
    return matrix


def _share(weight: Matrix, total: Matrix) -> Matrix:
    return np.asarray(weight / np.where(total > 0, total, 1.0), dtype=np.float32)
