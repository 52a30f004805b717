"""The corpus: documents read from their stored texts into clauses, with what is odd about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.clause import Clause
from corpus.manifest import Meta, StoredText, founding_folder, read_manifest, read_text
from corpus.oddities import twins, watch
from corpus.reading import read_clauses


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the corpus.

    Attributes:
        meta: Its bibliographic facts.
        text: The stored text; every position counts its code points.
        clauses: Its rows in reading order.
        notes: What a reader should know: oddities kept as printed.
    """

    meta: Meta
    text: str
    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, in the manifest's order."""

    documents: tuple[Document, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every row of every document, in reading order."""
        return tuple(clause for document in self.documents for clause in document.clauses)


def load_corpus(folder: Path | None = None) -> Corpus:
    """Read a corpus folder (``manifest.yaml`` and ``texts/``); the founding documents by default.

    Raises:
        CorpusError: The manifest or a text cannot be used; the message says which and why.
    """
    root = folder if folder is not None else founding_folder()
    stored = [read_text(meta, root / "texts") for meta in read_manifest(root)]
    read = [(one, read_clauses(one.meta.id, one.text)) for one in stored]
    shared = twins([clauses for _, clauses in read])
    return Corpus(tuple(_document(one, clauses, shared.get(one.meta.id, ())) for one, clauses in read))


def _document(stored: StoredText, clauses: tuple[Clause, ...], shared: tuple[str, ...]) -> Document:
    return Document(stored.meta, stored.text, clauses, (*watch(stored.text, clauses), *shared))
