"""How clauses differ: each kind of difference, what it comes to, and where its words stand."""

from __future__ import annotations

from dataclasses import replace

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
    "能耗 监测 生产 计划 排产 安全 库存 故障 知识库 闭环 预警 统计 车间 工厂 关键 全部 机器人 工业 产品 布局 "
    "项目 投资 总投资 建设 周期 算法 智能 市场 规则 采集 定期 实时 仿真 规划 供应链 离散 行业 编制 和 的"
)


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load_scheme("systems"), load_scheme("technologies"))


@pytest.fixture(scope="module")
def differ(linker: Linker) -> Differ:
    return Differ(linker, WordCutter(dict.fromkeys(WORDS.split(), 10)))


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
        ("建设周期不超过24个月。", "建设周期不超过1年。", "weaker"),
        ("项目总投资不低于500万元，建设周期不超过3年。", "项目总投资不低于300万元，建设周期不超过2年。", "overlaps"),
        ("建立质量分析模型。", "应建立质量分析模型。", "similar"),
        ("建立质量分析模型，开展设备故障预警。", "应建立质量分析模型。", "overlaps"),
    ],
)
def test_the_relation_is_told(differ: Differ, left: str, right: str, relation: Relation) -> None:
    assert compared(differ, left, right).relation == relation


def test_the_other_way_round_the_relation_turns(differ: Differ) -> None:
    left, right = "应建立质量分析模型，采用ERP系统。", "应建立质量分析模型。"
    one, two = compared(differ, left, right), compared(differ, right, left)
    assert (one.relation, two.relation) == ("stronger", "weaker")
    assert [change.name for change in one.dropped] == [change.name for change in two.added] == ["ERP"]


def test_the_reason_names_what_decides(differ: Differ) -> None:
    assert compared(differ, "宜开展设备维护。", "应开展设备维护。").reason == "左用“宜”，右用“应”"
    assert compared(differ, "应建立设备知识库和ERP。", "应建立设备知识库。").reason == "左列ERP，右无"
    assert compared(differ, "总投资不低于500万元。", "总投资不低于300万元。").reason == (
        "总投资：左不低于500万元，右不低于300万元"
    )


def test_several_clauses_are_one_side(differ: Differ) -> None:
    left = [clause("应建立质量分析模型。", "one"), clause("应采用ERP。", "two", 40)]
    found = differ.difference(left, [clause("应采用ERP，建立质量分析模型。", "right", 90)])
    assert (found.relation, found.added, found.dropped) == ("similar", (), ())


def test_a_change_of_force_points_at_the_governing_words(differ: Differ) -> None:
    found = compared(differ, "宜开展设备维护。", "企业应开展设备维护。").forces
    assert [(one.left, one.right, one.left_words.text, one.right_words.text) for one in found] == [
        ("should", "shall", "宜", "应")
    ]


def test_force_is_compared_sentence_by_sentence(differ: Differ) -> None:
    left = "应建立质量分析模型。宜开展设备故障预警。"
    found = compared(differ, left, "应开展设备故障预警。应建立质量分析模型。")
    assert [(one.left, one.right, one.right_words.start - 90) for one in found.forces] == [("should", "shall", 0)]


def test_each_sentence_with_another_force_is_told(differ: Differ) -> None:
    found = compared(
        differ,
        "宜建立质量分析模型。宜开展设备故障预警。应采用ERP。",
        "应建立质量分析模型。应开展设备故障预警。应采用ERP。",
    )
    assert [(one.left, one.right) for one in found.forces] == [("should", "shall")] * 2


@pytest.mark.parametrize("word", ["不得", "严禁", "不应"])
def test_what_one_side_demands_and_the_other_forbids_is_no_likeness(differ: Differ, word: str) -> None:
    found = compared(differ, "应开展设备维护。", f"企业{word}开展设备维护。")
    assert (found.relation, found.reason) == ("overlaps", f"一方要求、一方禁止：左“应”，右“{word}”")


def test_full_name_and_abbreviation_are_the_same(differ: Differ) -> None:
    found = compared(differ, "应建立制造执行系统和ERP。", "应建立MES。")
    assert [one.name for one in found.dropped] == ["ERP"]
    assert not found.added


def test_a_narrower_name_does_not_lose_the_broader(differ: Differ) -> None:
    found = compared(differ, "应采用机器人。", "应采用工业机器人。")
    assert not found.dropped
    assert [one.name for one in found.added] == ["工业机器人"]


def test_things_are_those_asked_for(differ: Differ) -> None:
    found = compared(differ, "应建立能耗模型，实现安全库存。", "应建立能耗模型。")
    assert [(one.name, one.kind, one.asked) for one in found.dropped] == [("安全库存", "object", True)]


def test_what_a_demand_rests_on_is_shown_but_not_counted(differ: Differ) -> None:
    found = compared(differ, "应基于市场规则，开展设备维护。", "应开展设备维护。")
    assert [(one.name, one.asked) for one in found.dropped] == [("市场规则", False)]
    assert found.relation == "similar"


def test_a_choice_that_the_other_side_meets_asks_no_more(differ: Differ) -> None:
    found = compared(differ, "应采用智能算法或APS编制计划。", "应采用APS编制计划。")
    assert [(one.name, one.asked) for one in found.dropped] == [("智能算法", False)]
    assert found.relation == "similar"


def test_words_alike_are_no_difference(differ: Differ) -> None:
    found = compared(differ, "应构建能耗监控模型。", "应建立能耗监测模型。")
    assert (found.relation, found.added, found.dropped) == ("similar", (), ())


@pytest.mark.parametrize(
    ("left", "right", "side", "name"),
    [
        ("应开展车间布局规划。", "应开展供应链布局规划。", "right", "供应链"),
        ("应对关键设备进行维护。", "应对设备进行维护。", "left", "关键设备"),
        ("应定期采集数据。", "应实时采集数据。", "right", "实时采集"),
        ("离散行业：应开展设备维护，建立数据库。", "应开展设备维护，建立数据库。", "left", "离散行业"),
    ],
)
def test_scope_is_computed(differ: Differ, left: str, right: str, side: str, name: str) -> None:
    found = compared(differ, left, right)
    shown = found.dropped if side == "left" else found.added
    assert [one.name for one in shown if one.kind == "scope"] == [name]
    assert found.relation == "weaker"


def test_another_thing_is_no_other_scope(differ: Differ) -> None:
    found = compared(differ, "应定期开展设备维护。", "应开展设备维护，实时采集数据。")
    assert not [one for one in (*found.added, *found.dropped) if one.kind == "scope"]


def test_marks_are_words_without_counterpart(differ: Differ) -> None:
    found = compared(differ, "应建立质量分析模型。", "应建立质量分析模型，开展设备故障预警。")
    assert ([one.text for one in found.left_only], [one.text for one in found.right_only]) == (
        [], ["开展设备故障预警"],
    )  # fmt: skip


def test_a_name_broken_over_lines_is_pointed_at_as_it_stands(differ: Differ) -> None:
    found = compared(differ, "应建立安全\n库存，采用制造\n执行系统。", "应开展设备维护。")
    assert {one.words.text for one in found.dropped} >= {"安全\n库存", "制造\n执行系统"}


@pytest.mark.parametrize("cut", [True, False])
@given(
    left=st.text("应宜可建立质量分析模型MES5G，、。；：\n 不低于30%基于设备的和或（）[]一", max_size=60),
    right=st.text("应宜建立质量，。\n MES前五达2年", max_size=40),
)
def test_words_stand_where_they_say(linker: Linker, differ: Differ, cut: bool, left: str, right: str) -> None:
    sides = {"d/left": clause(left, "left"), "d/right": clause(right, "right", 90)}
    found = (differ if cut else Differ(linker)).difference([sides["d/left"]], [sides["d/right"]])
    for words in pointed(found):
        held = sides[words.clause]
        assert held.text[words.start - held.start : words.end - held.start] == words.text
    assert found.relation in ("equal", "similar", "stronger", "weaker", "overlaps")
    assert found.reason


@pytest.mark.parametrize(
    ("left", "right", "measured", "harder"),
    [
        ("项目总投资（不含土建）达500万元以上。", "项目总投资不低于0.08亿元。", "项目总投资", "right"),
        ("数控化率达到80%以上。", "数控化率不低于百分之七十。", "数控化率", "left"),
        ("行业排名前三。", "行业排名前五。", "行业排名", "left"),
        ("省内排名前三。", "全国排名前五。", "省内排名", None),
        ("给予不超过100万元的奖励。", "给予不超过50万元的奖励。", "给予", None),
        ("建立六类风险库。", "建立五类风险库。", "风险库", None),
        ("项目周期不超过2年。", "应开展设备维护。", "项目周期", "left"),
    ],
)
def test_numbers_are_paired_by_what_they_measure(
    differ: Differ, left: str, right: str, measured: str, harder: str | None
) -> None:
    (found,) = compared(differ, left, right).quantities
    assert (found.measured, found.asks_more) == (measured, harder)


def test_the_same_amount_in_other_units_is_no_difference(differ: Differ) -> None:
    assert not compared(differ, "建设周期不超过24个月。", "建设周期不超过2年。").quantities
    assert not compared(differ, "总投资1亿元以上。", "总投资不低于10000万元。").quantities


def test_where_no_number_can_be_called_harder_neither_side_is(differ: Differ) -> None:
    assert compared(differ, "能耗降低20%。", "能耗降低15%。").relation == "overlaps"


def test_a_negation_belongs_to_its_word(differ: Differ) -> None:
    found = compared(differ, "应统计产品不良品率和非计划任务。", "应开展设备维护。")
    assert {change.name for change in found.dropped} == {"产品不良品率", "非计划任务"}


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ("应实现人员、设备等六类要素的管理。", []),
        ("分为车间、工厂两个等级。", []),
        ("应建设三个车间。", ["三个"]),
        ("应管理人员、设备等不少于六类要素。", ["不少于六类"]),
    ],
)
def test_a_count_of_what_was_listed_is_no_figure(differ: Differ, left: str, told: list[str]) -> None:
    found = compared(differ, left, "应开展设备维护。").quantities
    assert [one.left_words.text for one in found if one.left_words] == told


def test_a_platform_that_is_only_rested_on_does_not_decide(differ: Differ) -> None:
    left, right = "应基于ERP系统采集数据，开展质量分析。", "应采集数据，开展质量分析。"
    found = compared(differ, left, right)
    assert (found.relation, [(change.name, change.asked) for change in found.dropped]) == ("similar", [("ERP", False)])


def test_where_one_side_asks_more_a_word_of_the_other_counts(differ: Differ) -> None:
    left, right = "应建立质量分析模型，采用MES、ERP系统。", "应建立质量分析模型，开展统计。"
    assert compared(differ, left, right).relation == "overlaps"


def test_what_may_be_in_a_text_that_only_tells_is_no_permission(differ: Differ) -> None:
    left, right = clause("企业可分为车间和工厂。", "left"), clause("企业应分为车间和工厂。", "right", 90)
    told = [differ.difference([one], [right]).forces[0].left for one in (left, replace(left, kind="paragraph"))]
    assert told == ["may", "none"]


def test_words_that_bind_are_compared_of_one_matter_only(differ: Differ) -> None:
    assert compared(differ, "宜建立设备信息系统，开展统计。", "应建立供应商管理系统，开展质量预警。").forces == ()


def test_a_word_that_limits_is_compared_of_one_thing_only(differ: Differ) -> None:
    one = compared(differ, "应采集关键设备信息。", "应采集设备信息。")
    other = compared(differ, "应采集关键设备信息。", "应采集信息，开展设备维护。")
    scopes = [[change.name for change in found.dropped if change.kind == "scope"] for found in (one, other)]
    assert scopes == [["关键设备信息"], []]


def test_a_level_that_begins_the_name_of_a_thing_is_no_scope(differ: Differ) -> None:
    found = compared(differ, "应开展车间的质量分析。", "应开展供应链风险预警和质量分析。")
    assert [change.name for change in (*found.added, *found.dropped) if change.kind == "scope"] == []
