"""A named query with the values that someone asks it about, each held against the codes that the graph has."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.mapped import natural
from kg.named_queries import NamedQuery
from kg.query_parameters import Parameter

_SHOWN = 60
_CALLED = """
SELECT DISTINCT ?code ?name WHERE {
  ?thing a gb:KIND ; skos:notation|dcterms:identifier ?code .
  OPTIONAL { ?thing skos:prefLabel ?label FILTER(LANG(?label) = "zh") } OPTIONAL { ?thing dcterms:title ?title }
  BIND(COALESCE(?label, ?title, ?code) AS ?name)
}
"""


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


def offered(graph: GraphStore, parameter: Parameter) -> Mapping[str, str]:
    """The codes that a parameter may be set to, with what each is called; empty where it is a number.

    Args:
        graph: The graph that will be asked.
        parameter: The parameter.
    """
    if parameter.codes_query is None:
        return {}
    rows = graph.query(_CALLED.replace("KIND", parameter.of.removeprefix("gb:"))).values
    return {str(code): str(name) for code, name in sorted(rows, key=lambda row: natural(str(row[0])))}


def _code(graph: GraphStore, parameter: Parameter, value: str) -> str:
    if parameter.codes_query is None:
        return value
    codes = [str(code) for (code,) in graph.query(parameter.codes_query).values]
    for code in codes:
        if code.casefold() == value.casefold():
            return code
    shown = ", ".join(codes[:_SHOWN]) + (" …" if len(codes) > _SHOWN else "")
    raise GraphError(f"parameter {parameter.name}: the graph has no {value!r}. Choose one of {shown}.")
