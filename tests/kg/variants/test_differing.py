"""How clauses differ: each kind of difference, what it comes to, and where its words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause
from corpus.force import distinct_forces, provisions
from corpus.lines import plain_reading
from corpus.quantity import quantities
from kg.linking import Linker
from kg.variants.contrasts.cutting import WordCutter
from kg.variants.difference import Difference, Relation, Words
from kg.variants.differing import Differ
from ontology.vocabulary import load_scheme

WORDS = (
    "企业 信息 供应商 供应 数据 数据库 设备 管理 维护 系统 平台 质量 分析 模型 实现 建立 应用 采用 开展 进行 "
    "能耗 监测 生产 计划 排产 安全 库存 安全库存 故障 知识库 闭环 预警 统计 车间 工厂 关键 全部 机器人 工业 "
    "项目 投资 总投资 建设 周期 对 和 的"
)


@pytest.fixture(scope="module")
def differ() -> Differ:
    cut = WordCutter(dict.fromkeys(WORDS.split(), 10))
    return Differ(Linker(load_scheme("systems"), load_scheme("technologies")), cut)


def clause(text: str, place: str = "a", start: int = 7) -> Clause:
    found = provisions(text, start)
    return Clause(
        f"d/{place}", "d", "", (), "requirement", text, plain_reading(text), start, start + len(text), "test",
        forces=distinct_forces(found), provisions=found, quantities=quantities(text, start),
    )  # fmt: skip


def compared(differ: Differ, left: str, right: str) -> Difference:
    return differ.difference([clause(left, "left")], [clause(right, "right", 90)])


def pointed(difference: Difference) -> list[Words]:
    changes = (*difference.added, *difference.dropped)
    numbers = [words for one in difference.quantities for words in (one.left_words, one.right_words) if words]
    forces = [words for one in difference.forces for words in (one.left_words, one.right_words)]
    return [*(one.words for one in changes), *numbers, *forces, *difference.left_only, *difference.right_only]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("应建立质量分析模型；", "应建立质量分析模型。", "equal"),
        ("应建立质量\n分析模型。", "应建立质量分析模型", "equal"),
        ("应建立MES（系统）。", "应建立MES(系统)。", "similar"),
        ("宜建立质量分析模型。", "应建立质量分析模型。", "weaker"),
        ("应建立质量分析模型。", "可建立质量分析模型。", "stronger"),
        ("应建立质量分析模型，采用ERP系统。", "应建立质量分析模型。", "stronger"),
        ("应建立质量分析模型。", "应建立质量分析模型，开展设备故障预警。", "weaker"),
        ("应建立质量分析模型，采用ERP系统。", "应建立质量分析模型，开展设备故障预警。", "overlaps"),
        ("项目总投资不低于500万元。", "项目总投资不低于300万元。", "stronger"),
        ("建设周期不超过3年。", "建设周期不超过2年。", "weaker"),
        ("建立质量分析模型。", "应建立质量分析模型。", "similar"),
    ],
)
def test_the_relation_is_told(differ: Differ, left: str, right: str, relation: Relation) -> None:
    assert compared(differ, left, right).relation == relation


def test_a_change_of_force_points_at_the_governing_words(differ: Differ) -> None:
    found = compared(differ, "宜开展设备维护。", "企业应开展设备维护。").forces
    assert [(one.left, one.right, one.left_words.text, one.right_words.text) for one in found] == [
        ("should", "shall", "宜", "应")
    ]


def test_full_name_and_abbreviation_are_the_same(differ: Differ) -> None:
    found = compared(differ, "应建立制造执行系统和ERP。", "应建立MES。")
    assert [one.name for one in found.dropped] == ["ERP"]
    assert not found.added


def test_a_narrower_name_does_not_lose_the_broader(differ: Differ) -> None:
    found = compared(differ, "应采用机器人。", "应采用工业机器人。")
    assert not found.dropped
    assert [one.name for one in found.added] == ["工业机器人"]


@given(
    st.text("应宜可建立质量分析模型MES5G，、。；\n 不低于30%基于设备的和", max_size=60),
    st.text("应宜建立质量，。\n MES", max_size=40),
)
def test_words_stand_where_they_say(left: str, right: str) -> None:
    differ = Differ(Linker(load_scheme("systems"), load_scheme("technologies")))
    sides = {"d/left": clause(left, "left"), "d/right": clause(right, "right", 90)}
    found = differ.difference([sides["d/left"]], [sides["d/right"]])
    for words in pointed(found):
        held = sides[words.clause]
        assert held.text[words.start - held.start : words.end - held.start] == words.text
