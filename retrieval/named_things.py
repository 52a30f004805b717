"""What people call systems and national scenarios: everyday names with vectors of their own, leading to clauses.

A text says 产品数据管理系统, a workshop says 图纸都存一处谁改了都知道的软件. The vocabularies' hidden labels read a
question only where it uses them word for word; embedded one by one they reach questions in other words too. A system's
lead to the clauses that name the system. A scenario's lead to the clauses of the subdomains that it is proposed for:
a proposal is weaker than a name in the text, and a hit that comes by it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from ontology.vocabulary import Concept, Scheme
from retrieval.arrays import read_labelled, write_labelled
from retrieval.embedder import Vectors
from retrieval.facets import Facets, Key
from retrieval.subjects import Examples, nearest_of

SYSTEMS, NATIONAL = "systems", "national"
_SCENARIO = "scenario:"


def thing_wordings(systems: Scheme, national: Mapping[str, Concept]) -> Iterator[tuple[Key, str]]:
    """Each everyday name of a system or a scenario with what it names.

    Args:
        systems: The vocabulary of systems.
        national: What the national level names, by compact address (``scenario:27``).
    """
    for concept in systems.concepts.values():
        yield from (((SYSTEMS, concept.code), wording) for wording in concept.hidden)
    for address, concept in national.items():
        if address.startswith(_SCENARIO):
            yield from (((NATIONAL, address), wording) for wording in concept.hidden)


class NamedThings:
    """How near a question lies to what people call systems and scenarios.

    Args:
        keys: What each wording names.
        vectors: The wordings' vectors, shape (number of wordings, dimension), each of length 1.

    Attributes:
        keys: What is named, each once, in the order of its first wording.
        wordings: The wordings' vectors with the place of each one's thing.
    """

    def __init__(self, keys: Iterable[Key], vectors: Vectors) -> None:
        listed = list(keys)
        self.keys = tuple(dict.fromkeys(listed))
        place = {key: number for number, key in enumerate(self.keys)}
        self.wordings = Examples(vectors, np.array([place[key] for key in listed], dtype=np.int64))

    def cosines(self, vector: Vectors) -> Vectors:
        """For each thing the cosine of its wording nearest to a question's vector, shape (things,)."""
        return nearest_of(self.wordings.vectors @ vector, self.wordings.owners, len(self.keys))

    def linked(self, near: Vectors, facets: Facets, margin: float) -> dict[str, Vectors]:
        """The clauses of the things with the very nearest names.

        Args:
            near: What :meth:`cosines` gives.
            facets: The clauses' links; a thing that no clause is linked to does not count.
            margin: How far behind the nearest name's cosine others still count as nearest.

        Returns:
            By scheme, for each clause the cosine of the nearest thing that it is linked to, shape (clauses,); 0 where
            it is linked to none of them.
        """
        rows = [facets.rows_of(key) for key in self.keys]
        reached = [place for place, own in enumerate(rows) if len(own)]
        least = max((near[place] for place in reached), default=np.float32(0)) - margin
        links: dict[str, Vectors] = {}
        for place in (place for place in reached if near[place] >= least):
            scores = links.setdefault(self.keys[place][0], np.zeros(facets.rows, dtype=np.float32))
            scores[rows[place]] = np.maximum(scores[rows[place]], near[place])
        return links

    def save(self, folder: Path) -> None:
        """Write into ``folder``, which is made."""
        write_labelled(folder, [self.keys[place] for place in self.wordings.owners.tolist()], self.wordings.vectors)

    @classmethod
    def load(cls, folder: Path) -> NamedThings:
        """Read what :meth:`save` wrote.

        Raises:
            RetrievalError: The folder holds no such wordings.
        """
        keys, vectors = read_labelled("named things", folder)
        return cls([(scheme, code) for scheme, code in keys], vectors)


def no_things(dimension: int) -> NamedThings:
    """Nothing that people have names for."""
    return NamedThings((), np.zeros((0, dimension), dtype=np.float32))
