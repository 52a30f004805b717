"""The topic retriever: which capability a question is about when it uses none of its names.

People say 机器坏了提前知道, the text says 设备运维. The vocabulary's wordings of each capability are embedded one by
one, and a classifier learns from them, from the everyday wordings of the capability's clauses and from these clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ontology.vocabulary import Scheme
from retrieval.arrays import read_labelled, write_labelled
from retrieval.embedder import Vectors
from retrieval.subjects import Examples, SubjectModel, nearest_of

_LEARNED = "learned.npz"


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
        learned: The classifier over the same capabilities; none where nothing was learned.

    Attributes:
        codes: The capabilities, each once, in the order of their first wording.
        names: The wordings' vectors with the place of each one's capability.
        learned: As given.
    """

    def __init__(self, codes: Sequence[str], vectors: Vectors, learned: SubjectModel | None = None) -> None:
        self.codes = tuple(dict.fromkeys(codes))
        place = {code: number for number, code in enumerate(self.codes)}
        self.names = Examples(vectors, np.array([place[code] for code in codes], dtype=np.int64))
        self.learned = learned

    def nearest(self, vector: Vectors, count: int) -> list[tuple[str, float]]:
        """The capabilities nearest to a query's vector, best first, each with its best wording's cosine."""
        if not self.codes:
            return []
        return self._ordered(nearest_of(self.names.vectors @ vector, self.names.owners, len(self.codes)))[:count]

    def subjects(self, vector: Vectors, spoken: Vectors) -> list[tuple[str, float]]:
        """All capabilities with their probabilities, the likeliest first; none where nothing was learned.

        Args:
            vector: A query's vector, shape (dimension,).
            spoken: For each capability the cosine of the nearest everyday wording of its clauses, shape
                (capabilities,); -1 where they have none.
        """
        if self.learned is None:
            return []
        named = nearest_of(self.names.vectors @ vector, self.names.owners, len(self.codes))
        return self._ordered(self.learned.probabilities(vector, np.maximum(named, spoken)))

    def _ordered(self, values: Vectors) -> list[tuple[str, float]]:
        order = np.argsort(-values, kind="stable")
        return [(self.codes[place], float(values[place])) for place in order.tolist()]

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        write_labelled(folder, [self.codes[place] for place in self.names.owners.tolist()], self.names.vectors)
        if self.learned is not None:
            self.learned.save(folder / _LEARNED)

    @classmethod
    def load(cls, folder: Path) -> Topics:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no topics.
        """
        codes, vectors = read_labelled("topics", folder)
        learned = SubjectModel.load(folder / _LEARNED) if (folder / _LEARNED).exists() else None
        return cls(codes, vectors, learned)
