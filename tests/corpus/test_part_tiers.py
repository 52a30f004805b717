"""Invented files that hold a rule for each tier: the title of a part says what its rows are for."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from tests.corpus.drawn import read_drawn, table
from tests.corpus.reading_rules import read_checked

TWO = """某省{one}管理办法

第一条 为规范{one}认定，制定本办法。
第二条 申报企业应当具备下列条件：
（一）在本省注册满二年；
（二）关键设备数控化率不低于60%。
第三条 省工业和信息化厅组织专家评审。

某省{two}管理办法

第一条 为规范{two}认定，制定本办法。
第二条 申报企业应当具备下列条件：
（一）建有2个以上数字化车间；
（二）关键设备联网率不低于75%。
"""

ANNEXES = """关于开展2026年度培育工作的通知

各市工信局：
请认真组织申报。

附件：1.某省数字化车间认定细则
2.某省智能工厂认定细则

附件1

某省数字化车间认定细则（试行）

一、专项条件
1.数控化率不低于60%。
2.应部署MES。

附件2

某省智能工厂认定细则（试行）

一、专项条件
1.数控化率不低于80%。
"""


def tiers_of(rows: tuple[Clause, ...]) -> list[tuple[str, str | None]]:
    """The rows that ask something, with their tier's name."""
    return [(row.plain, row.tier_label) for row in rows if row.kind in ("requirement", "threshold")]


def test_each_document_of_a_file_rules_the_tier_of_its_title() -> None:
    rows = read_checked(TWO.format(one="数字化车间", two="智能工厂"))
    assert tiers_of(rows) == [
        ("在本省注册满二年；", "数字化车间"),
        ("关键设备数控化率不低于60%。", "数字化车间"),
        ("建有2个以上数字化车间；", "智能工厂"),
        ("关键设备联网率不低于75%。", "智能工厂"),
    ]
    assert {row.tier for row in rows} == {"digital-workshop", "smart-factory"}


@pytest.mark.parametrize("two", ["数字化车间和智能工厂", "技术改造项目", "数字化车间"])
def test_a_title_of_two_tiers_of_none_or_of_the_same_tells_nothing_apart(two: str) -> None:
    rows = read_checked(TWO.format(one="数字化车间", two=two))
    assert {row.tier for row in rows} == {None}


def test_annexes_rule_the_tier_of_their_title_and_the_list_of_them_rules_none() -> None:
    rows = read_checked(ANNEXES)
    assert tiers_of(rows) == [
        ("数控化率不低于60%。", "数字化车间"),
        ("应部署MES。", "数字化车间"),
        ("数控化率不低于80%。", "智能工厂"),
    ]
    assert {row.tier for row in rows if row.id.startswith("doc/front")} == {None}


def test_a_table_of_a_part_rules_its_tier_and_a_row_of_its_own_tier_keeps_it() -> None:
    head = ["序号", "环节", "要求"]
    rows = read_drawn(
        "某省数字化车间管理办法\n\n一、要素条件\n",
        table(head, ["1", "生产", "应建设MES。"]),
        "某省智能工厂管理办法\n\n一、要素条件\n\n（一）申报条件\n1.应建设ERP。\n\n（二）数字化车间要求\n1.应建设SCADA。\n",
    )
    assert tiers_of(rows) == [
        ("应建设MES。", "数字化车间"),
        ("应建设ERP。", "智能工厂"),
        ("应建设SCADA。", "数字化车间"),
    ]


@pytest.mark.parametrize("title", ["某省智能工厂管理办法", "某省智能工厂梯度培育办法"])
def test_a_text_whose_annexes_rule_its_tier_is_about_all_of_them(title: str) -> None:
    annexes = ANNEXES.partition("附件1\n\n")[2]
    rows = read_checked(f"{title}\n\n第一条 申报企业应当在本省注册。\n\n附件1\n\n{annexes}")
    assert tiers_of(rows) == [
        ("申报企业应当在本省注册。", None),
        ("数控化率不低于60%。", "数字化车间"),
        ("应部署MES。", "数字化车间"),
        ("数控化率不低于80%。", "智能工厂"),
    ]
