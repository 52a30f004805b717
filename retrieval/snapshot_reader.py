"""Reading one build: its clauses, documents, graph, indexes and alignments, each opened when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.clause import Clause
from corpus.errors import CorpusError
from corpus.holdings.shape_json import parse_shape
from corpus.library import Document
from corpus.manifest import Meta
from corpus.shape import Shape
from kg.clause_json import read_clauses
from kg.graph import GraphStore
from kg.own_tiers import with_own_tiers
from kg.variants.link import Link
from kg.variants.link_lines import read_links
from ontology.vocabulary import Scheme
from retrieval.embedder import Embedder
from retrieval.errors import RetrievalError
from retrieval.fingerprint import LAYOUT_VERSION
from retrieval.indexes import Indexes, load_schemes, read_indexes
from retrieval.pairs import is_aligned
from retrieval.search import Searcher

MANIFEST = "manifest.json"
CLAUSES = "clauses.jsonl"
TEXTS = "texts"
SHAPES = "shapes"
GRAPH = "graph"
INDEXES = "indexes"
ALIGNMENTS = "alignments.jsonl"
NEAREST = "nearest.jsonl"


class DocumentRecord(BaseModel):
    """A document as a build's manifest keeps it; its text is a file of its own.

    Attributes:
        meta: Its bibliographic facts.
        notes: What is odd in its text.
        of_field: Whether it is of the field of smart manufacturing; one that is not answers only by its name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    meta: Meta
    notes: tuple[str, ...]
    of_field: bool = True


class BuildManifest(BaseModel):
    """What a build says of itself.

    Attributes:
        hash: Names the build; a hash of all it was made from.
        layout: The version of the build's files.
        embedder: The model and weights of its vectors.
        clauses: How many rows it holds.
        libraries: Versions of the libraries that wrote its files.
        documents: Its documents in order.
        library: What names the state of the library that it was built from; empty where there was none.
        files: Sizes in bytes of its files, by path within the build; the manifest itself is not among them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    hash: str
    layout: int
    embedder: str
    clauses: int
    libraries: dict[str, str]
    documents: tuple[DocumentRecord, ...]
    library: str
    files: dict[str, int]


class Snapshot:
    """One immutable build.

    Args:
        path: The build's folder.
        manifest: What it says of itself.
    """

    def __init__(self, path: Path, manifest: BuildManifest) -> None:
        self.path = path
        self.manifest = manifest

    @classmethod
    def open(cls, path: Path) -> Snapshot:
        """Open a build's folder; only its manifest is read at once.

        Raises:
            RetrievalError: The folder is not a complete build, or one of another version.
        """
        try:
            manifest = BuildManifest.model_validate_json((path / MANIFEST).read_bytes())
        except FileNotFoundError:
            raise RetrievalError(f"build {path}: its {MANIFEST} is missing. Run `gongbiao build --force`.") from None
        except ValidationError as problem:
            reason = problem.errors()[0]["msg"]
            raise RetrievalError(
                f"build {path}: its {MANIFEST} cannot be read ({reason}). Run `gongbiao build --force`."
            ) from None
        if manifest.layout != LAYOUT_VERSION:
            raise RetrievalError(
                f"build {path}: its files are arranged as version {manifest.layout}, not {LAYOUT_VERSION}. "
                "Run `gongbiao build`."
            )
        return cls(path, manifest)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All rows in reading order, with the systems and technologies that they name.

        Raises:
            GraphError: The file is missing or damaged.
            RetrievalError: It does not hold as many rows as the manifest says.
        """
        clauses = tuple(read_clauses(self.path / CLAUSES))
        if len(clauses) != self.manifest.clauses:
            raise RetrievalError(
                f"build {self.path}: {len(clauses)} clauses instead of {self.manifest.clauses}. "
                "Run `gongbiao build --force`."
            )
        return clauses

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents with their stored texts and rows.

        Raises:
            RetrievalError: A text is missing or damaged.
        """
        rows: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            rows.setdefault(clause.document, []).append(clause)
        return tuple(
            Document(
                record.meta,
                self._text(record.meta.id),
                tuple(rows.get(record.meta.id, ())),
                record.notes,
                self._shape(record.meta.id),
            )
            for record in self.manifest.documents
        )

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        """The vocabularies by name; that of tiers with those that only documents of this build have."""
        schemes = load_schemes()
        return {**schemes, "tiers": with_own_tiers(schemes["tiers"], self.clauses)}

    @cached_property
    def graph(self) -> GraphStore:
        """The knowledge graph, opened to read only; many processes may read it at once."""
        return GraphStore.open_read_only(self.path / GRAPH)

    @cached_property
    def indexes(self) -> Indexes:
        """The indexes of the searcher.

        Raises:
            RetrievalError: One is missing or damaged.
        """
        return read_indexes(self.path / INDEXES)

    @cached_property
    def alignments(self) -> tuple[Link, ...]:
        """The aligned pairs of the documents that :meth:`is_aligned` names, the earlier of the library on the left.

        Raises:
            GraphError: The file is missing or damaged.
        """
        return read_links(self.path / ALIGNMENTS)

    @cached_property
    def nearest(self) -> tuple[Link, ...]:
        """For clauses that no pair holds, the pair that comes nearest to being one; it is not accepted.

        Raises:
            GraphError: The file is missing or damaged.
        """
        return read_links(self.path / NEAREST)

    def is_aligned(self, left: str, right: str) -> bool:
        """Whether the build has aligned two documents, by their ids; others are aligned when somebody asks."""
        metas = {record.meta.id: record.meta for record in self.manifest.documents}
        return left in metas and right in metas and is_aligned(metas[left], metas[right])

    @property
    def aside(self) -> frozenset[str]:
        """Documents that answer only a question that names them: of other fields, repealed, or with a later edition."""
        records = self.manifest.documents
        return frozenset(one.meta.id for one in records if one.meta.later or one.meta.repealed_by or not one.of_field)

    def searcher(self, embedder: Embedder) -> Searcher:
        """A searcher over this build.

        Args:
            embedder: The one that the build was made with.

        Raises:
            RetrievalError: The embedder is another one, or an index is damaged.
        """
        if embedder.name != self.manifest.embedder:
            raise RetrievalError(
                f"embedder {embedder.name}: the build's vectors are of {self.manifest.embedder}. "
                "Run `gongbiao build` with the embedder you want."
            )
        return self.indexes.searcher(self.clauses, self.schemes, embedder, self.aside)

    def _text(self, document: str) -> str:
        try:
            return (self.path / TEXTS / f"{document}.txt").read_bytes().decode("utf-8")
        except OSError:
            raise RetrievalError(
                f"build {self.path}: the text of {document} is missing. Run `gongbiao build --force`."
            ) from None
        except UnicodeDecodeError as problem:
            raise RetrievalError(
                f"build {self.path}: the text of {document} is damaged (byte {problem.start}). "
                "Run `gongbiao build --force`."
            ) from None

    def _shape(self, document: str) -> Shape:
        path = self.path / SHAPES / f"{document}.json"
        try:
            return parse_shape(path.read_bytes(), str(path))
        except FileNotFoundError:
            return Shape()
        except (OSError, CorpusError) as problem:
            raise RetrievalError(
                f"build {self.path}: shapes/{document}.json cannot be read ({problem}). Run `gongbiao build --force`."
            ) from None


def titles(documents: Sequence[Document]) -> dict[str, str]:
    """The documents' titles by id."""
    return {document.meta.id: document.meta.title for document in documents}
