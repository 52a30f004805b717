"""Printed labels, section numbers and scopes."""

from __future__ import annotations

import pytest

from corpus.labels import read_label
from corpus.layouts.scope import industry_scope
from corpus.tier_names import grade_name, tier_code, tier_codes


@pytest.mark.parametrize(
    ("text", "style", "label", "rest"),
    [
        ("第一章 总则", "chapter", "一", "总则"),
        ("第三条 企业应当", "article", "三", "企业应当"),
        ("一、总体要求", "cn", "一", "总体要求"),
        ("（十二）标杆企业", "cn_paren", "十二", "标杆企业"),
        ("（一)数字工厂", "cn_paren", "一", "数字工厂"),
        ("4.3.2 智能化生产", "decimal", "4.3.2", "智能化生产"),
        ("4.1.1技术支撑", "decimal", "4.1.1", "技术支撑"),
        ("A.1 概述", "decimal", "A.1", "概述"),
        ("3.1　未来工厂", "decimal", "3.1", "未来工厂"),
        ("1适用范围", "number", "1", "适用范围"),
        ("8 个性化定制", "number", "8", "个性化定制"),
        ("1. 应检测", "dot", "1", "应检测"),
        ("2、推荐", "dot", "2", "推荐"),
        ("1.2025年建成", "dot", "1", "2025年建成"),
        ("（1）生产管理", "paren", "1", "生产管理"),
        ("a）应联网", "letter", "a", "应联网"),
        ("c1）离散行业", "letter", "c1", "离散行业"),
        ("(b) 应备份", "letter", "b", "应备份"),
        ("1）机床", "half", "1", "机床"),
        ("①机床", "circled", "①", "机床"),
        ("附件3", "annex", "3", ""),
        ("附 录 A", "annex", "A", ""),
    ],
)
def test_a_label_is_read_with_its_style(text: str, style: str, label: str, rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.style, found.text, text[found.end :]) == (style, label, rest)


@pytest.mark.parametrize(
    "text", ["2年内完成", "30家企业", "1.5万元以上", "5G网络", "附件：申报书", "MES系统", "2025年目标", ""]
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("离散行业：应搭建模型", "离散行业"),
        ("对于流程制造企业，应建立平台", "流程行业"),
        ("数字化研发。对于离散制造业，普及率100%", "离散行业"),
        ("对于离散制造企业，应甲。对于流程制造企业，应乙。", None),
        ("应优化业务流程", None),
    ],
)
def test_an_industry_limits_only_what_opens_with_it(text: str, industry: str | None) -> None:
    assert industry_scope(text) == industry


def test_tier_names_have_stable_codes() -> None:
    assert tier_code("省级智能工厂") == "smart-factory"
    assert tier_codes(("能力子域", "省级数字化车间", "未来工厂")) == (None, "digital-workshop", "future-factory")
    assert tier_codes(("项目", "一星级", "二星级")) == (None, "level-1", "level-2")
    assert tier_codes(("指标", "市级智能工厂", "省级智能工厂")) == (
        None,
        "municipal-smart-factory",
        "provincial-smart-factory",
    )
    assert tier_codes(("等级", "分值", "省级")) == (None, None, None)


def test_a_grade_is_not_a_kind_of_factory() -> None:
    assert grade_name("先进级智能工厂要求") == "先进级"
    assert grade_name("智能工厂") is None
    assert grade_name("企业级工业互联网") is None
