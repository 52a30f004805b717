"""The files of a session that wait to be taken in: read and assessed, and nothing of them kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.assessed import Assessed, Ingested
from corpus.holdings.given import Given


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits.

    Attributes:
        number: Names it among the files of its session, whatever becomes of the others.
        assessed: What was understood of it.
    """

    number: int
    assessed: Assessed

    @property
    def admissible(self) -> bool:
        """Whether taking it in would change the library."""
        return self.assessed.status in ("added", "updated")


@dataclass(frozen=True, slots=True)
class Batch:
    """All files of a session that wait.

    Attributes:
        files: In the order in which they came.
        came: How many came so far, those that are gone again among them.
    """

    files: tuple[Waiting, ...] = ()
    came: int = 0

    def find(self, number: int | None) -> Waiting | None:
        """The file of a number; None where it is gone."""
        return next((one for one in self.files if one.number == number), None)

    @property
    def assessed(self) -> tuple[Assessed, ...]:
        """What was understood of each file."""
        return tuple(one.assessed for one in self.files)

    @property
    def admissible(self) -> tuple[Waiting, ...]:
        """The files that would change the library."""
        return tuple(one for one in self.files if one.admissible)

    def said(self, number: int, given: Given) -> list[Given]:
        """What a person says of each file, with new words on one of them."""
        return [given if one.number == number else one.assessed.given for one in self.files]

    def looked_at(self, assessed: Sequence[Assessed]) -> Batch:
        """The files assessed anew, in the same order; those beyond them have just come."""
        known = [replace(one, assessed=found) for one, found in zip(self.files, assessed, strict=False)]
        more = assessed[len(known) :]
        new = [Waiting(number, found) for number, found in enumerate(more, self.came + 1)]
        return Batch((*known, *new), self.came + len(more))

    def without(self, numbers: Collection[int]) -> Batch:
        """The files but for some."""
        return replace(self, files=tuple(one for one in self.files if one.number not in numbers))

    def after(self, numbers: Sequence[int], ingested: Sequence[Ingested]) -> Batch:
        """The files but for those that were taken in; one that was rejected after all stays."""
        gone = {number for number, one in zip(numbers, ingested, strict=True) if one.status != "rejected"}
        return self.without(gone)
