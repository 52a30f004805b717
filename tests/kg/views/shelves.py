"""Libraries of made-up texts, read as the product reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from corpus.library import Document
from corpus.manifest import Meta
from corpus.reading import read_clauses
from kg.linking import Linker
from kg.variants.link import Meaning, Vectors
from kg.views.library import Library
from kg.views.table import View
from tests.kg.sample import VOCABULARIES

_SUBDOMAINS = tuple(one.code for one in VOCABULARIES.capabilities.of_kind("CapabilitySubdomain"))


class Likely:
    """Says of each clause which subdomain it is likely of; no two clauses are near each other.

    Args:
        shares: Likelihoods of subdomains by the id of a clause; of other clauses nothing is likely.
    """

    def __init__(self, shares: Mapping[str, Mapping[str, float]]) -> None:
        self._shares = shares

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """One direction for all, so that every filed clause votes alike."""
        return np.ones((len(ids), 1), dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        """The likelihoods given."""
        found = np.zeros((len(ids), len(_SUBDOMAINS)), dtype=np.float32)
        for row, one in enumerate(ids):
            for code, share in self._shares.get(one, {}).items():
                found[row, _SUBDOMAINS.index(code)] = share
        return found


def document(
    name: str, text: str, *, title: str = "", year: int | None = None, basis: str = "文中未写年份", region: str = "某省"
) -> Document:
    """A document read from a text."""
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    clauses = tuple(linker.enrich(clause) for clause in read_clauses(name, text))
    meta = Meta(
        id=name,
        file=f"{name}.txt",
        title=title or text.strip().split("\n")[0],
        issuer=None,
        region=region,
        level="provincial",
        year=year,
        year_basis=basis,
        status=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return Document(meta, text, clauses, ())


def library(*documents: Document, meaning: Meaning | None = None) -> Library:
    """A library of documents with the product's vocabularies."""
    return Library(documents, VOCABULARIES, meaning)


def column(view: View, name: str) -> list[str]:
    """The texts of a column."""
    place = view.columns.index(name)
    return [row[place].text for row in view.rows]
