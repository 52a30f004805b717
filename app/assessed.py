"""What is known of a file before and after it is taken into the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.assessing import Assessment
from corpus.clause import Clause
from corpus.facts import Facts
from corpus.holdings.arriving import Arrival
from corpus.holdings.given import Given
from corpus.holdings.record import Record

Outcome = Literal["added", "updated", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A file that was read and cut, and what it would be to the library; nothing of it is in the library yet.

    Attributes:
        file: What a person knows it by.
        status: What would become of it: ``added`` (a new document), ``updated`` (a new edition, or a known one read or
            described otherwise), ``unchanged``, or ``rejected``.
        given: What a person said of it.
        arrival: The file as it was read, with its text and shape; None where it could not be read.
        id: The id that it would have; None where it is rejected.
        record: Its facts as they would be kept, corrected and given ones in their place; None where it is rejected or
            comes with the product.
        assessment: Layout, sureness, explanation, coverage, tiers and oddities; None where it is rejected.
        clauses: Its rows, corrected, in reading order.
        notes: In Chinese, what a person should know.
        namesakes: Documents of the same title that it would be no edition of; a person may say that it is one.
        corrections: The corrections in force, as a file: given now, kept from before, or carried over from the former
            edition; None where there are none. What a person adds is added to these.
        reason: In English, why it is rejected; ``app.messages.in_chinese`` has it in Chinese.
    """

    file: str
    status: Outcome
    given: Given
    arrival: Arrival | None = None
    id: str | None = None
    record: Record | None = None
    assessment: Assessment | None = None
    clauses: tuple[Clause, ...] = ()
    notes: tuple[str, ...] = ()
    namesakes: tuple[Record, ...] = ()
    corrections: bytes | None = None
    reason: str | None = None

    @property
    def text(self) -> str:
        """The text that every position counts in; empty where the file could not be read."""
        return self.arrival.text if self.arrival else ""

    @property
    def facts(self) -> Facts | None:
        """What the text says of itself, each fact with the place where it was read (``facts.place_of("year")``)."""
        return self.arrival.facts if self.arrival else None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file.

    Attributes:
        file: Its path as it was given or found.
        status: ``rejected`` leaves the library as it was.
        id: The document's id; None where it was rejected.
        record: What the library keeps of it; None where it was rejected or comes with the product.
        assessment: How its text was read; None where it was rejected.
        clauses: How many rows it has.
        notes: In Chinese, what a person should know.
        reason: In English, why it was rejected.
    """

    file: str
    status: Outcome
    id: str | None = None
    record: Record | None = None
    assessment: Assessment | None = None
    clauses: int = 0
    notes: tuple[str, ...] = ()
    reason: str | None = None

    @classmethod
    def of(cls, one: Assessed) -> Ingested:
        """What became of a file that was taken in as it was assessed."""
        notes = (*map(_namesake, one.namesakes), *one.notes)
        return cls(one.file, one.status, one.id, one.record, one.assessment, len(one.clauses), notes, one.reason)


def _namesake(record: Record) -> str:
    year = record.year or "年份未写"
    return f"库里已有同名文件 {record.id}（{year}）；若本份是新版，请移除后加 --id {record.document} 重新收入。"
