"""Invented heads of documents in shapes that pages, standards and forwarded notices have: who, where, when."""

from __future__ import annotations

import pytest

from corpus.facts import Facts, read_facts

BODY = "一、申报条件\n1.企业依法注册，具有独立法人资格。\n2.关键设备数控化率不低于60%。\n"


def read(text: str) -> Facts:
    return read_facts(text, None, "x.txt")


@pytest.mark.parametrize(
    ("text", "issuer", "region"),
    [
        (
            "转发省工业和信息化厅关于组织申报智能工厂的通知\n来源：临泽市工业和信息化局 时间：2034-05-06\n各县：\n",
            "临泽市工业和信息化局",
            "临泽市",
        ),
        ("2036年度云岭市智能工厂申报指南\n\n" + BODY + "\n云岭市工业和信息化局制\n", "云岭市工业和信息化局", "云岭市"),
        ("信息来源：市经信局\n\n青原市智能工厂培育实施方案\n\n" + BODY, "市经信局", "青原市"),
        (
            "关于开展未来工厂培育的通知\n各市经信局：\n" + BODY + "海西省经济和信息化厅办公室 2035年2月10日印发",
            "海西省经济和信息化厅",
            "海西省",
        ),
        (
            "智能工厂申报通知\n\n各市工信局：\n" + BODY + "\n海西省经信厅装备处\n2035年4月1日",
            "海西省经信厅装备处",
            "海西省",
        ),
        (
            "北川自治区工业和信息化厅关于推荐智能工厂的通知\n" + BODY + "自治区工业和信息化厅\n2034年6月7日",
            "自治区工业和信息化厅",
            "北川自治区",
        ),
        ("沂川市工业和信息化局公告\n〔2033〕第5号\n\n现予公布。\n", "沂川市工业和信息化局", "沂川市"),
        ("青原省工信厅等六部门关于印发青原省智能工厂方案的通知\n各市工信局：\n" + BODY, "青原省工信厅", "青原省"),
        (
            "中共清原县委办公室 清原县人民政府办公室印发《关于加快智能化改造的实施意见》的通知\n各镇：\n"
            + BODY
            + "中共清原县委办公室\n清原县人民政府办公室\n2033年7月15日",
            "中共清原县委办公室、清原县人民政府办公室",
            "清原县",
        ),
        (
            "青原省工信厅 青原省发改委青原省财政厅关于开展智能工厂申报的通知\n" + BODY,
            "青原省工信厅、青原省发改委、青原省财政厅",
            "青原省",
        ),
        ("中国某机械联合会团体标准\n智能车间通用要求\n中国某机械联合会 发布\n", "中国某机械联合会", "国家"),
    ],
)
def test_who_issued_a_document_and_where_it_applies(text: str, issuer: str, region: str) -> None:
    facts = read(text)
    assert (facts.issuer, facts.region) == (issuer, region)


@pytest.mark.parametrize(
    ("text", "year", "basis"),
    [
        ("各市工信局：\n现组织开展2035年度先进级智能工厂培育工作。\n" + BODY, 2035, "正文所说的年度"),
        ("某省智能工厂建设指引\n文字：[大][中][小] 2032/7/13 浏览次数：\n\n" + BODY, 2032, "网页所印日期"),
        ("DB 99/T 2211-2035\n某省智能工厂建设指南\n某省市场监督管理局发布\n1 范围\n", 2035, "标准号"),
        ("各市工信局：\n现按照《组织开展2034年度智能工厂培育的方案》执行。\n" + BODY, None, "文中未写年份"),
        ("某省智能工厂建设指引\n今天是2036年6月11日\n\n" + BODY, None, "文中未写年份"),
        ("某省智能工厂建设指引\n请组织做好2030年至2035年规划。\n\n" + BODY, None, "文中未写年份"),
    ],
)
def test_which_year_tells_a_document_apart(text: str, year: int | None, basis: str) -> None:
    facts = read(text)
    assert (facts.year, facts.year_basis.partition("“")[0]) == (year, basis)


def test_the_first_heading_is_no_line_of_the_title() -> None:
    facts = read("智能工厂怎么申报？\n\n某省智能工厂建设指引\n（2035年版）\n\n某省工业和信息化厅 编制\n\n" + BODY)
    assert (facts.title, facts.issuer, facts.year) == ("某省智能工厂建设指引", "某省工业和信息化厅", 2035)
