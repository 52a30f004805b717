"""Staff is not a committee, what is on trial is not in use, and the enterprise's figures are not the project's."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.forms.form import Filled
from tests.drafting.forms.made_forms import PROJECT, box, filled

MEASURE = {"name": "产品不良率", "value": 0.8, "unit": "%", "baseline": 2.5, "baseline_period": "2021年"}


def told(**sections: Any) -> Filled:
    return box(filled("3", **sections), "field-13").filled


@pytest.mark.parametrize("name", ["数字化转型领导小组", "智能制造推进委员会", "信息化工作专班"])
def test_a_steering_body_is_no_staff(name: str) -> None:
    found = told(organisation=({"name": name, "people": 7},))
    assert f"推进组织（不计入信息化人员）：{name}" in found.said and "7" not in found.said
    assert "信息化人员配备情况" in found.missing


def test_members_that_hold_other_posts_are_no_staff() -> None:
    found = told(organisation=({"name": "数据治理小组", "people": 9, "content": "成员由各部门兼任"},))
    assert "9 人" not in found.said and "信息化人员配备情况" in found.missing


def test_staff_is_found_in_its_own_unit_and_among_others() -> None:
    units = (
        {"name": "信息中心", "people": 5},
        {"name": "综合管理部", "people": 10, "content": "人事、行政和信息，含信息组 2 人"},
        {"name": "安环部", "people": 8, "content": "安全 6 人、环保 2 人"},
    )
    found = told(organisation=units)
    assert "信息化人员：信息中心 5 人、综合管理部：含信息组 2 人" in found.said
    assert "安环部" not in found.said and "信息化人员配备情况" not in found.missing
    assert {"organisation[0]", "organisation[1].content"} <= set(found.basis)


def test_what_began_with_the_project_is_told_by_its_state() -> None:
    states = {"甲系统": "在用", "乙系统": "试运行", "丙系统": "在建"}
    systems = tuple({"name": name, "state": state, "since": "2025-06"} for name, state in states.items())
    lines = told(systems=systems).said.split("\n")
    assert "项目开工后投用的系统：甲系统（2025-06）" in lines
    assert "项目开工后开始试运行的系统（尚未正式投用）：乙系统（2025-06）" in lines
    assert "项目开工后在建的系统（尚未投用）：丙系统（2025-06）" in lines


@pytest.mark.parametrize("changed", [{"end": "2026-12-31"}, {"state": "在建"}])
def test_figures_of_the_enterprise_are_no_gain_of_a_project_that_is_not_finished(changed: dict[str, str]) -> None:
    effects = {"effects": "还没有竣工，没有可以计算的成效"}
    found = told(projects=(PROJECT | changed | effects,), measures=(MEASURE | {"period": "2026-09"},))
    assert "产品不良率" not in found.said
    assert "质量提升的数据（竣工后补，改造前后、统计期、来源）" in found.missing


@pytest.mark.parametrize(
    ("period", "there"), [("2026-09", True), ("2025-01至2025-12", False), ("2026年", True), ("2025年", False)]
)
def test_figures_of_a_time_before_the_end_are_no_gain(period: str, there: bool) -> None:
    found = told(measures=(MEASURE | {"period": period},))
    assert ("质量提升方面的企业指标：产品不良率 0.8%" in found.said) is there
    assert ("质量提升的数据（改造前后、统计期、来源）" in found.missing) is not there


@pytest.mark.parametrize("effect", ["柔性线由每班14人减到5人", "减少目检员8人", "每班减员3人"])
def test_a_gain_that_an_answer_tells_is_no_hole(effect: str) -> None:
    practice = {"points": "pujiang-plan/2/2#6", "state": "在用", "since": "2025-12", "effect": effect}
    project = PROJECT | {"effects": "产值提高"}
    found = told(projects=(project,), practices=(practice,))
    assert f"人员减少方面的做法成效（问卷所载）：{effect}（2025-12 起）" in found.said
    assert not any("人员减少" in one for one in found.missing)
    assert "practices[0].effect" in found.basis
    for other in ({"since": "2023-01"}, {"state": "试运行"}, {"effect": "减少了用工"}):
        assert "做法成效" not in told(projects=(project,), practices=(practice | other,)).said
