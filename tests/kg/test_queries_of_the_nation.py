"""Queries that reach the national level: facts with their trust, and proposals that stay proposals."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.graph import GraphStore
from ontology.mappings import NO_TERM, load_mappings
from tests.kg.asking import Ask, Row, column, columns
from tests.kg.ladder import LADDER, TIERS

CLAIMS = load_mappings()
CLOSE = [claim for claim in CLAIMS if claim.predicate == "skos:closeMatch" and claim.matches]
MATCHES = {"skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"}
EVERY_SCENARIO = set(range(1, 41))


def _numbers(rows: tuple[Row, ...]) -> set[int]:
    return {int(str(number)) for number in column(rows, "scenario")}


def test_national_tiers_have_twenty_conditions_with_their_trust(ask: Ask) -> None:
    rows = ask("national-tier-conditions")
    assert Counter(column(rows, "tier")) == {
        "national-basic": 4,
        "national-advanced": 4,
        "national-excellent": 6,
        "national-leading": 6,
    }
    assert set(column(rows, "trust")) == {"A", "B"}
    shares = {row["tier"]: row["minimum_share"] for row in rows if row["minimum_share"] is not None}
    assert shares == {"national-excellent": 20, "national-leading": 60}
    assert all(row["edition"] for row in rows if row["minimum_share"] is not None), "only one edition has a share"


def test_national_tiers_ask_for_maturity_and_links(ask: Ask) -> None:
    assert columns(ask("maturity-by-national-tier"), "tier", "maturity", "trust") == [
        ("national-basic", "level-2", "B"),
        ("national-advanced", "level-2", "A"),
        ("national-excellent", "level-3", "B"),
        ("national-leading", "level-4", "B"),
    ]
    links = ask("links-by-national-tier")
    assert Counter(column(links, "tier")) == {
        "national-basic": 1,
        "national-advanced": 3,
        "national-excellent": 5,
        "national-leading": 5,
    }
    assert next(row["link_label"] for row in links if row["tier"] == "national-basic") == "生产作业"
    assert {row["trust"] for row in links if row["tier"] == "national-advanced"} == {"A"}


@pytest.mark.parametrize("tier", TIERS)
def test_every_scenario_is_reached_or_not(ask: Ask, tier: str) -> None:
    reached, missed = _numbers(ask("scenarios-reached", tier=tier)), _numbers(ask("scenarios-not-reached", tier=tier))
    assert reached | missed == EVERY_SCENARIO and not reached & missed
    asked = {f"capability:{number}" for number, counts in LADDER.items() if any(counts[: TIERS.index(tier) + 1])}
    expected = {claim.object for claim in CLOSE if claim.subject in asked and claim.target == "scenarios"}
    assert {f"scenario:{number}" for number in reached} == expected


def test_a_tier_reaches_by_its_own_requirements_and_by_those_it_builds_on(ask: Ask) -> None:
    rows = ask("scenarios-reached")
    assert rows and set(column(rows, "status")) == {"proposed"}
    for row in rows:
        subjects = {claim.subject for claim in CLOSE if claim.object == f"scenario:{row['scenario']}"}
        numbers = [number for number in LADDER if f"capability:{number}" in subjects]
        assert row["requirements"] == sum(LADDER[number][1] for number in numbers)
        assert row["base_requirements"] == sum(LADDER[number][0] for number in numbers)


def test_scenarios_that_nothing_serves_are_reached_by_no_tier(ask: Ask) -> None:
    unserved = _numbers(ask("scenarios-served-by-none"))
    assert unserved <= _numbers(ask("scenarios-not-reached"))
    assert _numbers(ask("scenarios-not-reached", tier="digital-workshop")) >= unserved
    weaker = {row["scenario"]: row["weaker_claims"] for row in ask("scenarios-served-by-none")}
    assert weaker == {number: sum(claim.object == f"scenario:{number}" for claim in CLAIMS) for number in unserved}


@pytest.mark.parametrize("scenario", ["16", "27", "2"])
def test_requirements_serve_a_scenario_only_through_a_close_match(ask: Ask, scenario: str) -> None:
    rows = ask("requirements-for-scenario", scenario=scenario)
    subjects = {claim.subject: claim for claim in CLOSE if claim.object == f"scenario:{scenario}"}
    numbers = [number for number in LADDER if f"capability:{number}" in subjects]
    graded = [row for row in rows if row["document"] == "zj-graded"]
    assert len(graded) == sum(sum(LADDER[number]) for number in numbers)
    assert {row["status"] for row in rows} <= {"proposed"}
    assert {row["confidence"] for row in rows} <= {claim.confidence for claim in subjects.values()}


def test_what_is_proposed_stands_in_the_graph_of_proposals_only(founding: GraphStore) -> None:
    stated = "ASK { ?a gb:candidateScenario|gb:candidateEvidence|skos:closeMatch|gb:claimObject ?b }"
    proposed = stated.replace("{", "{ GRAPH graph:proposed {", 1) + " }"
    assert founding.query(stated).truth is False and founding.query(proposed).truth is True
    assert founding.query("ASK { GRAPH ?any { ?a skos:exactMatch ?b } }").truth is False


def test_claims_come_the_least_sure_first(ask: Ask) -> None:
    rows = ask("mapping-claims", at_most="1")
    assert len(rows) == len(CLAIMS)
    confidences = [float(str(value)) for value in column(rows, "confidence")]
    assert confidences == sorted(confidences)
    assert set(column(rows, "predicate")) <= MATCHES | {"no match"}
    assert all(row["rationale"] and row["status"] in ("proposed", "stated") for row in rows)
    assert {row["object_label"] for row in rows if row["predicate"] == "no match"} <= {"无对应"}
    assert len(ask("mapping-claims")) == sum(claim.confidence <= 0.5 for claim in CLAIMS)
    assert len(ask("mapping-claims", at_most="0.35")) == sum(claim.confidence <= 0.35 for claim in CLAIMS)


def test_a_subdomain_has_all_its_claims(ask: Ask) -> None:
    for number in ("19", "40"):
        rows = ask("claims-about-subdomain", subdomain_no=number)
        expected = [claim for claim in CLAIMS if claim.subject == f"capability:{number}"]
        assert Counter(columns(rows, "object", "confidence")) == Counter(
            (claim.object, claim.confidence) for claim in expected
        )
        assert set(column(rows, "predicate")) <= MATCHES | {"no match"}


def test_a_scenario_has_all_its_claims(ask: Ask) -> None:
    for number in ("27", "1"):
        rows = ask("claims-about-scenario", scenario=number)
        expected = [claim for claim in CLAIMS if claim.object == f"scenario:{number}"]
        assert Counter(columns(rows, "subject_label", "confidence")) == Counter(
            (claim.subject_label, claim.confidence) for claim in expected
        )


def test_subdomains_without_a_close_match_are_the_others(ask: Ask) -> None:
    rows = ask("subdomains-without-close-match")
    for target, label in (("scenarios", "国家典型场景"), ("maturity", "成熟度能力")):
        close = {claim.subject for claim in CLOSE if claim.target == target}
        missing = {row["subdomain_no"] for row in rows if row["target_label"] == label}
        assert missing == {number for number in LADDER if f"capability:{number}" not in close}
    of_guideline = ask("subdomains-without-close-match", document="zj-guideline")
    assert "产品设计" in column(of_guideline, "subdomain") or "设备运维" in column(of_guideline, "subdomain")
    assert not set(column(of_guideline, "subdomain_no")) & set(LADDER)


def test_tiers_are_put_beside_national_ones_as_proposals(ask: Ask) -> None:
    rows = ask("tiers-beside-national")
    matched = [row for row in rows if row["object"]]
    assert {str(row["object"]).partition("-")[0] for row in matched} == {"national"}
    assert set(column(rows, "status")) == {"proposed"}
    assert set(column(rows, "predicate")) <= MATCHES | {"no match"}
    labels = {row["subject_label"] for row in rows if row["document"] == "zj-graded"}
    assert labels == {"省级数字化车间", "省级智能工厂", "未来工厂"}
    expected = [claim for claim in CLAIMS if claim.object.startswith("tier:")]
    assert len(matched) == len(expected)
    assert len(rows) - len(matched) == sum(
        claim.object == NO_TERM and claim.subject.startswith("tier:") for claim in CLAIMS
    )
