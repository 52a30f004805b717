"""A graph in the memory of the RDF library that the reasoner and the validator work on: the layer's contact with it."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, URIRef

from ontology.facts import Fact, sign
from ontology.statements import Statement

__all__ = ["Graph", "add_turtle", "graph_of", "named_facts", "statements_in"]


def graph_of(ntriples: str, *, alone: bool = False) -> Graph:
    """A graph of the statements of an N-Triples text.

    Args:
        ntriples: The statements.
        alone: Whether it will never be part of a set of graphs; such a graph is a fifth faster.
    """
    graph = Graph(store="SimpleMemory" if alone else "Memory", bind_namespaces="none")
    graph.parse(data=ntriples, format="nt")
    return graph


def add_turtle(graph: Graph, turtle: str) -> None:
    """Add the statements of a Turtle text."""
    graph.parse(data=turtle, format="turtle")


def named_facts(graph: Graph) -> Iterator[Fact]:
    """The statements between things that have an address."""
    for subject, predicate, value in graph:
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef) and isinstance(value, URIRef):
            yield Fact(sign(subject), sign(predicate), sign(value))


def statements_in(graph: Graph) -> Iterator[Statement]:
    """All statements, their terms as plain strings; a blank node has the library's name for it."""
    for subject, predicate, value in graph:
        yield Statement(str(subject), str(predicate), str(value), getattr(value, "language", None))
