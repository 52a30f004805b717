"""The graph of the founding documents: the texts' own figures come out of it, and its classes stay apart."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.library import load_corpus
from kg.claims import claim_triples
from kg.graph import GraphStore
from kg.linking import Linker
from kg.named_queries import named_query
from kg.terms import Triple
from kg.triples import document_triples
from ontology.described import load_described
from ontology.mappings import load_mappings
from tests.kg.sample import VOCABULARIES


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    triples: list[Triple] = []
    described = load_described()
    for document in load_corpus().documents:
        clauses = tuple(linker.enrich(clause) for clause in document.clauses)
        triples.extend(document_triples(document.meta, clauses, document.notes, VOCABULARIES, described))
    return GraphStore.in_memory(triples, claim_triples(load_mappings()))


def test_tiers_hold_what_the_document_says_of_itself(graph: GraphStore) -> None:
    rows = graph.query(named_query("counts-by-tier").sparql).records
    assert [
        (row["domains"], row["subdomains"], row["requirements"], row["not_required"])
        for row in rows
        if row["document"] == "zj-graded"
    ] == [(8, 24, 47, 20), (11, 34, 67, 10), (14, 44, 111, 0)]


def test_a_slash_at_one_tier_is_a_requirement_at_a_higher_one(graph: GraphStore) -> None:
    rows = graph.query(named_query("cells-not-required").sparql).records
    assert len(rows) == 30
    first = graph.query(named_query("subdomains-first-required").sparql).records
    assert Counter(row["tier"] for row in first) == {"省级数字化车间": 24, "省级智能工厂": 10, "未来工厂": 10}


def test_nothing_is_of_two_classes_that_are_disjoint(graph: GraphStore) -> None:
    classes = "Document SourceFile Clause Provision Quantity Force Tier Track System Technology CapabilityElement "
    classes += "CapabilityDomain CapabilitySubdomain"
    listed = " ".join(f"gb:{name}" for name in classes.split())
    both = graph.query(
        f"SELECT ?s ?a ?b WHERE {{ VALUES ?a {{ {listed} }} VALUES ?b {{ {listed} }} ?s a ?a, ?b FILTER(?a != ?b) }}"
    )
    assert both.values == ()


def test_a_functional_property_has_one_value(graph: GraphStore) -> None:
    two = graph.query("SELECT ?p ?s WHERE { ?p a owl:FunctionalProperty . ?s ?p ?a, ?b FILTER(STR(?a) < STR(?b)) }")
    assert two.values == ()


def test_every_place_and_name_that_is_pointed_at_is_labelled(graph: GraphStore) -> None:
    bare = graph.query(
        "SELECT DISTINCT ?o WHERE { ?s gb:inTier|gb:inTrack|gb:inElement|gb:inDomain|gb:inSubdomain|gb:hasForce|"
        "gb:namesSystem|gb:namesTechnology ?o FILTER NOT EXISTS { ?o skos:prefLabel ?label } }"
    )
    assert bare.values == ()
