"""Clauses as statements: the right addresses, classes and values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause
from kg.graph import GraphStore
from kg.places import Places
from kg.terms import GB, RDF_TYPE, SKOS, Term, iri, link
from kg.triples import comparison_text
from ontology.described import load_described
from tests.kg.sample import REQUIREMENT, VOCABULARIES, sample_triples

CLAUSE = iri("clause", REQUIREMENT.id)
DESCRIBED = load_described()
TRIPLES = tuple(sample_triples())


def objects(subject: str, predicate: str) -> set[str]:
    return {triple.object.value for triple in TRIPLES if (triple.subject, triple.predicate) == (subject, predicate)}


def test_a_clause_has_its_classes_place_and_source() -> None:
    assert {value.removeprefix(GB) for value in objects(CLAUSE, RDF_TYPE)} == {
        "Clause",
        "Requirement",
    }
    assert objects(CLAUSE, f"{GB}inTier") == {iri("tier", "smart-factory")}
    assert objects(CLAUSE, f"{GB}inSubdomain") == {iri("capability", 15)}
    assert objects(CLAUSE, f"{GB}namesSystem") == {iri("system", "APS")}
    assert objects(CLAUSE, f"{GB}namesTechnology") == {iri("technology", "工业机器人"), iri("technology", "机器人")}
    assert objects(CLAUSE, "http://www.w3.org/ns/prov#wasDerivedFrom") == {iri("file", "ab" * 32)}
    assert objects(CLAUSE, f"{GB}start") == {"10"}
    assert REQUIREMENT.iri == CLAUSE


def test_a_name_used_at_two_levels_makes_two_places() -> None:
    alone = Clause("d/1", "d", "", (), "paragraph", "甲", "甲", 0, 1, "r", element="甲")
    below = replace(alone, id="d/2", element=None, domain="甲")
    places = Places("d", VOCABULARIES.tiers, VOCABULARIES.capabilities, DESCRIBED, (alone, below))
    put = {
        triple.object.value for clause in (alone, below) for triple in places.of(clause) if "#in" in triple.predicate
    }
    assert len(put) == 2


def test_a_clause_that_tiers_share_stands_in_each_and_in_its_cells() -> None:
    shared = Clause(
        "d/1", "d", "", (), "requirement", "甲", "甲", 0, 1, "r", subdomain="乙", tier="basic", tier_label="基础级",
        tiers=("basic", "advanced"),
    )  # fmt: skip
    places = Places("d", VOCABULARIES.tiers, VOCABULARIES.capabilities, DESCRIBED, (shared,))
    tiers = {triple.object.value for triple in places.of(shared) if triple.predicate == f"{GB}inTier"}
    cells = {triple.object.value for triple in places.cells((shared,)) if triple.predicate == f"{GB}inCell"}
    assert tiers == {iri("tier", "d", "basic"), iri("tier", "d", "advanced")}
    assert cells == {iri("cell", "d", "乙", "basic"), iri("cell", "d", "乙", "advanced")}


def test_a_quantity_keeps_both_ends_of_a_range() -> None:
    quantity = f"{CLAUSE}#quantity-1"
    assert (objects(quantity, f"{GB}value"), objects(quantity, f"{GB}upperValue")) == ({"99.0"}, {"99.9"})


def test_what_only_one_document_knows_is_described_under_its_own_address() -> None:
    clause = iri("clause", "xx-plan/1 a<b>")
    assert clause.endswith("xx-plan/1%20a%3Cb%3E")
    assert objects(clause, f"{GB}inTier") == {iri("tier", "xx-plan", "level-1")}
    assert objects(clause, f"{GB}inSubdomain") == {iri("capability", "xx-plan", "subdomain", "要素", "某域", "某子域")}
    domain = iri("capability", "xx-plan", "domain", "要素", "某域")
    assert objects(domain, f"{SKOS}broader") == {iri("capability", "xx-plan", "element", "要素")}
    assert objects(iri("clause", "zj-graded/t15/a"), f"{GB}inTrack") == {iri("track", "zj-graded", "平台型／甲")}
    assert objects(clause, f"{GB}namesSystem") == {iri("system", "APS")}


def test_the_same_words_compare_equal() -> None:
    assert comparison_text("应有 系统；") == comparison_text("应有系统。\n")
    assert comparison_text("应有系统") != comparison_text("宜有系统")


@given(st.lists(st.text(max_size=8), min_size=1, max_size=3))
def test_any_words_make_an_address_that_the_graph_accepts(parts: list[str]) -> None:
    address = iri("clause", *parts)
    graph = GraphStore.in_memory([TRIPLES[0]._replace(subject=address, object=link(address))], ontology=False)
    assert graph.query("SELECT ?s WHERE { ?s ?p ?s }").terms == ((Term("iri", address),),)
