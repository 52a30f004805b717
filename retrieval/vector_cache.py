"""Vectors kept by what they are vectors of, so that a build embeds only what is new and resumes where it was killed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from retrieval.embedder import Embedder, Vectors
from retrieval.errors import RetrievalError

BATCH = 32
_LOOKUP = 500
# No clause begins so; a text embedded as a question has another vector than the same text as a clause.
_AS_QUERY = "query\x00"
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
Progress = Callable[[str, int, int], None]


class VectorCache:
    """One SQLite file a model, from a text's hash to its vector.

    Each batch is committed when it is embedded: a killed build loses at most one batch, and a reader never sees half.

    Args:
        folder: Where the files lie; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def passages(
        self, embedder: Embedder, texts: Sequence[str], progress: Progress, *, fresh: bool = False
    ) -> tuple[Vectors, int]:
        """Vectors of all texts, in order, embedding those that no earlier build has met.

        Args:
            embedder: Makes what is missing.
            texts: Clauses; equal ones are embedded once.
            progress: Called with ``"embed"``, the number done and the number to do.
            fresh: Embed all of them, as if none had been met.

        Returns:
            The vectors, shape (n, dimension), and how many texts had to be embedded.

        Raises:
            RetrievalError: The cache cannot be read or written.
        """
        return self._vectors(embedder, embedder.embed_passages, [_key(text) for text in texts], texts, progress, fresh)

    def queries(
        self, embedder: Embedder, texts: Sequence[str], progress: Progress, *, fresh: bool = False
    ) -> tuple[Vectors, int]:
        """As :meth:`passages`, for texts that are worded as questions are: they are embedded as questions.

        Raises:
            RetrievalError: The cache cannot be read or written.
        """
        keys = [_key(_AS_QUERY + text) for text in texts]
        return self._vectors(embedder, embedder.embed_queries, keys, texts, progress, fresh)

    def _vectors(
        self,
        embedder: Embedder,
        embed: Callable[[Sequence[str]], Vectors],
        keys: Sequence[bytes],
        texts: Sequence[str],
        progress: Progress,
        fresh: bool,
    ) -> tuple[Vectors, int]:
        wanted = dict(zip(keys, texts, strict=True))
        try:
            with self._open(embedder.name) as store:
                found = {} if fresh else dict(_read(store, list(wanted), embedder.dimension))
                missing = [(key, text) for key, text in wanted.items() if key not in found]
                # Texts of one length in one batch: the engine works on whole batches.
                missing.sort(key=lambda pair: len(pair[1]))
                for start in range(0, len(missing), BATCH):
                    progress("embed", start, len(missing))
                    batch = missing[start : start + BATCH]
                    vectors = embed([text for _, text in batch])
                    rows = [(key, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True)]
                    with store:
                        store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
                    found.update({key: vector for (key, _), vector in zip(batch, vectors, strict=True)})
        except sqlite3.Error as problem:
            raise RetrievalError(
                f"vector cache {self._folder}: {problem}. Remove the folder and build again; it holds nothing else."
            ) from None
        progress("embed", len(missing), len(missing))
        matrix = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
        for row, key in enumerate(keys):
            matrix[row] = found[key]
        return matrix, len(missing)

    @contextmanager
    def _open(self, model: str) -> Iterator[sqlite3.Connection]:
        self._folder.mkdir(parents=True, exist_ok=True)
        readable = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in model)[:60]
        path = self._folder / f"{readable}-{hashlib.sha256(model.encode()).hexdigest()[:8]}.sqlite"
        store = sqlite3.connect(path, timeout=60)
        try:
            store.execute(
                "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
            )
            yield store
        finally:
            store.close()


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def _read(store: sqlite3.Connection, keys: list[bytes], dimension: int) -> Iterator[tuple[bytes, Vectors]]:
    for start in range(0, len(keys), _LOOKUP):
        some = keys[start : start + _LOOKUP]
        marks = ",".join("?" * len(some))
        for key, blob in store.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some):
            vector = np.frombuffer(blob, dtype=np.float32)
            if len(vector) == dimension:
                yield key, vector
