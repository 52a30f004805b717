"""What the rules infer when a graph is written: classes from their definitions, orders, and candidates apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.claims import claim_triples
from kg.graph import GraphStore
from kg.named_queries import named_rules
from kg.terms import GB, PROPOSED, RDFS, Triple, iri, link
from ontology.mappings import MappingClaim
from tests.kg.sample import REQUIREMENT, sample_triples

R = "https://w3id.org/gongbiao/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CLAUSE = iri("clause", REQUIREMENT.id)
CLOSE = MappingClaim(
    "made-up",
    1,
    "capability:15",
    "计划调度",
    "skos:closeMatch",
    "scenario:9",
    "车间智能排产",
    "semapv:ManualMappingCuration",
    0.7,
    "都讲排产。",
    "proposed",
    "scenarios",
    (f"{R}capability/15", f"{SKOS}closeMatch", f"{R}national/scenario/9", "https://w3id.org/semapv/vocab/x"),
)
NARROW = replace(
    CLOSE,
    number=2,
    predicate="skos:narrowMatch",
    object="scenario:11",
    addresses=(CLOSE.addresses[0], f"{SKOS}narrowMatch", f"{R}national/scenario/11", CLOSE.addresses[3]),
)
NOTHING = replace(
    CLOSE,
    number=3,
    predicate="skos:relatedMatch",
    object="sssom:NoTermFound",
    addresses=(
        f"{R}capability/16",
        f"{SKOS}relatedMatch",
        "https://w3id.org/sssom/NoTermFound",
        CLOSE.addresses[3],
    ),
)


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return GraphStore.in_memory(sample_triples(), claim_triples([CLOSE, NARROW, NOTHING]))


def classes(graph: GraphStore, subject: str) -> set[str]:
    rows = graph.query(f"SELECT ?class WHERE {{ <{subject}> a ?class FILTER(STRSTARTS(STR(?class), STR(gb:))) }}")
    return {str(row[0]).removeprefix(GB) for row in rows.values}


def test_a_requirement_is_of_every_class_whose_definition_it_meets(graph: GraphStore) -> None:
    assert {
        "Clause",
        "Requirement",
        "MandatoryRequirement",
        "SystemRequirement",
        "QuantifiedRequirement",
        "IndustryRequirement",
        "NewlyAskedRequirement",
    } <= classes(graph, CLAUSE)
    assert "RecommendedRequirement" not in classes(graph, CLAUSE)


def test_a_cell_above_an_empty_one_asks_first(graph: GraphStore) -> None:
    asking, empty = iri("cell", "zj-graded", "15", "smart-factory"), iri("cell", "zj-graded", "15", "digital-workshop")
    assert classes(graph, asking) == {"Cell", "RequiredCell", "FirstAskingCell"}
    assert classes(graph, empty) == {"Cell", "NotRequiredCell"}
    assert graph.query(f"ASK {{ <{asking}> gb:stepsUpFrom <{empty}> }}").truth


def test_a_class_defined_later_is_filled_by_the_same_rules() -> None:
    owl = "http://www.w3.org/2002/07/owl#"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    steps = [
        Triple(f"{GB}RobotRequirement", f"{owl}equivalentClass", link("urn:x:1")),
        Triple("urn:x:1", f"{owl}intersectionOf", link("urn:x:2")),
        Triple("urn:x:2", f"{rdf}first", link(f"{GB}Requirement")),
        Triple("urn:x:2", f"{rdf}rest", link("urn:x:3")),
        Triple("urn:x:3", f"{rdf}first", link("urn:x:4")),
        Triple("urn:x:3", f"{rdf}rest", link(f"{rdf}nil")),
        Triple("urn:x:4", f"{owl}onProperty", link(f"{GB}namesTechnology")),
        Triple("urn:x:4", f"{owl}hasValue", link(iri("technology", "机器人"))),
        Triple(f"{GB}RobotRequirement", f"{RDFS}subClassOf", link(f"{GB}Requirement")),
    ]
    assert "RobotRequirement" in classes(GraphStore.in_memory([*sample_triples(), *steps]), CLAUSE)


def test_a_higher_tier_is_above_all_lower_ones(graph: GraphStore) -> None:
    rows = graph.query("SELECT ?a ?b WHERE { ?a gb:above ?b }").values
    future, smart, digital = (iri("tier", code) for code in ("future-factory", "smart-factory", "digital-workshop"))
    assert {(future, smart), (future, digital), (smart, digital)} <= set(rows)
    assert (iri("tier", "national-leading"), iri("tier", "national-basic")) in rows
    assert not any((right, left) in rows for left, right in rows)


def test_candidates_follow_from_close_matches_alone_and_stay_among_the_proposals(graph: GraphStore) -> None:
    candidates = "?clause gb:candidateScenario ?scenario"
    proposed = graph.query(f"SELECT ?clause ?scenario WHERE {{ GRAPH <{PROPOSED}> {{ {candidates} }} }}")
    assert proposed.values == ((CLAUSE, f"{R}national/scenario/9"),)
    assert graph.query(f"ASK {{ {candidates} }}").truth is False


def test_a_claim_keeps_its_reason_and_no_match_states_none(graph: GraphStore) -> None:
    within = f"GRAPH <{PROPOSED}>"
    rows = graph.query(
        f"SELECT ?node ?status ?confidence ?why WHERE {{ {within} {{ ?node a gb:MappingClaim ; "
        "gb:claimStatus ?status ; sssom:confidence ?confidence ; rdfs:comment ?why } } ORDER BY ?node"
    ).values
    assert rows == tuple((iri("mapping", "made-up", number), "proposed", 0.7, "都讲排产。") for number in (1, 2, 3))
    assert graph.query(f"ASK {{ {within} {{ <{R}capability/15> skos:narrowMatch ?what }} }}").truth
    assert not graph.query(f"ASK {{ {within} {{ <{R}capability/16> ?match ?what }} }}").truth
    assert not graph.query("ASK { ?claim a gb:MappingClaim }").truth


def test_every_rule_says_in_both_languages_what_it_infers() -> None:
    rules = [*named_rules("data"), *named_rules("proposed")]
    assert len({rule.name for rule in rules}) == len(rules) >= 6
    assert all(rule.zh and rule.en and "CONSTRUCT" in rule.sparql for rule in rules)
