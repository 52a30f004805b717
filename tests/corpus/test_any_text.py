"""Rules that hold for any text at all, tried on invented mixtures of what such documents are made of."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.lines import plain_reading
from corpus.quantity import quantities
from tests.corpus.reading_rules import read_checked

PIECES = (
    "一、", "二、总体要求", "（一）", "（二）数字工厂。", "1.", "1、", "2.产品", "（1）", "a）", "b) ", "c1）",
    "1）", "①", "第一条 ", "第一章 总则", "第二节", "4.3.2 ", "3.1", "4.3.2绿色", "A.1 概述", "1适用范围",
    "附件1", "附件", "附 录 A", "附表2：", "表1 分级", "图1 架构", "注：", "备注：", "[bookmark: _Toc1]",
    "[image: ab]", "应", "宜建设", "可支持，", "鼓励企业", "鼓励运用5G，", "不低于30%", "800万元以上",
    "500万元至1000万元", "百分之三十", "2年内", "三轴及以上", "前五", "/", "／", "——", "省级数字化车间",
    "智能工厂", "未来工厂", "先进级", "基础级", "能力子域", "。", "；", "，", "：", "MES：制造执行系统",
    "术语和定义", "缩略语", "3.1 未来工厂 Future factory",
    "建立设备故障知识库，通过设备信息管理系统和新一代信息技术", "承诺书", "申报表", "离散行业：", "参考文献",
    "第 十 二 条 ", "第３条", "第二條 ", "第十  企业", "〔一〕", "【二】", "⑵", "⒊", "Ⅱ.企业", "IV、应",
    "B.企业", "4.100%", "附件1：要素条件", "附件 1-2", "附件：1.申报书", "某省智能工厂认定办法", "实施方案",
    "目录", "总则……………1", "- 第一章 总则", "首页 > 政策", "【打印】", "浏览次数：3", "— 3 —",
    "2025年8月6日", "某工信发〔2025〕1号", "某省工业和信息化厅", "联系人：王某", "抄送：某局", "各市工信局：",
    "依据第三条、", "第（二）项", "3 0 %", "2 0 2 5 年", "表 1 2 列", "應當", "萬元", "應建設智能工廠",
    "一是联网，二是采集。", "；1.联网", "；2.采集", "（一）申报条件1.企业", "。 第二条 企业", "资料性", "１",
    "²", "十百", "零", "第", "条", "🎉", "签字：____",
)  # fmt: skip
BLANKS = (
    "\t",
    "\t\t",
    "\n",
    "\n\n",
    "\n\t",
    "\r\n",
    "\r",
    "\u3000",
    "\xa0",
    " ",
    "\x0b",
    "\x0c",
    "\u2028",
    "\x85",
    "\ufeff",
)
DOCUMENTS = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(BLANKS), st.text(max_size=3)), max_size=60).map(
    "".join
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
@example("\t一、\n一、\n\t")
@example("附件1\n;")
@example("\x0b\t\x0b")
@example("一、")
@example("3.1 \n智能车间\n")
def test_any_text_is_cut_into_rows_that_cover_it_and_never_overlap(source: str) -> None:
    read_checked(source)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_reading_twice_gives_the_same_rows(source: str) -> None:
    assert read_checked(source) == read_checked(source)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_plain_reading_has_no_line_breaks_and_is_its_own_reading(text: str) -> None:
    once = plain_reading(text)
    assert "\n" not in once
    assert once == once.strip()


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_a_quantity_stands_where_it_says(text: str) -> None:
    found = quantities(text, offset=7)
    assert all(text[one.start - 7 : one.end - 7] == one.text for one in found)
    assert all((one.comparator == "range") == (one.value_max is not None) for one in found)


@pytest.mark.parametrize("source", ["", " \n\t\n\u3000\n", "\r\n\r\n"])
def test_a_blank_text_has_no_rows(source: str) -> None:
    assert read_checked(source) == ()


def test_a_text_of_editor_residue_alone_keeps_its_lines_and_reads_as_nothing() -> None:
    rows = read_checked("[bookmark: _Toc1][bookmark: _Toc2]\n\n[image: abc]\n")
    assert rows and all(row.plain == "" and row.kind == "paragraph" for row in rows)


@pytest.mark.parametrize(
    "source",
    [
        "应建设智能工厂不低于30%，可采用" * 4000,
        "1" * 40_000,
        "1," * 20_000,
        "[bookmark: " * 8000,
        "鼓励" * 20_000,
        "一、" * 20_000,
        "（" * 20_000,
        "a）应建设工厂，\n" * 3000,
        "3.1\n" * 3000,
        "\t1\n" * 3000,
    ],
    ids=["sentence", "digits", "commas", "residue", "encouraged", "labels", "brackets", "items", "numbers", "cells"],
)
def test_a_very_long_line_and_very_many_lines_are_read_whole(source: str) -> None:
    assert read_checked(source)[-1].end <= len(source)
