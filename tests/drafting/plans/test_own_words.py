"""Answers against their own words."""

from __future__ import annotations

import pytest

from drafting.plans.own_words import contradiction, denies_itself, reason_holds
from drafting.profiles.answer_rows import Practice
from ontology.checkpoint import Point
from tests.drafting.plans.made_up import point, selector

METERING = point(ask="车间用电是自动计量上传，还是人工抄表？")
TWIN = point(looks_at=[selector("models", has=["数字孪生"])])


def answer(how: str, state: str = "在用") -> Practice:
    return Practice.model_validate({"points": ["a#1"], "state": state, "since": "2023", "how": how})


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        (METERING, "电表人工抄表"),
        (METERING, "每月手工记在Excel里"),
        (TWIN, "计划2027年上线数字孪生，目前没有用起来"),
        (TWIN, "尚未启用"),
        (TWIN, "车间用看板每班查看；数字孪生正在开发"),
    ],
)
def test_an_answer_in_use_that_says_otherwise_contradicts_itself(asked: Point, how: str) -> None:
    assert contradiction(asked, answer(how)) is not None


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        (METERING, "智能电表每15分钟自动上传，不再人工抄表"),
        (METERING, "系统每日汇总，异常由人工复核"),
        (METERING, "按生产计划安排抄表机器人采集"),
        (point(ask="有没有安全制度？"), "班组每周人工检查"),
        (TWIN, "数字孪生看整线节拍，二车间计划明年接入"),
        (TWIN, "每班用数字孪生检查"),
    ],
)
def test_an_answer_that_says_what_is_done_does_not(asked: Point, how: str) -> None:
    assert contradiction(asked, answer(how)) is None


def test_only_an_answer_in_use_can_deny_itself() -> None:
    assert denies_itself(answer("计划2027年上线"))
    assert not denies_itself(answer("计划2027年上线", state="计划"))
    assert not denies_itself(answer("班组每班检查，二车间尚未接入"))


@pytest.mark.parametrize("reason", ["没有危险作业", "本企业不生产定制产品", "条文限于流程型", "不涉及焊接工艺"])
def test_a_reason_speaks_of_the_trade_or_the_text(reason: str) -> None:
    assert reason_holds(reason)


@pytest.mark.parametrize(
    "reason", ["不想做", "没有必要", "没有预算", "领导说不做", "成本太高，产品利润低", "没有", None]
)
def test_a_reason_of_the_will_is_none(reason: str | None) -> None:
    assert not reason_holds(reason)
