"""A named query with the values that someone asks it about, each held against the codes that the graph has."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.named_queries import NamedQuery
from kg.query_parameters import Parameter

_SHOWN = 60


def settled(graph: GraphStore, query: NamedQuery, values: Mapping[str, str]) -> str:
    """The text of a query with values that exist.

    Args:
        graph: The graph that will be asked.
        query: The query.
        values: Values by the names of parameters; case does not matter.

    Returns:
        SPARQL.

    Raises:
        GraphError: There is no such parameter, or the graph has nothing of the parameter's class with such a code.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    found = {name: _code(graph, known[name], value) if name in known else value for name, value in values.items()}
    return query.asking(found)


def _code(graph: GraphStore, parameter: Parameter, value: str) -> str:
    if parameter.codes_query is None:
        return value
    codes = [str(code) for (code,) in graph.query(parameter.codes_query).values]
    for code in codes:
        if code.casefold() == value.casefold():
            return code
    shown = ", ".join(codes[:_SHOWN]) + (" …" if len(codes) > _SHOWN else "")
    raise GraphError(f"parameter {parameter.name}: the graph has no {value!r}. Choose one of {shown}.")
