"""Made-up clauses of two short texts, and stand-ins for what aligns them and tells how they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from corpus.clause import Clause, Force, Kind
from kg.linking import Linker
from kg.variants.difference import Difference
from kg.variants.link import Link, Reason, Vectors
from ontology.vocabulary import load_scheme

LINKER = Linker(load_scheme("systems"), load_scheme("technologies"))


def clause(
    place: str,
    text: str,
    *,
    kind: Kind = "requirement",
    force: Force = "none",
    path: tuple[str, ...] = (),
    subdomain: tuple[int, str] | None = None,
    tier: tuple[str, str] | None = None,
    track: str | None = None,
) -> Clause:
    """A row of the document that its id begins with, with the systems and technologies it names."""
    made = Clause(place, place.partition("/")[0], "", path, kind, text, text, 0, len(text), "made-up", forces=(force,))
    number, name = subdomain or (None, None)
    code, label = tier or (None, None)
    return LINKER.enrich(replace(made, subdomain_no=number, subdomain=name, tier=code, tier_label=label, track=track))


def link(left: str, right: str, confidence: float = 0.8) -> Link:
    """A pair; of confidence 1 it is a twin."""
    reason = Reason("verbatim", "逐字相同") if confidence == 1 else Reason("words", "共同用词")
    return Link(left, right, confidence, (reason,))


class Aligned:
    """Gives the links it was made with, of whatever clauses are asked about."""

    def __init__(self, *links: Link) -> None:
        self._links = links

    def align(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Link, ...]:
        ids = {one.id for one in (*left, *right)}
        return tuple(one for one in self._links if one.left in ids and one.right in ids)

    def nearest(self, left: Sequence[Clause], right: Sequence[Clause], links: Iterable[Link]) -> tuple[Link, ...]:
        met = {end for one in links for end in (one.left, one.right)}
        alone = [[one for one in side if one.id not in met] for side in (left, right)]
        return tuple(link(one.id, right[0].id, 0.3) for one in alone[0][:1])


class TwinsOrOverlaps:
    """Calls the same text equal and anything else overlapping."""

    def difference(self, left: Sequence[Clause], right: Sequence[Clause]) -> Difference:
        same = [one.plain for one in left] == [one.plain for one in right]
        return Difference("equal" if same else "overlaps")


class Likely:
    """Likelihoods by clause; a clause that is not named is of no subdomain in particular."""

    def __init__(self, numbers: Sequence[str], likely: Mapping[str, str]) -> None:
        self._numbers, self._likely = tuple(numbers), likely

    def vectors(self, ids: Sequence[str]) -> Vectors:
        raise AssertionError("no vectors are asked for here")

    def topics(self, ids: Sequence[str]) -> Vectors:
        shares = np.full((len(ids), len(self._numbers)), 0.1, dtype=np.float32)
        for row, one in enumerate(ids):
            if one in self._likely:
                shares[row, self._numbers.index(self._likely[one])] = 0.9
        return shares
