"""The product's answerer taken apart, so that an evaluation can leave a part out or put another in its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np

from drafting.answer import Finding
from drafting.answering import Answerer, Finds
from drafting.finder import Finder, LazySearch
from drafting.findings.refusals import refuse_by_words
from drafting.findings.searching import Nearness, find_by_search
from drafting.lexicon import Lexicon
from drafting.shelf import Shelf
from drafting.summary import Check
from drafting.verifier import verify
from evals.errors import EvalError
from evals.system import Workspace
from kg.national import NationalLevel
from kg.triples import Vocabularies
from ontology.vocabulary import Scheme
from retrieval.facets import Facets
from retrieval.frame import QueryFrame
from retrieval.indexes import Indexes
from retrieval.named_things import NamedThings
from retrieval.normalise import Normaliser
from retrieval.search import Searcher
from retrieval.topics import Topics
from retrieval.understanding import Understanding
from retrieval.wording_index import WordingIndex


class Build(Protocol):
    """What of a build is needed."""

    @property
    def schemes(self) -> Mapping[str, Scheme]: ...

    @property
    def indexes(self) -> Indexes: ...


@runtime_checkable
class Composed(Protocol):
    """A workspace whose parts can be told apart."""

    @property
    def snapshot(self) -> Build: ...

    @property
    def shelf(self) -> Shelf: ...

    @property
    def searcher(self) -> Searcher: ...

    @property
    def understanding(self) -> Understanding: ...

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def national(self) -> NationalLevel: ...

    @property
    def default_document(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Composition:
    """What an answerer is put together from; with ``dataclasses.replace`` it becomes another one.

    Attributes:
        shelf: The clauses.
        searcher: Finds clauses by likeness.
        understanding: Reads questions.
        schemes: The vocabularies by name.
        lexicon: The names that a generated sentence may get wrong.
        default: The document meant where a question names none.
        national: What is proposed and known of the national level.
        words: The words of general Chinese that the tokeniser knows.
        finder: Finds in another way than the product's finder does with these parts.
        check: Decides which sentences of the model may be shown.
    """

    shelf: Shelf
    searcher: Searcher
    understanding: Understanding
    schemes: Mapping[str, Scheme]
    lexicon: Lexicon
    default: str | None
    national: NationalLevel | None
    words: Callable[[], Collection[str]]
    finder: Finds | None = None
    check: Check = verify

    def answerer(self) -> Answerer:
        """The answerer of these parts."""
        return Answerer(
            self.shelf,
            lambda: self.searcher,
            self.understanding,
            self.schemes["capabilities"],
            self.lexicon,
            self.schemes["tiers"],
            self.default,
            national=self.national,
            finder=self.finder,
            check=self.check,
        )

    def product_finder(self) -> Finder:
        """The finder that the product uses with these parts."""
        capabilities, tiers = self.schemes["capabilities"], self.schemes["tiers"]
        searcher = self.searcher
        return Finder(self.shelf, lambda: searcher, capabilities, tiers, self.default, Nearness(), self.national)


def composition_of(workspace: Workspace) -> Composition:
    """The parts of a workspace.

    Raises:
        EvalError: They cannot be told apart.
    """
    if not isinstance(workspace, Composed):
        raise EvalError("workspace: its parts cannot be told apart. Open a built data folder.")
    tokeniser = workspace.snapshot.indexes.tokeniser
    return Composition(
        shelf=workspace.shelf,
        searcher=workspace.searcher,
        understanding=workspace.understanding,
        schemes=workspace.snapshot.schemes,
        lexicon=workspace.lexicon,
        default=workspace.default_document,
        national=workspace.national,
        words=lambda: tokeniser.words,
    )


class FoundBySearch:
    """Finds with search alone: no cell, count, list, figure, definition or correction is looked up.

    What is refused by its words or for lying too far from the texts is refused as ever.
    """

    def __init__(self, parts: Composition) -> None:
        self._parts = parts

    def find(self, frame: QueryFrame) -> Finding:
        """The nearest clauses, or a refusal."""
        parts = self._parts
        if (refused := refuse_by_words(frame, parts.shelf.titles.values())) is not None:
            return refused
        search = LazySearch(lambda: parts.searcher, frame)
        return find_by_search(frame, parts.shelf, parts.schemes["capabilities"], search, Nearness(), parts.default)


def without_graph(parts: Composition) -> Composition:
    """No cells, no links of clauses to the vocabularies, no national level, and search the only way to an answer."""
    linkless = [
        replace(clause, systems=(), technologies=(), national=(), tier=None, element=None, domain=None, subdomain=None)
        for clause in parts.searcher.clauses
    ]
    searcher = parts.searcher.differing()
    searcher.facets = Facets(linkless, parts.schemes, Normaliser())
    shelf = Shelf(list(parts.shelf.documents.values()), parts.shelf.clauses, {})
    bare = replace(parts, shelf=shelf, searcher=searcher, national=None)
    return replace(bare, finder=FoundBySearch(bare))


def without_expansion(parts: Composition) -> Composition:
    """No everyday wordings and nothing learned from them, no wordings of capabilities, no hidden labels."""
    schemes = {name: _without_hidden(scheme) for name, scheme in parts.schemes.items()}
    none = np.zeros((0, parts.searcher.asked.vectors.shape[1]), dtype=np.float32)
    searcher = parts.searcher.differing(
        asked=WordingIndex((), none), topics=Topics((), none), things=NamedThings((), none)
    )
    searcher.facets = Facets(searcher.clauses, schemes, Normaliser())
    documents = list(parts.shelf.documents.values())
    understanding = Understanding(Vocabularies(**schemes), documents, parts.shelf.clauses, parts.default, parts.words)
    return replace(parts, searcher=searcher, schemes=schemes, understanding=understanding)


def _without_hidden(scheme: Scheme) -> Scheme:
    concepts = {code: replace(concept, hidden=()) for code, concept in scheme.concepts.items()}
    kinds = {code: replace(kind, hidden=()) for code, kind in scheme.kinds.items()}
    return replace(scheme, concepts=concepts, kinds=kinds)
