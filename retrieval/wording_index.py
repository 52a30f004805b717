"""The everyday wordings' vectors, each leading to its clause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError

_ROWS = "rows.npy"
_VECTORS = "vectors.npy"
NO_WORDING = np.float32(-1)


class WordingIndex:
    """How near a question lies to what people say for a clause; a clause counts with its nearest wording.

    Args:
        rows: The row of the clause that each wording leads to.
        vectors: The wordings' vectors, shape (number of wordings, dimension), each of length 1.

    Attributes:
        vectors: As given.
    """

    def __init__(self, rows: Sequence[int], vectors: Vectors) -> None:
        self._rows = np.asarray(rows, dtype=np.int64)
        self.vectors = vectors

    def __len__(self) -> int:
        """How many wordings there are."""
        return len(self._rows)

    def cosines(self, vector: Vectors, rows: int) -> Vectors:
        """For each of ``rows`` rows the cosine of its nearest wording with a query's vector; -1 where it has none.

        Args:
            vector: A query's vector, shape (dimension,).
            rows: How many clauses there are.
        """
        best = np.full(rows, NO_WORDING, dtype=np.float32)
        np.maximum.at(best, self._rows, self.vectors @ vector)
        return best

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / _ROWS, self._rows)
        np.save(folder / _VECTORS, self.vectors)

    @classmethod
    def load(cls, folder: Path) -> WordingIndex:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no wordings.
        """
        try:
            return cls(np.load(folder / _ROWS), np.load(folder / _VECTORS))
        except (OSError, ValueError) as problem:
            raise RetrievalError(f"wordings {folder}: cannot be read ({problem}). Run `gongbiao build`.") from None
