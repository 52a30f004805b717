"""The everyday wordings' vectors, each leading to its clause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retrieval.adaptation import Adaptation, unadapted
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError

Rows = npt.NDArray[np.int64]
_ROWS = "rows.npy"
_VECTORS = "vectors.npy"
_ADAPTATION = "adaptation.npz"
NO_WORDING = np.float32(-1)


class WordingIndex:
    """How near a question lies to what people say for a clause; a clause counts with its nearest wording.

    Args:
        rows: The row of the clause that each wording leads to.
        vectors: The wordings' vectors, shape (number of wordings, dimension), each of length 1.
        adaptation: What was learned from them; the identity by default.

    Attributes:
        rows: As given, shape (number of wordings,).
        vectors: As given.
        adaptation: As given.
    """

    def __init__(self, rows: Sequence[int] | Rows, vectors: Vectors, adaptation: Adaptation | None = None) -> None:
        self.rows = np.asarray(rows, dtype=np.int64)
        self.vectors = vectors
        self.adaptation = adaptation or unadapted(vectors.shape[1])
        self._order = np.argsort(self.rows, kind="stable")
        self._worded, self._starts = np.unique(self.rows[self._order], return_index=True)

    def __len__(self) -> int:
        """How many wordings there are."""
        return len(self.rows)

    def cosines(self, vectors: Vectors, rows: int) -> Vectors:
        """For each query and row the product with the row's nearest wording, shape (n, rows); -1 where it has none.

        Args:
            vectors: Queries' vectors, shape (n, dimension).
            rows: How many clauses there are.
        """
        best = np.full((len(vectors), rows), NO_WORDING, dtype=np.float32)
        if len(self):
            # Query by query: for the one or two of a search a product of matrices takes ten times as long.
            products = np.stack([self.vectors @ one for one in vectors])[:, self._order]
            best[:, self._worded] = np.maximum.reduceat(products, self._starts, axis=1)
        return best

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / _ROWS, self.rows)
        np.save(folder / _VECTORS, self.vectors)
        self.adaptation.save(folder / _ADAPTATION)

    @classmethod
    def load(cls, folder: Path) -> WordingIndex:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no wordings.
        """
        try:
            rows, vectors = np.load(folder / _ROWS), np.load(folder / _VECTORS)
        except (OSError, ValueError) as problem:
            raise RetrievalError(f"wordings {folder}: cannot be read ({problem}). Run `gongbiao build`.") from None
        return cls(rows, vectors, Adaptation.load(folder / _ADAPTATION))
