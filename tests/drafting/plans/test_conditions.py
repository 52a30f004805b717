"""Conditions and vetoes, from facts, from what has happened, and from a project's sums."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.conditions import judge_conditions
from drafting.plans.plan import ConditionResult
from drafting.plans.target import Target
from ontology.checkpoint import Condition
from tests.drafting.plans.made_up import COMPANY, ground

PROJECT = {"id": "P1", "name": "改造", "applied": "是", "state": "在用", "start": "2024-01-01", "end": "2025-06-30"}
LEDGER = [
    {"project": "P1", "item": "机床", "kind": "智能化装备", "amount": 350},
    {"project": "P1", "item": "软件", "kind": "数字化软件", "amount": 150},
    {"project": "P1", "item": "厂房", "kind": "土建工程", "amount": 900},
]


def judged(test: Any, target: str = "plan", **sections: Any) -> list[ConditionResult]:
    given = {"id": "plan/x", "target": target, "says": None, "clause": None, "source": "customary", "kind": "condition"}
    told = {"ask": "有吗？", "pass": "有", "proof": [{"type": "certificate", "show": "证"}], "rejected": "无"}
    condition = Condition.model_validate(given | told | {"test": test})
    return list(judge_conditions(Target("plan", track="数字工厂"), (condition,), ground(**sections)))


@pytest.mark.parametrize(
    ("test", "company", "status"),
    [
        ({"fact": "company.legal_person", "is": True}, {"legal_person": "是"}, "met"),
        ({"fact": "company.legal_person", "is": True}, {"legal_person": "否"}, "gap"),
        ({"fact": "company.legal_person", "is": True}, {}, "unknown"),
        ({"fact": "company.registered_in", "contains": "某县"}, {"registered_in": "某省某市某县"}, "met"),
        ({"fact": "company.registered_in", "contains": "某县"}, {"registered_in": "某省某市别县"}, "gap"),
        ({"fact": "company.registered_in", "contains": "某县"}, {"registered_in": "某省"}, "unknown"),
    ],
)
def test_a_fact_decides_only_where_it_says_so(test: Any, company: dict[str, str], status: str) -> None:
    (one,) = judged(test, company=COMPANY | company)
    assert one.status == status


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([], "unknown"),
        ([{"matter": "失信", "occurred": "否", "period": "2023至2026"}], "met"),
        ([{"matter": "失信", "occurred": "否"}], "partial"),
        ([{"matter": "失信", "occurred": "否", "period": "2015-01至2015-12"}], "partial"),
        ([{"matter": "失信", "occurred": "否", "period": "2023-01至2024-12"}], "partial"),
        ([{"matter": "失信", "occurred": "否", "period": "2023-01至2025-12"}], "met"),
        ([{"matter": "失信", "occurred": "否", "period": "近三年"}], "met"),
        ([{"matter": "失信", "occurred": "否", "period": "上次检查以来"}], "partial"),
        ([{"matter": "失信", "occurred": "是", "period": "2023至2026"}], "gap"),
        ([{"matter": "质量事故", "occurred": "否", "period": "2023至2026"}], "unknown"),
    ],
)
def test_a_veto_is_lifted_only_by_a_checked_period(rows: list[dict[str, str]], status: str) -> None:
    (one,) = judged({"compliance": "credit"}, compliance=rows)
    assert one.status == status


@pytest.mark.parametrize(
    ("test", "status", "said"),
    [
        ({"project": "investment", "at_least": 500, "unit": "万元"}, "met", "500 万元"),
        ({"project": "investment", "at_least": 501, "unit": "万元"}, "gap", "500 万元"),
        ({"project": "digital_amount", "at_least": 150, "unit": "万元"}, "met", "150 万元"),
        ({"project": "digital_share", "at_least": 30, "unit": "%"}, "met", "150÷500＝30.00%"),
        ({"project": "digital_share", "at_least": 31, "unit": "%"}, "gap", "150÷500＝30.00%"),
        ({"project": "years", "at_most": 2, "unit": "年"}, "met", "2024-01-01 至 2025-06-30"),
        ({"project": "years", "at_most": 1, "unit": "年"}, "gap", "2024-01-01 至 2025-06-30"),
    ],
)
def test_sums_leave_out_civil_works_and_show_the_arithmetic(test: Any, status: str, said: str) -> None:
    (one,) = judged(test, projects=[PROJECT], ledger=LEDGER)
    assert (one.status, said in one.why) == (status, True)


def test_without_a_ledger_nothing_is_known() -> None:
    (one,) = judged({"project": "investment", "at_least": 500, "unit": "万元"}, projects=[PROJECT])
    assert one.status == "unknown"


def test_what_only_a_person_can_say_stays_open() -> None:
    (one,) = judged(None)
    assert (one.status, one.evidence) == ("unknown", ({"type": "certificate", "must_show": "证"},))


def test_conditions_of_the_document_and_of_the_track_count_and_no_others() -> None:
    assert len(judged(None, target="plan/数字工厂")) == 1
    assert judged(None, target="plan/未来工厂") == []
    assert judged(None, target="other") == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("浙江省金华市浦江县某路1号", "met"),
        ("浙江省金华市", "unknown"),
        ("浙江省", "unknown"),
        ("浙江省金华市浦江经济开发区", "unknown"),
        ("广西钦州", "gap"),
        ("广西壮族自治区钦州市", "gap"),
        ("浙江省义乌市", "gap"),
        ("浙江义乌市", "gap"),
        ("浙江省金华市东阳市", "gap"),
        ("浙江省金华市婺城区某路", "gap"),
        ("中国浙江省杭州市", "gap"),
        ("上海市浦东新区", "gap"),
    ],
)
def test_an_address_in_another_county_or_province_is_a_gap(address: str, status: str) -> None:
    test = {"fact": "company.registered_in", "contains": "浦江县", "within": ["浙江", "金华"]}
    (one,) = judged(test, company=COMPANY | {"registered_in": address})
    assert one.status == status


@pytest.mark.parametrize(("address", "status"), [("宁波市", "unknown"), ("江苏省苏州市", "gap"), ("浙江宁波", "met")])
def test_an_address_in_another_province_is_a_gap(address: str, status: str) -> None:
    test = {"fact": "company.registered_in", "contains": "浙江"}
    (one,) = judged(test, company=COMPANY | {"registered_in": address})
    assert one.status == status


def test_a_sum_that_the_printed_lists_do_not_make_certain_waits_to_be_confirmed() -> None:
    given = {
        "id": "pujiang-plan/x",
        "target": "pujiang-plan/数字工厂",
        "says": None,
        "clause": None,
        "source": "stated",
    }
    told = {"ask": "够吗？", "pass": "够", "proof": [{"type": "certificate", "show": "证"}], "rejected": "不够"}
    test = {"project": "digital_amount", "at_least": 100, "unit": "万元"}
    condition = Condition.model_validate(given | told | {"kind": "condition", "test": test})

    def status(item: str) -> str:
        ledger = [{"project": "P1", "item": item, "kind": "数字化软件", "amount": 150}]
        known = ground(projects=[PROJECT], ledger=ledger)
        (one,) = judge_conditions(Target("pujiang-plan", track="数字工厂"), (condition,), known)
        return one.status

    assert (status("制造执行系统"), status("说不清的软件")) == ("met", "unknown")
