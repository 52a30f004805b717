"""Ways of pointing at a tier without its name, and words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.tier_words import every_tier_said, is_level_of_another, with_neighbour, with_tier_names

ORDER = ("low", "middle", "high")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("最高那一档要什么", "最高档要什么"),
        ("顶上那级要什么", "最高档要什么"),
        ("最上面的一层要什么", "最高档要什么"),
        ("打底的等级要什么", "最低档要什么"),
        ("最起码那一个级别", "最低档"),
        ("中间那档和起步级", "中间档和入门档"),
        ("车间那一级要什么", "车间级要什么"),
        ("从车间升到智能工厂", "从数字化车间升到智能工厂"),
        ("车间、未来工厂各要什么", "数字化车间、未来工厂各要什么"),
    ],
)
def test_one_wording_stands_for_each(text: str, read: str) -> None:
    assert with_tier_names(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "最高层领导要参与吗",
        "最高级领导签字",
        "车间层数据怎么上传",
        "要不要建中间层数据库",
        "中间件怎么选",
        "最低库存怎么定",
        "车间主任管什么",
        "生产车间和智能工厂",
        "数字化车间和智能工厂",
        "数字车间到未来工厂",
        "车间的电子看板",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert with_tier_names(text) == text


@pytest.mark.parametrize(
    ("text", "tiers", "read"),
    [
        ("再往上一档多出什么", ["low"], ["low", "middle"]),
        ("上一级要什么", ["middle"], ["middle", "high"]),
        ("高一个等级要什么", ["low"], ["low", "middle"]),
        ("更高一级要什么", ["low"], ["low", "middle"]),
        ("再下一级要什么", ["high"], ["high", "middle"]),
        ("更低的等级要什么", ["middle"], ["middle", "low"]),
        ("再往上一档多出什么", ["high"], ["high"]),
        ("低一级要什么", ["low"], ["low"]),
        ("再往上一档多出什么", ["low", "high"], ["low", "high"]),
        ("再往上一档多出什么", ["unknown"], ["unknown"]),
        ("再往上一档多出什么", [], []),
        ("再上一套系统行吗", ["low"], ["low"]),
    ],
)
def test_a_neighbour_is_meant_beside_a_single_tier(text: str, tiers: list[str], read: list[str]) -> None:
    assert with_neighbour(text, tiers, ORDER) == read


@pytest.mark.parametrize(
    "text",
    [
        "材料往上级主管部门报吗",
        "报上一级单位吗",
        "要用更高级的算法吗",
        "更低级的错误",
        "数据往上级平台传吗",
        "上一级别人怎么做",
    ],
)
def test_offices_and_degrees_are_no_tiers(text: str) -> None:
    assert with_neighbour(text, ["low"], ORDER) == ["low"]


PIECES = (
    "车间",
    "最高",
    "中间",
    "打底",
    "那",
    "这",
    "一",
    "个",
    "档",
    "级",
    "层",
    "级别",
    "到",
    "和",
    "智能工厂",
    "的",
    "库",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_reading_twice_is_reading_once(text: str) -> None:
    once = with_tier_names(text)
    assert with_tier_names(once) == once


@given(st.text(max_size=30), st.lists(st.sampled_from((*ORDER, "unknown")), max_size=3, unique=True))
def test_the_tiers_named_stay_in_front(text: str, tiers: list[str]) -> None:
    read = with_neighbour(text, tiers, ORDER)
    assert read[: len(tiers)] == tiers and len(read) <= len(tiers) + 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("三个等级分别要什么", ["三个等级"]),
        ("三档是怎么变的", ["三档"]),
        ("每一档都要吗", ["每一档"]),
        ("各级设备运维的要求", ["各级"]),
        ("三档变速箱", []),
        ("三级保养", []),
        ("各级部门", []),
        ("所有级别的报警", []),
        ("三级标准化达标", []),
        ("what do all tiers ask", ["all tiers"]),
    ],
)
def test_words_for_all_tiers(text: str, said: list[str]) -> None:
    assert [hit.group() for hit in every_tier_said(text, ["设备运维"])] == said


@pytest.mark.parametrize(
    ("text", "level", "another"),
    [
        ("风险最高等级", "最高等级", True),
        ("最高等级的隐患", "最高等级", True),
        ("供应商最低级别", "最低级别", True),
        ("能源最高等级", "最高等级", False),
        ("最高等级的工厂", "最高等级", False),
    ],
)
def test_levels_that_other_things_have(text: str, level: str, another: bool) -> None:
    start = text.index(level)
    assert is_level_of_another(text, start, start + len(level)) is another
    assert ("档" in with_tier_names(text)) is not another
