"""What is told of how a text was read, on invented texts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.assessing import Assessment, assess
from corpus.landing import landed
from corpus.reading import read_clauses
from tests.corpus.drawn import OPENING, Merged, Row, draw, table

ARTICLES = "第一条 企业应申报智能工厂。\n第二条 工厂应联网，车间应部署制造执行系统。\n第三条 自发布之日起施行。\n"
OUTLINE = """某省智能工厂实施方案

一、总体要求

坚持企业主体、分步实施的原则。

二、申报条件

（一）应建设制造执行系统。
（二）应联网。
"""
TIERS = table(
    ["序号", "要素", "基础级", "先进级"],
    ["1", "装备", "应联网。", "应集成。"],
    ["2", "安全", Merged("应无事故。", columns=2)],
)


def _assess(*parts: str | tuple[Row, ...]) -> Assessment:
    source, shape = draw(*parts)
    return assess(source, shape, read_clauses("doc", source, shape))


def test_labels_land_with_their_rows() -> None:
    assert _assess(ARTICLES).coverage == 1.0
    assert _assess(OUTLINE).coverage == 1.0
    assert _assess("智能工厂制造车间", TIERS).coverage == 1.0


def test_the_layout_is_named_with_its_share() -> None:
    found = _assess(ARTICLES)
    assert (found.layout, found.confidence) == ("articles", 1.0)
    assert found.why == "按正文字数计，条款式（第N条）占100%。"
    assert _assess(OUTLINE).layout == "outline"
    assert _assess("甲乙丙丁，戊己庚辛。\n").layout == "prose"


def test_a_document_of_several_shapes_is_mixed_with_its_parts() -> None:
    found = _assess(OUTLINE, TIERS)
    assert found.layout == "mixed"
    assert [name for name, _ in found.parts][:2] == ["outline", "tier-table"]
    assert 0.8 < found.confidence <= 1


def test_tiers_come_in_order_with_the_rows_that_hold_for_them() -> None:
    found = _assess("智能工厂制造车间要求\n", TIERS)
    assert [(tier.code, tier.name, tier.rows) for tier in found.tiers] == [
        ("basic", "基础级", 2),
        ("advanced", "先进级", 2),
    ]
    assert found.requirements == 3


def test_a_tier_that_is_declared_without_a_row_is_told_too() -> None:
    found = _assess(f"{OPENING}\n智能工厂分为基础级、先进级、领航级三个层级。\n", TIERS)
    assert [(tier.code, tier.name, tier.rows) for tier in found.tiers] == [
        ("basic", "基础级", 2),
        ("advanced", "先进级", 2),
        ("leading", "领航级", 0),
    ]


def test_a_law_of_another_field_has_neither_tiers_nor_requirements() -> None:
    found = _assess("某省河道管理条例\n\n第一条 县级以上人民政府应当加强河道管理。\n第二条 禁止向河道倾倒垃圾。\n")
    assert (found.tiers, found.requirements, found.coverage) == ((), 0, 1.0)


def test_structured_leaves_paragraphs_out() -> None:
    found = _assess("甲乙丙丁，戊己庚辛。\n")
    assert (found.coverage, found.structured) == (1.0, 0.0)


@pytest.mark.parametrize("source", ["", " \n\t\n"])
def test_a_blank_text_is_assessed_as_nothing(source: str) -> None:
    found = assess(source, None, ())
    assert (found.coverage, found.structured, found.parts, found.why) == (0.0, 0.0, (), "没有读出任何条目。")


PIECES = st.sampled_from(
    (
        "第一条 ",
        "一、",
        "（一）",
        "1.",
        "应联网。",
        "智能工厂",
        "\n",
        "\t",
        "基础级",
        "先进级",
        "| 甲 | 乙 |\n",
        "附件1\n",
        "[image: a]",
    )
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_shares_are_shares(source: str) -> None:
    clauses = read_clauses("doc", source)
    every, inside, understood = landed(source, clauses)
    assert 0 <= understood <= inside <= every
    found = assess(source, None, clauses)
    assert 0 <= found.structured <= found.coverage <= 1
    assert 0 <= found.confidence <= 1
