"""What figures measure and whom they hold of, in sentences of many makes."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from corpus.quantity import quantities
from kg.views.library import Holders
from kg.views.measured import Figure, figures


def read(text: str, **facts: str) -> list[Figure]:
    clause = Clause("x/1", "x", "", (), "threshold", text, text, 0, len(text), "rule", quantities=quantities(text))
    return list(figures(clause, Holders([clause])))


def measured(text: str) -> list[tuple[str, str, float, str]]:
    return [(one.measured, one.quantity.comparator, one.quantity.value, one.quantity.unit) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("资产负债率不超过70%。", [("资产负债率", "<=", 70, "%")]),
        ("设备联网率应达到80%以上，", [("设备联网率", ">=", 80, "%")]),
        ("近三年研发投入占比不低于3%", [("近三年研发投入占比", ">=", 3, "%")]),
        ("项目建设周期原则上不超过24个月", [("项目建设周期", "<=", 24, "个月")]),
        ("运营成本降低20%、能源利用率提高10%", [("运营成本降低", "=", 20, "%"), ("能源利用率提高", "=", 10, "%")]),
        ("应建成不少于3个典型场景", [("建成…典型场景", ">=", 3, "个")]),
        ("拥有发明专利5项以上", [("拥有发明专利", ">=", 5, "项")]),
        ("成立时间满2年", [("成立时间", ">=", 2, "年")]),
    ],
)
def test_the_words_before_a_number_say_what_it_measures(text: str, expected: list[tuple[str, str, float, str]]) -> None:
    assert measured(text) == expected


def test_a_figure_that_goes_on_measures_the_thing_and_not_its_share() -> None:
    assert measured("软硬件投资占总投资比例不低于30%且不低于200万元") == [
        ("软硬件投资占总投资比例", ">=", 30, "%"),
        ("软硬件投资", ">=", 200, "万元"),
    ]


def test_a_figure_in_brackets_measures_what_stands_before_them() -> None:
    assert measured("产品市场占有率高（国家前五、省内前三）") == [
        ("产品市场占有率（国家）", "<=", 5, "名"),
        ("产品市场占有率（省内）", "<=", 3, "名"),
    ]
    assert measured("投资总额不低于300万元（其中软件投资不低于20%）")[1][0] == "投资总额（软件投资）"
    assert measured("包括立库、机器人（三轴及以上）等")[0][0] == "机器人"


def test_copies_and_limits_of_time_belong_to_what_is_done() -> None:
    found = measured("填写申报表,一式三份上报市局，公示结束后5个工作日内提交材料")
    assert found == [("填写申报表", "=", 3, "份"), ("公示结束后…提交材料", "<=", 5, "个工作日")]


def test_values_of_one_dimension_are_brought_to_one_unit() -> None:
    found = read("营业收入不低于2亿元，注册资本不低于500万元，周期不超过2年")
    assert [(one.dimension, one.normal) for one in found] == [("money", 20000), ("money", 500), ("time", 24)]


def test_kinds_of_industry_and_roles_are_whom_a_figure_holds_of() -> None:
    kinds = read("关键设备数控化率：离散型企业不低于50%，流程型企业不低于60%。")
    assert [(one.measured, one.whom) for one in kinds] == [
        ("关键设备数控化率", "离散型企业"),
        ("关键设备数控化率", "流程型企业"),
    ]
    assert read("申报单位应在5个工作日内提交材料")[0].whom == "申报单位"


def test_a_leading_sentence_says_whom_the_items_below_hold_of() -> None:
    lead = Clause(
        "x/3/4", "x", "三", ("第三章",), "lead", "先进级智能工厂应满足：", "先进级智能工厂应满足：", 0, 11, "r"
    )
    item = Clause("x/3.4/1", "x", "3.4", ("第三章",), "requirement", "联网率", "联网率", 11, 14, "r")
    holders = Holders([lead, item])
    assert (holders.of(item), holders.of(lead)) == ("先进级智能工厂", "（第三章）")
