"""Figures that stand alone in cells, in invented tables: their unit and how they bound stand in heads and remarks."""

from __future__ import annotations

import pytest

from corpus.bare_figures import Told, bare_quantity, is_figure, told_by, told_by_remark
from corpus.clause import Clause
from tests.corpus.drawn import OPENING, Merged, read_drawn, table

GUIDE = "某省智能车间申报指南\n\n一、申报条件\n"


def stated(rows: tuple[Clause, ...]) -> list[tuple[str | None, str, str, str, float, str]]:
    """Tier, name of the row, words, comparator, value and unit of every quantity of a table's cells."""
    return [
        (row.tier, row.path[-1], one.text, one.comparator, one.value, one.unit)
        for row in rows
        if row.rule.startswith(("tier-table", "conditions"))
        for one in row.quantities
    ]


def test_the_unit_of_a_row_stands_in_its_name() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["指标", "入门级", "成熟级"],
            ["智能化投入（万元）", "100", "≥1,000"],
            ["关键设备联网率（%，不低于）", "40", "—"],
            ["停机时间／小时", "≤8", "≤ 2"],
            ["示范产线（条）", "1", "3～5"],
        ),
    )
    assert stated(rows) == [
        ("basic", "智能化投入（万元）", "100", "=", 100.0, "万元"),
        ("tier-2", "智能化投入（万元）", "≥1,000", ">=", 1000.0, "万元"),
        ("basic", "关键设备联网率（%，不低于）", "40", ">=", 40.0, "%"),
        ("basic", "停机时间／小时", "≤8", "<=", 8.0, "小时"),
        ("tier-2", "停机时间／小时", "≤ 2", "<=", 2.0, "小时"),
        ("basic", "示范产线（条）", "1", "=", 1.0, "条"),
        ("tier-2", "示范产线（条）", "3～5", "range", 3.0, "条"),
    ]
    kinds = {row.plain: row.kind for row in rows}
    assert (kinds["100"], kinds["≥1,000"], kinds["—"]) == ("requirement", "threshold", "not_required")


@pytest.mark.parametrize(
    ("caption", "remark"),
    [("表2 投入（单位：万元）", ""), ("单位：万元", ""), ("", "注：表中数值的单位：万元。")],
)
def test_the_unit_of_a_table_stands_over_or_under_it(caption: str, remark: str) -> None:
    drawn = table(["指标", "基础级", "先进级"], ["技改投资", "200", "500以上"])
    rows = read_drawn(OPENING, caption, drawn, remark)
    assert [one[2:] for one in stated(rows)] == [("200", "=", 200.0, "万元"), ("500以上", ">=", 500.0, "万元")]


def test_a_column_of_units_is_no_name_of_its_rows() -> None:
    rows = read_drawn(
        GUIDE,
        table(
            ["类别", "指标", "计量单位", "目标值"],
            [Merged("投入", 2), "技改投资额", "万元", "≥500"],
            ["人均产值", "万元/人", "100"],
            ["装备", "设备联网率", "%", "80"],
        ),
    )
    assert stated(rows) == [
        (None, "技改投资额", "≥500", ">=", 500.0, "万元"),
        (None, "人均产值", "100", "=", 100.0, "万元/人"),
        (None, "设备联网率", "80", "=", 80.0, "%"),
    ]
    assert [row.label for row in rows if row.plain in ("万元", "%")] == ["计量单位", "计量单位"]


def test_a_head_or_a_remark_says_how_all_figures_bound() -> None:
    by_head = read_drawn(GUIDE, table(["序号", "指标", "指标值（不低于）"], ["1", "近两年投入（万元）", "500"]))
    assert stated(by_head) == [(None, "近两年投入（万元）", "500", ">=", 500.0, "万元")]
    drawn = table(["指标", "基础级（%）", "先进级（%）"], ["数控化率", "50", "70"])
    by_remark = read_drawn(OPENING, drawn, "注：表中数值均为下限。")
    assert [one[2:] for one in stated(by_remark)] == [("50", ">=", 50.0, "%"), ("70", ">=", 70.0, "%")]


def test_tiers_before_the_rows_have_a_matter_in_each_column_of_figures() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["等级", "智能化投入（万元）", "设备联网率（%）", "MES"],
            ["基础级", "100", "50", "可不部署"],
            ["先进级", "500", "70", "应部署"],
        ),
    )
    assert stated(rows) == [
        ("basic", "智能化投入（万元）", "100", "=", 100.0, "万元"),
        ("basic", "设备联网率（%）", "50", "=", 50.0, "%"),
        ("advanced", "智能化投入（万元）", "500", "=", 500.0, "万元"),
        ("advanced", "设备联网率（%）", "70", "=", 70.0, "%"),
    ]
    assert [(row.path[-1], row.kind) for row in rows if "部署" in row.plain] == [
        ("MES", "not_required"),
        ("MES", "requirement"),
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("投入(单位: 万元)", Told("万元")),
        ("设备综合效率（OEE，％）", Told("%")),
        ("单位产值能耗（吨标准煤/万元）", Told("吨标准煤/万元")),
        ("研发费用占比不低于（%）", Told("%", ">=")),
        ("客户满意度", Told()),
        ("单位：万元、%", Told()),
        ("工厂建设（一期）", Told()),
        ("一级指标", Told()),
        ("基础级（省级）", Told()),
        ("制造执行系统（MES）", Told()),
    ],
)
def test_what_a_head_says_of_figures(head: str, told: Told) -> None:
    assert told_by(head) == told


def test_a_remark_on_one_figure_is_none_on_all() -> None:
    assert told_by_remark("注：各项指标数值为最低要求。") == Told("", ">=")
    assert told_by_remark("注：能耗不超过上年。") == Told()


@pytest.mark.parametrize("text", ["A", "第3", "0571-88888888", "100万元", "MES", "前5", "", "1.2.3"])
def test_what_is_no_figure_alone(text: str) -> None:
    assert not is_figure(text)
    assert bare_quantity(text, Told("%", ">=")) is None


def test_a_figure_that_nothing_explains_states_nothing() -> None:
    assert bare_quantity("300", Told()) is None
    assert bare_quantity("2025", Told("年")) is None
    unexplained = bare_quantity("≥0.8", Told())
    assert unexplained is not None
    assert (unexplained.unit, unexplained.comparator) == ("", ">=")
