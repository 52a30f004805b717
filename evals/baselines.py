"""What a system has to beat: each retriever alone, their plain fusion, and an answer that quotes four passages.

They use the same indexes, the same rows and the same questions as the product, and are measured in the same run. What
they lack is what the product adds: the reading of the question, the graph, the structure of the documents, refusing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np

from corpus.clause import Clause
from evals.system import SearcherParts, Workspace
from retrieval.filters import Mask

# Rows that say nothing by themselves; leaving them in would only make the baselines look worse.
_EMPTY_KINDS = frozenset({"heading", "lead", "not_required"})
_FUSION_K = 60.0
_POOL = 50


class Ranker(Protocol):
    """Ranks clauses for a question."""

    @property
    def name(self) -> str: ...

    def rank(self, question: str, top: int) -> list[Clause]: ...


class Product:
    """The product's own search, as the command line calls it."""

    name = "gongbiao"

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rank(self, question: str, top: int) -> list[Clause]:
        """The clauses of the hits, best first."""
        return [hit.clause for hit in self._workspace.search(question, top=top).hits]


class LexicalAlone:
    """BM25 and nothing else."""

    name = "bm25"

    def __init__(self, parts: SearcherParts) -> None:
        self._parts = parts
        self._allowed = content_rows(parts)

    def rows(self, question: str, top: int) -> list[int]:
        """Row numbers, best first."""
        return [row for row, _ in self._parts.lexical.search(question, top, self._allowed)]

    def rank(self, question: str, top: int) -> list[Clause]:
        """Clauses, best first."""
        return [self._parts.clauses[row] for row in self.rows(question, top)]


class DenseAlone:
    """Nearest vectors and nothing else."""

    name = "dense"

    def __init__(self, parts: SearcherParts) -> None:
        self._parts = parts
        self._allowed = content_rows(parts)

    def rows(self, question: str, top: int) -> list[int]:
        """Row numbers, best first."""
        vector = self._parts.embedder.embed_queries([question])[0]
        return [row for row, _ in self._parts.dense.search(vector, top, self._allowed)]

    def rank(self, question: str, top: int) -> list[Clause]:
        """Clauses, best first."""
        return [self._parts.clauses[row] for row in self.rows(question, top)]


class PlainFusion:
    """Both retrievers by reciprocal ranks, with equal weight.

    Source: Cormack, Clarke and Büttcher 2009, SIGIR.
    """

    name = "bm25 + dense"

    def __init__(self, parts: SearcherParts) -> None:
        self._parts = parts
        self._retrievers = (LexicalAlone(parts), DenseAlone(parts))

    def rank(self, question: str, top: int) -> list[Clause]:
        """Clauses, best first."""
        scores: dict[int, float] = {}
        for retriever in self._retrievers:
            for rank, row in enumerate(retriever.rows(question, _POOL), 1):
                scores[row] = scores.get(row, 0.0) + 1.0 / (_FUSION_K + rank)
        best = sorted(scores, key=lambda row: -scores[row])[:top]
        return [self._parts.clauses[row] for row in best]


class FourPassages:
    """Answers every question with the four best passages, word for word: retrieval without reading."""

    name = "four passages"

    def __init__(self, ranker: Ranker) -> None:
        self._ranker = ranker

    def answer(self, question: str) -> Mapping[str, Any]:
        """An answer in the shape of the command line's."""
        clauses = self._ranker.rank(question, 4)
        citations = [
            {"id": clause.id, "document": clause.document, "start": clause.start, "end": clause.end}
            for clause in clauses
        ]
        text = "\n\n".join(
            " ".join(filter(None, (clause.document, clause.tier_label, clause.subdomain, clause.text)))
            for clause in clauses
        )
        return {"status": "answered", "answer": text, "citations": citations, "result": None, "refusal": None}


def content_rows(parts: SearcherParts) -> Mask:
    """Which rows say something by themselves, shape (rows,)."""
    return np.array([clause.kind not in _EMPTY_KINDS for clause in parts.clauses], dtype=np.bool_)
