"""Notices and rules as they are printed: who is asked what, lines of the page, articles whose numbers are damaged."""

from __future__ import annotations

import pytest

from corpus.headings import Heading, Headings
from corpus.layouts.asked import asked
from tests.corpus.reading_rules import demands, read_checked

CONDITIONS = Headings((Heading(2, "cn", "一", "申报条件"),))
PROCEDURE = Headings((Heading(2, "cn", "二", "申报程序"),))
TASKS = Headings((Heading(2, "cn", "三", "重点任务"),))
NOWHERE = Headings()


@pytest.mark.parametrize(
    ("text", "headings", "kind"),
    [
        ("在本省行政区域内注册，具有独立法人资格。", CONDITIONS, "requirement"),
        ("近三年累计投资不低于500万元。", CONDITIONS, "threshold"),
        ("省工业和信息化厅组织专家对申报项目进行评审。", CONDITIONS, "step"),
        ("企业向县级主管部门提出申请。", PROCEDURE, "step"),
        ("县级主管部门对材料进行初审并推荐。", NOWHERE, "step"),
        ("省工业和信息化厅负责智能工厂培育的统筹协调。", NOWHERE, "paragraph"),
        ("到2027年，全省培育智能工厂100家以上。", TASKS, "paragraph"),
        ("对新认定的智能工厂给予最高50万元奖励。", TASKS, "paragraph"),
        ("各地要加大资金支持力度。", TASKS, "paragraph"),
        ("入选企业应当于每年3月底前更新工厂建设情况。", TASKS, "requirement"),
        ("申报企业应当对工厂数据的真实性作出承诺。", TASKS, "requirement"),
        ("为规范智能工厂认定管理，制定本办法。", NOWHERE, "paragraph"),
        ("本办法所称智能工厂，是指应用智能技术的工厂。", NOWHERE, "paragraph"),
        ("本办法适用于本省行政区域内的企业。", NOWHERE, "paragraph"),
        ("本办法自2025年1月1日起施行，有效期5年。", NOWHERE, "paragraph"),
        ("申报主体在省内工商注册，已完成智能工厂建设。", NOWHERE, "requirement"),
    ],
)
def test_only_what_a_factory_is_asked_is_a_requirement(text: str, headings: Headings, kind: str) -> None:
    assert asked(text, headings) == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("申报企业应当同时具备下列条件：", "requirement"),
        ("有下列情形之一的，不得申报：", "paragraph"),
        ("有不符合下列条件之一的，不予受理：", "requirement"),
        ("申报企业应当提交以下材料：", "step"),
        ("有下列情形之一的，撤销其称号：", "paragraph"),
    ],
)
def test_what_leads_to_a_list_says_what_its_items_are(lead: str, kind: str) -> None:
    rows = read_checked(
        f"某省智能工厂管理办法\n第一条 {lead}\n（一）上一年度的智能工厂建设情况；\n（二）智能制造能力水平。\n"
    )
    assert [row.kind for row in rows if row.label in ("一", "二") and row.section == "第一条"][1:] == [kind, kind]


def test_a_page_around_a_notice_neither_asks_nor_breaks_its_list() -> None:
    rows = read_checked(
        "首页 > 政务公开 > 通知公告\n字号：大 中 小\n【打印】【关闭】\n"
        "关于组织申报智能工厂的通知\n发布日期：2025-03-04 浏览次数：12\n"
        "各县区工业和信息化局：\n一、申报条件\n1.申报企业应当具备以下能力：\n分享到：\n"
        "（1）建立制造执行系统；\n— 2 —\n（2）设备联网率不低于60%。\n"
        "联系人：王某，电话：0000-00000000\n上一篇：没有了\n"
    )
    assert [row.plain for row in rows if row.kind == "heading"] == ["关于组织申报智能工厂的通知", "申报条件"]
    assert [(row.id, row.kind) for row in rows if row.label in ("1", "2")] == [
        ("doc/1/1", "lead"),
        ("doc/1.1/1", "requirement"),
        ("doc/1.1/2", "requirement"),
    ]
    said = {row.plain: row.kind for row in rows}
    assert said["首页 > 政务公开 > 通知公告"] == said["分享到："] == said["— 2 —"] == "paragraph"
    assert said["各县区工业和信息化局："] == "paragraph"


def test_paragraphs_without_a_label_belong_to_the_article_above() -> None:
    rows = read_checked(
        "某省智能工厂管理办法\n第一条 申报企业应当建立信息化系统。\n"
        "企业应当对数据的真实性负责。\n前款规定的系统由企业自行建设。\n"
        "第二条 企业应当自评。\n"
    )
    assert [(row.id, row.section, row.kind) for row in rows if row.kind != "heading"] == [
        ("doc/front/1", "第一条", "requirement"),
        ("doc/1/p1", "第一条", "requirement"),
        ("doc/1/p2", "第一条", "paragraph"),
        ("doc/front/2", "第二条", "requirement"),
    ]


def test_an_article_with_a_title_heads_what_it_holds() -> None:
    rows = read_checked(
        "某市智能工厂办法\n第一条 认定条件\n（一）企业应当建立制造执行系统。\n第二条 认定程序\n（一）企业申报。\n"
    )
    assert [(row.kind, row.path) for row in rows if row.label == "一" and row.kind != "heading"] == [
        ("requirement", ("第一条 认定条件",)),
        ("step", ("第二条 认定程序",)),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("第 一 条 为建设智能工厂，制定本办法。", "第 二 条 企业应当联网。", "第 十 二 条 企业应当自评。"),
        ("第1条　为建设智能工厂，制定本办法。", "第2条　企业应当联网。", "第１２条　企业应当自评。"),
        ("第一條　為建設智能工廠，制定本辦法。", "第二條　企業應當聯網。", "第十二條　企業應當自評。"),
        ("第一条 为建设智能工厂，制定本办法。", "第二  企业应当按照要求联网。", "十二  企业应当每年组织自评。"),
    ],
)
def test_articles_are_told_however_they_are_printed(lines: tuple[str, ...]) -> None:
    rows = read_checked("某市智能工厂管理办法\n" + "\n".join(lines) + "\n智能工厂、数字化车间按本办法管理。\n")
    assert [row.id for row in rows if row.label] == ["doc/front/1", "doc/front/2", "doc/front/12"]


def test_items_of_an_article_that_are_counted_as_chapters_are() -> None:
    rows = read_checked(
        "某市智能工厂办法\n第一条 申报智能工厂的企业应当具备下列条件：\n"
        "一、建立制造执行系统；\n二、设备联网率不低于60%。\n第二条 企业应当自评。\n"
    )
    assert [(row.id, row.section) for row in rows if row.kind == "requirement"] == [
        ("doc/1/1", "第一条"),
        ("doc/1/2", "第一条"),
        ("doc/front/2", "第二条"),
    ]


def test_an_item_that_begins_with_a_figure_keeps_its_number() -> None:
    rows = read_checked(
        "智能工厂条件\n一、申报条件\n1.企业应当联网。\n2.5G网络覆盖车间。\n3.100%的设备联网。\n4.企业应当自评。\n"
    )
    assert demands(rows) == [
        ("1", "requirement", "企业应当联网。"),
        ("2", "requirement", "5G网络覆盖车间。"),
        ("3", "requirement", "100%的设备联网。"),
        ("4", "requirement", "企业应当自评。"),
    ]


def test_a_label_on_a_line_of_its_own_belongs_to_the_line_below() -> None:
    rows = read_checked(
        "某省智能工厂管理办法\n第一章\n\n第一条 为建设智能工厂，制定本办法。\n第二章\n申报条件\n"
        "第四条\n申报企业应当建立制造执行系统。\n（一）\n\n设备联网率不低于60%。\n"
    )
    assert [(row.id, row.kind, row.plain) for row in rows][1:] == [
        ("doc/1", "heading", "第一章"),
        ("doc/1/1", "paragraph", "为建设智能工厂，制定本办法。"),
        ("doc/2", "heading", "申报条件"),
        ("doc/2/4", "requirement", "申报企业应当建立制造执行系统。"),
        ("doc/2.4/1", "requirement", "设备联网率不低于60%。"),
    ]


def test_a_title_without_a_number_says_what_its_items_are() -> None:
    rows = read_checked(
        "某市智能工厂申报基本条件\n（一）设备数控化：数控装备占生产装备总数的65%以上；\n（二）建有制造执行系统；\n"
    )
    assert [(row.kind, row.label) for row in rows] == [
        ("heading", None),
        ("requirement", "一"),
        ("requirement", "二"),
    ]
