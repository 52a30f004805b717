"""Stand-ins for the tests of retrieval: an embedder that knows no meanings, and clauses made by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.clause import Clause
from retrieval.embedder import Vectors
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.vector_cache import VectorCache


class BagEmbedder:
    """Adds up a fixed random vector for each pair of characters: texts that share words lie near each other.

    Args:
        name: The model's name.
        dies_after: Raise ``KeyboardInterrupt``, as a killed build would, at the batch after so many.
    """

    dimension = 64

    def __init__(self, name: str = "bag", dies_after: int | None = None) -> None:
        self.name = name
        self.embedded: list[str] = []
        self.batches = 0
        self._dies_after = dies_after

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._all(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if self._dies_after is not None and self.batches >= self._dies_after:
            raise KeyboardInterrupt
        self.batches += 1
        self.embedded.extend(texts)
        return self._all(texts)

    def _all(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, self.dimension), np.float32)

    def _vector(self, text: str) -> Vectors:
        total = np.zeros(self.dimension, dtype=np.float64)
        for pair in [text[i : i + 2] for i in range(max(1, len(text) - 1))]:
            seed = int.from_bytes(hashlib.sha256(pair.encode("utf-8", "replace")).digest()[:4], "big")
            total += np.random.default_rng(seed).standard_normal(self.dimension)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


class Remembered:
    """The bundled embedder, which looks up what a build has embedded before: building with it takes a second.

    Args:
        vectors: A folder of vectors, which it adds to.
    """

    def __init__(self, vectors: Path) -> None:
        self._cache = VectorCache(vectors)
        self._model = BundledEmbedder(bundled_weights())
        self.name = self._model.name
        self.dimension = self._model.dimension

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._cache.queries(self._model, texts, ignore)[0]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._cache.passages(self._model, texts, ignore)[0]


def clause(number: int, text: str, **fields: Any) -> Clause:
    """A requirement of a document ``doc``, with whatever else is given."""
    given: dict[str, Any] = {
        "id": f"doc/{number}",
        "document": "doc",
        "section": "",
        "path": (),
        "kind": "requirement",
        "text": text,
        "plain": text,
        "start": 0,
        "end": len(text),
        "rule": "made.by-hand",
    }
    return Clause(**(given | fields))


def cell(number: int, tier: str, text: str, *, subdomain: tuple[int, str] = (19, "设备运维"), **fields: Any) -> Clause:
    """A clause of a tier table."""
    labels = {"digital-workshop": "省级数字化车间", "smart-factory": "省级智能工厂", "future-factory": "未来工厂"}
    return clause(
        number,
        text,
        tier=tier,
        tier_label=labels[tier],
        domain="智能化生产",
        subdomain=subdomain[1],
        subdomain_no=subdomain[0],
        **fields,
    )


def ignore(stage: str, done: int, total: int) -> None:
    """A progress callback that does nothing."""
