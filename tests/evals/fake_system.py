"""A product small enough to know by heart: three clauses, one document, and answers written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from corpus.clause import Clause
from drafting.conversation import Conversation, Turn
from drafting.generator import DraftingError, Generator
from evals.system import SourceDocument
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.filters import Mask
from retrieval.frame import QueryFrame

TEXT = "一、设备\n设备应联网。\n仓库应贴条码。\n"


def row(number: int, text: str, kind: str = "requirement") -> Clause:
    """A clause of the small document, cut where its words stand."""
    start = TEXT.index(text)
    return Clause(
        id=f"small/{number}",
        document="small",
        section="一",
        path=("一、设备",),
        kind="heading" if kind == "heading" else "requirement",
        text=text,
        plain=text,
        start=start,
        end=start + len(text),
        rule="hand",
    )


CLAUSES = (row(0, "一、设备", "heading"), row(1, "设备应联网。"), row(2, "仓库应贴条码。"))


@dataclass(frozen=True)
class Meta:
    """An id and nothing else."""

    id: str = "small"


@dataclass(frozen=True)
class Document:
    """The small document, or another one."""

    meta: Meta = Meta()
    text: str = TEXT


@dataclass(frozen=True)
class Hit:
    """A clause found."""

    clause: Clause


@dataclass(frozen=True)
class SearchAnswer:
    """Hits."""

    hits: Sequence[Hit]


class Lexical:
    """Ranks rows by shared characters."""

    def search(self, query: str, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        scores = [(place, float(len(set(query) & set(clause.text)))) for place, clause in enumerate(CLAUSES)]
        kept = [(place, score) for place, score in scores if score and (allowed is None or allowed[place])]
        return sorted(kept, key=lambda pair: -pair[1])[:k]


class Dense:
    """Always finds the last row first."""

    def search(self, vector: Vectors, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        rows = [place for place in (2, 1, 0) if allowed is None or allowed[place]]
        return [(place, 0.5) for place in rows][:k]


@dataclass
class Embedder:
    """Counts how often it was asked."""

    name: str = "fake"
    asked: list[str] = field(default_factory=list)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        return np.ones((len(texts), 2), dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.ones((len(texts), 2), dtype=np.float32)


@dataclass
class Writer:
    """Writes the same words whatever it is asked; notes down what it was asked.

    Attributes:
        words: What it writes; nothing where it fails instead.
        prompts: What it was asked.
    """

    words: str | None = "不知道。"
    name: str = "fake"
    learned: bool = False
    prompts: list[str] = field(default_factory=list)

    def ready(self) -> bool:
        return True

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        self.prompts.append(prompt)
        if self.words is None:
            raise DraftingError("generator fake", "it has no words", "Give it some")
        yield from self.words


@dataclass
class Searcher:
    """The parts."""

    clauses: Sequence[Clause] = CLAUSES
    lexical: Lexical = field(default_factory=Lexical)
    dense: Dense = field(default_factory=Dense)
    embedder: Embedder = field(default_factory=Embedder)


@dataclass(frozen=True)
class Answer:
    """An answer that is JSON already."""

    shown: Mapping[str, Any]

    def to_json(self) -> Mapping[str, Any]:
        return self.shown


@dataclass(frozen=True)
class Reply:
    """A reply that is JSON already."""

    shown: Mapping[str, Any]
    conversation: Conversation

    def to_json(self) -> Mapping[str, Any]:
        return self.shown


@dataclass
class Talker:
    """Replies from a book by all that was asked so far, joined by strokes; notes down what it was asked.

    Attributes:
        book: Answers by the questions of a conversation.
        asked: The questions of the conversation going on.
    """

    book: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def find(self, question: str, conversation: Conversation) -> Reply:
        if not conversation.turns:
            self.asked.clear()
        self.asked.append(question)
        frame = QueryFrame(question, question, "zh")
        turn = Turn(question, question, "alone", frame)
        return Reply(self.book["/".join(self.asked)], conversation.with_turn(turn))


@dataclass
class FakeWorkspace:
    """Searches by the lexical part and answers from a book; what the book lacks cannot be answered.

    Attributes:
        book: Answers by question.
        generators: With which generator each question was asked.
    """

    book: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    documents: Sequence[SourceDocument] = (Document(),)
    clauses: Sequence[Clause] = CLAUSES
    searcher: Searcher = field(default_factory=Searcher)
    generators: list[str | None] = field(default_factory=list)
    conversing: Talker = field(default_factory=Talker)
    writer: Writer = field(default_factory=Writer)

    def generator(self) -> Generator:
        return self.writer

    def search(self, question: str, *, top: int = 10) -> SearchAnswer:
        return SearchAnswer([Hit(CLAUSES[place]) for place, _ in self.searcher.lexical.search(question, top)])

    def ask(self, question: str, generator: Generator | None = None) -> Answer:
        self.generators.append(generator.name if generator else None)
        if question not in self.book:
            raise RetrievalError(f"question {question}: not in the book. Write it there.")
        return Answer(self.book[question])


def answer(
    status: str, text: str, *clauses: Clause, result: object = None, reason: str | None = None
) -> dict[str, Any]:
    """An answer's JSON, as far as it is judged."""
    citations = [{"id": c.id, "document": c.document, "start": c.start, "end": c.end} for c in clauses]
    return {
        "status": status,
        "answer": text,
        "citations": citations,
        "result": result,
        "refusal": reason and {"reason": reason, "message": ""},
        "sentences": [{"text": text, "origin": "quoted", "citations": [c.id for c in clauses]}],
        "verified": True,
    }
