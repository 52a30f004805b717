"""The graph as an rdflib graph, for those who know that library.

Example::

    graph = as_rdflib(GraphStore.open_read_only(folder))
    for clause in graph.subjects(RDF.type, URIRef("https://w3id.org/gongbiao/ontology#Requirement")):
        ...
"""

from __future__ import annotations

from oxrdflib import OxigraphStore
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.graph import GraphStore
from kg.terms import PREFIXES


def as_rdflib(graph: GraphStore) -> Graph:
    """View an open graph through rdflib, without copying it; a graph opened read-only stays so.

    Args:
        graph: The open graph.
    """
    view = Graph(store=OxigraphStore(store=graph.foreign), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, address in PREFIXES.items():
        view.bind(prefix, address)
    return view
