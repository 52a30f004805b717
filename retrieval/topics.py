"""The topic retriever: which capability a question is about when it uses none of its names.

People say 机器坏了提前知道, the text says 设备运维. The vocabulary's wordings of each capability are embedded one by
one; a question is about the capabilities whose wordings lie nearest to it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ontology.vocabulary import Scheme
from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError

_LABELS = "labels.json"
_VECTORS = "vectors.npy"


def wordings(scheme: Scheme) -> list[tuple[str, str]]:
    """Pairs of a wording and the capability it names, for the capabilities that have none below them."""
    above = {code for concept in scheme.concepts.values() for code in concept.broader}
    return [
        (wording, concept.code)
        for concept in scheme.concepts.values()
        if concept.code not in above
        for wording in dict.fromkeys((concept.zh, concept.en, *concept.alternatives, *concept.hidden))
    ]


class Topics:
    """Finds the capabilities nearest to a question.

    Args:
        codes: The capability that each wording names.
        vectors: The wordings' vectors, shape (number of wordings, dimension), each of length 1.
    """

    def __init__(self, codes: Sequence[str], vectors: Vectors) -> None:
        self._codes = list(dict.fromkeys(codes))
        place = {code: number for number, code in enumerate(self._codes)}
        self._owner = np.array([place[code] for code in codes], dtype=np.int64)
        self._vectors = vectors

    def nearest(self, vector: Vectors, count: int) -> list[tuple[str, float]]:
        """The capabilities nearest to a query's vector, best first, each with its best wording's cosine."""
        if not self._codes:
            return []
        best = np.full(len(self._codes), -1.0, dtype=np.float32)
        np.maximum.at(best, self._owner, self._vectors @ vector)
        order = np.argsort(-best, kind="stable")[:count]
        return [(self._codes[place], float(best[place])) for place in order.tolist()]

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        codes = [self._codes[place] for place in self._owner.tolist()]
        (folder / _LABELS).write_text(json.dumps(codes, ensure_ascii=False), encoding="utf-8")
        np.save(folder / _VECTORS, self._vectors)

    @classmethod
    def load(cls, folder: Path) -> Topics:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no topics.
        """
        try:
            codes = json.loads((folder / _LABELS).read_text(encoding="utf-8"))
            return cls(codes, np.load(folder / _VECTORS))
        except (OSError, ValueError) as problem:
            raise RetrievalError(f"topics {folder}: cannot be read ({problem}). Run `gongbiao build`.") from None
