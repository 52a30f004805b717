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


def test_a_system_that_is_planned_is_a_gap_only_of_what_it_speaks_of() -> None:
    planned = {"code": "MES", "name": "二期系统", "state": "计划"}
    silent = seen(NETWORKED, systems=[planned])
    assert (silent.status, silent.why[:13]) == ("unknown", "二期系统的状态是「计划」，")
    assert seen(NETWORKED, systems=[planned | {"name": "设备联网平台"}]).status == "gap"
    assert seen(NETWORKED, systems=[planned | {"modules": ["设备联网"]}]).status == "gap"
    assert (
        seen(NETWORKED, systems=[planned | {"modules": ["设备联网"]}, MES | {"modules": ["设备联网"]}]).status == "met"
    )


@pytest.mark.parametrize("state", ["没有", "计划", "在建", "停用"])
def test_what_is_not_there_has_no_modules_and_speaks_by_its_name(state: str) -> None:
    assert seen(NETWORKED, systems=[{"name": "设备联网平台", "state": state}]).status == "gap"


def test_a_system_without_a_code_may_be_asked_where_its_name_shares_a_word_with_the_question() -> None:
    row = {"state": "在用", "since": "2022", "modules": ["设备联网"]}
    assert seen(NETWORKED, systems=[row | {"name": "设备管家"}]).status == "met"
    assert seen(NETWORKED, systems=[row | {"name": "访客登记小程序"}]).status == "unknown"
    assert seen(NETWORKED, systems=[row | {"name": "访客登记小程序", "code": "WMS"}]).status == "unknown"


def test_of_several_systems_that_do_not_say_so_the_first_of_the_codes_is_named() -> None:
    asked = point(looks_at=[selector("systems", code=["WMS", "MES"], has=["看板"])])
    store = {"code": "WMS", "name": "仓储管理", "state": "在用", "since": "2022"}
    assert seen(asked, systems=[MES, store]).why.startswith("有仓储管理")


@pytest.mark.parametrize("module", ["设备联网（未启用）", "设备联网（二期）", "拟上设备联网", "设备联网开发中"])
def test_a_module_that_is_not_there_yet_shows_nothing_and_is_told(module: str) -> None:
    judged = seen(NETWORKED, systems=[MES | {"modules": [module]}])
    assert (judged.status, module in judged.why, judged.basis) == ("unknown", True, ("systems[0].modules",))


@pytest.mark.parametrize(
    "paper",
    [
        {"title": "备份制度（征求意见稿）"},
        {"title": "备份制度", "content": "未批准"},
        {"title": "备份制度", "content": "适用全公司。尚未发布"},
        {"title": "信息制度", "content": "拟规定备份"},
    ],
)
def test_a_paper_that_is_a_draft_shows_nothing(paper: dict[str, str]) -> None:
    assert seen(RULES, documents=[paper | {"issued": "2024-03"}]).status == "unknown"


def test_whether_everything_goes_by_a_function_is_not_shown_by_the_function() -> None:
    asked = NETWORKED.model_copy(update={"ask": "开工是否都以系统派下的任务为准？"})
    assert seen(asked, systems=[MES | {"modules": ["设备联网"]}]).status == "partial"


def test_the_indicator_of_a_point_shows_it_without_being_asked_for() -> None:
    rate = {"name": "自动采集率", "formula": "采到÷应采", "unit": "%"}
    asked = point(scope="all", of="质量特性", measure=rate)
    row = {"name": "自动采集率", "unit": "%", "period": "2025"}
    assert seen(asked, measures=[row | {"value": 86.5, "numerator": 45, "denominator": 52}]).status == "partial"
    assert seen(asked, measures=[row | {"value": 100, "numerator": 52, "denominator": 52}]).status == "met"
    assert seen(asked, measures=[row | {"value": 100}]).status == "partial"
    once = point(measure=rate | {"unit": "分钟"})
    assert seen(once, measures=[row | {"value": 86.5, "unit": "分钟"}]).status == "unknown"


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
    asked = point(ask="体系是否通过认证？", looks_at=[selector("certificates", has=["信息安全管理体系"])])
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


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        ("有没有备份制度？", "met"),
        ("有没有成文的备份制度，并按它做？", "partial"),
        ("有没有真正演练过恢复？", "partial"),
    ],
)
def test_a_paper_shows_that_it_is_written_and_not_that_it_is_lived(ask: str, status: str) -> None:
    asked = RULES.model_copy(update={"ask": ask})
    assert seen(asked, documents=[{"title": "备份制度", "issued": "2024"}]).status == status


@pytest.mark.parametrize(
    ("ask", "status"), [("体系是否通过认证？", "met"), ("车间的安全管理是否遵循现行标准？", "partial")]
)
def test_a_certificate_shows_that_it_was_granted_and_no_more(ask: str, status: str) -> None:
    asked = point(ask=ask, looks_at=[selector("certificates", has=["安全管理体系"])])
    held = {"name": "职业健康安全管理体系认证", "issued": "2025-04", "valid_until": "2028-04"}
    assert seen(asked, certificates=[held]).status == status
