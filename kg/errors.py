"""The one error class of the graph layer."""

from __future__ import annotations


class GraphError(Exception):
    """The graph, its snapshot or a query of it cannot be used; the message says which, why and what to do."""
