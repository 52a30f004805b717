"""The ontology alone as N-Triples, so that a reasoner is quick, and things that can be stated about it."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.memory_graph import Graph, add_turtle
from ontology.statements import read_text

ROOT = "https://w3id.org/gongbiao/"
_PREFIXES = f"""
@prefix gb: <{ROOT}ontology#> .
@prefix force: <{ROOT}force/> .
@prefix x: <{ROOT}x/> .
@prefix kind: <{ROOT}system-kind/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def ntriples(turtle: str, *, core: bool = False, without: Iterable[str] = ()) -> str:
    """What a Turtle text says, its prefixes known.

    Args:
        turtle: Statements.
        core: Whether the ontology is part of it.
        without: Words; lines that hold one of them are left out.
    """
    graph = Graph(bind_namespaces="none")
    if core:
        add_turtle(graph, read_text("core.ttl"))
    add_turtle(graph, _PREFIXES + turtle)
    lines = graph.serialize(format="nt").splitlines(keepends=True)
    return "".join(line for line in lines if not any(word in line for word in without))
