"""The one place that builds the parts and hands them over: a workspace over the current snapshot."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from app.library_changes import LibraryChanges
from app.settings import Settings
from corpus.clause import Clause
from corpus.library import Document
from drafting.answer import Answer
from drafting.answering import Answerer, Limits
from drafting.bundled_model import Generators, open_generator
from drafting.choosing import Choosing
from drafting.conversation import Conversing
from drafting.findings.compared_rows import KeptComparisons
from drafting.findings.comparing import Variants
from drafting.generator import Generator
from drafting.lexicon import Lexicon, build_lexicon
from drafting.plans.planning import Planner
from drafting.shelf import Shelf
from drafting.titles import Titles
from kg.cells import read_cells
from kg.evidence import read_candidate_evidence
from kg.ladders.cell_pairs import CellPairs
from kg.ladders.climbing import Ladders
from kg.ladders.nearness import Confidences, nearness
from kg.ladders.tiers import read_tier_bases, tier_names
from kg.linking import Linker
from kg.mapped import Mapped, mapped_claims
from kg.national import NationalLevel
from kg.snapshot import DataFolder
from kg.triples import Vocabularies
from kg.variants.aligning import Aligner
from kg.variants.comparing import Comparing
from kg.variants.contrasts.cutting import WordCutter
from kg.variants.differing import Differ
from kg.variants.stored import StoredPairs
from kg.variants.topics import TopicReader
from kg.views.library import Library
from ontology.mappings import load_mappings
from retrieval.building import BuildReport
from retrieval.clause_meaning import StoredMeaning
from retrieval.embedder import Embedder
from retrieval.embedders.opening import open_embedder
from retrieval.filters import Filters
from retrieval.follow_ups import FollowUps
from retrieval.framed import SearchAnswer, framed_search
from retrieval.search import Searcher
from retrieval.snapshot_reader import Snapshot
from retrieval.understanding import Understanding
from retrieval.vector_cache import Progress

Opener = Callable[[str, Path], Generators]


def build_data(settings: Settings, force: bool = False, progress: Progress | None = None) -> BuildReport:
    """Build the data folder from its library and what came along, unless it is built from these very inputs."""
    return library_changes(settings, progress).build(force)


def library_changes(settings: Settings, progress: Progress | None = None) -> LibraryChanges:
    """What changes the library of the data folder, and its build with it."""
    embedder = partial(open_embedder, settings.embedder, settings.embedder_options)
    return LibraryChanges(settings.data, embedder, progress)


def generator_opener(settings: Settings) -> Opener:
    """What opens a generator; a server is shown the settings' key."""
    return partial(open_generator, key=settings.generator_key)


class Workspace:
    """A built data folder, ready to be asked; every part is opened when it is first needed.

    Args:
        settings: The run's settings.
        snapshot: The build that everything is read from.
        opener: Opens a generator by its name and the folder of weights.
    """

    def __init__(self, settings: Settings, snapshot: Snapshot, opener: Opener | None = None) -> None:
        self.settings = settings
        self.snapshot = snapshot
        self._opener = opener or generator_opener(settings)
        self._generators: dict[str, Generators] = {}

    @classmethod
    def open(cls, settings: Settings) -> Workspace | None:
        """A workspace over the current build; None where nothing is built."""
        current = DataFolder(settings.data).current()
        return cls(settings, Snapshot.open(current)) if current else None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents with their texts and rows."""
        return self.snapshot.documents

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All rows in reading order."""
        return self.snapshot.clauses

    @property
    def titles(self) -> Titles:
        """The documents' titles by id."""
        return self.shelf.titles

    @cached_property
    def embedder(self) -> Embedder:
        """The settings' embedder; a search raises RetrievalError where the build was made with another."""
        return open_embedder(self.settings.embedder, self.settings.embedder_options)

    @cached_property
    def searcher(self) -> Searcher:
        """The retrievers over this build."""
        return self.snapshot.searcher(self.embedder)

    @cached_property
    def shelf(self) -> Shelf:
        """Lookups over the clauses."""
        records = self.snapshot.manifest.documents
        graph = self.snapshot.graph
        metas = [record.meta for record in records]
        return Shelf(metas, self.clauses, read_cells(graph), read_tier_bases(graph), self.snapshot.aside)

    @property
    def default_document(self) -> str | None:
        """The document meant where a question names none; None where the library does not have it."""
        return self.settings.document if self.settings.document in self.shelf.documents else None

    @cached_property
    def mappings(self) -> tuple[Mapped, ...]:
        """The proposed mappings to the national level, with what the graph says of both sides."""
        return mapped_claims(self.snapshot.graph, load_mappings())

    @cached_property
    def national(self) -> NationalLevel:
        """What is proposed and known of the national level."""
        return NationalLevel(self.snapshot.graph, lambda: self.mappings)

    @cached_property
    def understanding(self) -> Understanding:
        """The reader of questions."""
        vocabularies = Vocabularies(**self.snapshot.schemes)
        documents = list(self.shelf.documents.values())
        words = lambda: self.snapshot.indexes.tokeniser.words  # noqa: E731
        return Understanding(vocabularies, documents, self.clauses, self.default_document, words)

    @cached_property
    def linker(self) -> Linker:
        """What finds systems and technologies in words."""
        return Linker(self.snapshot.schemes["systems"], self.snapshot.schemes["technologies"])

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names that a generated sentence may get wrong."""
        return build_lexicon(self.linker, self.snapshot.schemes["tiers"], self.shelf.documents.values())

    @cached_property
    def answerer(self) -> Answerer:
        """The answerer over this build."""
        schemes = self.snapshot.schemes
        return Answerer(
            self.shelf,
            lambda: self.searcher,
            self.understanding,
            schemes["capabilities"],
            self.lexicon,
            schemes["tiers"],
            self.default_document,
            national=self.national,
            variants=lambda: self.variants,
        )

    @cached_property
    def variants(self) -> Variants:
        """What answers to questions that compare are made with."""
        return Variants(KeptComparisons(self.comparing), self.ladders, self.differ)

    @cached_property
    def conversing(self) -> Conversing:
        """What answers the questions of conversations."""
        vocabularies = Vocabularies(**self.snapshot.schemes)
        documents = list(self.shelf.documents.values())
        follow_ups = FollowUps(vocabularies, documents, self.clauses, self.understanding)
        return Conversing(self.answerer, follow_ups, dict(self.titles), Choosing(lambda: self.searcher))

    def words(self, text: str) -> list[str]:
        """The words of a text, stop words left out."""
        return self.snapshot.indexes.tokeniser(text)

    def sureness(self, question: str) -> float:
        """How likely the likeliest subdomain of a question is, 0 to 1: where it is low, search is unsure of it."""
        frame = self.understanding.read(question)
        return self.searcher.subjects(self.searcher.prepare(frame.spelt, frame.content))[0][1]

    @cached_property
    def differ(self) -> Differ:
        """What tells how aligned clauses differ."""
        return Differ(self.linker, WordCutter(self.snapshot.indexes.tokeniser.words))

    @cached_property
    def planner(self) -> Planner:
        """The maker of evidence plans over this build."""
        named = lambda text: tuple(mention.code for mention in self.lexicon.mentions(text))  # noqa: E731
        candidates = read_candidate_evidence(self.snapshot.graph)
        return Planner(self.shelf, self.lexicon, named, self.national, candidates)

    @cached_property
    def meaning(self) -> StoredMeaning:
        """What the stored vectors say of the clauses."""
        return StoredMeaning(self.clauses, self.snapshot.indexes, self.snapshot.schemes)

    @cached_property
    def library(self) -> Library:
        """What views over all documents are made of."""
        return Library(self.documents, Vocabularies(**self.snapshot.schemes), self.meaning)

    @cached_property
    def aligner(self) -> Aligner:
        """What finds the clauses of two texts that speak of one matter."""
        return Aligner(self.clauses, self.meaning, self._subjects)

    @cached_property
    def ladders(self) -> Ladders:
        """The ladders of the documents that have tiers."""
        bases, names = read_tier_bases(self.snapshot.graph), tier_names(self.snapshot.schemes["tiers"])
        return Ladders(self.clauses, self._within_subdomains, self.differ, bases, names)

    @cached_property
    def _within_subdomains(self) -> Confidences:
        """How surely clauses of one subdomain speak of one matter."""
        return nearness(self.clauses, self.meaning)

    @cached_property
    def comparing(self) -> Comparing:
        """What lays two targets side by side."""
        capabilities = self.snapshot.schemes["capabilities"]
        topics = TopicReader(capabilities, self.linker, self.snapshot.indexes.topics.codes, self.meaning)
        pairs = StoredPairs(
            self.clauses,
            lambda: self.snapshot.alignments,
            lambda: self.snapshot.nearest,
            self._anew,
            self.snapshot.is_aligned,
        )
        return Comparing(self.clauses, dict(self.titles), pairs, self.differ, topics, self.national)

    def _anew(self) -> CellPairs:
        """What aligns parts of documents that no build has aligned."""
        return CellPairs(self._within_subdomains, lambda: self.aligner)

    @property
    def _subjects(self) -> tuple[str, ...]:
        """The names of the subdomains that the stored subject model knows, in its order."""
        concepts = self.snapshot.schemes["capabilities"].concepts
        return tuple(concepts[code].zh for code in self.snapshot.indexes.topics.codes)

    def generator(self, name: str | None = None) -> Generators:
        """The generator of a name (the setting's by default), opened once."""
        chosen = name or self.settings.generator
        if chosen not in self._generators:
            self._generators[chosen] = self._opener(chosen, self.settings.models)
        return self._generators[chosen]

    def search(self, question: str, filters: Filters | None = None, *, top: int = 10) -> SearchAnswer:
        """Search with a question; hits within the question's own limits come first."""
        began = time.perf_counter()
        frame = self.understanding.read(question)
        query = self.searcher.prepare(frame.spelt, frame.content)
        capabilities = self.snapshot.schemes["capabilities"]
        hits = framed_search(self.searcher, query, frame, capabilities, filters or Filters(), top)
        return SearchAnswer(question, frame, hits, (time.perf_counter() - began) * 1000)

    def find(self, question: str, limits: Limits | None = None) -> Answer:
        """Answer from quotations and the graph alone."""
        return self.answerer.find(question, limits)

    def ask(self, question: str, generator: Generator | None = None, limits: Limits | None = None) -> Answer:
        """Answer with a verified sentence of the model where it helps; the setting's generator by default."""
        return self.answerer.ask(question, generator or self.generator(), limits)

    def close(self) -> None:
        """Stop the model's process, if one was started."""
        for generator in self._generators.values():
            if hasattr(generator, "close"):
                generator.close()
        self._generators.clear()
