"""The cells of tier tables as things of their own: a subdomain at a tier, required or not, one above the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.terms import GB, RDF_TYPE, Triple, link


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a tier table.

    Attributes:
        clause: The clause's address.
        required: Whether it asks something; else it is the slash of a cell that does not.
        subdomain, tier: Addresses of its places.
        cell: The address of the cell that holds it.
    """

    clause: str
    required: bool
    subdomain: str
    tier: str
    cell: str


def cell_triples(rows: Iterable[Placed], directly_above: Iterable[tuple[str, str]]) -> Iterator[Triple]:
    """The cells that rows stand in.

    Args:
        rows: All rows of a document's tier tables.
        directly_above: Pairs of tiers' addresses, the higher first.
    """
    cells: dict[tuple[str, str], str] = {}
    required: dict[str, bool] = {}
    for row in rows:
        yield Triple(row.clause, f"{GB}inCell", link(row.cell))
        cells[row.subdomain, row.tier] = row.cell
        required[row.cell] = required.get(row.cell, False) or row.required
    steps = dict(directly_above)
    for (subdomain, tier), cell in cells.items():
        yield Triple(cell, RDF_TYPE, link(f"{GB}Cell"))
        yield Triple(cell, RDF_TYPE, link(f"{GB}RequiredCell" if required[cell] else f"{GB}NotRequiredCell"))
        yield Triple(cell, f"{GB}cellOf", link(subdomain))
        yield Triple(cell, f"{GB}atTier", link(tier))
        below = cells.get((subdomain, steps.get(tier, "")))
        if below is not None:
            yield Triple(cell, f"{GB}stepsUpFrom", link(below))
