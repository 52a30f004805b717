"""One run's files, told one after the other what each is to the library, and kept for it where it is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.assessed import Assessed
from corpus.assessing import assess
from corpus.clause import Clause
from corpus.errors import CorpusError
from corpus.holdings.admitting import Admitted, Known, UnlikeError, admit
from corpus.holdings.arriving import Arrival
from corpus.holdings.corrections import dump_corrections
from corpus.holdings.given import Given
from corpus.holdings.intact import require_intact_rows
from corpus.holdings.likeness import same_title
from corpus.holdings.record import Held, Record, Records
from corpus.holdings.store import Holdings
from corpus.library import cut_text
from corpus.shape import Shape
from corpus.topic import is_of_the_field


class Taking:
    """Finds out what files are to the library, each in the light of those before it.

    Args:
        holdings: The library.
        founding: The texts that came with the product, by id.
        former: The library's records.
        keep: Whether contents are kept; else nothing is written.
    """

    def __init__(self, holdings: Holdings, founding: Mapping[str, str], former: Records, keep: bool) -> None:
        self.records = former
        self._holdings = holdings
        self._founding = founding
        self._keep = keep
        self._fresh: set[str] = set()
        self._coming: dict[str, Held] = {}

    def take(self, file: str, arrival: Arrival, given: Given) -> Assessed:
        """What a file is to the library, and how it is read.

        Args:
            file: What a person knows it by.
            arrival: The file.
            given: What a person says of it.

        Raises:
            CorpusError: The library, the id or the corrections cannot be used.
        """
        try:
            known = Known(self.records, self._founding, self._load, frozenset(self._fresh))
            admitted = admit(arrival, given, known)
        except UnlikeError as error:
            return Assessed(file, "rejected", given, arrival, reason=one_line(error))
        try:
            clauses, unfit = _cut(admitted, arrival)
        except CorpusError as error:
            return Assessed(file, "rejected", given, arrival, reason=one_line(error))
        record = admitted.held.record if admitted.held else None
        told = (*self._same_text(arrival, admitted.id), *_other_field(arrival.text))
        namesakes = tuple(self._namesakes(record, given))
        if admitted.held is not None and admitted.status != "unchanged":
            self._take_in(admitted, arrival)
        self._fresh.add(admitted.id.partition("@")[0])
        read = assess(arrival.text, None if arrival.shape == Shape() else arrival.shape, clauses)
        notes = tuple(dict.fromkeys((*told, *admitted.notes, *arrival.notes, *unfit, *read.oddities)))
        corrected = admitted.held.corrections if admitted.held else None
        return Assessed(
            file,
            admitted.status,
            given,
            arrival,
            admitted.id,
            record,
            assessment=read,
            clauses=clauses,
            notes=notes,
            namesakes=namesakes,
            corrections=dump_corrections(corrected) if corrected else None,
        )

    def _take_in(self, admitted: Admitted, arrival: Arrival) -> None:
        held = admitted.held
        assert held is not None
        if self._keep:
            self._holdings.keep_text(held.text)
            self._holdings.keep_shape(held.shape)
            if held.record.original == arrival.original:
                self._holdings.keep_original(arrival.data, arrival.format)
            if admitted.corrections is not None:
                self._holdings.keep_corrections(admitted.corrections)
        self._coming[admitted.id] = held
        self.records = with_record(self.records, held.record)

    def _load(self, record: Record) -> Held:
        """A record's contents; of one that came in this run, those that it came with."""
        coming = self._coming.get(record.id)
        return coming if coming is not None and coming.record == record else self._holdings.load(record)

    def _same_text(self, arrival: Arrival, identifier: str) -> Iterator[str]:
        same = [one.id for one in self.records.documents if one.text == arrival.text_hash and one.id != identifier]
        same += [name for name, text in self._founding.items() if text == arrival.text and name != identifier]
        if same:
            yield f"全文与 {'、'.join(same)} 相同。"

    def _namesakes(self, record: Record | None, given: Given) -> Iterator[Record]:
        """Documents of the same title that are no editions of this one; a person who gave an id has chosen."""
        if record is None or given.id is not None:
            return
        for one in self.records.documents:
            elsewhere = one.region and record.region and one.region != record.region
            other = one.document != record.document and one.text != record.text
            if other and not elsewhere and same_title(one.title, record.title):
                yield one


def with_record(records: Records, record: Record) -> Records:
    """Records with one in the place of that of its id, or at the end."""
    others = [one if one.id != record.id else record for one in records.documents]
    if record.id not in {one.id for one in others}:
        others.append(record)
    return records.model_copy(update={"documents": tuple(others)})


def one_line(error: CorpusError) -> str:
    """An error in one line."""
    return " ".join(str(error).split())


def _cut(admitted: Admitted, arrival: Arrival) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
    corrections = admitted.held.corrections if admitted.held else None
    shape = admitted.held.shape if admitted.held else arrival.shape
    clauses, unfit = cut_text(admitted.id, arrival.text, shape, corrections)
    require_intact_rows(arrival.file, arrival.text, clauses)
    return clauses, unfit


def _other_field(text: str) -> Iterator[str]:
    if not is_of_the_field(text):
        yield "按别的领域的文件收入：不产生等级和要求，只回答点名问它的问题。"
