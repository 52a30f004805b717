"""The dense retriever: nearest vectors, each clause standing under two of them."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np

from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.filters import Mask


class DenseIndex:
    """Exact search by inner product over unit vectors, which is the cosine.

    Row ``r`` of ``n`` owns the vectors ``r`` (its text alone) and ``n + r`` (its text in its place); the better one
    counts.

    Args:
        index: A FAISS index that holds ``2 n`` vectors.
    """

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        self._rows = index.ntotal // 2
        # Read out once: taking vectors out of the index costs ten times as much as comparing them.
        self._matrix: Vectors = index.reconstruct_n(0, index.ntotal)

    @classmethod
    def from_vectors(cls, alone: Vectors, in_place: Vectors) -> DenseIndex:
        """Index two matrices of shape (n, dimension), float32, each row of length 1."""
        index = faiss.IndexFlatIP(alone.shape[1])
        index.add(np.ascontiguousarray(np.vstack([alone, in_place])))
        return cls(index)

    @property
    def vectors(self) -> int:
        """How many vectors there are, two a clause."""
        return int(self._index.ntotal)

    def middles(self) -> Vectors:
        """Each row's vector between its two, shape (n, dimension), of length 1."""
        middles = self._matrix[: self._rows] + self._matrix[self._rows :]
        return np.asarray(middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), np.float32(1e-9)))

    def cosines(self, vectors: Vectors) -> Vectors:
        """The product of every row's better vector with each query's, shape (n, dimension); shape (n, rows)."""
        # Query by query: for the one or two of a search a product of matrices takes ten times as long.
        both = np.stack([self._matrix @ one for one in vectors])
        return np.asarray(np.maximum(both[:, : self._rows], both[:, self._rows :]), dtype=np.float32)

    def search(self, vector: Vectors, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        """The ``k`` nearest rows, best first, with their cosine.

        Args:
            vector: A query's vector, shape (dimension,).
            k: How many rows at most.
            allowed: Shape (n,); rows that may be found.
        """
        wanted = min(2 * k, self._index.ntotal)
        if not wanted:
            return []
        parameters = None
        if allowed is not None:
            chosen = np.concatenate([allowed, allowed])
            bitmap = np.packbits(chosen, bitorder="little")
            # The library's type information does not know the forms that take arrays and keywords.
            selector = faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        cosines, found = self._index.search(vector.reshape(1, -1), wanted, params=parameters)
        best: dict[int, float] = {}
        for number, cosine in zip(found[0].tolist(), cosines[0].tolist(), strict=True):
            if number >= 0:
                best.setdefault(number % self._rows, cosine)
        return list(best.items())[:k]

    def save(self, path: Path) -> None:
        """Write the index into one file."""
        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: There is no readable index.
        """
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError:
            raise RetrievalError(f"dense index {path}: cannot be read. Run `gongbiao build`.") from None
