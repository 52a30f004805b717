"""The build: from the corpus to one immutable folder with clauses, graph and indexes.

::

    DATA/vectors/          vectors by what they are vectors of; shared by all builds
    DATA/builds/HASH/
      manifest.json        what the build was made from, and the sizes of its files
      texts/ID.txt         the stored texts, byte for byte
      shapes/ID.json       what their files show beside the words, where they show something
      clauses.jsonl        all rows, linked
      graph/               the Oxigraph store
      indexes/             words, BM25, vectors, topics
      alignments.jsonl     which clauses of two documents speak of one matter
      nearest.jsonl        what comes nearest to a clause that has none

The folder is staged and published at once. What takes long is embedding, and each batch of vectors is kept as it is
made: a build that was killed goes on where it stopped. A current build that lost a file, or has one of another size,
is made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from corpus.clause import Clause
from corpus.holdings.shape_json import dump_shape
from corpus.library import Corpus, Document
from corpus.shape import Shape
from corpus.topic import is_of_the_field
from kg.claims import claim_triples
from kg.clause_json import write_clauses
from kg.editions.lineage import lineage_triples, with_lineage
from kg.graph import GraphStore, add_alignments, write_graph
from kg.linking import Linker
from kg.national import read_candidates, with_candidates
from kg.snapshot import DataFolder
from kg.terms import Triple
from kg.triples import Vocabularies, document_triples
from kg.variants.link_lines import write_links
from kg.variants.link_triples import link_triples
from ontology.described import load_described
from ontology.mappings import load_mappings
from ontology.vocabulary import Scheme
from retrieval.clause_meaning import aligner_over
from retrieval.embedder import Embedder
from retrieval.errors import RetrievalError
from retrieval.fingerprint import LAYOUT_VERSION, fingerprint, library_versions
from retrieval.indexes import load_schemes, make_indexes
from retrieval.pairs import align_documents
from retrieval.snapshot_reader import (
    ALIGNMENTS,
    CLAUSES,
    GRAPH,
    INDEXES,
    MANIFEST,
    NEAREST,
    SHAPES,
    TEXTS,
    BuildManifest,
    DocumentRecord,
    titles,
)
from retrieval.vector_cache import Progress, VectorCache

VECTORS = "vectors"

_OF_NO_MATTER = frozenset({"LOG", "LOCK"})
"""Files of the graph's store that hold nothing of the graph."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        status: ``built``, or ``unchanged`` where the current build was made from the same inputs and is whole.
        hash: Names the build.
        path: Its folder.
        documents, clauses: How many it holds.
        embedded: How many texts had to be embedded.
    """

    status: Literal["built", "unchanged"]
    hash: str
    path: Path
    documents: int
    clauses: int
    embedded: int


def build(
    data: DataFolder, corpus: Corpus, embedder: Embedder, force: bool = False, progress: Progress | None = None
) -> BuildReport:
    """Build the data folder, unless it is built from these very inputs and whole.

    Args:
        data: Where to build; made when needed. Waits while another process builds there.
        corpus: The documents.
        embedder: Makes the vectors.
        force: Build although nothing changed, and embed everything again.
        progress: Called with a stage (``link``, ``graph``, ``embed``, ``align``, ``publish``), the number done and
            the number to do.

    Returns:
        What was done.

    Raises:
        GraphError: The data folder or the graph cannot be written.
        RetrievalError: Vectors cannot be made or kept.
    """
    if not force and (ready := current_build(data, corpus, embedder)):
        return ready
    with data.lock():
        report = prepare(data, corpus, embedder, force, progress)
        data.point_at(report.path)
    return report


def current_build(data: DataFolder, corpus: Corpus, embedder: Embedder) -> BuildReport | None:
    """The current build, if it was made from these very inputs and is whole.

    Args:
        data: The data folder.
        corpus: The documents.
        embedder: Makes the vectors.
    """
    name = fingerprint(corpus.documents, embedder.name, corpus.state)
    ready = _current(data, name)
    return _report("unchanged", name, ready, corpus, 0) if ready else None


def prepare(
    data: DataFolder, corpus: Corpus, embedder: Embedder, force: bool = False, progress: Progress | None = None
) -> BuildReport:
    """Build as :func:`build` does, but leave it to the caller to make the build the current one.

    Args:
        data: Where to build; its lock is held.
        corpus, embedder, force, progress: As of :func:`build`.

    Returns:
        What was done; ``unchanged`` where the current build is of these inputs.

    Raises:
        GraphError: The lock is not held, or the data folder or the graph cannot be written.
        RetrievalError: Vectors cannot be made or kept.
    """
    name = fingerprint(corpus.documents, embedder.name, corpus.state)
    # Whoever held the lock before may have built just this.
    if not force and (ready := _current(data, name)):
        return _report("unchanged", name, ready, corpus, 0)
    if not force and (ready := next(filter(_whole, data.finished(name)), None)):
        return _report("built", name, ready, corpus, 0)
    staged = data.stage()
    try:
        embedded = _fill(staged, name, data.path / VECTORS, corpus, embedder, force, progress or _silent)
    except OSError as error:
        reason = error.strerror or error
        raise RetrievalError(f"{staged}: the build cannot be written ({reason}). Make room on the disk.") from error
    # What was just made is used even where an older build of this name stands: that one may be damaged.
    path = data.keep(staged, name, replace=True)
    return _report("built", name, path, corpus, embedded)


def _fill(
    folder: Path, name: str, vectors: Path, corpus: Corpus, embedder: Embedder, force: bool, progress: Progress
) -> int:
    schemes = load_schemes()
    progress("link", 0, 1)
    documents = _linked(corpus.documents, schemes)
    _write_texts(folder, documents)
    progress("graph", 0, 1)
    write_graph(folder / GRAPH, _statements(documents, schemes), claim_triples(load_mappings()))
    # The graph infers which requirements are candidates for which scenarios; the rows only repeat it.
    candidates = read_candidates(GraphStore.open_read_only(folder / GRAPH))
    clauses = with_candidates((clause for document in documents for clause in document.clauses), candidates)
    cache = VectorCache(vectors)
    indexes = make_indexes(clauses, titles(documents), schemes, embedder, cache, progress, fresh=force)
    indexes.save(folder / INDEXES)
    aligned = align_documents(aligner_over(clauses, indexes, schemes), documents, progress)
    write_clauses(with_lineage(clauses, aligned.ancestors), folder / CLAUSES)
    write_links(aligned.links, folder / ALIGNMENTS)
    write_links(aligned.nearest, folder / NEAREST)
    add_alignments(folder / GRAPH, (*link_triples(aligned.links), *lineage_triples(aligned.ancestors)))
    progress("publish", 0, 1)
    _write_manifest(folder / MANIFEST, name, embedder, documents, clauses, corpus.state)
    return indexes.embedded


def _statements(documents: Sequence[Document], schemes: Mapping[str, Scheme]) -> Iterator[Triple]:
    vocabularies = Vocabularies(**schemes)
    described = load_described()
    names: dict[str, str] = {}
    for document in documents:
        # One text is one source, whatever the files are called that it came in; it has the first one's name.
        name = names.setdefault(document.meta.sha256, document.meta.file)
        facts = document.meta.model_copy(update={"file": name})
        yield from document_triples(facts, document.clauses, document.notes, vocabularies, described)


def _linked(documents: Sequence[Document], schemes: Mapping[str, Scheme]) -> tuple[Document, ...]:
    linker = Linker(schemes["systems"], schemes["technologies"])
    return tuple(
        replace(document, clauses=tuple(linker.enrich(clause) for clause in document.clauses)) for document in documents
    )


def _write_texts(folder: Path, documents: Sequence[Document]) -> None:
    for name in (TEXTS, SHAPES):
        (folder / name).mkdir()
    for document in documents:
        (folder / TEXTS / f"{document.meta.id}.txt").write_bytes(document.text.encode("utf-8"))
        if document.shape != Shape():
            (folder / SHAPES / f"{document.meta.id}.json").write_bytes(dump_shape(document.shape))


def _write_manifest(
    path: Path, name: str, embedder: Embedder, documents: Sequence[Document], clauses: Sequence[Clause], state: str
) -> None:
    manifest = BuildManifest(
        hash=name,
        layout=LAYOUT_VERSION,
        embedder=embedder.name,
        clauses=len(clauses),
        libraries=library_versions(),
        documents=tuple(DocumentRecord(meta=one.meta, notes=one.notes, of_field=_of_field(one)) for one in documents),
        library=state,
        files=_sizes(path.parent),
    )
    path.write_text(manifest.model_dump_json(indent=2), encoding="utf-8")


def _of_field(document: Document) -> bool:
    """Whether a document is of the field: one that is not has been left without demands."""
    asks = any(clause.kind in ("requirement", "threshold", "not_required") for clause in document.clauses)
    return asks or is_of_the_field(document.text)


def _sizes(folder: Path) -> dict[str, int]:
    """Sizes of a build's files by path; its manifest and what holds nothing of it are left out."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in _OF_NO_MATTER and path != folder / MANIFEST
    }


def _current(data: DataFolder, name: str) -> Path | None:
    """The current build, if it is of this hash and whole; one made beside an older one is called ``HASH.1``."""
    path = data.current()
    if path is None or path.name.partition(".")[0] != name or not _whole(path):
        return None
    return path


def _whole(build: Path) -> bool:
    """Whether a build has all files that its manifest names, at the sizes they were written with."""
    try:
        manifest = BuildManifest.model_validate_json((build / MANIFEST).read_bytes())
        return all((build / name).stat().st_size == size for name, size in manifest.files.items())
    except (OSError, ValidationError):
        return False


def _report(status: Literal["built", "unchanged"], name: str, path: Path, corpus: Corpus, embedded: int) -> BuildReport:
    rows = sum(len(document.clauses) for document in corpus.documents)
    return BuildReport(status, name, path, len(corpus.documents), rows, embedded)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
