"""Mappings with both of their sides, and how far they reach either way."""

from __future__ import annotations

import pytest

from kg.claims import claim_triples
from kg.coverage import Scenario, requirement_counts, scenario_coverage, subject_coverage
from kg.errors import GraphError
from kg.graph import GraphStore
from kg.mapped import Mapped, called, mapped_claims
from tests.kg.proposals import proposals
from tests.kg.sample import REQUIREMENT, sample_triples

CLAIMS = proposals(
    "tier:future-factory related tier:national-leading 0.4",
    "tier:smart-factory close tier:national-advanced 0.5",
    "capability:19 narrow scenario:28 0.8",
    "capability:15 narrow scenario:10 0.6",
    "capability:15 close scenario:9 0.7",
    "capability:15 related scenario:2 0.3",
    "capability:3 related no-scenario 0.8",
    "capability:15 close maturity:planning-and-scheduling 0.9",
)


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return GraphStore.in_memory(sample_triples(), claim_triples(CLAIMS))


@pytest.fixture(scope="module")
def rows(graph: GraphStore) -> tuple[Mapped, ...]:
    return mapped_claims(graph, CLAIMS)


@pytest.fixture(scope="module")
def scenarios(graph: GraphStore, rows: tuple[Mapped, ...]) -> dict[int, Scenario]:
    return {one.number: one for one in scenario_coverage(graph, rows)}


def test_rows_stand_by_number_then_confidence_and_tiers_from_low_to_high(rows: tuple[Mapped, ...]) -> None:
    assert [(row.subdomain_no, row.claim.object) for row in rows] == [
        (3, "sssom:NoTermFound"),
        (15, "maturity:planning-and-scheduling"),
        (15, "scenario:9"),
        (15, "scenario:10"),
        (15, "scenario:2"),
        (19, "scenario:28"),
        (None, "tier:national-advanced"),
        (None, "tier:national-leading"),
    ]


def test_a_row_names_both_sides_with_trust(graph: GraphStore) -> None:
    (row,) = mapped_claims(graph, proposals("capability:15 close scenario:37 0.7"))
    found = row.to_json()
    assert (found["subject_label"], found["subject_label_en"]) == ("计划调度", "planning and scheduling")
    assert (found["subject_kind"], found["document"], found["requirements"]) == ("CapabilitySubdomain", "zj-graded", 1)
    assert (found["object_label"], found["trust"], found["edition"]) == ("供应商数字化管理", "B", "2025年版")
    assert (found["predicate"], found["status"], found["confidence"]) == ("skos:closeMatch", "proposed", 0.7)


def test_what_nothing_corresponds_to_says_so(rows: tuple[Mapped, ...]) -> None:
    found = rows[0].to_json()
    assert (found["predicate"], found["object"], found["object_label"]) == ("no match", "sssom:NoTermFound", "无对应")
    assert (found["target"], found["trust"], found["justification"]) == (
        "scenarios",
        None,
        "semapv:ManualMappingCuration",
    )


def test_a_concept_that_the_graph_does_not_know_keeps_the_claims_words(graph: GraphStore) -> None:
    (row,) = mapped_claims(graph, proposals("capability:999 close scenario:27 0.7"))
    assert (row.subject.zh, row.subject.document, row.object.zh) == ("capability:999", None, "设备运行监控")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("19", {"capability/19"}),
        ("１９", {"capability/19"}),
        ("19.设备运维", {"capability/19"}),
        ("19 设备运维", {"capability/19"}),
        (" 设备运维 ", {"capability/19"}),
        ("Equipment operation and maintenance", {"capability/19"}),
        ("绿色化制造", {"capability/绿色化制造", *(f"capability/{number}" for number in (21, 22, 23))}),
    ],
)
def test_a_subdomain_is_called_by_number_or_name(graph: GraphStore, name: str, found: set[str]) -> None:
    there = called(graph, name)
    own = {address for address, document in there.items() if document == "zj-graded"}
    assert {address.removeprefix("https://w3id.org/gongbiao/") for address in own} == found


def test_a_section_number_is_not_a_subdomain_number(graph: GraphStore) -> None:
    assert set(called(graph, "6.2.5").values()) == {"zj-guideline"}


@pytest.mark.parametrize("name", ["0", "45", "-1", "没有的子域", "", '"} # \\', "smart-factory", "19.", "scenario:1"])
def test_what_nothing_is_called_is_an_error(graph: GraphStore, name: str) -> None:
    with pytest.raises(GraphError, match=r"nothing is called so\. Give a number or a printed name"):
        called(graph, name)


def test_a_scenario_is_reached_as_far_as_requirements_serve_it(scenarios: dict[int, Scenario]) -> None:
    assert list(scenarios) == list(range(1, 41))
    assert (scenarios[9].reach, scenarios[9].requirements) == ("close", (REQUIREMENT.id,))
    assert (scenarios[10].reach, scenarios[10].requirements) == ("partial", ())
    assert scenarios[2].reach == "related"
    assert scenarios[28].reach == "related", "no requirement belongs to the subject that corresponds"
    assert {one.reach for number, one in scenarios.items() if number not in (2, 9, 10, 28)} == {"none"}
    assert scenarios[9].to_json()["subjects"] == [
        {"subject": "capability:15", "subject_label": "计划调度", "predicate": "skos:closeMatch"}
    ]


def test_another_document_reaches_nothing(graph: GraphStore, rows: tuple[Mapped, ...]) -> None:
    found = scenario_coverage(graph, rows, "xx-plan")
    assert {one.reach for one in found} == {"none"}
    assert requirement_counts(graph, found, "xx-plan") == {"requirements": 1, "candidates": 0}


def test_requirements_are_counted_once(graph: GraphStore, scenarios: dict[int, Scenario]) -> None:
    assert requirement_counts(graph, list(scenarios.values())) == {"requirements": 3, "candidates": 1}


def test_each_subject_counts_by_its_best_row(graph: GraphStore, rows: tuple[Mapped, ...]) -> None:
    found = {(one.kind, one.target): one for one in subject_coverage(graph, rows)}
    subdomains = found["CapabilitySubdomain", "scenarios"]
    assert (subdomains.subjects, subdomains.close, subdomains.partial, subdomains.related, subdomains.no_match) == (
        44,
        1,
        1,
        0,
        1,
    )
    assert len(subdomains.unmapped) == 41 and "设备运维" not in subdomains.unmapped
    tiers = found["Tier", "tiers"]
    assert (tiers.subjects, tiers.close, tiers.related, tiers.unmapped) == (3, 1, 1, ("省级数字化车间",))
    assert subject_coverage(graph, rows, "xx-plan") == ()


def test_what_is_mapped_through_its_parts_is_not_missing(graph: GraphStore) -> None:
    claims = proposals("capability:zj-guideline/6.2 related scenario:9 0.4")
    (found,) = subject_coverage(graph, mapped_claims(graph, claims))
    deeper = proposals(
        "capability:zj-guideline/6.2 related scenario:9 0.4", "capability:zj-guideline/6.1.1 close scenario:1 0.7"
    )
    domains = {one.kind: one for one in subject_coverage(graph, mapped_claims(graph, deeper))}[found.kind]
    assert "数字化设计" in found.unmapped and "数字化设计" not in domains.unmapped
