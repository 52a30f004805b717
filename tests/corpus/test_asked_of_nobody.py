"""What invented tables and articles list as excluded, or say is not asked, is no requirement of anybody."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from corpus.layouts.told import only_tells
from tests.corpus.drawn import OPENING, Merged, read_drawn, table
from tests.corpus.reading_rules import read_checked

GUIDE = "某省智能车间申报指南\n\n一、申报条件\n"
DEMANDS = ("requirement", "threshold")


def demanded(rows: tuple[Clause, ...]) -> list[str]:
    return [row.plain for row in rows if row.kind in DEMANDS]


@pytest.mark.parametrize(
    "listed",
    [
        "有下列情形之一的不得申报：1.提供虚假材料的；2.列入失信名单的；3.研发投入低于100万元的。",
        "存在以下情况之一的，取消称号：\n（1）数据造假；\n（2）停产一年以上。",
        "凡有下列行为之一的，不予推荐：列入失信名单；拖欠工资满三年。",
    ],
)
def test_a_cell_that_lists_exclusions_asks_nothing(listed: str) -> None:
    conditions = table(["类别", "申报要求"], ["基础", "应在本省注册。"], ["限制", listed])
    tiers = table(["类别", "基础级", "先进级"], ["基础", "应联网。", "应集成。"], ["限制", Merged(listed, columns=2)])
    assert demanded(read_drawn(GUIDE, conditions)) == ["应在本省注册。"]
    assert demanded(read_drawn(OPENING, tiers)) == ["应联网。", "应集成。"]


@pytest.mark.parametrize("name", ["不予受理情形", "一票否决项", "否决", "取消称号的情形"])
def test_a_row_or_a_section_named_after_exclusions_asks_nothing(name: str) -> None:
    head = ["序号", "项目", "认定要求"]
    named = read_drawn(GUIDE, table(head, ["1", "装备", "应联网。"], ["2", name, "（1）数据造假；（2）拖欠工资。"]))
    assert demanded(named) == ["应联网。"]
    below = f"某省智能车间申报指南\n\n一、{name}\n"
    if name != "否决":
        assert demanded(read_drawn(below, table(head, ["1", "信用", "列入失信名单。"]))) == []


def test_a_lead_above_a_table_of_cases_excludes_them() -> None:
    above = GUIDE + "\n存在下列情形之一的，不予受理：\n"
    rows = read_drawn(above, table(["序号", "情形", "认定要求"], ["1", "安全", "近三年发生重大安全事故。"]))
    assert demanded(rows) == []


@pytest.mark.parametrize(
    "remark", ["注：打“△”表示不作要求，未注明的项目不作要求。", "表中△为暂不作要求。", "（说明：“△”——不作硬性要求）"]
)
def test_a_remark_says_by_which_mark_nothing_is_asked(remark: str) -> None:
    drawn = table(
        ["指标", "基础级", "先进级"], ["MES", "△", "应部署。"], ["APS", "△", "△"], [Merged(remark, columns=3)]
    )
    rows = read_drawn(OPENING, drawn)
    assert [(row.kind, row.plain) for row in rows if row.tier] == [
        ("not_required", "△"),
        ("requirement", "应部署。"),
        ("not_required", "△"),
        ("not_required", "△"),
    ]
    assert next(row.kind for row in rows if row.plain == remark) == "paragraph"


def test_the_remark_may_stand_above_or_below_the_table() -> None:
    drawn = table(["指标", "基础级", "先进级"], ["MES", "×", "应部署。"], ["APS", "×", "应部署。"])
    for parts in ((OPENING, "注：“×”表示不作要求。", drawn), (OPENING, drawn, "注：打“×”的不作要求。")):
        rows = read_drawn(*parts)
        assert [row.kind for row in rows if row.tier] == ["not_required", "requirement"] * 2


@pytest.mark.parametrize("text", ["不作要求", "无", "—", "未注明的项目不作要求。"])
def test_a_cell_without_a_tier_may_say_that_nothing_is_asked(text: str) -> None:
    rows = read_drawn(GUIDE, table(["类别", "申报要求"], ["基础", "应在本省注册。"], ["环保", text]))
    assert demanded(rows) == ["应在本省注册。"]
    assert next(row.kind for row in rows if row.plain == text) == "table_cell"


def test_an_article_that_lists_exclusions_in_one_line_asks_nothing() -> None:
    rows = read_checked(
        "某省智能工厂管理办法\n\n"
        "第五条 有下列情形之一的，不予受理：提供虚假材料的；近三年研发投入低于100万元的；应当报告而未报告的。\n"
        "第六条 智能工厂应建设MES。\n第七条 企业出现下列情况的，撤销其称号：一是停产一年以上的；二是拒不复核的。\n"
    )
    assert demanded(rows) == ["智能工厂应建设MES。"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("表中空白处不作要求；打“—”的无要求。", True),
        ("其他项目不作要求。", True),
        ("各层级要素条件见下表，未注明的项目不作要求。", True),
        ("申报条件按附表执行；空白处无要求。", True),
        ("各层级条件见下表。", False),
        ("智能工厂应建设MES；其余项目不作要求。", False),
        ("不符合下列条件之一的，不予受理：在本省注册；应建设MES。", False),
        ("有下列情形之一的，不予受理：造假的。申报企业应当在本省注册。", False),
    ],
)
def test_what_only_tells(text: str, found: bool) -> None:
    assert only_tells(text) is found
