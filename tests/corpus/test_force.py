"""Governing words, their compounds, and the stretches that they rule."""

from __future__ import annotations

import pytest

from corpus.force import distinct_forces, governing, provisions


def forces(text: str) -> tuple[str, ...]:
    return distinct_forces(provisions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("应建立设备台账。", ("shall",)),
        ("企业应当具备法人资格。", ("shall",)),
        ("企业均应、还应联网。", ("shall",)),
        ("必须持证上岗。", ("shall",)),
        ("申报材料须加盖公章。", ("shall",)),
        ("不得弄虚作假。", ("shall",)),
        ("严禁违规作业。", ("shall",)),
        ("应对企业全域数据进行分类分级管理。", ("shall",)),
        ("供应商应响应需求。", ("shall",)),
        ("宜采用SPC等方法。", ("should",)),
        ("不宜露天存放。", ("should",)),
        ("不得分包、分割项目。", ("shall",)),
        ("可设置参观通道。", ("may",)),
        ("经批准可延期6个月。", ("may",)),
        ("因故不能按期完成的可向县局说明情况。", ("may",)),
        ("企业可根据实际选择类型。", ("may",)),
        ("根据建设水平可分为三个等级。", ("may",)),
        ("产品可模块化设计。", ("may",)),
        ("鼓励企业上云。", ("encouraged",)),
        ("应采集数据。宜建设模型；可外购。", ("shall", "should", "may")),
    ],
)
def test_a_governing_word_gives_its_force(text: str, expected: tuple[str, ...]) -> None:
    assert forces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "应用数字孪生技术，响应客户需求，加强供应链与应急管理。",
        "提升适应性与相应能力，增强反应速度和感应精度。",
        "实现产品可追溯、可识别、可定位，过程可视化、可控。",
        "采用高可靠、可扩展、可重用的模块。",
        "结合可溯源的数据集开展训练。",
        "形成可向行业输出的模型。",
        "便宜、适宜、事宜。",
        "积极应对市场风险，提高应对能力。",
        "以少变应多变。",
        "项目实施主体需在县内注册，提倡采用自主软件，要遵循导向。",
        "按鼓励类目录执行。",
        "得8分，抽查不合格的不得分。",
        "办理许可申请，系统可在线监测。",
    ],
)
def test_a_compound_governs_nothing(text: str) -> None:
    assert forces(text) == ("none",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "应建设平台，可优先采用5G，实现低时延，建立网络。",
            [("shall", "应建设平台，"), ("may", "可优先采用5G，实现低时延，"), ("shall", "建立网络。")],
        ),
        (
            "建立网络，鼓励运用5G等技术，广泛应用智能装备。",
            [("none", "建立网络，"), ("encouraged", "鼓励运用5G等技术，"), ("none", "广泛应用智能装备。")],
        ),
        ("鼓励龙头企业建设平台，打通物流，实现共享。", [("encouraged", "鼓励龙头企业建设平台，打通物流，实现共享。")]),
        ("经批准可延期，延期后不得变更内容。", [("may", "经批准可延期，"), ("shall", "延期后不得变更内容。")]),
        ("企业自愿选择服务商，不得转包。", [("none", "企业自愿选择服务商，"), ("shall", "不得转包。")]),
        ("未通过验收的项目，不得再次申报。", [("shall", "未通过验收的项目，不得再次申报。")]),
        ("在评审期间，有下列情形的，不得申报。", [("shall", "在评审期间，有下列情形的，不得申报。")]),
        ("应联网。开展分析。", [("shall", "应联网。"), ("none", "开展分析。")]),
        ("宜联网，应备份，完成校验。", [("should", "宜联网，"), ("shall", "应备份，完成校验。")]),
        (
            "企业须符合要求：一是注册满三年，二是宜联网，三是可采用云化部署。",
            [
                ("shall", "企业须符合要求："),
                ("shall", "一是注册满三年，"),
                ("should", "二是宜联网，"),
                ("may", "三是可采用云化部署。"),
            ],
        ),
        (
            "夯实基础，一是应联网，二是推进集成，三是鼓励仿真；",
            [
                ("none", "夯实基础，"),
                ("shall", "一是应联网，"),
                ("none", "二是推进集成，"),
                ("encouraged", "三是鼓励仿真；"),
            ],
        ),
        ("应用系统统一是前提，应二是否定。", [("shall", "应用系统统一是前提，应二是否定。")]),
    ],
)
def test_each_stretch_has_the_force_of_its_own_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.force, text[one.start : one.end]) for one in provisions(text)] == expected


def test_positions_are_counted_from_the_offset() -> None:
    assert [(one.start, one.end) for one in provisions("应联网。", offset=100)] == [(100, 104)]


def test_the_word_itself_is_found() -> None:
    text = "企业应响应客户，宜应用大数据"
    assert [text[modal.start : modal.end] for modal in governing(text)] == ["应", "宜"]
