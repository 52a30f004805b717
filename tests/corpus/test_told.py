"""What only tells of a scheme: how it is divided, and what excludes from it, is asked of nobody."""

from __future__ import annotations

import pytest

from corpus.layouts.told import divides, excludes
from tests.corpus.reading_rules import read_checked

DIVIDED = """某省智能车间管理办法
第一章 申报条件
第一条 示范车间分为培育级、示范级。培育级车间设备联网率不低于40%。示范级车间设备联网率不低于70%，且应当建有能源系统。
第二条 申报企业应当把设备分为一级、二级、三级管理。
第三条 智能工厂项目由低到高分为一星、二星和三星。
"""

EXCLUDED = """某省智能车间管理办法
第一章 申报条件
第一条 申报企业应当符合下列条件：
（一）在本省注册，具有独立法人资格；
（二）近三年未发生重大事故。
第二条 有下列情形之一的，{consequence}：
（一）企业提供虚假材料的；
（二）近三年研发投入低于100万元的；
（三）连续两年未报送运行数据的。
被撤销称号的企业应当在30日内交回标牌。
第三条 申报企业应当建立制造执行系统。
"""


def test_a_sentence_that_divides_a_scheme_asks_nothing() -> None:
    kinds = {row.plain: row.kind for row in read_checked(DIVIDED)}
    assert kinds["示范车间分为培育级、示范级。"] == "paragraph"
    assert kinds["智能工厂项目由低到高分为一星、二星和三星。"] == "paragraph"
    assert kinds["申报企业应当把设备分为一级、二级、三级管理。"] == "requirement"
    tiers = [(row.kind, row.tier_label) for row in read_checked(DIVIDED) if row.tier]
    assert tiers == [("requirement", "培育级"), ("requirement", "示范级")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("省级智能工厂实行分级管理，划分为基础级、先进级两个等级。", True),
        ("智能车间评价结果分为甲等和乙等。", True),
        ("工厂应当将物料分为A类、B类。", False),
        ("车间分为甲级和乙级，设备联网率不低于70%。", False),
        ("物料分为A类、B类进行存放。", False),
    ],
)
def test_only_a_scheme_is_divided(text: str, found: bool) -> None:
    assert divides(text) is found


@pytest.mark.parametrize(
    "consequence", ["不予受理", "不得申报", "撤销其称号", "取消申报资格", "实行一票否决", "责令限期整改"]
)
def test_what_excludes_is_never_asked(consequence: str) -> None:
    rows = read_checked(EXCLUDED.format(consequence=consequence))
    items = [row.kind for row in rows if row.section == "第二条" and row.kind != "lead" and row.label]
    assert items == ["paragraph"] * 3
    asked = [row.plain for row in rows if row.kind in ("requirement", "threshold")]
    assert {"近三年未发生重大事故。", "申报企业应当建立制造执行系统。"} <= set(asked)


def test_what_excludes_is_never_asked_without_labels_and_on_one_line() -> None:
    plain = EXCLUDED.format(consequence="不予受理")
    bare = plain.replace("（一）企业", "企业").replace("（二）近三年研发", "近三年研发").replace("（三）连续", "连续")
    for text in (bare, plain.replace("\n", " ")):
        rows = read_checked(text)
        asked = [row.plain for row in rows if row.kind in ("requirement", "threshold")]
        assert not any("虚假" in one or "低于100万元" in one for one in asked)
        assert "申报企业应当建立制造执行系统。" in asked


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("存在以下行为之一的企业，取消其申报资格：", True),
        ("申报企业不得有下列情形：", True),
        ("下列项目不予支持：", True),
        ("申报企业应当具备下列条件，且同一企业不得申报多个项目：", False),
        ("不符合下列条件之一的，不予受理：", False),
        ("申报企业应当提交下列材料：", False),
        ("企业基本情况如下：", False),
    ],
)
def test_leads_to_what_excludes(lead: str, found: bool) -> None:
    assert excludes(lead) is found
