"""Answers: what they rest on, how far they reach, and answers that do not agree."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.judging import judge
from drafting.plans.verdict import Judged
from ontology.checkpoint import Point
from tests.drafting.plans.made_up import MES, ground, point, practice, selector

ID = "scheme/1#1"


def judged(*practices: dict[str, Any], asked: Point | None = None, **sections: Any) -> Judged:
    return judge(ID, asked or point(), ground(practices=list(practices), **sections))


def test_an_answer_in_use_since_a_day_meets() -> None:
    found = judged(practice(ID))
    assert (found.status, found.basis) == ("met", ("practices[0].state", "practices[0].since"))


@pytest.mark.parametrize(("state", "status"), [("试运行", "partial"), ("计划", "gap"), ("没有", "gap")])
def test_an_answer_that_is_not_in_use_does_not(state: str, status: str) -> None:
    assert judged(practice(ID, state=state)).status == status


def test_an_answer_that_it_does_not_apply_gives_its_reason() -> None:
    found = judged({"points": [ID], "state": "不适用", "reason": "没有危险作业"})
    assert (found.status, found.why) == ("not_applicable", "没有危险作业")


def test_a_reason_that_speaks_of_the_will_leaves_the_point_open() -> None:
    found = judged({"points": [ID], "state": "不适用", "reason": "不想做"})
    assert (found.status, found.why) == ("unknown", "人工判定不适用，理由待核：「不想做」")


def test_an_answer_in_use_whose_words_deny_it_is_partly_met() -> None:
    found = judged(practice(ID, how="计划2027年上线，目前没有用起来"))
    assert (found.status, "practices[0].how" in found.basis) == ("partial", True)


def test_an_answer_goes_before_what_facts_show() -> None:
    asked = point(looks_at=[selector("systems", code=["MES"], has=["设备联网"])])
    system = MES | {"modules": ["设备联网"]}
    assert judged(asked=asked, systems=[system]).status == "met"
    assert judged(practice(ID, state="没有"), asked=asked, systems=[system]).status == "gap"


@pytest.mark.parametrize(
    ("system", "status"),
    [
        (MES, "met"),
        (MES | {"since": None}, "met"),
        (MES | {"state": "试运行"}, "partial"),
        (MES | {"state": "在建"}, "gap"),
        (MES | {"since": "2027-01"}, "gap"),
    ],
)
def test_an_answer_stands_as_what_it_leans_on_does(system: dict[str, Any], status: str) -> None:
    found = judged(practice(ID, by=["MES"]), systems=[system])
    assert found.status == status
    assert any(path.startswith("systems[0]") for path in found.basis)


def test_an_answer_that_leans_on_an_expired_certificate_is_a_gap() -> None:
    held = {"id": "C1", "name": "管理体系认证", "issued": "2020", "valid_until": "2023"}
    assert judged(practice(ID, by=["C1"]), certificates=[held]).status == "gap"


def test_of_two_things_with_one_name_the_better_holds_it_up() -> None:
    second = {"code": "MES", "name": "二期", "state": "计划"}
    found = judged(practice(ID, by=["MES"]), systems=[second, MES])
    assert found.status == "met"
    assert not any(path.startswith("systems[0]") for path in found.basis)


def test_an_answer_that_leans_on_nothing_known_is_partly_met() -> None:
    assert judged(practice(ID, by=["没有写的系统"])).status == "partial"


def test_a_planned_answer_names_what_it_waits_for() -> None:
    found = judged(practice(ID, state="计划", by=["MES"]), systems=[MES | {"state": "在建"}])
    assert found.status == "gap"
    assert {"practices[0].state", "systems[0].state"} <= set(found.basis)


def test_answers_that_agree_share_their_basis() -> None:
    found = judged(practice(ID), practice(ID, since="2024"))
    assert found.status == "met"
    assert {"practices[0].since", "practices[1].since"} <= set(found.basis)


def test_of_answers_that_do_not_agree_the_lowest_counts() -> None:
    found = judged(practice(ID), practice(ID, state="试运行"))
    assert found.status == "partial"
    assert "2个不一致的回答" in found.why


def test_that_it_is_met_and_that_it_does_not_apply_is_nothing_known() -> None:
    reason = {"points": [ID], "state": "不适用", "reason": "没有"}
    assert judged(practice(ID), reason).status == "unknown"


COUNT = point(answer="number")
RANK = point(answer="number", at_most=5)
SHARE = point(answer="share", scope="all", of="设备")


@pytest.mark.parametrize(
    ("asked", "fields", "status"),
    [
        (COUNT, {}, "partial"),
        (COUNT, {"value": 3, "unit": "项"}, "met"),
        (COUNT, {"value": 0, "unit": "项"}, "gap"),
        (RANK, {"value": 5}, "met"),
        (RANK, {"value": 6}, "partial"),
        (RANK, {"value": 0}, "partial"),
        (point(answer="number", at_least=2), {"value": 1}, "partial"),
        (SHARE, {"value": 100, "unit": "%"}, "met"),
        (SHARE, {"value": 99.9, "unit": "%"}, "partial"),
        (SHARE, {"value": 120, "unit": "台"}, "partial"),
        (SHARE, {"value": 0}, "gap"),
        (SHARE, {}, "partial"),
        (SHARE, {"covered": 4, "total": 4}, "met"),
        (SHARE, {"value": 100, "covered": 3, "total": 4}, "partial"),
    ],
)
def test_numbers_and_shares_are_held_against_what_is_asked(asked: Point, fields: dict[str, Any], status: str) -> None:
    assert judged(practice(ID, **fields), asked=asked).status == status
