"""A file as it arrives at the library: read, with its facts, before it is known what it is to the library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus.document_id import document_id
from corpus.facts import Facts, read_facts
from corpus.holdings.record import Held
from corpus.readers.extracted import Extracted, Format, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.opening import file_bytes, read_data
from corpus.readers.unseen import seen
from corpus.shape import Shape

_READING = ("readers", "facts", "division", "document_id", "folding", "encoding", "characters")
"""How the names of the modules and data begin that decide what is read from a file."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was read.

    Attributes:
        file: Its name without folders.
        data: Its bytes.
        text: The text that will be stored.
        format: The kind of file.
        shape: What it shows beside its words.
        facts: What the text says of itself.
        notes: In Chinese, what was left out or decided when it was read.
    """

    file: str
    data: bytes
    text: str
    format: Format
    shape: Shape
    facts: Facts
    notes: tuple[str, ...]

    @property
    def original(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def text_hash(self) -> str:
        """The hash of the text."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def named(self) -> str:
        """The id that the file's name gives."""
        return document_id(self.file)


def arrive(path: Path, limits: Limits | None = None) -> Arrival:
    """Read a file.

    Args:
        path: The file.
        limits: How large it may be.

    Raises:
        CorpusError: It is refused; the message names the file, the problem and the remedy.
    """
    return arrive_data(path.name, file_bytes(path, limits), limits)


def arrive_data(name: str, data: bytes, limits: Limits | None = None) -> Arrival:
    """Read a file that is at hand as bytes.

    Args:
        name: Its name without folders.
        data: Its bytes: the text and what is kept are of the same.
        limits: How large it may be.

    Raises:
        CorpusError: It is refused; the message names the file, the problem and the remedy.
    """
    most = (limits or Limits()).file_bytes
    if len(data) > most:
        raise UnreadableError(f"{seen(name)}: it has {len(data):,} bytes, the limit is {most:,}. Split it (请拆分).")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError(f"{seen(name)}: it is empty. Give the document itself (文件为空).")
    return _arrival(name, data, read_data(name, data, limits))


def arrive_again(name: str, data: bytes, held: Held) -> Arrival:
    """A file that the library knows already, read by the same reader: nothing has to be taken out of it again.

    Args:
        name: Its name without folders.
        data: Its bytes, which are those of the record's original.
        held: The record with its contents.
    """
    record = held.record
    return _arrival(name, data, Extracted(held.text, record.format, held.shape, record.notes))


@cache
def reading_version() -> str:
    """What names the present readers of files and facts: a hash of their code and data."""
    digest = hashlib.sha256()
    for name, content in sorted(_sources()):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _arrival(called: str, data: bytes, extracted: Extracted) -> Arrival:
    name = seen(called)
    try:
        extracted.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"{name}: it holds a half of a character at {error.start} that no file can store. Save it again as UTF-8."
        ) from error
    shape = None if extracted.shape == Shape() else extracted.shape
    facts = read_facts(extracted.text, shape, name)
    return Arrival(name, data, extracted.text, extracted.format, extracted.shape, facts, extracted.notes)


def _sources() -> Iterator[tuple[str, bytes]]:
    for entry in files("corpus").iterdir():
        if entry.name.startswith(_READING):
            yield from _content(entry, entry.name)


def _content(entry: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if entry.is_dir():
        for inner in entry.iterdir():
            yield from _content(inner, f"{name}/{inner.name}")
    elif entry.name.endswith((".py", ".yaml", ".json", ".txt")):
        yield name, entry.read_bytes()
