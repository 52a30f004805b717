"""The graph retriever: clauses linked to the tiers, capabilities, systems and technologies that a question names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause
from kg.linking import Linker
from ontology.vocabulary import Scheme
from retrieval.national import load_national_names
from retrieval.normalise import Normaliser
from retrieval.system_kinds import SystemKinds

Key = tuple[str, str]
# A tier alone is no topic: hundreds of clauses have it.
NO_TOPIC = frozenset({"tiers"})


class Facets:
    """What each clause is linked to, and how a question's names lead there.

    Args:
        clauses: The corpus in reading order, enriched with systems and technologies.
        schemes: The vocabularies ``systems``, ``technologies``, ``tiers`` and ``capabilities``.
        normaliser: Makes labels and questions equal in width, case and script.

    Attributes:
        rows: How many clauses there are.
    """

    def __init__(self, clauses: Sequence[Clause], schemes: Mapping[str, Scheme], normaliser: Normaliser) -> None:
        self.rows = len(clauses)
        self._normalise = normaliser
        # One linker reads two vocabularies.
        objects = Linker(schemes["systems"], schemes["technologies"])
        self._linkers = (objects, Linker(schemes["tiers"], schemes["capabilities"]))
        self._kinds = SystemKinds(schemes["systems"], objects)
        self._national = load_national_names(schemes["tiers"], normaliser)
        capabilities = _codes_by_name(schemes["capabilities"], normaliser)
        found: dict[Key, list[int]] = {}
        for row, clause in enumerate(clauses):
            for key in _links(clause, capabilities, normaliser):
                found.setdefault(key, []).append(row)
        self._found = {key: np.array(rows, dtype=np.int64) for key, rows in found.items()}

    def named_in(self, question: str) -> tuple[Key, ...]:
        """The scheme and code of everything that the question names and some clause is linked to.

        A kind of systems that it asks for stands for each of its systems, a national scenario for its candidates.
        """
        text = self._normalise(question)
        asked = self._kinds.read(self._national.without(text))
        named = [(mention.scheme, mention.code) for linker in self._linkers for mention in linker.mentions(asked.rest)]
        named.extend(("systems", code) for code in asked.systems)
        named.extend(("national", code) for code in self._national.named_in(text))
        return tuple(key for key in dict.fromkeys(named) if key in self._found)

    def rows_of(self, key: Key) -> npt.NDArray[np.int64]:
        """The rows linked to one code of a scheme, in reading order."""
        return self._found.get(key, np.zeros(0, dtype=np.int64))

    def scores(self, keys: Sequence[Key]) -> npt.NDArray[np.float32]:
        """For each row the summed rarity of the named things it is linked to; 0 where only a tier fits.

        Several tiers, or several capabilities, are alternatives and not a sum: a row belongs to one of them.
        """
        total = np.zeros(self.rows, dtype=np.float32)
        topical = np.zeros(self.rows, dtype=np.bool_)
        for scheme in dict.fromkeys(scheme for scheme, _ in keys):
            best = np.zeros(self.rows, dtype=np.float32)
            for key in keys:
                if key[0] == scheme:
                    rows = self._found[key]
                    best[rows] = np.maximum(best[rows], math.log1p(self.rows / len(rows)))
            total += best
            if scheme not in NO_TOPIC:
                topical |= best > 0
        return np.where(topical, total, np.float32(0))


def _codes_by_name(scheme: Scheme, normaliser: Normaliser) -> dict[str, set[str]]:
    codes: dict[str, set[str]] = {}
    for code, concept in scheme.concepts.items():
        for name in concept.names:
            codes.setdefault(normaliser(name), set()).add(code)
    return codes


def _links(clause: Clause, capabilities: Mapping[str, set[str]], normaliser: Normaliser) -> set[Key]:
    links: set[Key] = {("systems", code) for code in clause.systems}
    links |= {("technologies", code) for code in clause.technologies}
    links |= {("national", code) for code in clause.national}
    links |= {("tiers", code) for code in clause.every_tier}
    for name in (clause.element, clause.domain, clause.subdomain):
        if name:
            links |= {("capabilities", code) for code in capabilities.get(normaliser(name), ())}
    return links
