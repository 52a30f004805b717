"""The county's thresholds, at and beside their bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from drafting.forms.thresholds import against_bounds, judged
from drafting.plans.investment import invested, percent
from drafting.plans.plan import ConditionResult
from drafting.plans.spending import Recount
from ontology.checkpoint import conditions
from tests.drafting.forms.made_forms import COMPANY, PLAN, PROJECT, filled, profile

WORKSHOP = "数字工厂"
NAMES = {
    "equipment": "焊接机器人",
    "software": "制造执行系统",
    "hardware": "服务器",
    "civil_works": "厂房土建工程",
    "other": "咨询费",
}
"""Names that the printed lists hold under the same kind, so that no other count is smaller."""


def spent(equipment: float, digital: float, **other: float) -> tuple[dict[str, Any], ...]:
    amounts = {"equipment": equipment, "software": digital} | other
    return tuple({"project": "P1", "item": NAMES[kind], "kind": kind, "amount": sum_} for kind, sum_ in amounts.items())


def result(name: str, track: str = WORKSHOP, **sections: Any) -> ConditionResult:
    found = [
        one
        for one in judged(PLAN, track, profile(**sections))
        for known in conditions()
        if known.id == one.id and known.test and name in (known.test.get("project"), known.test.get("fact"))
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("equipment", "digital", "status"),
    [(300, 200, "met"), (299.99, 200, "gap"), (299.9, 200.1, "met"), (0.1, 499.9, "met"), (0.1, 499.8, "gap")],
)
def test_investment_is_exact_at_500_and_without_civil_works(equipment: float, digital: float, status: str) -> None:
    one = result("investment", ledger=spent(equipment, digital, civil_works=5000))
    assert one.status == status
    assert "要求不低于 500万元" in one.why


@pytest.mark.parametrize(
    ("equipment", "digital", "status"), [(350, 150, "met"), (350.01, 150, "gap"), (0.7, 0.3, "met"), (7, 2.9999, "gap")]
)
def test_the_share_is_exact_at_30_percent_of_all_but_civil_works(equipment: float, digital: float, status: str) -> None:
    assert result("digital_share", ledger=spent(equipment, digital, civil_works=900)).status == status


def test_other_spending_counts_in_the_total_alone() -> None:
    one = result("digital_share", ledger=spent(200, 150, other=150))
    assert one.status == "met"
    assert "150÷500＝30.00%" in one.why
    assert result("digital_amount", ledger=spent(200, 199.99, hardware=0.01)).status == "met"


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2024-03-01", "2026-02-28", "met"),
        ("2024-03-01", "2026-03-01", "met"),
        ("2024-03-01", "2026-03-02", "gap"),
        ("2024-03", "2026-02", "met"),
        ("2024-03", "2026-03", "unknown"),
        ("2024-03", "2026-04", "gap"),
        ("2024", "2025", "met"),
        ("2024", "2026", "unknown"),
        ("2024", "2027", "gap"),
        ("2026-03", "2024-03", "unknown"),
        ("2024-02-29", "2026-02-28", "met"),
        (None, "2026-03", "unknown"),
    ],
)
def test_two_years_are_told_only_as_surely_as_the_dates_are_written(start: str | None, end: str, status: str) -> None:
    one = result("years", projects=(PROJECT | {"start": start, "end": end},))
    assert one.status == status


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-03-01", "2026-09-30", "共 19 个月"),
        ("2025-03-15", "2025-04-14", "共 1 个月"),
        ("2025-03-01", "2026-03-01", "共 12 个月"),
        ("2025-03-01", "2025-03-16", "共 0.5 个月"),
    ],
)
def test_a_whole_month_is_one_from_its_first_day_to_its_last(start: str, end: str, months: str) -> None:
    held = invested(profile(projects=(PROJECT | {"start": start, "end": end},)))
    assert held is not None
    assert held.years_said.endswith(months)


def test_a_threshold_of_the_form_is_open_where_the_lists_do_not_hold_what_is_counted() -> None:
    ledger = (
        {"project": "P1", "item": "焊接机器人", "kind": "智能化装备", "amount": 350},
        {"project": "P1", "item": "甲平台", "kind": "数字化软件", "amount": 300},
    )
    doubted = ("digital-share", "digital-amount")
    states = {one.status for one in filled("1", ledger=ledger).thresholds if one.id.endswith(doubted)}
    assert states == {"unknown"}
    assert {one.status for one in filled("1").thresholds if one.id.endswith("digital-share")} == {"met"}
    assert result("investment", ledger=ledger).status == "met"
    share = result("digital_share", ledger=ledger)
    assert "300÷650＝46.15%" in share.why and "若只计名称在所印清单内的软硬件" in share.why


@pytest.mark.parametrize(
    ("share", "said"),
    [("30", "30.00%"), ("29.996", "29.9960%"), ("33.3333333", "33.33%"), ("29.99999", "29.999990%")],
)
def test_a_share_just_below_a_bound_does_not_look_like_it(share: str, said: str) -> None:
    assert percent(Decimal(share)) == said


def test_sums_are_written_plainly() -> None:
    held = invested(profile(ledger=spent(470.5, 100, hardware=0.5, other=1000)))
    assert held is not None
    assert "1571 万元" in held.total_said
    assert "E" not in held.total_said


def test_months_leave_both_ends_open() -> None:
    held = invested(profile(projects=(PROJECT | {"start": "2024-03", "end": "2026-03"},)))
    assert held is not None
    assert held.years is not None
    assert held.years[0] < 2 < held.years[1]
    assert "没有写到日" in held.years_said


def test_each_type_has_its_own_bounds() -> None:
    larger = result("investment", "智能工厂")
    assert (larger.status, "要求不低于 800万元" in larger.why) == ("gap", True)
    assert judged(PLAN, None, profile()) == ()


def test_registration_and_legal_person_come_from_the_profile() -> None:
    assert result("company.registered_in").status == "met"
    elsewhere = COMPANY | {"registered_in": "浙江省金华市婺城区", "legal_person": "否"}
    assert result("company.registered_in", company=elsewhere).status == "gap"
    assert result("company.legal_person", company=elsewhere).status == "gap"
    assert result("company.legal_person", company={"name": "甲", "industry": "离散"}).status == "unknown"


def test_only_what_the_text_states_is_checked_with_its_clause() -> None:
    form = filled("1")
    assert {one.source for one in form.thresholds} == {"stated"}
    assert all(one.clause and one.says for one in form.thresholds)
    assert filled("2").thresholds == filled("4").thresholds == ()


def test_another_count_is_held_against_the_bounds() -> None:
    low, high = Recount("甲", Decimal(100), Decimal(500)), Recount("甲", Decimal(200), Decimal(500))
    assert against_bounds(PLAN, WORKSHOP, low) == "，低于所印门槛 30%、200万元"
    assert against_bounds(PLAN, WORKSHOP, high) == against_bounds(PLAN, None, low) == ""
