"""What the library keeps of one document: its facts, where its contents lie, and what a person decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.holdings.corrections import Corrections
from corpus.manifest import HASH, ID, Repealed
from corpus.readers.extracted import Format
from corpus.shape import Shape

FactName = Literal["title", "issuer", "region", "level", "year", "status"]
"""The facts that a person may give beside the file."""


class Record(BaseModel):
    """One edition of one document.

    Attributes:
        id: The document's id; ``ID@2`` of its second edition.
        named: The id that its file's name gives; another file of that name is looked for under it.
        given: Which facts a person gave by hand: they stay when the file is read again.
        file: The name of the file that it came as.
        format: The kind of that file.
        original: The file's hash.
        text: The hash of the stored text.
        shape: The hash of the stored shape; None where the file shows nothing beside its words.
        corrections: The hash of the stored corrections.
        reading: What the file was read with; with another reader it is read again.
        notes: In Chinese, what was left out or decided when it was read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=rf"^{ID}(@\d+)?$", max_length=80)
    named: str
    title: str = Field(min_length=1)
    issuer: str | None = None
    region: str | None = None
    level: str | None = None
    year: int | None = None
    year_basis: str
    status: str | None = None
    aliases: tuple[str, ...] = ()
    number: str | None = None
    validity: str | None = None
    repeals: tuple[Repealed, ...] = ()
    given: tuple[FactName, ...] = ()
    file: str
    format: Format
    original: str = Field(pattern=HASH)
    text: str = Field(pattern=HASH)
    shape: str | None = Field(default=None, pattern=HASH)
    corrections: str | None = Field(default=None, pattern=HASH)
    reading: str
    notes: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The document's id without its edition."""
        return document_of(self.id)

    @property
    def edition(self) -> int:
        """Which edition it is, counted from 1."""
        return edition_of(self.id)


class Records(BaseModel):
    """All records, in the order in which their documents came."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = 1
    documents: tuple[Record, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Records:
        ids = [record.id for record in self.documents]
        for identifier in ids:
            if ids.count(identifier) > 1:
                raise ValueError(f"the id {identifier} stands twice")
        return self


@dataclass(frozen=True, slots=True)
class Held:
    """One edition of one document with its contents.

    Attributes:
        record: What is kept of it.
        text: The stored text.
        shape: What the file shows beside its words.
        corrections: What a person corrected; None where nobody did.
    """

    record: Record
    text: str
    shape: Shape
    corrections: Corrections | None = None


def document_of(identifier: str) -> str:
    """The document of an edition's id.

    >>> document_of("hubei-rules@2"), document_of("hubei-rules")
    ('hubei-rules', 'hubei-rules')
    """
    return identifier.partition("@")[0]


def edition_of(identifier: str) -> int:
    """The number of an edition's id, counted from 1.

    >>> edition_of("hubei-rules@2"), edition_of("hubei-rules")
    (2, 1)
    """
    return int(identifier.partition("@")[2] or 1)


def edition_id(document: str, edition: int) -> str:
    """The id of an edition: the first has the document's own."""
    return document if edition == 1 else f"{document}@{edition}"
