"""Invented rules in articles and an invented standard in the national layout, cut as a reader would cut them."""

from __future__ import annotations

from tests.corpus.reading_rules import demands, read_checked

ARTICLES = """某省智能工厂认定管理办法

第一章 总则

第一条 为规范智能工厂认定管理工作，制定本办法。

第二章 申报条件

第二条 申请认定的企业应当具备下列条件：
（一）在本省依法注册；
（二）关键设备数控化率不低于70%；
（三）智能制造投资额500万元以上。

第三条 有下列情形之一的，不得申报：
（一）被列入失信名单的。

第三章 附则

第四条 本办法自2025年1月1日起施行，有效期5年。
"""


def test_rules_in_articles() -> None:
    rows = read_checked(ARTICLES)
    assert demands(rows) == [
        ("一", "paragraph", "为规范智能工厂认定管理工作，制定本办法。"),
        ("二", "lead", "申请认定的企业应当具备下列条件："),
        ("一", "requirement", "在本省依法注册；"),
        ("二", "requirement", "关键设备数控化率不低于70%；"),
        ("三", "threshold", "智能制造投资额500万元以上。"),
        ("三", "lead", "有下列情形之一的，不得申报："),
        ("一", "paragraph", "被列入失信名单的。"),
        ("四", "paragraph", "本办法自2025年1月1日起施行，有效期5年。"),
    ]
    items = [row for row in rows if row.kind == "requirement"]
    assert [row.section for row in items] == ["第二条", "第二条"]
    assert items[0].path == ("第二章 申报条件", "第二条")


STANDARD = """ICS 25.040.01
DB00/T 4567—2024
智能车间建设指南
1 范围
本文件规定了智能车间建设的要求。
3 术语和定义
3.1
智能车间 intelligent workshop
应用信息技术的车间。
注：也称数字车间。
5 总体要求
5.1 应具备网络，可用率不低于99.9%。
5.2 可设置参观通道。
6 建设要求
6.1 设备层
设备层应满足以下要求：
a) 数控化率应不低于80%；
b) 宜联网：
1) 离散行业：应接入MES；
2) 流程行业：应接入DCS。
附 录 A
（资料性）
典型场景
A.1 概述
场景包括柔性生产等。
参考文献
[1] GB/T 39116-2020
"""


def test_a_standard_in_the_national_layout() -> None:
    rows = read_checked(STANDARD)
    assert demands(rows) == [
        (None, "paragraph", "ICS 25.040.01"),
        (None, "paragraph", "DB00/T 4567—2024"),
        (None, "paragraph", "本文件规定了智能车间建设的要求。"),
        ("智能车间", "term", "应用信息技术的车间。"),
        (None, "paragraph", "注：也称数字车间。"),
        ("5.1", "requirement", "应具备网络，可用率不低于99.9%。"),
        ("5.2", "requirement", "可设置参观通道。"),
        (None, "lead", "设备层应满足以下要求："),
        ("a", "requirement", "数控化率应不低于80%；"),
        ("b", "requirement", "宜联网："),
        ("1", "requirement", "离散行业：应接入MES；"),
        ("2", "requirement", "流程行业：应接入DCS。"),
        (None, "paragraph", "（资料性）"),
        (None, "paragraph", "场景包括柔性生产等。"),
        (None, "paragraph", "[1] GB/T 39116-2020"),
    ]
    assert [row.plain for row in rows if row.rule == "outline.title"] == ["智能车间建设指南", "典型场景"]
    assert next(row for row in rows if row.kind == "term").section == "3.1"
    assert {row.id for row in rows} >= {"doc/5.1", "doc/6.1/a", "doc/6.1.b/2", "doc/annex-A/A.1"}
