"""Which rows a search may find: limits that a person or the question's frame sets, applied before ranking."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause, Kind

Mask = npt.NDArray[np.bool_]
# A heading says nothing by itself, and a `/` cell answers only a question about that very cell.
LEFT_OUT: frozenset[Kind] = frozenset({"heading", "not_required"})
# Layout rules whose name ends so cut a table's column heads, which are headings too.
_HEAD_RULE = ".head"


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on a search; an empty tuple is no limit, several values mean any of them.

    Attributes:
        documents: Document ids.
        tiers: Tier codes.
        subdomains: Names or printed numbers of subdomains.
        domains: Names of domains, or of elements where a document has no domains.
        systems: Canonical codes.
        technologies: Codes.
        forces: A row counts if one of its sentences has the force.
        tracks: Names of tracks.
        kinds: Kinds of row; without it, headings and column heads are left out, and so are `/` cells unless a tier
            and a subdomain or domain are given.
    """

    documents: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    subdomains: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def names_a_cell(self) -> bool:
        """Whether the limits point at cells of a tier table."""
        return bool(self.tiers and (self.subdomains or self.domains))


class FilterIndex:
    """For each field and value the rows that have it, so that a search does not walk through all clauses.

    Args:
        clauses: The corpus in reading order; a row is a position in it.
        aside: Documents whose rows are found only where a limit names their document.
    """

    def __init__(self, clauses: Sequence[Clause], aside: Collection[str] = ()) -> None:
        self._rows = len(clauses)
        found: dict[tuple[str, str], list[int]] = {}
        for row, clause in enumerate(clauses):
            for key in _keys(clause):
                found.setdefault(key, []).append(row)
        self._found = {key: np.array(rows, dtype=np.int64) for key, rows in found.items()}
        self._by_default = np.array([_found_by_default(clause) for clause in clauses], dtype=np.bool_)
        self._current = np.array([clause.document not in aside for clause in clauses], dtype=np.bool_)

    def mask(self, filters: Filters, *, cells: bool = False) -> Mask:
        """Rows that pass all limits.

        Args:
            filters: The limits.
            cells: Whether `/` cells may be found although no limit asks for them.
        """
        if filters.kinds:
            allowed = self._any("kinds", filters.kinds)
        else:
            allowed = self._by_default.copy()
            if cells or filters.names_a_cell:
                allowed |= self._any("kinds", ("not_required",))
        if not filters.documents:
            allowed &= self._current
        for field in ("documents", "tiers", "subdomains", "domains", "systems", "technologies", "forces", "tracks"):
            values: tuple[str, ...] = getattr(filters, field)
            if values:
                allowed &= self._any(field, values)
        return allowed

    def _any(self, field: str, values: Iterable[str]) -> Mask:
        mask = np.zeros(self._rows, dtype=np.bool_)
        for value in values:
            rows = self._found.get((field, value))
            if rows is not None:
                mask[rows] = True
        return mask


def _found_by_default(clause: Clause) -> bool:
    return clause.kind not in LEFT_OUT and not clause.rule.endswith(_HEAD_RULE)


def _keys(clause: Clause) -> Iterable[tuple[str, str]]:
    single = {
        "documents": (clause.document,),
        "tiers": clause.every_tier,
        "subdomains": (clause.subdomain, None if clause.subdomain_no is None else str(clause.subdomain_no)),
        "domains": (clause.domain, clause.element),
        "systems": clause.systems,
        "technologies": clause.technologies,
        "forces": clause.forces,
        "tracks": (clause.track,),
        "kinds": (clause.kind,),
    }
    return {(field, value) for field, values in single.items() for value in values if value}
