"""Conditions that a text puts to every applicant, where nobody has gone through its conditions point by point."""

from __future__ import annotations

from drafting.plans.conditions import stated_conditions
from drafting.plans.target import Target
from drafting.shelf import Shelf
from tests.drafting.made_up import meta, row

ROWS = (
    row("1", "在本省注册；", document="north"),
    row("2", "营业收入不低于5000万元。", document="north", kind="threshold"),
    row("3", "设备联网率不低于60%。", document="north", tier="advanced", tier_label="先进级"),
    row("4", "应建立台账。", document="north", track="甲类"),
    row("5", "企业提交申请。", document="north", kind="step"),
)
SHELF = Shelf([meta("north", "北原省办法")], ROWS, {})


def test_what_the_text_gives_to_no_tier_is_a_condition_that_a_person_judges() -> None:
    found = tuple(stated_conditions(Target("north", "advanced"), SHELF))
    assert [one.clause for one in found] == ["north/1", "north/2"]
    assert {(one.status, one.source, one.kind) for one in found} == {("unknown", "stated", "condition")}
    assert found[0].question == "是否符合“在本省注册”" and found[1].says == "营业收入不低于5000万元。"


def test_a_target_without_a_tier_has_them_among_its_requirements() -> None:
    assert tuple(stated_conditions(Target("north", None, "甲类"), SHELF)) == ()
