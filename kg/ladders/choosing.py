"""The ladders that a person's words mean: a subdomain or a domain by number, printed name or alias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.ladders.ladder import Ladder
from kg.mapped import called

_PLACED = """
SELECT DISTINCT ?clause WHERE {
  VALUES ?place { %s }
  ?row gb:inSubdomain ?place ; dcterms:identifier ?clause .
}
"""
_MOST_NAMED = 8


def of_subdomain(ladders: Sequence[Ladder], name: str, graph: GraphStore) -> tuple[Ladder, ...]:
    """The ladders of a subdomain, by its number, its printed name or another name of it.

    The name of a domain or element stands for its subdomains.

    Raises:
        GraphError: None of the ladders is called so.
    """
    found = _printed(ladders, name) or _known(ladders, name, graph)
    if found:
        return found
    near = [one for one in ladders if set(name) & set(one.name)]
    offered = sorted(near, key=lambda one: -len(set(name) & set(one.name)))[:_MOST_NAMED]
    known = "、".join(f"{one.number} {one.name}".strip() for one in offered or ladders[:_MOST_NAMED])
    raise GraphError(
        f"subdomain {name}: {ladders[0].document} has none of this number or name. Give one such as {known}."
    )


def of_domain(ladders: Sequence[Ladder], name: str, graph: GraphStore) -> tuple[Ladder, ...]:
    """The ladders of a domain or element, by its printed name or another name of it.

    Raises:
        GraphError: None of the ladders belongs to one of this name.
    """
    wanted = name.strip().lower()
    exact = tuple(one for one in ladders if wanted in (one.domain.lower(), one.element.lower()))
    found = exact or (() if wanted.isdecimal() else _known(ladders, name, graph))
    # A subdomain's name is no domain's.
    if found and {one.domain for one in found} and (exact or not _printed(ladders, name)):
        return found
    known = "、".join(dict.fromkeys(one.domain for one in ladders if one.domain))
    raise GraphError(f"domain {name}: {ladders[0].document} has none of this name. Choose one of {known or 'none'}.")


def _printed(ladders: Iterable[Ladder], name: str) -> tuple[Ladder, ...]:
    wanted = name.strip().lower()
    return tuple(one for one in ladders if wanted and wanted in (one.number, one.name.lower()))


def _known(ladders: Sequence[Ladder], name: str, graph: GraphStore) -> tuple[Ladder, ...]:
    """The ladders of what the graph knows under a name."""
    try:
        places = called(graph, name)
    except GraphError:
        return ()
    listed = " ".join(f"<{place}>" for place in sorted(places))
    placed = {str(clause) for (clause,) in graph.query(_PLACED % listed).values}
    return tuple(one for one in ladders if any(placed.intersection(cell.clauses) for cell in one.cells))
