"""What a person decides on a page is kept like an edit of the workbook, and put together with one that comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafting.exports.deciding import decided, edits_of, typed
from drafting.exports.update import read_edits
from drafting.exports.update_edits import Edits, Merged
from drafting.exports.update_merge import merge
from drafting.exports.update_union import united
from drafting.exports.workbook import write_workbook
from drafting.generator import DraftingError
from tests.drafting.exports.workbook_cases import NETWORKED, PREDICTIVE, ground, plan, profile

OWNER = ("item", NETWORKED, "owner")
STATUS = ("item", NETWORKED, "status")


def chosen(**values: object) -> Edits:
    """The edits of a person who decided some values of one requirement."""
    before = Merged.untouched(plan())
    changes = {("item", NETWORKED, name): typed(("item", NETWORKED, name), one, before) for name, one in values.items()}
    return decided(changes, before, profile())


def merged(edits: Edits) -> Merged:
    return merge(edits, plan(), ground(profile()))


def test_a_decision_stands_in_the_plan_and_its_consequences_follow() -> None:
    made = merged(chosen(status="满足", owner="张三", due="2026年9月30日"))
    item = next(one for one in made.plan.items if one.requirement.id == NETWORKED)
    assert (item.status, item.owner, item.due, item.gap) == ("met", "张三", "2026-09-30", "")
    assert made.plan.readiness > plan().readiness


def test_what_is_computed_anyway_and_what_is_emptied_is_no_decision() -> None:
    first = merged(chosen(owner="张三", narrative="自己写的。"))
    computed = next(one for one in plan().items if one.requirement.id == NETWORKED)
    after = decided({OWNER: computed.owner, ("item", NETWORKED, "narrative"): None}, first, profile())
    assert after.edits == ()


def test_a_value_that_cannot_be_is_refused_with_its_remedy() -> None:
    untouched = Merged.untouched(plan())
    with pytest.raises(DraftingError, match="不是状态"):
        typed(STATUS, "差不多", untouched)
    with pytest.raises(DraftingError, match="计划里没有"):
        typed(("item", "scheme/none", "owner"), "张三", untouched)


def test_a_workbook_of_a_plan_with_decisions_gives_them_back(tmp_path: Path) -> None:
    edits = chosen(status="满足", owner="张三", remark="=1+1")
    made, path = merged(edits), tmp_path / "plan.xlsx"
    write_workbook(made.plan, profile(), path, made)
    back = read_edits(path)
    assert {one.spot: one.value for one in back.edits} == {one.spot: one.value for one in edits.edits}


def test_of_two_decisions_the_one_typed_in_the_workbook_counts_and_both_are_told() -> None:
    kept = chosen(owner="张三", remark="页面上写的")
    came = chosen(owner="李四", remark="导出时的")
    typed_in = tuple(replace(one, place="要求矩阵!M2" if one.field == "owner" else "") for one in came.edits)
    both = united(kept, replace(came, edits=typed_in))
    assert {one.field: one.value for one in both.edits} == {"owner": "李四", "remark": "页面上写的"}
    told = "\n".join(one.what for one in both.conflicts)
    assert all(word in told for word in ("张三", "李四", "页面上写的", "导出时的"))


def test_what_both_decided_is_told_in_words() -> None:
    both = united(chosen(status="待确认"), chosen(status="不适用"))
    told = both.conflicts[0].what
    assert "「待确认」" in told and "「不适用」" in told and "unknown" not in told


def test_what_only_one_side_holds_stays() -> None:
    kept = chosen(owner="张三")
    other = decided({("item", PREDICTIVE, "owner"): "王五"}, Merged.untouched(plan()), profile())
    both = united(kept, other)
    assert {one.key: one.value for one in both.edits} == {NETWORKED: "张三", PREDICTIVE: "王五"}
    assert both.conflicts == ()


def test_a_workbook_for_another_target_is_refused() -> None:
    with pytest.raises(DraftingError, match="另建一个项目"):
        united(chosen(owner="张三"), replace(chosen(owner="张三"), target="other:tier"))


def test_edits_of_an_earlier_round_are_carried_on() -> None:
    first = chosen(owner="张三")
    assert edits_of(merged(first), profile()).edits == first.edits
