"""The cells of tier tables, read from the graph: which clauses a tier has in a subdomain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.graph import GraphStore
from kg.named_queries import named_query

Cell = tuple[str, str, str]
"""Document id, printed number of the subdomain, tier code."""


def read_cells(graph: GraphStore) -> Mapping[Cell, tuple[str, ...]]:
    """The ids of each cell's clauses in reading order; a cell that holds ``/`` has its one row.

    Raises:
        GraphError: The graph cannot be read.
    """
    found: dict[Cell, list[str]] = defaultdict(list)
    for document, number, tier, clause in graph.query(named_query("cells").sparql).values:
        found[(str(document), str(number), str(tier))].append(str(clause))
    return {cell: tuple(ids) for cell, ids in found.items()}
