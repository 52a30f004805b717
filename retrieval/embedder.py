"""Text to vectors: what an embedder is, whichever model it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from retrieval.errors import RetrievalError

Vectors = npt.NDArray[np.float32]
# The models read some hundred tokens at once; a longer question is no question, and reading on costs time.
LONGEST_TEXT = 2000


class Embedder(Protocol):
    """Turns texts into vectors whose dot product says how near their meanings are.

    Attributes:
        name: Identifies model and weights: vectors of one name may be compared, and are cached under it.
        dimension: The length of a vector.
    """

    @property
    def name(self) -> str:
        """Model and weights."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors, shape (n, dimension), float32, each of length 1."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Clauses to vectors, shape (n, dimension), float32, each of length 1."""


@dataclass(frozen=True, slots=True)
class EmbedderOptions:
    """What an embedder other than the bundled one may have to be told.

    Attributes:
        key: What a server is to be shown; never written or logged.
        query_prefix, passage_prefix: What the model was trained to see before a question and before a passage
            (``query: ``); None leaves it to the model's own files.
    """

    key: str = field(default="", repr=False)
    query_prefix: str | None = None
    passage_prefix: str | None = None

    @property
    def mark(self) -> str:
        """What the prefixes add to an embedder's name: other prefixes, other vectors."""
        prefixes = (("query", self.query_prefix), ("passage", self.passage_prefix))
        return "".join(f" {kind}={prefix!r}" for kind, prefix in prefixes if prefix is not None)


def readable(text: str) -> str:
    """What a model can be given of any text: no NUL, no lone surrogate, and no endless text."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def unit_length(vectors: npt.ArrayLike, name: str) -> Vectors:
    """Vectors scaled to length 1, shape (n, dimension).

    Args:
        vectors: What a model gave.
        name: The embedder, for the message.

    Raises:
        RetrievalError: One of them has no length, or is no vector.
    """
    matrix = np.asarray(vectors, dtype=np.float64)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 0).all():
        raise RetrievalError(f"embedder {name}: it gives vectors without a length. Use another model.")
    return np.asarray(matrix / lengths, dtype=np.float32)
