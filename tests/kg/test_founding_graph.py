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
from kg.variants.link_triples import link_triples
from ontology.described import load_described
from ontology.mappings import load_mappings
from tests.kg.aligned import LINKS
from tests.kg.sample import VOCABULARIES, sample_triples


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    triples: list[Triple] = []
    described = load_described()
    for document in load_corpus().documents:
        clauses = tuple(linker.enrich(clause) for clause in document.clauses)
        triples.extend(document_triples(document.meta, clauses, document.notes, VOCABULARIES, described))
    return GraphStore.in_memory(triples, claim_triples(load_mappings()), link_triples(LINKS))


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
    assert Counter(row["tier_label"] for row in first) == {"省级数字化车间": 24, "省级智能工厂": 10, "未来工厂": 10}


def test_nothing_is_of_two_classes_that_are_disjoint(graph: GraphStore) -> None:
    both = graph.query(
        "SELECT ?s ?a ?b WHERE { ?group a owl:AllDisjointClasses ; owl:members/rdf:rest*/rdf:first ?a, ?b . "
        "FILTER(STR(?a) < STR(?b)) ?s a ?a, ?b }"
    )
    assert both.values == ()
    assert len(graph.query("SELECT ?g WHERE { ?g a owl:AllDisjointClasses }").values) == 5


def test_the_graph_uses_every_declared_term_and_no_other(graph: GraphStore) -> None:
    declared = graph.query("SELECT ?term WHERE { ?term rdfs:label ?l FILTER(STRSTARTS(STR(?term), STR(gb:))) }")
    sample = GraphStore.in_memory(sample_triples())  # it states what no founding text does: a range
    terms = (
        "SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term } UNION { GRAPH ?g { ?s ?term ?o } } "
        "UNION { GRAPH ?g { ?s a ?term } } FILTER(STRSTARTS(STR(?term), STR(gb:))) }"
    )
    assert {row[0] for one in (graph, sample) for row in one.query(terms).values} == {row[0] for row in declared.values}


def test_every_term_is_labelled_defined_and_sourced(graph: GraphStore) -> None:
    terms = graph.query("SELECT DISTINCT ?t WHERE { ?t rdfs:label ?l FILTER(STRSTARTS(STR(?t), STR(gb:))) }").values
    assert len(terms) > 100
    for (term,) in terms:
        for predicate in ("rdfs:label", "skos:definition"):
            languages = graph.query(f"SELECT (LANG(?w) AS ?l) WHERE {{ <{term}> {predicate} ?w }}").values
            assert sorted(str(row[0]) for row in languages) == ["en", "zh"], (term, predicate)
        assert graph.query(f"ASK {{ <{term}> dcterms:source ?from }}").truth, term


def test_a_functional_property_has_one_value(graph: GraphStore) -> None:
    two = graph.query("SELECT ?p ?s WHERE { ?p a owl:FunctionalProperty . ?s ?p ?a, ?b FILTER(STR(?a) < STR(?b)) }")
    assert two.values == ()


def test_every_place_and_name_that_is_pointed_at_is_labelled(graph: GraphStore) -> None:
    bare = graph.query(
        "SELECT DISTINCT ?o WHERE { ?s gb:inTier|gb:inTrack|gb:inElement|gb:inDomain|gb:inSubdomain|gb:hasForce|"
        "gb:namesSystem|gb:namesTechnology ?o FILTER NOT EXISTS { ?o skos:prefLabel ?label } }"
    )
    assert bare.values == ()
