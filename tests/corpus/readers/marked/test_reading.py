"""Markdown: marks that make a look are gone, every word and number is there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.marked.reading import read
from tests.corpus.readers.shape_rules import check_shape


def read_md(source: str, limits: Limits | None = None) -> Extracted:
    return read(source.encode(), limits or Limits())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("第一条 为规范**智能车间**认定，*制定*本办法。", "第一条 为规范智能车间认定，制定本办法。\n"),
        ("为规范**“智能车间”**认定**（试行）**工作", "为规范“智能车间”认定（试行）工作\n"),
        ("> 青工信发〔2024〕12号\n> 各市州：", "青工信发〔2024〕12号\n各市州：\n"),
        ("见[原文](http://a.example/x?id=1 \"题\")和<https://a.example>", "见原文和https://a.example\n"),
        ("见[原文][1]。\n\n[1]: http://a.example/x", "见原文。\n"),
        ("材料如下。\n\n[1]: 见附件", "材料如下。\n\n[1]: 见附件\n"),
        ("1\\. 设备\\_联网\\*率", "1. 设备_联网*率\n"),
        ("3. 甲\n5. 乙\n\n1) 丙\n2) 丁", "3. 甲\n5. 乙\n\n1) 丙\n2) 丁\n"),
        ("- 甲\n- 乙\n  - 丙", "甲\n乙\n丙\n"),
        ("1. **甲**\n\n   第二段\n2.", "1. 甲\n\n第二段\n2.\n"),
        ("甲  \n乙\\\n丙<br>丁", "甲\n乙\n丙\n丁\n"),
        ("签字：____（盖章）____年____月", "签字：____（盖章）____年____月\n"),
        ("甲\n\n***\n\n乙<!-- 注释 -->丙", "甲\n\n乙丙\n"),
        ("    缩进四格的段落\\_", "缩进四格的段落_\n"),
        ("不低于&nbsp;50%&lt;5", "不低于\xa050%<5\n"),
        ("```\n第一条 原样 **不变**\n```", "第一条 原样 **不变**\n"),
        ("本办法[^1]所称设备。\n\n[^1]: 指数控设备。", "本办法[note:1]所称设备。\n\n[note:1] 指数控设备。\n"),
        ("<p align=\"center\">标题</p>\n\n正文<sup>2</sup><u>下划</u>", "标题\n\n正文2下划\n"),
        ("联网率<5%且>3%", "联网率<5%且>3%\n"),
        ("没有标记的文字\n\t制表符\t在此\n\n\n尾", "没有标记的文字\n\t制表符\t在此\n\n\n尾"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    found = read_md(source)
    check_shape(found)
    assert found.text.rstrip("\n") == text.rstrip("\n")


def test_headings_have_their_level_whether_or_not_a_blank_follows_the_marks() -> None:
    found = read_md("# 办法\n\n##第一章 总则\n\n### **（一）**条件 ###\n\n小节\n---\n\n这是一个完整的句子。\n---\n")
    assert [(found.text[one.start : one.end], one.level) for one in found.shape.headings] == [
        ("办法", 1), ("第一章 总则", 2), ("（一）条件", 3), ("小节", 2)
    ]  # fmt: skip
    assert "这是一个完整的句子。\n" in found.text


@pytest.mark.parametrize(
    "source",
    [
        "| 要素 | 基础级 |\n|---|:---:|\n| 设备 | **联网率**≥50%<br>应预警 | 多的一格 |\n| 质量 |\n",
        "要素 | 基础级\n---|---\n设备 | 联网率≥50%<br>应预警 | 多的一格\n质量 | \n",
        "> | 要素 | 基础级 |\n> |---|---|\n> | 设备 | 联网率≥50%<br>应预警 | 多的一格 |\n> | 质量 | |\n",
        "|要素|基础级|\n|设备|联网率≥50%<br>应预警|多的一格|\n|质量||\n",
    ],
    ids=["ruled", "without outer strokes", "quoted", "without a ruled head"],
)
def test_a_table_keeps_every_cell_also_beyond_its_head(source: str) -> None:
    found = read_md(source)
    check_shape(found)
    assert found.text == "要素\t基础级\t\n设备\t联网率≥50%\u2028应预警\t多的一格\n质量\t\t\n"
    assert len(found.shape.tables) == 1


def test_a_stroke_that_is_escaped_is_a_letter() -> None:
    assert read_md("|甲|乙|\n|---|---|\n|丙\\|丁|戊|").text == "甲\t乙\n丙|丁\t戊\n"


def test_a_table_of_html_may_hold_empty_lines() -> None:
    found = read_md(
        "前\n\n<table>\n<tr><td rowspan=2>甲</td>\n\n<td>乙</td></tr>\n\n<tr><td>丙</td></tr>\n</table>\n后"
    )
    check_shape(found)
    assert found.text == "前\n\n甲\t乙\n\t丙\n\n后\n"
    assert found.shape.tables[0].cells[0].rows == 2


def test_metadata_at_the_head_is_no_text_but_its_title_is_kept_where_the_text_has_none() -> None:
    found = read_md('---\ntitle: "青川省办法"\ndate: 2024-05-06\n---\n\n**第一条** 总则\n')
    assert found.text == "青川省办法\n\n第一条 总则\n"
    assert any("元数据" in note for note in found.notes)
    assert read_md("---\ntitle: 青川省办法\n---\n# 青川省办法\n").text == "青川省办法\n"


def test_pictures_and_struck_words_are_told() -> None:
    found = read_md("甲![图一](a.png)乙~~丙~~丁")
    assert found.text == "甲乙丙丁\n"
    assert [note for note in found.notes if "图片 1 幅" in note or "删除线" in note] == list(found.notes)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (">" * 1000 + "深", "nested deeper"),
        ("\n".join(" " * 2 * level + "- 项" for level in range(300)), "nested deeper"),
        ("**" + "甲" * 300, "more than .* 280 characters"),
        ("|甲|乙|\n|---|---|\n" + "|丙|丁|\n" * 30, "more than 20 cells"),
    ],
    ids=["quotes", "lists", "length", "cells"],
)
def test_beyond_the_limits_it_is_refused(source: str, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        read_md(source, Limits(characters=140 if "**" in source else 100_000, cells=20))


@pytest.mark.parametrize("piece", ["[", "![a](", "*a ", "_a", "`a", "<a ", "<!--a", "**a**b", "&", "|a", "#", "\\"])
def test_very_many_marks_are_read_in_reasonable_time(piece: str) -> None:
    found = read_md("第一条\n\n" + piece * 10_000 + "尾")
    assert "尾" in found.text


PIECES = st.sampled_from(
    ["# ", "## ", "**", "*", "_", "__", "~~", "> ", "- ", "1. ", "1) ", "|", "|---|---|\n", "\n", "\n\n", "  \n",
     "    ", "```\n", "[甲](乙)", "![", "](", "[^1]", "[^1]: ", "<br>", "<table>", "</table>", "<td>", "<!--", "-->",
     "\\", "&nbsp;", "---\n", "第一条", "（一）", "应建设", "50%", "\t", "title: 甲\n", "===\n", "$", "\u3000"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=50).map("".join))
def test_any_mixture_of_marks_is_read_or_refused_and_its_shape_holds(source: str) -> None:
    try:
        found = read(source.encode("utf-8", errors="ignore"), Limits())
    except UnreadableError as error:
        assert str(error)
        return
    check_shape(found)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["第一条 总则", "（一）应联网", "1. 甲", "附件2", "5. 乙", "**应**", "50%"]),
        min_size=1,
        max_size=12,
    )
)
def test_no_word_is_lost(words: list[str]) -> None:
    found = read_md("\n\n".join(words)).text
    places = [found.index(word.strip("*")) for word in words]
    assert len(places) == len(words)
