"""What an evaluation needs of the product: the least that can be measured, so that fakes can stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from corpus.clause import Clause
from drafting.conversation import Conversation
from drafting.generator import Generator
from retrieval.embedder import Vectors
from retrieval.filters import Mask


class Named(Protocol):
    """A document's bibliographic facts, of which only the id matters here."""

    @property
    def id(self) -> str: ...


class SourceDocument(Protocol):
    """A document with its stored text."""

    @property
    def meta(self) -> Named: ...

    @property
    def text(self) -> str: ...


class Found(Protocol):
    """A hit of a search."""

    @property
    def clause(self) -> Clause: ...


class SearchResult(Protocol):
    """What a search gives back."""

    @property
    def hits(self) -> Sequence[Found]: ...


class Answered(Protocol):
    """An answer that can be written as the command line writes it."""

    def to_json(self) -> Mapping[str, Any]: ...


class Replied(Protocol):
    """An answer within a conversation."""

    @property
    def conversation(self) -> Conversation: ...

    def to_json(self) -> Mapping[str, Any]: ...


class Talker(Protocol):
    """Answers the questions of conversations."""

    def find(self, question: str, conversation: Conversation) -> Replied: ...


class LexicalPart(Protocol):
    """The lexical retriever alone."""

    def search(self, query: str, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]: ...


class DensePart(Protocol):
    """The dense retriever alone."""

    def search(self, vector: Vectors, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]: ...


class QueryEmbedder(Protocol):
    """The embedder, for queries."""

    @property
    def name(self) -> str: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors: ...


class PassageEmbedder(QueryEmbedder, Protocol):
    """The embedder, for passages too."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...


class SearcherParts(Protocol):
    """The searcher taken apart; a row of an index is a place in ``clauses``."""

    @property
    def clauses(self) -> Sequence[Clause]: ...

    @property
    def lexical(self) -> LexicalPart: ...

    @property
    def dense(self) -> DensePart: ...

    @property
    def embedder(self) -> PassageEmbedder: ...


class Workspace(Protocol):
    """One built data folder, ready to be asked."""

    @property
    def documents(self) -> Sequence[SourceDocument]: ...

    @property
    def clauses(self) -> Sequence[Clause]: ...

    @property
    def searcher(self) -> SearcherParts: ...

    @property
    def conversing(self) -> Talker: ...

    def generator(self) -> Generator: ...

    def search(self, question: str, *, top: int = 10) -> SearchResult: ...

    def ask(self, question: str, generator: Generator | None = None) -> Answered: ...
