"""What is read off the clauses of one document once, before they are held against another document's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.clause import Clause
from kg.linking import fold
from kg.row_names import with_row_name
from kg.triples import comparison_text
from kg.variants.comparable import family
from kg.variants.grams import grams, sentences
from kg.variants.link import Meaning, Vectors

Bag = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class SideFeatures:
    """The comparable clauses of one document.

    Attributes:
        document: Its id.
        clauses: In reading order.
        rows: The row of each by id.
        families: The family of each.
        spoken: The reading that twins share.
        places: The rows by that reading in any width.
        vectors: Shape (n, dimension).
        topics: Shape (n, subdomains).
        words: The runs of characters of each.
        pieces: Those of each sentence, clause by clause.
        starts: The first piece of each clause, shape (n,).
        headings: Those of the headings over it.
        names: Its systems and technologies.
        quantities: Its units and its numbers with their units.
    """

    document: str
    clauses: tuple[Clause, ...]
    rows: Mapping[str, int]
    families: tuple[str, ...]
    spoken: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    vectors: Vectors
    topics: Vectors
    words: tuple[Bag, ...]
    pieces: tuple[Bag, ...]
    starts: tuple[int, ...]
    headings: tuple[Bag, ...]
    names: tuple[Bag, ...]
    quantities: tuple[Bag, ...]


def side_features(document: str, clauses: Sequence[Clause], meaning: Meaning) -> SideFeatures:
    """Read the clauses of one document; what is not comparable is left out.

    Args:
        document: Its id.
        clauses: Its clauses in reading order.
        meaning: What the embedder made of them.
    """
    chosen = tuple(clause for clause in clauses if family(clause))
    ids = [clause.id for clause in chosen]
    said = [with_row_name(clause) for clause in chosen]
    cut = [sentences(one) for one in said]
    spoken = tuple(map(comparison_text, said))
    return SideFeatures(
        document=document,
        clauses=chosen,
        rows={one: row for row, one in enumerate(ids)},
        families=tuple(family(clause) or "" for clause in chosen),
        spoken=spoken,
        places=_places(spoken),
        vectors=meaning.vectors(ids),
        topics=meaning.topics(ids),
        words=tuple(map(grams, said)),
        pieces=tuple(grams(piece) for pieces in cut for piece in pieces),
        starts=tuple(np.cumsum([0, *(len(pieces) for pieces in cut)])[:-1].tolist()),
        headings=tuple(_headings(clause) for clause in chosen),
        names=tuple(frozenset((*clause.systems, *clause.technologies)) for clause in chosen),
        quantities=tuple(_quantities(clause) for clause in chosen),
    )


def _places(spoken: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for row, said in enumerate(spoken):
        found.setdefault(fold(said), []).append(row)
    return found


def _headings(clause: Clause) -> Bag:
    """The words of the two innermost names over a clause, and of a term's own."""
    names = dict.fromkeys(name for name in (*clause.path[-2:], clause.domain, clause.element, clause.subdomain) if name)
    return frozenset().union(*(grams(name) for name in (*names, clause.label or "")))


def _quantities(clause: Clause) -> Bag:
    return frozenset(
        item for one in clause.quantities if one.unit for item in (one.unit, f"{one.comparator}{one.value:g}{one.unit}")
    )
