"""In use, on trial, planned; from when; and how much of what is counted."""

from __future__ import annotations

import pytest

from drafting.plans.usage import counts_the_same, judge_reach, judge_state
from drafting.profiles.rows import Used
from tests.drafting.plans.made_up import ground, point


def used(**fields: object) -> Used:
    return Used.model_validate({"state": "in_use", **fields})


@pytest.mark.parametrize(
    ("state", "since", "status"),
    [
        ("in_use", "2023-01", "met"),
        ("in_use", "2026-10-31", "met"),
        ("in_use", None, "partial"),
        ("in_use", "2026-11", "gap"),
        ("trial", "2023-01", "partial"),
        ("building", None, "gap"),
        ("planned", "2027-03", "gap"),
        ("retired", "2019", "gap"),
        ("absent", None, "gap"),
        ("not_applicable", None, "gap"),
    ],
)
def test_only_what_is_in_use_from_a_day_that_has_come_meets(state: str, since: str | None, status: str) -> None:
    assert judge_state(state, since, "systems[0]", ground()).status == status


def test_a_missing_start_is_named_as_what_is_lacking() -> None:
    judged = judge_state("in_use", None, "systems[0]", ground())
    assert judged.lacking == ("systems[0].since",)
    assert judged.basis == ("systems[0].state",)


@pytest.mark.parametrize(
    ("covered", "total", "status"),
    [(12, 12, "met"), (11, 12, "partial"), (0, 12, "gap"), (0, 0, "gap"), (None, None, "partial")],
)
def test_all_of_what_is_counted_must_be_covered(covered: int | None, total: int | None, status: str) -> None:
    asked = point(scope="all", of="车间")
    judged = judge_reach(asked, used(covered=covered, total=total), "practices[0]")
    assert judged.status == status
    assert judged.coverage == (None if covered is None else (covered, total))
    assert bool(judged.lacking) == (covered is None)


def test_a_share_that_the_text_states_is_enough() -> None:
    asked = point(scope="share", of="数据点", answer="share", at_least=90)
    assert judge_reach(asked, used(covered=90, total=100), "practices[0]").status == "met"
    assert judge_reach(asked, used(covered=89, total=100), "practices[0]").status == "partial"


def test_numbers_that_count_something_else_reach_only_a_part() -> None:
    asked = point(scope="all", of="车间设备维修业务")
    judged = judge_reach(asked, used(covered=100, total=100, counted_as="%"), "practices[0]")
    assert (judged.status, judged.why) == ("partial", "覆盖 100/100（%），数的不是车间设备维修业务，请核对")


@pytest.mark.parametrize(
    ("counted", "of", "same"),
    [
        ("设备", "关键设备", True),
        ("全厂设备", "设备", True),
        ("车间", "车间生产订单", False),
        ("关键设备", "设备", False),
    ],
)
def test_a_name_ends_in_what_it_counts(counted: str, of: str, same: bool) -> None:
    assert counts_the_same(point(scope="all", of=of), used(covered=3, total=3, counted_as=counted)) is same


def test_what_exists_once_needs_no_count() -> None:
    assert judge_reach(point(), used(), "practices[0]").status == "met"


def test_numbers_of_something_else_do_not_count() -> None:
    asked = point(scope="key", of="关键设备")
    assert counts_the_same(asked, used(covered=3, total=3, counted_as="关键设备"))
    assert not counts_the_same(asked, used(covered=3, total=3, counted_as="车间"))
    assert not counts_the_same(asked, used(covered=3, total=3))
