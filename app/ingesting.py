"""Ingesting: files are read one by one, then taken into the library together, with one build for all of them.

It can be done in two steps, so that a person sees what was understood before anything is kept::

    told = stoppable(event.is_set, progress)
    ingesting = Ingesting(library_changes(settings, told), told)
    assessed = ingesting.assess([UploadedFile("办法.docx", data)])
    revised = ingesting.revise(assessed, [Given(id="beiyuan", corrections=dump_corrections(corrections))])
    ingested = ingesting.admit(revised)
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.arriving_files import ArrivingFile, FileOnDisk
from app.assessed import Assessed, Ingested
from app.library_changes import LibraryChanges
from app.taking import Taking, one_line
from corpus.errors import CorpusError
from corpus.holdings.arriving import Arrival, arrive_again, arrive_data, reading_version
from corpus.holdings.given import Given
from corpus.holdings.record import Record
from corpus.readers.limits import Limits
from corpus.readers.unseen import seen
from retrieval.vector_cache import Progress

_Known = Mapping[tuple[str, str], Record]
"""Records by the name and the hash of the file that they came as."""


class Ingesting:
    """Takes files into a library.

    Args:
        changes: Changes the library.
        progress: Told how many files are read (``read``) and pages recognised (``recognise``); what it raises ends the
            work, and nothing is taken in.
        limits: How large a file may be, and how long its reading may take.
    """

    def __init__(self, changes: LibraryChanges, progress: Progress | None = None, limits: Limits | None = None) -> None:
        self._changes = changes
        self._holdings = changes.holdings
        self._progress = progress
        self._limits = limits or Limits()
        if progress is not None:
            self._limits = replace(self._limits, told=lambda done, total: progress("recognise", done, total))

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
        return self._admit(self._read_all([FileOnDisk(path) for path in paths], [given] * len(paths)))

    def assess(self, files: Sequence[ArrivingFile], given: Sequence[Given] = ()) -> tuple[Assessed, ...]:
        """Read files and tell what they would be to the library; nothing is written.

        Args:
            files: The files, in the order in which they come.
            given: What a person says of each; nothing where it is empty.

        Raises:
            CorpusError: The library, an id or corrections cannot be used.
            ValueError: There are not as many files as words on them.
        """
        said = list(given) or [Given()] * len(files)
        for one in said:
            one.parsed()
        return self._look(self._read_all(files, said))

    def revise(self, assessed: Sequence[Assessed], given: Sequence[Given]) -> tuple[Assessed, ...]:
        """Assess files again with other words of a person (id, facts, corrections); they are not read again.

        Args:
            assessed: The files.
            given: What a person says of each.

        Raises:
            CorpusError: The library, an id or corrections cannot be used.
            ValueError: There are not as many files as words on them.
        """
        for one in given:
            one.parsed()
        return self._look([replace(one, given=said) for one, said in zip(assessed, given, strict=True)])

    def admit(self, assessed: Sequence[Assessed]) -> tuple[Ingested, ...]:
        """Take in files that were assessed; what a person said of each goes with it.

        What a file is to the library is found out anew: it may have changed meanwhile. Rejected files stay out.

        Args:
            assessed: The files, those that a person left out not among them.

        Raises:
            CorpusError: The library, an id or corrections cannot be used.
            GraphError: The data folder cannot be written.
            RetrievalError: The build cannot be made.
        """
        return self._admit(assessed)

    def _read_all(self, files: Sequence[ArrivingFile], given: Sequence[Given]) -> list[Assessed]:
        """The files as they were read; what they are to the library is not known yet."""
        known = {
            (record.file, record.original): record
            for record in self._holdings.records().documents
            if record.reading == reading_version()
        }
        found = []
        for done, (file, said) in enumerate(zip(files, given, strict=True)):
            if self._progress is not None:
                self._progress("read", done, len(files))
            try:
                found.append(Assessed(file.shown, "added", said, self._read(file, known)))
            except CorpusError as error:
                found.append(Assessed(file.shown, "rejected", said, reason=one_line(error)))
        return found

    def _read(self, file: ArrivingFile, known: _Known) -> Arrival:
        data = file.content(self._limits)
        same = known.get((seen(file.name), hashlib.sha256(data).hexdigest()))
        if same is not None:
            return arrive_again(file.name, data, self._holdings.load(same))
        return arrive_data(file.name, data, self._limits)

    def _look(self, read: Sequence[Assessed]) -> tuple[Assessed, ...]:
        records = self._holdings.records()
        return _taken(read, Taking(self._holdings, self._changes.founding_texts(), records, keep=False))

    def _admit(self, read: Sequence[Assessed]) -> tuple[Ingested, ...]:
        with self._changes.alone():
            former = self._holdings.records()
            taking = Taking(self._holdings, self._changes.founding_texts(), former, keep=True)
            results = _taken(read, taking)
            if taking.records != former:
                self._changes.go_over(taking.records)
        return tuple(map(Ingested.of, results))


def _taken(read: Sequence[Assessed], taking: Taking) -> tuple[Assessed, ...]:
    """Files in the light of the library and of each other; one that could not be read stays as it is."""
    return tuple(one if one.arrival is None else taking.take(one.file, one.arrival, one.given) for one in read)
