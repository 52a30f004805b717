"""An alignment as plain values: two clauses of different texts that speak of one matter, how surely, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause

Vectors = npt.NDArray[np.float32]
ReasonKind = Literal["verbatim", "meaning", "words", "names", "topic", "place", "quantities"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why two clauses are aligned.

    Attributes:
        kind: What speaks for it.
        detail: A few Chinese words for a person (``共同提到 MES、APS``).
    """

    kind: ReasonKind
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two aligned clauses.

    Attributes:
        left, right: Their ids.
        confidence: How likely it is that they speak of one matter, from 0 to 1; 1 for verbatim twins.
        reasons: Why, the weightiest first.
    """

    left: str
    right: str
    confidence: float
    reasons: tuple[Reason, ...]

    @property
    def twin(self) -> bool:
        """Whether they have the same characters but for label, whitespace and closing punctuation."""
        return any(reason.kind == "verbatim" for reason in self.reasons)


class Meaning(Protocol):
    """What the embedder made of clauses; rows come in the order of the ids asked for."""

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Each clause's vector, shape (n, dimension), of length 1."""
        ...

    def topics(self, ids: Sequence[str]) -> Vectors:
        """How likely each clause is of each capability subdomain, shape (n, subdomains)."""
        ...


class Aligns(Protocol):
    """Finds the clauses of two texts that speak of one matter."""

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        """The accepted pairs."""
        ...

    def nearest(self, left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
        """For each clause without an accepted pair the pair that comes nearest to one, where there is one."""
        ...
