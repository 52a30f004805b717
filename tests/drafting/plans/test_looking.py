"""What facts show by themselves: modules in use, papers in force, machines that are there, indicators with a period."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.looking import named, shown
from drafting.plans.verdict import Judged, best
from ontology.checkpoint import Point
from tests.drafting.plans.made_up import MES, ground, point, selector

NETWORKED = point(looks_at=[selector("systems", code=["MES"], has=["设备联网", "数据采集"])])
RULES = point(looks_at=[selector("documents", has=["备份"])])
ALL_MACHINES = point(
    answer="share", scope="key", of="关键设备", looks_at=[selector("equipment", key=True, share="networked")]
)


def seen(asked: Point, **sections: Any) -> Judged:
    return best(shown(asked, ground(**sections)))


def test_a_system_in_use_with_the_module_meets() -> None:
    judged = seen(NETWORKED, systems=[MES | {"modules": ["设备联网"]}])
    assert judged.status == "met"
    assert judged.basis == ("systems[0].modules", "systems[0].state", "systems[0].since")


def test_owning_a_system_never_alone_meets_a_capability() -> None:
    judged = seen(NETWORKED, systems=[MES])
    assert judged.status == "unknown"
    assert "没有写它是否有「设备联网、数据采集」" in judged.why


def test_the_name_of_a_system_is_no_module_of_it() -> None:
    assert seen(NETWORKED, systems=[MES | {"name": "设备联网系统"}]).status == "unknown"


@pytest.mark.parametrize(
    ("state", "status"), [("试运行", "partial"), ("在建", "gap"), ("计划", "gap"), ("停用", "gap")]
)
def test_a_module_of_what_is_not_in_use_does_not_meet(state: str, status: str) -> None:
    assert seen(NETWORKED, systems=[MES | {"modules": ["设备联网"], "state": state}]).status == status


def test_a_system_that_is_planned_is_a_gap_only_where_none_of_the_kind_runs() -> None:
    planned = {"code": "MES", "name": "二期系统", "state": "计划"}
    assert seen(NETWORKED, systems=[planned]).status == "gap"
    assert seen(NETWORKED, systems=[planned, MES]).status == "unknown"


def test_coverage_of_a_system_counts_only_where_it_counts_the_same() -> None:
    asked = point(scope="all", of="车间", looks_at=NETWORKED.looks_at)
    row = MES | {"modules": ["设备联网"], "covered": 3, "total": 3}
    assert seen(asked, systems=[row | {"counted_as": "车间"}]).status == "met"
    assert seen(asked, systems=[row | {"counted_as": "仓库"}]).status == "partial"
    assert seen(asked, systems=[row | {"counted_as": "车间", "covered": 2}]).coverage == (2, 3)


@pytest.mark.parametrize(
    ("paper", "status"),
    [
        ({"title": "数据备份制度", "issued": "2024-03"}, "met"),
        ({"title": "数据备份制度"}, "partial"),
        ({"title": "数据备份制度", "issued": "2027"}, "gap"),
        ({"title": "信息管理制度", "issued": "2024-03", "content": "没有规定备份"}, "unknown"),
        ({"title": "信息管理制度", "issued": "2024-03", "content": "没有规定口令，规定备份"}, "met"),
        ({"title": "保洁制度", "issued": "2024-03"}, "unknown"),
    ],
)
def test_a_paper_counts_where_it_says_so_and_is_issued(paper: dict[str, str], status: str) -> None:
    assert seen(RULES, documents=[paper]).status == status


def test_a_certificate_that_has_run_out_is_a_gap() -> None:
    asked = point(looks_at=[selector("certificates", has=["信息安全管理体系"])])
    held = {"name": "信息安全管理体系认证", "issued": "2020-01", "valid_until": "2023-01"}
    assert seen(asked, certificates=[held]).status == "gap"
    assert seen(asked, certificates=[held | {"valid_until": "2027-01"}]).status == "met"


def machine(name: str, **fields: Any) -> dict[str, Any]:
    given = {"name": name, "key": True, "count": 10, "networked": 10, "state": "在用", "since": "2022"}
    return given | fields


@pytest.mark.parametrize(
    ("rows", "status", "coverage"),
    [
        ([machine("车床")], "met", (10, 10)),
        ([machine("车床"), machine("铣床", networked=4)], "partial", (14, 20)),
        ([machine("车床", networked=0)], "gap", (0, 10)),
        ([machine("车床", networked=None)], "unknown", None),
        ([machine("车床"), machine("铣床", networked=None)], "partial", (10, 20)),
        ([machine("车床"), machine("铣床", state="计划", networked=0)], "met", (10, 10)),
        ([machine("车床"), machine("铣床", state="试运行")], "partial", (10, 20)),
        ([machine("车床", state="计划")], "gap", None),
        ([machine("车床", since=None)], "partial", (10, 10)),
        ([machine("车床"), machine("台钻", key=False, networked=0)], "met", (10, 10)),
    ],
)
def test_a_share_of_machines_counts_those_that_are_there(
    rows: list[dict[str, Any]], status: str, coverage: tuple[float, float] | None
) -> None:
    judged = seen(ALL_MACHINES, equipment=rows)
    assert (judged.status, judged.coverage) == (status, coverage)


def test_a_share_of_machines_is_told_without_a_sum() -> None:
    why = seen(ALL_MACHINES, equipment=[machine("车床"), machine("铣床", networked=4)]).why
    assert why == "铣床联网 4/10 台"


RATE = selector("measures", name=["设备联网率"], at_least=100)


@pytest.mark.parametrize(
    ("measure", "status"),
    [
        ({"name": "设备联网率", "value": 100, "unit": "%", "period": "2025"}, "met"),
        ({"name": "设备联网率（全厂）", "value": 100, "unit": "%", "period": "2025"}, "met"),
        ({"name": "设备联网率", "value": 100, "unit": "%"}, "partial"),
        ({"name": "设备联网率", "value": 98, "unit": "%", "period": "2025"}, "partial"),
        ({"name": "设备联网率", "value": 0, "unit": "%", "period": "2025"}, "gap"),
        ({"name": "关键设备联网率", "value": 100, "unit": "%", "period": "2025"}, "unknown"),
    ],
)
def test_an_indicator_meets_at_its_bound_and_under_its_own_name(measure: dict[str, Any], status: str) -> None:
    asked = point(scope="all", of="生产设备", looks_at=[RATE])
    assert seen(asked, measures=[measure]).status == status


def test_an_indicator_without_a_bound_may_be_named_more_closely() -> None:
    assert named(("客户满意度",), "国内客户满意度", exactly=False)
    assert not named(("客户满意度",), "国内客户满意度", exactly=True)


def test_the_best_of_several_ways_counts() -> None:
    asked = point(looks_at=[*NETWORKED.looks_at, *RULES.looks_at])
    paper = {"title": "备份制度", "issued": "2024"}
    assert seen(asked, systems=[MES], documents=[paper]).status == "met"


def test_nothing_written_is_unknown() -> None:
    assert seen(NETWORKED).status == "unknown"
    assert seen(point()).status == "unknown"
