"""The list of actions: what holds up most first, one action for all that waits for one thing."""

from __future__ import annotations

from typing import Any

from corpus.clause import Clause
from drafting.plans.actions import actions
from drafting.plans.judging import judge
from drafting.plans.plan import Action, Item, PointResult
from tests.drafting.made_up import FACTORY, UPKEEP, cell
from tests.drafting.plans.made_up import MES, ground, point, practice, result

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网；")
APS = {"id": "S2", "code": "APS", "name": "排产系统", "state": "试运行", "since": "2026-08"}


def listed(*practices: dict[str, Any], asked: int = 3, **sections: Any) -> tuple[Action, ...]:
    """The actions for ``asked`` points of one requirement, judged from answers."""
    known = ground(practices=list(practices), **sections)
    points: list[PointResult] = []
    for number in range(1, asked + 1):
        one = point(f"第{number}件", scope="all", of="车间")
        judged = judge(f"x#{number}", one, known)
        found = result(f"x#{number}", judged.status, why=judged.why, basis=judged.basis, lacking=judged.lacking)
        points.append(found)
    whole = Item(CLAUSE, "gap", tuple(points), (), (), "", "", "high", None, "无", (), ())
    return actions([whole], known)


def whole(identifier: str, **fields: Any) -> dict[str, Any]:
    return practice(identifier, covered=2, total=2, **fields)


def test_points_that_wait_for_one_system_are_closed_by_one_action() -> None:
    building = MES | {"state": "在建"}
    (one,) = listed(*(whole(f"x#{number}", state="计划", by=["MES"]) for number in (1, 2, 3)), systems=[building])
    assert one.what == "把「生产执行系统」由在建转为在用，写明投用日期和覆盖范围"
    assert (one.closes, one.must, one.fact) == (("x#1", "x#2", "x#3"), 3, "systems[0]")


def test_a_point_that_waits_for_two_things_stands_with_both() -> None:
    systems = [MES | {"state": "在建"}, APS]
    both, more = listed(whole("x#1", by=["MES", "APS"]), whole("x#2", by=["APS"]), asked=2, systems=systems)
    assert (both.fact, both.closes) == ("systems[1]", ("x#1", "x#2"))
    assert (more.fact, more.closes) == ("systems[0]", ("x#1",))


def test_blanks_of_one_row_are_filled_at_once() -> None:
    (one,) = listed(practice("x#1", "x#2", "x#3"))
    assert one.what == "写明已覆盖、应覆盖：做了吗？"
    assert (one.closes, one.fact) == (("x#1", "x#2", "x#3"), "practices[0]")


def test_what_nothing_holds_up_stands_alone_and_questions_come_last() -> None:
    short, open_ = listed(practice("x#1", covered=1, total=2), asked=2)
    assert short.what.startswith("补齐（在用，2023-01 投用；覆盖 1/2）")
    assert (open_.what, open_.closes) == ("回答问卷里还没有回答的问题", ("x#2",))


def test_an_answer_for_many_points_says_how_many() -> None:
    passes = [result(f"x#{n}", passes=f"第{n}件", basis=("practices[0].state",)) for n in range(1, 6)]
    known = ground(practices=[practice(*(f"x#{n}" for n in range(1, 6)), state="没有")])
    (one,) = actions([Item(CLAUSE, "gap", tuple(passes), (), (), "", "", "high", None, "无", (), ())], known)
    assert one.what == "做到（现在没有）：第1件；第2件；第3件等 5 项"


def test_what_must_be_comes_before_what_should() -> None:
    points = (result("x#1", "gap", force="should"), result("x#2", "gap"), result("x#3", "met"))
    found = actions([Item(CLAUSE, "partial", points, (), (), "", "", "high", None, "无", (), ())], ground())
    assert [one.closes for one in found] == [("x#2",), ("x#1",)]


def test_an_answer_to_unrelated_requirements_is_done_requirement_by_requirement() -> None:
    known = ground(practices=[practice("x#1", "x#2", "y#1", state="没有")])
    other = cell("b", FACTORY, ("16", "生产执行"), "应有序派工；")
    gap = {"basis": ("practices[0].state",)}

    def whole_of(clause: Clause, *ids: str) -> Item:
        points = tuple(result(one, passes=f"{one} 做到", **gap) for one in ids)
        return Item(clause, "gap", points, (), (), "", "", "high", None, "无", (), ())

    first, second = actions([whole_of(CLAUSE, "x#1", "x#2"), whole_of(other, "y#1")], known)
    assert (first.closes, second.closes) == (("x#1", "x#2"), ("y#1",))
    assert second.what == "做到（现在没有）：y#1 做到"
    same = cell("b", FACTORY, UPKEEP, "应点检；")
    assert [one.closes for one in actions([whole_of(CLAUSE, "x#1"), whole_of(same, "y#1")], known)] == [("x#1", "y#1")]
