"""What most would build first: texts cut every few hundred characters, the nearest four given to the model as they are.

It has the product's embedder and the product's model, and nothing else of it: no clauses, no reading of the question,
no examples in the prompt, no verifier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from corpus.clause import Clause
from drafting.generator import Generator
from evals.system import PassageEmbedder, SourceDocument
from retrieval.embedder import Vectors

SIZE = 400
OVERLAP = 80
"""Characters of a chunk, and how many of them stand in the chunk before too."""
TAKEN = 4
NOTHING = "资料中没有"
PROMPT = f"根据下面的资料回答问题。资料里没有答案时，只回答“{NOTHING}”。\n\n{{chunks}}\n\n问题：{{question}}\n回答："
_STOP = ("\n\n", "\n问题")
_MOST_TOKENS = 96
_DEADLINE_S = 120.0
_LONGEST_QUESTION = 200
"""Characters of a question that the prompt takes in, beside four chunks."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document, in code points of its stored text."""

    document: str
    start: int
    end: int
    text: str


def cut(document: str, text: str, size: int = SIZE, overlap: int = OVERLAP) -> Iterator[Chunk]:
    """Cut a text into chunks of ``size`` characters, each beginning ``overlap`` before the last one's end.

    >>> [(one.start, one.end) for one in cut("d", "一二三四五六七", size=4, overlap=1)]
    [(0, 4), (3, 7)]
    """
    start = 0
    while True:
        end = min(start + size, len(text))
        yield Chunk(document, start, end, text[start:end])
        if end == len(text):
            return
        start = end - overlap


class PlainRag:
    """Answers with what the model says of the four nearest chunks.

    Args:
        documents: The texts.
        clauses: What citations are told in, so that they can be judged as the product's are.
        embedder: The product's.
        generator: The product's.
    """

    name = "plain RAG"
    quoting = "its chunks, quoted"

    def __init__(
        self,
        documents: Sequence[SourceDocument],
        clauses: Sequence[Clause],
        embedder: PassageEmbedder,
        generator: Generator,
    ) -> None:
        self._chunks = [chunk for document in documents for chunk in cut(document.meta.id, document.text)]
        self._clauses = clauses
        self._embedder = embedder
        self._generator = generator

    def answer(self, question: str) -> Mapping[str, Any]:
        """An answer in the shape of the command line's: refused where the model says that it finds nothing.

        Raises:
            DraftingError: The model cannot write.
        """
        chunks = self.nearest(question)
        listed = "\n\n".join(f"资料{number}：\n{chunk.text.strip()}" for number, chunk in enumerate(chunks, 1))
        prompt = PROMPT.format(chunks=listed, question=question[:_LONGEST_QUESTION])
        pieces = self._generator.generate(prompt, max_tokens=_MOST_TOKENS, stop=_STOP, deadline_s=_DEADLINE_S)
        said = "".join(pieces).strip()
        return self._shown("refused" if NOTHING in said else "answered", said, chunks)

    def quoted(self, question: str) -> Mapping[str, Any]:
        """The four chunks themselves as the answer."""
        chunks = self.nearest(question)
        return self._shown("answered", "\n\n".join(chunk.text for chunk in chunks), chunks)

    def nearest(self, question: str) -> list[Chunk]:
        """The four chunks nearest to a question, best first."""
        cosines = self._vectors @ self._embedder.embed_queries([question])[0]
        return [self._chunks[place] for place in np.argsort(-cosines, kind="stable")[:TAKEN].tolist()]

    @cached_property
    def _vectors(self) -> Vectors:
        return self._embedder.embed_passages([chunk.text for chunk in self._chunks])

    def _shown(self, status: str, text: str, chunks: Sequence[Chunk]) -> Mapping[str, Any]:
        cited = [clause for clause in self._clauses if any(_held(clause, chunk) for chunk in chunks)]
        citations = [{"id": one.id, "document": one.document, "start": one.start, "end": one.end} for one in cited]
        return {"status": status, "answer": text, "citations": citations, "result": None, "refusal": None}


def _held(clause: Clause, chunk: Chunk) -> bool:
    """Whether a chunk holds at least half of a clause, or a clause half of the chunk."""
    if clause.document != chunk.document:
        return False
    shared = min(clause.end, chunk.end) - max(clause.start, chunk.start)
    return shared * 2 >= min(clause.end - clause.start, chunk.end - chunk.start)
