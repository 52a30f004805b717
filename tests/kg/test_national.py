"""What is proposed to correspond to what, closest first, and what of it reaches the rows of documents."""

from __future__ import annotations

import pytest

from kg.claims import claim_triples
from kg.graph import GraphStore
from kg.mapped import mapped_claims
from kg.national import NationalLevel, read_candidates, with_candidates
from ontology.mappings import MappingClaim
from tests.kg.proposals import proposals
from tests.kg.sample import IN_TRACK, NOT_REQUIRED, REQUIREMENT, sample_triples

CLAIMS = proposals(
    "capability:15 related scenario:11 0.9",
    "capability:15 close scenario:9 0.7",
    "capability:15 narrow scenario:8 0.6",
    "capability:15 broad scenario:10 0.8",
    "capability:15 close scenario:12 0.8",
    "capability:15 close maturity:planning-and-scheduling 0.9",
    "capability:3 related no-scenario 0.8",
    "tier:smart-factory close tier:national-advanced 0.5",
)


def graph_with(claims: tuple[MappingClaim, ...]) -> GraphStore:
    return GraphStore.in_memory(sample_triples(), claim_triples(claims))


@pytest.fixture(scope="module")
def level() -> NationalLevel:
    graph = graph_with(CLAIMS)
    return NationalLevel(graph, lambda: mapped_claims(graph, CLAIMS))


def test_the_closest_come_first(level: NationalLevel) -> None:
    found = level.of("capability:15", "scenarios")
    assert [row.claim.object for row in found] == [f"scenario:{number}" for number in (12, 9, 10, 8, 11)]
    assert [row.object.zh for row in found[:2]] == ["仓储智能管理", "车间智能排产"]
    assert [row.claim.object for row in level.of("capability:15", "maturity")] == ["maturity:planning-and-scheduling"]
    assert len(level.of("capability:15")) == 6 and level.of("capability:44") == ()


def test_what_is_mapped_is_found_from_the_national_side_too(level: NationalLevel) -> None:
    assert [row.claim.subject for row in level.reaching("tier:national-advanced")] == ["tier:smart-factory"]
    assert level.reaching("scenario:40") == ()


def test_the_rows_of_a_subject_are_those_of_its_cells(level: NationalLevel) -> None:
    assert level.clauses_of("capability:15") == {REQUIREMENT.id, NOT_REQUIRED.id}
    assert level.clauses_of("capability:3") == frozenset()


def test_only_requirements_are_candidates_and_only_for_close_matches() -> None:
    graph = graph_with(CLAIMS)
    candidates = read_candidates(graph)
    assert candidates == {REQUIREMENT.id: ("scenario:9", "scenario:12")}
    filled = with_candidates((REQUIREMENT, NOT_REQUIRED, IN_TRACK), candidates)
    assert [clause.national for clause in filled] == [("scenario:9", "scenario:12"), (), ()]


def test_without_claims_nothing_is_a_candidate() -> None:
    assert read_candidates(graph_with(())) == {}


def test_scenarios_say_how_far_they_are_reached(level: NationalLevel) -> None:
    reach = {one.number: one.reach for one in level.scenarios()}
    assert (reach[12], reach[8], reach[11], reach[1]) == ("close", "partial", "related", "none")


def test_what_a_national_tier_asks_is_told_with_its_trust(level: NationalLevel) -> None:
    first, second, *rest = level.facts_of("tier:national-excellent")
    assert (first.about_zh, second.about_zh, second.trust) == ("认定方", "智能制造能力成熟度", "B")
    assert any(fact.edition == "2025年版" and "20%" in fact.zh for fact in rest)
    assert level.facts_of("tier:smart-factory") == ()
