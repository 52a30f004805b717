"""The lexical retriever: BM25 over several fields of each clause.

Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with the idf that
Lucene uses. The fields' scores are added with weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import numpy.typing as npt

from retrieval.errors import RetrievalError
from retrieval.filters import Mask
from retrieval.tokeniser import Tokeniser, bigrams

K1 = 1.2
B = 0.6
Scores = npt.NDArray[np.float32]
_MANIFEST = "fields.json"


class LexicalIndex:
    """BM25 over the rows of a corpus; a row is the position of a clause in reading order.

    Args:
        fields: For each field's name its BM25 index, or None where no row has a word in it.
        weights: For each field's name how much its score counts.
        tokeniser: Cuts queries as the rows were cut.
        rows: The number of rows.
    """

    def __init__(
        self, fields: Mapping[str, Any], weights: Mapping[str, float], tokeniser: Tokeniser, rows: int
    ) -> None:
        self._fields = dict(fields)
        self._weights = dict(weights)
        self._tokeniser = tokeniser
        self._rows = rows

    @classmethod
    def from_fields(
        cls, fields: Mapping[str, Sequence[str]], weights: Mapping[str, float], tokeniser: Tokeniser
    ) -> LexicalIndex:
        """Index the rows' texts.

        Args:
            fields: For each field one text a row; each list is as long as the others. A field ``NAME`` is counted in
                words, a field ``NAME+bigrams`` in pairs of characters.
            weights: How much each field's score counts.
            tokeniser: Cuts the texts, and later the queries.
        """
        rows = max((len(texts) for texts in fields.values()), default=0)
        indexes = {name: _index([_cut(name, text, tokeniser) for text in texts]) for name, texts in fields.items()}
        return cls(indexes, weights, tokeniser, rows)

    @property
    def rows(self) -> int:
        """How many clauses are indexed."""
        return self._rows

    def scores(self, query: str) -> Scores:
        """The score of every row, ≥ 0; 0 where no word is shared."""
        total = np.zeros(self._rows, dtype=np.float32)
        tokens = {"words": self._tokeniser(query), "bigrams": bigrams(self._tokeniser.normalise(query))}
        for name, index in self._fields.items():
            if index is None:
                continue
            known = [token for token in tokens[_unit(name)] if token in index.vocab_dict]
            if known:
                total += np.float32(self._weights.get(name, 1.0)) * index.get_scores(known)
        return total

    def search(self, query: str, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        """The best ``k`` rows that share a word with the query, best first, with their scores."""
        return best_rows(self.scores(query), k, allowed)

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        for number, index in enumerate(self._fields.values()):
            if index is not None:
                index.save(str(folder / str(number)), show_progress=False)
        present = {name: index is not None for name, index in self._fields.items()}
        manifest = {"rows": self._rows, "weights": self._weights, "fields": present}
        (folder / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, tokeniser: Tokeniser) -> LexicalIndex:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no complete index.
        """
        try:
            manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
            fields = {
                name: bm25s.BM25.load(str(folder / str(number)), mmap=True) if present else None
                for number, (name, present) in enumerate(manifest["fields"].items())
            }
        except (OSError, KeyError, json.JSONDecodeError) as problem:
            raise RetrievalError(f"lexical index {folder}: cannot be read ({problem}). Run `gongbiao build`.") from None
        return cls(fields, manifest["weights"], tokeniser, int(manifest["rows"]))


def best_rows(scores: Scores, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
    """The ``k`` highest positive scores with their rows, best first; equal scores stay in reading order."""
    kept = scores if allowed is None else np.where(allowed, scores, np.float32(0))
    candidates = np.flatnonzero(kept > 0)
    if len(candidates) > k:
        threshold = np.partition(kept[candidates], -k)[-k]
        candidates = candidates[kept[candidates] >= threshold]
    order = candidates[np.argsort(-kept[candidates], kind="stable")][:k]
    return [(int(row), float(kept[row])) for row in order]


def _unit(field: str) -> str:
    return "bigrams" if field.endswith("+bigrams") else "words"


def _cut(field: str, text: str, tokeniser: Tokeniser) -> list[str]:
    return bigrams(tokeniser.normalise(text)) if _unit(field) == "bigrams" else tokeniser(text)


def _index(rows: list[list[str]]) -> Any:
    if not any(rows):
        return None
    index = bm25s.BM25(k1=K1, b=B, method="lucene")
    index.index(rows, show_progress=False)
    return index
