"""What a file that arrives is to the library: a new document, a new edition of one, or one that it has already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from corpus.errors import CorpusError
from corpus.facts import read_facts
from corpus.holdings.arriving import Arrival, reading_version
from corpus.holdings.carrying import Carried, Text, carry_over
from corpus.holdings.corrections import Corrections
from corpus.holdings.given import Given
from corpus.holdings.likeness import ALIKE, Look, alike, resembles, unlikeness
from corpus.holdings.record import FactName, Held, Record, Records, edition_id
from corpus.holdings.shape_json import dump_shape
from corpus.manifest import ID, Repealed
from corpus.shape import Shape

Status = Literal["added", "updated", "unchanged"]
_ID = re.compile(ID)
_LONGEST_ID = 64
_FACTS: tuple[FactName, ...] = ("title", "issuer", "region", "level", "year", "status")


class UnlikeError(CorpusError):
    """A file that a person called an edition of a document which it does not look like."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What became of a file.

    Attributes:
        status: ``added``, ``updated`` (a new edition, or the same one read or described otherwise) or ``unchanged``.
        held: The document with its contents; one that came with the product is not held, then None.
        id: Its id.
        notes: In Chinese, what was decided about it.
        corrections: The corrections' bytes, where they are new.
    """

    status: Status
    held: Held | None
    id: str
    notes: tuple[str, ...] = ()
    corrections: bytes | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has.

    Attributes:
        records: Its records.
        founding: The texts of the documents that came with the product, by id.
        load: Gives a record's contents.
        fresh: Ids of documents that came in the same run: two files of one run are never editions of one another,
            unless a person says so by the id.
    """

    records: Records
    founding: Mapping[str, str]
    load: Callable[[Record], Held]
    fresh: frozenset[str] = frozenset()

    def editions(self, document: str) -> list[Record]:
        """The editions of a document, the first first."""
        found = [record for record in self.records.documents if record.document == document]
        return sorted(found, key=lambda record: record.edition)


def admit(arrival: Arrival, given: Given, known: Known) -> Admitted:
    """Find out what a file is to the library.

    Args:
        arrival: The file.
        given: What a person says of it.
        known: What the library has.

    Raises:
        CorpusError: The id or the corrections cannot be used.
        UnlikeError: The file does not look like the document whose id was given, and nobody insists.
    """
    if given.id is not None and not (_ID.fullmatch(given.id) and len(given.id) <= _LONGEST_ID):
        raise CorpusError(
            f"id {given.id[:_LONGEST_ID]}: it cannot name a document. Use small letters, digits and hyphens, "
            f"{_LONGEST_ID} at most; editions are counted by themselves."
        )
    document = given.id if given.id is not None else _document(arrival, known)
    editions = known.editions(document)
    same = _same(arrival, editions)
    if same is not None:
        return _again(arrival, given, known.load(same))
    if document in known.founding and known.founding[document] == arrival.text:
        return Admitted("unchanged", None, document, ("这份文本随产品提供，没有重复收入。",))
    _require_like(document, arrival, given, known)
    number = max((record.edition for record in editions), default=1 if document in known.founding else 0) + 1
    former = known.load(editions[-1]) if editions else None
    carried = _carried(arrival, given, former)
    said = given if carried.data is None else replace(given, corrections=carried.data)
    record = _record(edition_id(document, number), arrival, said, None)
    held = Held(record, arrival.text, arrival.shape, said.parsed())
    notes = _given_id(document, arrival, known)
    if number == 1:
        return Admitted("added", held, record.id, notes, said.corrections)
    before = edition_id(document, editions[-1].edition if editions else 1)
    told = f"作为 {before} 的新版收入，编号 {record.id}；两版都保留。"
    return Admitted("updated", held, record.id, (*notes, told, *carried.notes), said.corrections)


def _carried(arrival: Arrival, given: Given, former: Held | None) -> Carried:
    """What of the former edition's corrections holds of the new one, where a person gave none for it."""
    if former is None or former.corrections is None or given.corrections is not None:
        return Carried()
    before = Text(former.text, former.shape, former.record.file)
    return carry_over(former.corrections, before, Text(arrival.text, arrival.shape, arrival.file))


def _document(arrival: Arrival, known: Known) -> str:
    """The document that a file without a given id belongs to: by its name, and by what it says."""
    own = [record for record in known.records.documents if record.named == arrival.named]
    same = _same(arrival, own)
    if same is not None:
        return same.document
    founding = known.founding.get(arrival.named)
    if founding is not None and not known.editions(arrival.named) and alike(arrival.text, founding) >= ALIKE:
        return arrival.named
    for record in reversed(own):
        if record.document not in known.fresh and resembles(_look(arrival, Given()), _looked(record, known)):
            return record.document
    taken = {*known.founding, *(record.document for record in known.records.documents)}
    return next(name for name in _names(arrival.named) if name not in taken)


def _names(named: str) -> Iterator[str]:
    yield named
    number = 2
    while True:
        yield f"{named}-{number}"
        number += 1


def _given_id(document: str, arrival: Arrival, known: Known) -> tuple[str, ...]:
    if document == arrival.named or not document.startswith(f"{arrival.named}-"):
        return ()
    if not any(record.named == arrival.named for record in known.records.documents):
        return ()
    return (f"已有另一份同名文件，内容不同，本份编号为 {document}；如是它的新版，请用 --id {arrival.named} 指明。",)


def _look(arrival: Arrival, given: Given) -> Look:
    title, region = (given.facts.get(name) or getattr(arrival.facts, name) for name in ("title", "region"))
    return Look(str(title), region, arrival.text)


def _looked(record: Record, known: Known) -> Look:
    return Look(record.title, record.region, known.load(record).text)


def _require_like(document: str, arrival: Arrival, given: Given, known: Known) -> None:
    """Nothing where a file can be an edition of the document whose id a person gave, or the person insists."""
    if given.id is None or given.edition:
        return
    editions = known.editions(document)
    if editions:
        latest = _looked(editions[-1], known)
    elif document in known.founding:
        text = known.founding[document]
        read = read_facts(text, None, f"{document}.txt")
        latest = Look(read.title, read.region, text)
    else:
        return
    if signs := unlikeness(_look(arrival, given), latest):
        raise UnlikeError(
            f"{arrival.file}: it is no edition of {document} ({'; '.join(signs)}). "
            "Give it an id of its own, or insist with --edition."
        )


def _same(arrival: Arrival, records: list[Record]) -> Record | None:
    """The record of this very file, or of this very text."""
    by_file = (record for record in records if record.original == arrival.original)
    by_text = (record for record in records if record.text == arrival.text_hash)
    return next(by_file, None) or next(by_text, None)


def _again(arrival: Arrival, given: Given, held: Held) -> Admitted:
    """A document that the library has: what a person gave stays, what is given now takes its place."""
    former = held.record
    another = former.original != arrival.original
    record = _record(former.id, arrival, given, held)
    corrections = held.corrections if given.corrections is None else given.parsed()
    if another:  # the same text in another file: what the library has already is kept
        kept = {"file": former.file, "format": former.format, "original": former.original, "named": former.named}
        record = record.model_copy(update={**kept, "shape": former.shape, "notes": former.notes})
    notes = (f"全文与已收入的 {former.file} 相同，没有重复收入。",) if another else ()
    if record.model_copy(update={"reading": former.reading}) == former:
        return Admitted("unchanged", held, former.id, notes)
    shape = held.shape if another else arrival.shape
    return Admitted("updated", Held(record, arrival.text, shape, corrections), former.id, notes, given.corrections)


def _record(identifier: str, arrival: Arrival, given: Given, former: Held | None) -> Record:
    """The record of a file: facts read, then corrected, then given, the later in place of the earlier."""
    corrections = given.parsed() if given.corrections is not None else former.corrections if former else None
    kept = former.record if former else None
    by_hand: dict[str, Any] = {name: getattr(kept, name) for name in kept.given} if kept else {}
    by_hand.update({str(name): value for name, value in given.facts.items()})
    facts = _facts(arrival, corrections, by_hand)
    return Record(
        id=identifier,
        named=arrival.named,
        **facts,
        given=tuple(name for name in _FACTS if name in by_hand),
        file=arrival.file,
        format=arrival.format,
        original=arrival.original,
        text=arrival.text_hash,
        shape=_shape_hash(arrival.shape),
        corrections=_corrections_hash(given, kept),
        reading=reading_version(),
        notes=arrival.notes,
    )


def _facts(arrival: Arrival, corrections: Corrections | None, by_hand: Mapping[str, Any]) -> dict[str, Any]:
    read = arrival.facts
    facts: dict[str, Any] = {
        "title": read.title,
        "issuer": read.issuer,
        "region": read.region,
        "level": read.level,
        "year": read.year,
        "year_basis": read.year_basis,
        "status": read.status,
        "aliases": read.aliases,
        "number": read.number,
        "validity": read.validity,
        "repeals": tuple(dict.fromkeys(Repealed(title=one.title, number=one.number) for one in read.repeals)),
    }
    corrected: dict[str, Any] = corrections.fact_changes() if corrections else {}
    for changes, basis in ((corrected, "更正文件给出"), (by_hand, "收入时给出")):
        if "year" in changes and "year_basis" not in changes:
            facts["year_basis"] = basis
        facts |= changes
    facts["repeals"] = tuple(Repealed(title=one) if isinstance(one, str) else one for one in facts["repeals"])
    return facts


def _shape_hash(shape: Shape) -> str | None:
    return None if shape == Shape() else hashlib.sha256(dump_shape(shape)).hexdigest()


def _corrections_hash(given: Given, kept: Record | None) -> str | None:
    if given.corrections is not None:
        return hashlib.sha256(given.corrections).hexdigest()
    return kept.corrections if kept else None
