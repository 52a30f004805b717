"""The checks over a graph: all is well with the founding documents, and what is broken on purpose is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.library import Document
from kg.checks.completeness import check_completeness
from kg.checks.inference import LARGEST_FOR_HERMIT, LARGEST_FOR_OWLRL, check_inference
from kg.checks.ontology_terms import check_ontology
from kg.checks.portion import portion, smallest_document
from kg.checks.provenance import check_provenance
from kg.graph import GraphStore
from kg.terms import GB, RDF_TYPE, Triple, iri, link, number, words
from ontology.facts import Fact, read_facts, sign
from ontology.hermit import find_java
from tests.kg.checked import assert_names, clauses_of, linked_documents, with_triples
from tests.kg.sample import REQUIREMENT, sample_triples


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return linked_documents()


# Provenance


def test_every_word_of_the_founding_documents_is_traced(documents: Sequence[Document], founding: GraphStore) -> None:
    check = check_provenance(documents, founding)
    assert (check.ok, check.findings) == (True, ())
    assert check.figures["documents"] == 5 and check.figures["clauses"] == len(clauses_of(documents))


def test_a_wrong_span_is_named(documents: Sequence[Document], founding: GraphStore) -> None:
    first = documents[0]
    place = next(number for number, clause in enumerate(first.clauses) if clause.provisions)
    wrong = first.clauses[place]
    moved = replace(wrong, start=wrong.start + 1, end=wrong.end + 1)
    changed = replace(first, clauses=(*first.clauses[:place], moved, *first.clauses[place + 1 :]))
    check = check_provenance((changed, *documents[1:]), founding)
    assert_names(check, wrong.id, str(moved.start))
    assert any("图中的起止" in one.zh for one in check.findings)
    assert {one.zh.partition("：")[0] for one in check.findings} == {wrong.id}


def test_one_changed_byte_is_named(documents: Sequence[Document], founding: GraphStore) -> None:
    first, clause = documents[0], documents[0].clauses[-1]
    text = first.text[: clause.start] + "X" + first.text[clause.start + 1 :]
    check = check_provenance((replace(first, text=text), *documents[1:]), founding)
    assert_names(check, f"{first.meta.id}", first.meta.sha256[:16])
    assert_names(check, clause.id)


def test_clauses_that_text_and_graph_do_not_share_are_named(
    documents: Sequence[Document], founding: GraphStore
) -> None:
    first = documents[0]
    more = replace(first.clauses[-1], id="zj-graded/no-such-clause")
    check = check_provenance((replace(first, clauses=(*first.clauses[1:], more)), *documents[1:]), founding)
    assert {one.en for one in check.findings} >= {
        f"https://w3id.org/gongbiao/clause/{first.clauses[0].id}: in the graph, but in no text",
        "zj-graded/no-such-clause: not in the graph",
    }


def test_a_national_fact_without_a_source_is_named() -> None:
    stray = iri("national", "stray")
    check = check_provenance((), with_triples(Triple(stray, f"{GB}trust", words("A"))))
    assert_names(check, "national/stray")


# Shapes


def test_the_founding_documents_fit_every_shape(founding: GraphStore) -> None:
    check = check_completeness(founding)
    assert (check.ok, check.findings) == (True, ())
    assert check.figures["triples"] == len(founding)


def test_what_does_not_fit_is_named_with_its_property() -> None:
    clause = iri("clause", REQUIREMENT.id)
    check = check_completeness(with_triples(Triple(clause, f"{GB}inDocument", link(iri("document", "xx-plan")))))
    assert_names(check, REQUIREMENT.id, "gb:inDocument")


# Reasoner


@pytest.fixture(scope="module")
def sample() -> GraphStore:
    return GraphStore.in_memory(sample_triples())


def test_without_java_the_rules_run_and_the_report_says_so(sample: GraphStore) -> None:
    check = check_inference(sample, None)
    assert check.ok and check.figures["hermit"] == "skipped"
    assert "owlrl" in check.detail.zh and "没有 Java" in check.detail.zh and "no Java" in check.detail.en
    # The sample's vocabularies name four documents that the sample does not hold.
    assert len(check.remarks) == 4 and all("a gb:Document" in one.en for one in check.remarks)
    assert check.figures["materialised"] == int(check.figures["inferred_own"] or 0) - 4 > 10
    assert int(check.figures["inferred"] or 0) > int(check.figures["inferred_own"] or 0)


@pytest.mark.java
def test_what_contradicts_itself_is_named_by_both_reasoners() -> None:
    clause = iri("clause", REQUIREMENT.id)
    both = with_triples(Triple(clause, RDF_TYPE, link(f"{GB}NotRequiredEntry")))
    check = check_inference(both, find_java())
    assert_names(check, "gb:Requirement", "gb:NotRequiredEntry", REQUIREMENT.id)
    assert check.figures["hermit"] == "inconsistent" and "HermiT" in check.findings[-1].en


@pytest.mark.java
def test_what_does_not_follow_is_named_by_both_reasoners() -> None:
    clause, stray = iri("clause", REQUIREMENT.id), iri("tier", "future-factory")
    check = check_inference(
        with_triples(
            Triple(clause, RDF_TYPE, link(f"{GB}RecommendedRequirement")), Triple(clause, f"{GB}inTier", link(stray))
        ),
        find_java(),
    )
    said = [one.en for one in check.findings]
    assert sum("RecommendedRequirement: written by the build, not inferred by owlrl" in one for one in said) == 1
    assert sum("RecommendedRequirement: written by the build, not inferred by HermiT" in one for one in said) == 1
    assert sum("gb:inTier tier:future-factory: written by the build" in one for one in said) == 1
    assert check.figures["hermit"] == "consistent" and check.figures["unsatisfiable"] == 0


def test_a_java_that_must_be_there_is_missed() -> None:
    check = check_inference(GraphStore.in_memory([Triple("x:a", "x:b", link("x:c"))], ontology=False), None, True)
    assert not check.ok and [one.en for one in check.findings] == ["Java is missing, so HermiT could not run"]


def test_of_a_large_graph_one_document_is_reasoned_over(founding: GraphStore) -> None:
    facts = read_facts(founding.canonical("stated"))
    document = smallest_document(facts)
    assert document == iri("document", "guangxi-modes")
    part = portion(facts, document)
    about = {fact.object for fact in part if fact.predicate == sign(f"{GB}inDocument")}
    assert about == {sign(document)}
    assert Fact(sign(f"{GB}Tier"), sign(RDF_TYPE), sign("http://www.w3.org/2002/07/owl#Class")) in part
    assert not any("clause/zj-graded" in fact.subject for fact in part if fact.predicate == sign(f"{GB}text"))
    assert len(part) < LARGEST_FOR_HERMIT < len(facts) < LARGEST_FOR_OWLRL
    assert smallest_document(frozenset()) is None


# Ontology


def test_every_term_explains_itself(founding: GraphStore) -> None:
    check = check_ontology(founding)
    assert (check.ok, check.findings) == (True, ())
    assert check.figures["profile"] == "OWL 2 RL"
    assert int(check.figures["terms"] or 0) > 100 and int(check.figures["axioms"] or 0) > 200


def test_a_term_that_explains_nothing_is_named() -> None:
    bare = f"{GB}bareTerm"
    check = check_ontology(
        with_triples(
            Triple(bare, RDF_TYPE, link("http://www.w3.org/2002/07/owl#DatatypeProperty")),
            Triple(bare, "http://www.w3.org/2000/01/rdf-schema#label", words("空", "zh")),
        )
    )
    named = {one.en for one in check.findings}
    assert named == {
        "gb:bareTerm: lacks rdfs:label @en",
        "gb:bareTerm: lacks skos:definition @zh",
        "gb:bareTerm: lacks skos:definition @en",
        "gb:bareTerm: lacks dcterms:source",
    }
    assert any(one.en == "gb:bareTerm: not used in this graph" for one in check.remarks)
    used = with_triples(Triple(bare, RDF_TYPE, link("x:y")), Triple("x:a", bare, number(1)))
    assert not any("bareTerm" in one.en for one in check_ontology(used).remarks)
