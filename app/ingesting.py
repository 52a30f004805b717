"""Ingesting: files are read one by one, then taken into the library together, with one build for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.library_changes import LibraryChanges
from corpus.assessing import Assessment, assess
from corpus.clause import Clause
from corpus.errors import CorpusError
from corpus.holdings.admitting import Admitted, Known, admit
from corpus.holdings.arriving import Arrival, arrive, arrive_again, reading_version
from corpus.holdings.given import Given
from corpus.holdings.intact import require_intact_rows
from corpus.holdings.record import Record, Records
from corpus.holdings.store import Holdings
from corpus.library import cut_text
from corpus.readers.limits import Limits
from corpus.readers.unseen import seen
from corpus.shape import Shape
from corpus.topic import is_of_the_field
from retrieval.vector_cache import Progress

_Known = Mapping[tuple[str, str], Record]
"""Records by the name and the hash of the file that they came as."""
Outcome = Literal["added", "updated", "unchanged", "rejected"]


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
        reason: Why it was rejected.
    """

    file: str
    status: Outcome
    id: str | None = None
    record: Record | None = None
    assessment: Assessment | None = None
    clauses: int = 0
    notes: tuple[str, ...] = ()
    reason: str | None = None


class Ingesting:
    """Takes files into a library.

    Args:
        changes: Changes the library.
        progress: Told how many files are read.
        limits: How large a file may be.
    """

    def __init__(self, changes: LibraryChanges, progress: Progress | None = None, limits: Limits | None = None) -> None:
        self._changes = changes
        self._holdings = changes.holdings
        self._progress = progress
        self._limits = limits or Limits()

    def ingest(self, paths: Sequence[Path], given: Given) -> tuple[Ingested, ...]:
        """Take files in; those that cannot be read are told, and do not stop the others.

        Args:
            paths: The files, in the order in which they come.
            given: What a person says of all of them; an id and corrections only with one file.

        Raises:
            CorpusError: The library, the id or the corrections cannot be used.
            GraphError: The data folder cannot be written.
            RetrievalError: The build cannot be made.
        """
        given.parsed()
        known = {
            (record.file, record.original): record
            for record in self._holdings.records().documents
            if record.reading == reading_version()
        }
        arrivals = [self._read(path, known, done, len(paths)) for done, path in enumerate(paths)]
        with self._changes.alone():
            former = self._holdings.records()
            taken = _Taking(self._holdings, self._changes.founding_texts(), former, given)
            results = [
                arrival if isinstance(arrival, Ingested) else taken.take(seen(str(path)), arrival)
                for path, arrival in zip(paths, arrivals, strict=True)
            ]
            if taken.records != former:
                self._changes.go_over(taken.records)
        return tuple(results)

    def _read(self, path: Path, known: _Known, done: int, total: int) -> Arrival | Ingested:
        if self._progress is not None:
            self._progress("read", done, total)
        try:
            return self._known_already(path, known) or arrive(path, self._limits)
        except CorpusError as error:
            return Ingested(seen(str(path)), "rejected", reason=_line(error))

    def _known_already(self, path: Path, known: _Known) -> Arrival | None:
        """A file that the library has, read by the present readers: its text is taken from there."""
        try:
            if not known or not path.is_file() or path.stat().st_size > self._limits.file_bytes:
                return None
            data = path.read_bytes()
        except OSError:
            return None  # whoever reads it as a new file says what is wrong with it
        same = known.get((seen(path.name), hashlib.sha256(data).hexdigest()))
        return None if same is None else arrive_again(path, data, self._holdings.load(same))


class _Taking:
    """One run's files, taken in one after the other."""

    def __init__(self, holdings: Holdings, founding: Mapping[str, str], records: Records, given: Given) -> None:
        self.records = records
        self._holdings = holdings
        self._given = given
        self._founding = founding
        self._fresh: set[str] = set()

    def take(self, file: str, arrival: Arrival) -> Ingested:
        known = Known(self.records, self._founding, self._holdings.load, frozenset(self._fresh))
        admitted = admit(arrival, self._given, known)
        try:
            clauses, unfit = self._cut(admitted, arrival)
        except CorpusError as error:
            return Ingested(file, "rejected", reason=_line(error))
        if admitted.held is not None:
            self._keep(admitted, arrival)
        self._fresh.add(admitted.id.partition("@")[0])
        read = assess(arrival.text, _known_shape(arrival), clauses)
        record = admitted.held.record if admitted.held else None
        told = (*self._same_text(arrival, admitted.id), *self._same_title(record), *_other_field(arrival.text))
        notes = (*told, *admitted.notes, *arrival.notes, *unfit, *read.oddities)
        return Ingested(file, admitted.status, admitted.id, record, read, len(clauses), tuple(dict.fromkeys(notes)))

    def _cut(self, admitted: Admitted, arrival: Arrival) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
        corrections = admitted.held.corrections if admitted.held else None
        shape = admitted.held.shape if admitted.held else arrival.shape
        clauses, unfit = cut_text(admitted.id, arrival.text, shape, corrections)
        require_intact_rows(arrival.file, arrival.text, clauses)
        return clauses, unfit

    def _keep(self, admitted: Admitted, arrival: Arrival) -> None:
        held = admitted.held
        assert held is not None
        if admitted.status == "unchanged":
            return
        self._holdings.keep_text(held.text)
        self._holdings.keep_shape(held.shape)
        if held.record.original == arrival.original:
            self._holdings.keep_original(arrival.data, arrival.format)
        if admitted.corrections is not None:
            self._holdings.keep_corrections(admitted.corrections)
        self.records = with_record(self.records, held.record)

    def _same_text(self, arrival: Arrival, identifier: str) -> Iterator[str]:
        same = [one.id for one in self.records.documents if one.text == arrival.text_hash and one.id != identifier]
        same += [name for name, text in self._founding.items() if text == arrival.text and name != identifier]
        if same:
            yield f"全文与 {'、'.join(same)} 相同。"

    def _same_title(self, record: Record | None) -> Iterator[str]:
        """Documents of the same title that are no editions of this one."""
        base = record.id.partition("@")[0] if record else ""
        for one in self.records.documents if record else ():
            if record and one.title == record.title and one.id.partition("@")[0] != base and one.text != record.text:
                year = one.year or "年份未写"
                yield f"已收有同名文件 {one.id}（{year}）；若这是它的新版，移除后以 --id {one.id} 收入。"


def _other_field(text: str) -> Iterator[str]:
    if not is_of_the_field(text):
        yield "按别的领域的文件收入：不产生等级和要求，只回答点名问它的问题。"


def with_record(records: Records, record: Record) -> Records:
    """Records with one in the place of that of its id, or at the end."""
    others = [one if one.id != record.id else record for one in records.documents]
    if record.id not in {one.id for one in others}:
        others.append(record)
    return records.model_copy(update={"documents": tuple(others)})


def files_in(paths: Sequence[Path], told: Callable[[str], None]) -> tuple[Path, ...]:
    """The files that paths name, each once; of a folder, all within it, in the order of their names.

    Hidden files and those that an office program leaves while it has one open are no documents.

    Args:
        paths: Files and folders.
        told: Told what was passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        for inner in sorted(path.rglob("*"), key=lambda one: one.relative_to(path).parts):
            names = inner.relative_to(path).parts
            if not inner.is_file():
                continue
            if any(name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini", "__MACOSX") for name in names):
                told(f"略过 {seen(str(inner))}（隐藏文件或临时文件）")
                continue
            found[inner] = None
    return tuple(found)


def _known_shape(arrival: Arrival) -> Shape | None:
    return None if arrival.shape == Shape() else arrival.shape


def _line(error: CorpusError) -> str:
    return " ".join(str(error).split())
