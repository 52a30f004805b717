"""The corpus: documents read from their stored texts into clauses, with what is odd about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.clause import Clause
from corpus.holdings.correcting import correct
from corpus.holdings.corrections import Corrections
from corpus.holdings.record import Held
from corpus.holdings.relations import related, relation_notes
from corpus.manifest import Meta, founding_folder, read_manifest, read_text
from corpus.oddities import twins, watch
from corpus.reading import read_clauses
from corpus.shape import Shape


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the corpus.

    Attributes:
        meta: Its bibliographic facts.
        text: The stored text; every position counts its code points.
        clauses: Its rows in reading order.
        notes: What a reader should know: oddities kept as printed.
        shape: What its file shows beside the words.
    """

    meta: Meta
    text: str
    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]
    shape: Shape = field(default_factory=Shape)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, in the manifest's order.

    Attributes:
        documents: The documents, those that came with the product first.
        state: What names the state of the library that the others are held in; empty where there are none.
    """

    documents: tuple[Document, ...]
    state: str = ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every row of every document, in reading order."""
        return tuple(clause for document in self.documents for clause in document.clauses)


@dataclass(frozen=True, slots=True)
class _Source:
    """A document before it is cut."""

    meta: Meta
    text: str
    shape: Shape = field(default_factory=Shape)
    corrections: Corrections | None = None
    notes: tuple[str, ...] = ()


def load_corpus(
    folder: Path | None = None,
    held: Sequence[Held] = (),
    state: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Corpus:
    """Read a corpus folder (``manifest.yaml`` and ``texts/``) and the documents of a library.

    Args:
        folder: The folder; that of the founding documents by default.
        held: The library's documents.
        state: What names the library's state.
        progress: Told how many of the documents are cut.

    Raises:
        CorpusError: The manifest or a text cannot be used; the message says which and why.
    """
    root = folder if folder is not None else founding_folder()
    stored = [read_text(meta, root / "texts") for meta in read_manifest(root)]
    sources = [*(_Source(one.meta, one.text) for one in stored), *map(_source, held)]
    metas = related([source.meta for source in sources])
    cut: list[tuple[tuple[Clause, ...], tuple[str, ...]]] = []
    for done, source in enumerate(sources):
        if progress is not None:
            progress(done, len(sources))
        cut.append(_cut(source))
    shared = twins([clauses for clauses, _ in cut])
    known = {meta.id: meta for meta in metas}
    documents = [
        Document(
            meta,
            source.text,
            clauses,
            (*relation_notes(meta, known), *source.notes, *notes, *shared.get(meta.id, ())),
            source.shape,
        )
        for meta, source, (clauses, notes) in zip(metas, sources, cut, strict=True)
    ]
    return Corpus(tuple(documents), state)


def meta_of(held: Held) -> Meta:
    """A library document's facts, before it is known how it stands to the others."""
    record = held.record
    return Meta(
        id=record.id,
        file=record.file,
        title=record.title,
        issuer=record.issuer,
        region=record.region,
        level=record.level,
        year=record.year,
        year_basis=record.year_basis,
        status=record.status,
        aliases=record.aliases,
        sha256=record.text,
        number=record.number,
        validity=record.validity,
        repeals=record.repeals,
        edition=record.edition,
        original=record.original,
        format=record.format,
    )


def cut_text(
    identifier: str, text: str, shape: Shape, corrections: Corrections | None
) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
    """A text's rows, corrected, and which corrections no longer fit.

    Args:
        identifier: The document's id.
        text: The stored text.
        shape: What its file shows beside the words.
        corrections: What a person corrected.
    """
    # A shape that shows nothing is not known to have none: a plain text tells its tables by its tabs.
    known = None if shape == Shape() else shape
    corrected = correct(text, read_clauses(identifier, text, known), corrections)
    return corrected.clauses, corrected.notes


def _source(held: Held) -> _Source:
    return _Source(meta_of(held), held.text, held.shape, held.corrections, held.record.notes)


def _cut(source: _Source) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
    clauses, unfit = cut_text(source.meta.id, source.text, source.shape, source.corrections)
    return clauses, (*unfit, *watch(source.text, clauses))
