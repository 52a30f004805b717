"""A requirement from its points: the status, what is missing, what to do and how pressing it is."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.assessing import Assessor, action_of, gap_of, priority_of, status_of
from drafting.plans.plan import Item
from ontology.checkpoint import Checkpoint, Checkpoints, Responsibility
from ontology.evidence import evidence_catalogue
from tests.drafting.made_up import FACTORY, UPKEEP, cell, row
from tests.drafting.plans.made_up import COMPANY, ground, point, practice, result

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网，宜开展预测；", systems=("MES",))
POINTS = (point("应实现设备联网"), point("宜开展预测", force="should"))
OWNER = Responsibility(subdomain=19, owner="设备部", place="现场", screen="总览", demonstrate="报修")


def assessed(industry: str | None = None, **sections: Any) -> Item:
    written = Checkpoints({CLAUSE.id: Checkpoint(requirement=CLAUSE.id, points=POINTS)}, {19: OWNER})
    assessor = Assessor(ground(**sections), written, evidence_catalogue(), {"digital-workshop": 1, FACTORY: 2})
    return assessor.assess(cell("a", FACTORY, UPKEEP, CLAUSE.text, systems=("MES",), industry=industry))


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (("met", "met"), "met"),
        (("met", "not_applicable"), "met"),
        (("met", "unknown"), "partial"),
        (("met", "gap"), "partial"),
        (("partial", "unknown"), "partial"),
        (("gap", "unknown"), "gap"),
        (("unknown", "unknown"), "unknown"),
        (("not_applicable",), "not_applicable"),
    ],
)
def test_a_requirement_is_met_only_when_all_its_points_are(statuses: tuple[Any, ...], whole: str) -> None:
    assert status_of([result(status=status) for status in statuses]) == whole


def test_what_is_missing_is_told_a_line_a_point() -> None:
    points = [result(status="met"), result(status="gap"), result(status="unknown", why="没有写")]
    assert gap_of(points) == "「实现设备联网」还没有\n「实现设备联网」没有写"
    assert action_of(points) == "做到：设备联网已投用\n先确认：做了吗？"
    assert action_of([result(status="partial")]) == "补齐（还没有）：设备联网已投用"


@pytest.mark.parametrize(
    ("points", "priority"),
    [
        ([result(status="met")], "none"),
        ([result(status="gap")], "high"),
        ([result(status="unknown")], "medium"),
        ([result(status="gap", force="should")], "low"),
        ([result(status="gap", force="may"), result(status="partial")], "medium"),
    ],
)
def test_a_gap_in_what_must_be_presses_most(points: list[Any], priority: str) -> None:
    assert priority_of(points) == priority


def test_an_item_holds_its_points_evidence_owner_and_systems() -> None:
    item = assessed(practices=[practice(f"{CLAUSE.id}#1")])
    assert [point.status for point in item.points] == ["met", "unknown"]
    assert (item.status, item.owner, item.systems) == ("partial", "设备部", (("MES", False),))
    assert [row.no for row in item.evidence] == ["2-19a-1", "2-19a-2"]
    assert item.narrative and item.points[0].span == (0, 7)


def test_a_threshold_is_judged_by_its_conditions_before_any_answer() -> None:
    threshold = row("3.1/1", "在浦江县行政区域境内注册", document="pujiang-plan", kind="threshold", track="数字工厂")
    answers = [practice(*(f"{threshold.id}#{number}" for number in range(1, 7)))]
    company = COMPANY | {"registered_in": "某省别县", "legal_person": "是"}
    assessor = Assessor(ground(company=company, practices=answers), Checkpoints({}, {}), evidence_catalogue(), {})
    item = assessor.assess(threshold)
    assert [point.status for point in item.points] == ["gap", "met", "met", "met", "met", "met"]
    assert item.points[0].basis == ("company.registered_in",)
    assert f"尚未满足：{item.points[0].question.rstrip('？')}——" in item.narrative


def test_what_the_text_limits_to_another_industry_does_not_apply() -> None:
    item = assessed(industry="流程行业", practices=[practice(f"{CLAUSE.id}#1")])
    assert item.status == "not_applicable"
    assert item.points[0].basis == ("company.industry",)
    assert item.evidence == () and "本条不适用" in item.narrative
    assert assessed(industry="离散行业").status == "unknown"


def test_what_is_only_allowed_keeps_no_requirement_from_being_met() -> None:
    met, allowed = result(status="met"), result(status="gap", force="may")
    assert status_of([met, allowed]) == "met"
    assert status_of([met, result(status="unknown", force="encouraged")]) == "met"
    assert status_of([met, result(status="gap", force="should")]) == "partial"
    assert status_of([allowed]) == "gap"


def test_rules_propose_the_evidence_of_points_that_nobody_wrote() -> None:
    nobody = Checkpoints({}, {})
    proposed = {CLAUSE.id: ("equipment-list", "network-diagram", "running-record", "site-photo")}
    item = Assessor(ground(), nobody, evidence_catalogue(), {}, proposed).assess(CLAUSE)
    first = [row for row in item.evidence if row.point == item.points[0].id]
    assert [row.type for row in first] == ["equipment-list", "network-diagram", "running-record"]
    assert item.points[0].says in first[0].must_show and item.points[0].derived
    assert {row.type for row in Assessor(ground(), nobody, evidence_catalogue(), {}).assess(CLAUSE).evidence} <= {
        "system-screenshot",
        "running-record",
    }
