"""Facts as sentences: only what the profile says, planned things told as planned."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.telling import tell
from tests.drafting.plans.made_up import MES, ground


def told(section: str, row: dict[str, Any], about: str = "", words: tuple[str, ...] = ()) -> str:
    found = tell(f"{section}[0]", ground(**{section: [row]}), about, words)
    assert found is not None and found[1][0] == f"{section}[0]"
    return found[0]


SYSTEM = MES | {"modules": ["派工", "设备联网"], "integrates": ["ERP"], "covered": 3, "total": 4, "counted_as": "车间"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "生产执行系统（MES）自2022-05投用，目前在用。"),
        ({"since": None}, "生产执行系统（MES）目前在用。"),
        ({"state": "试运行", "since": "2026-08"}, "生产执行系统（MES）自2026-08起试运行。"),
        ({"state": "在建", "since": None}, "生产执行系统（MES）在建。"),
        ({"state": "计划", "since": "2027"}, "生产执行系统（MES）在计划中，投用日期写为2027年。"),
        ({"state": "没有", "since": None}, "生产执行系统（MES）还没有。"),
        ({"name": "MES 系统"}, "MES 系统自2022-05投用，目前在用。"),
    ],
)
def test_a_system_is_told_with_its_state(fields: dict[str, Any], sentence: str) -> None:
    assert told("systems", MES | fields) == sentence


def test_only_what_matters_is_told_of_a_long_list() -> None:
    head = "生产执行系统（MES）自2022-05投用，目前在用，覆盖3/4（车间）"
    assert told("systems", SYSTEM) == f"{head}，功能模块有派工、设备联网，与ERP集成。"
    assert told("systems", SYSTEM, "应实现设备联网；") == f"{head}，功能模块有设备联网。"
    assert told("systems", SYSTEM, "应有序派发；", ("派工",)) == f"{head}，功能模块有派工。"
    assert told("systems", SYSTEM, "应实现系统集成；") == f"{head}，与ERP集成。"


@pytest.mark.parametrize(
    ("section", "row", "sentence"),
    [
        (
            "equipment",
            {"name": "车床", "process": "精加工", "count": 6, "networked": 4, "state": "在用", "since": "2021"},
            "精加工工序的车床共6台，自2021年投用，目前在用，联网4台。",
        ),
        (
            "documents",
            {"title": "《点检制度》", "number": "DJ-1", "content": "每班点检。"},
            "编有《点检制度》（DJ-1），未写发布日期，内容为每班点检。",
        ),
        ("organisation", {"name": "信息中心", "since": "2020", "people": 5}, "设有信息中心（2020年设立），5人。"),
        ("trainings", {"topic": "安全培训", "held": "2025-03", "people": 80}, "2025-03开展安全培训，80人次。"),
        ("certificates", {"name": "某认证", "valid_until": "2024"}, "持有某认证，有效期至2024年，已过有效期。"),
        ("certificates", {"name": "某认证", "valid_until": "2028"}, "持有某认证，有效期至2028年。"),
        (
            "measures",
            {"name": "联网率", "value": 66.7, "unit": "%", "numerator": 2, "denominator": 3, "period": "2025"},
            "2025年联网率为66.7%（分子2，分母3）。",
        ),
        (
            "data",
            {"name": "采集库", "state": "在用", "since": "2023", "content": "每秒采集。"},
            "建有采集库，自2023年投用，目前在用，内容为每秒采集。",
        ),
        (
            "partners",
            {"name": "示例锻造", "kind": "供应商", "state": "在用", "since": "2024-03", "content": "共享库存"},
            "与示例锻造（供应商）的协作自2024-03开始，仍在进行，协作内容为共享库存。",
        ),
        (
            "data",
            {"name": "安全数据", "state": "在用", "since": "2023/06", "content": "安全生产"},
            "积累有安全数据，自2023-06投用，目前在用，内容为安全生产。",
        ),
        ("data", {"name": "采集库", "state": "计划", "content": "每秒采集"}, "采集库在计划中，内容为每秒采集。"),
        (
            "networks",
            {"name": "工控网", "state": "在用", "since": "2021.04.09", "content": "双环网"},
            "建有工控网（双环网），自2021-04-09投用，目前在用。",
        ),
        (
            "models",
            {"name": "预测模型", "state": "在用", "since": "2024-02", "content": "寿命预测，按周更新"},
            "已应用预测模型，自2024-02投用，目前在用，用于寿命预测，按周更新。",
        ),
        (
            "models",
            {"name": "能耗模型", "state": "试运行", "content": "三条炉线"},
            "能耗模型正在试运行，内容为三条炉线。",
        ),
        (
            "models",
            {"name": "知识模型", "state": "在用", "since": "2025年1月", "content": "语料检索，用于问答"},
            "已应用知识模型，自2025年1月投用，目前在用，语料检索，用于问答。",
        ),
        (
            "documents",
            {"title": "点检制度", "issued": "2024.3", "content": "安全生产"},
            "《点检制度》于2024-3发布，内容为安全生产。",
        ),
        ("trainings", {"topic": "实训（一期）", "people": 8, "content": "上机"}, "开展实训（一期）（上机），8人次。"),
        (
            "projects",
            {"id": "P", "name": "改造", "state": "在建", "content": "一期"},
            "项目「改造」在建，建设内容为一期。",
        ),
        ("products", {"name": "球阀", "description": "六个规格"}, "产品有球阀（六个规格）。"),
        ("projects", {"id": "P", "name": "改造", "state": "在用"}, "项目「改造」已投用。"),
    ],
)
def test_each_kind_of_fact_has_its_sentence(section: str, row: dict[str, Any], sentence: str) -> None:
    assert told(section, row) == sentence


def test_what_is_no_fact_of_its_own_is_not_told() -> None:
    known = ground(plans=[{"matter": "上二期"}])
    assert tell("plans[0]", known) is None
