"""Asking the queries that come along by name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph import GraphStore
from kg.named_queries import named_query
from kg.rows import Plain

Row = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks a graph.

    Attributes:
        graph: The graph.
    """

    graph: GraphStore

    def __call__(self, name: str, **values: str) -> tuple[Row, ...]:
        """The rows of a query, with other values than its defaults where given."""
        return self.graph.query(named_query(name).asking(values)).records


def column(rows: tuple[Row, ...], name: str) -> list[Plain]:
    """One column of rows, in their order."""
    return [row[name] for row in rows]


def columns(rows: tuple[Row, ...], *names: str) -> list[tuple[Plain, ...]]:
    """Some columns of rows, in their order."""
    return [tuple(row[name] for name in names) for row in rows]
