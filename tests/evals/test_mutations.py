"""Each operator spoils what it says, and leaves alone what would stay true."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.clause import Clause
from evals.mutations.operators import OPERATORS, mutants
from evals.mutations.original import Original, pick
from evals.mutations.sources import Ground, founding_ground, quotations


@cache
def ground() -> Ground:
    return founding_ground()


def clause(text: str, **facts: str) -> Clause:
    return Clause("made/1", "made", "", ("设备",), "requirement", text, text, 0, len(text), "hand", **facts)  # type: ignore[arg-type]


def spoilt(operator: str, text: str, said: str = "", **facts: str) -> list[str]:
    """What an operator makes of a sentence about a clause that says the same, or ``said``."""
    original = Original(text, (clause(said or text, **facts),), "short")
    return [one.text for one in OPERATORS[operator](original, ground().vocabulary)]


@pytest.mark.parametrize(
    ("operator", "text", "made"),
    [
        ("number", "投资不低于300万元", "投资不低于400万元"),
        ("number", "两个月内提出申请", "三个月内提出申请"),
        ("figure", "采用5G组网", "采用6G组网"),
        ("unit", "建设周期不超过2年", "建设周期不超过2个月"),
        ("comparator", "投资不低于300万元", "投资不高于300万元"),
        ("comparator", "两个月内提出申请", "两个月后提出申请"),
        ("year", "从2020年起", "从2021年起"),
        ("year", "应联网", "2027年前应联网"),
        ("force raised", "宜应用工具", "应应用工具"),
        ("force lowered", "应建立平台", "宜建立平台"),
        ("force dropped", "应建立平台", "建立平台"),
        ("force added", "建立平台", "应建立平台"),
        ("negation dropped", "不得提前开工", "得提前开工"),
        ("negation dropped", "应避免失效", "应造成失效"),
        ("negation added", "应建立平台", "不应建立平台"),
        ("direction", "提高效率", "降低效率"),
        ("item dropped", "体系包括甲一、乙二、丙三3个能力子域", "体系包括甲一、丙三3个能力子域"),
        ("scope widened", "采集部分数据", "采集全部数据"),
        ("industry", "离散行业：应建立模型", "应建立模型"),
        ("industry", "对于流程制造企业，应建立平台", "对于离散制造企业，应建立平台"),
        ("condition", "如遇政策修订，按规定执行", "按规定执行"),
        ("condition", "开展核查，材料不全的，不予受理", "开展核查，不予受理"),
        ("alternative", "应建立系统，或集成平台，开展跟踪", "应建立系统，开展跟踪"),
        ("alternative", "数据汇聚到云端或边缘节点", "数据汇聚到边缘节点"),
        ("qualification", "占比不低于30%且不低于200万元", "占比不低于30%"),
        ("qualification", "总投资（不含土建）达500万以上", "总投资达500万以上"),
        ("qualification", "营业收入比上年增长20%", "营业收入增长20%"),
        ("crossed", "建立产耗预测模型，实现能源优化调度", "建立能源优化调度。"),
    ],
)
def test_an_operator_spoils_one_place(operator: str, text: str, made: str) -> None:
    found = spoilt(operator, text)
    assert made in found


def test_names_give_way_to_others_of_their_vocabulary() -> None:
    (other,) = spoilt("system", "应建立MES")
    assert other.startswith("应建立") and other != "应建立MES"
    (other,) = spoilt("technology", "应应用数字孪生")
    assert ground().vocabulary.linker.mentions(other)[0].scheme == "technologies"
    assert "未来工厂应建立平台" in spoilt("tier", "应建立平台", tier_label="省级智能工厂")
    assert any("规定：应建立平台" in one for one in spoilt("document", "应建立平台"))


def test_another_one_acts() -> None:
    (other,) = spoilt("subject", "由省经信厅牵头")
    assert other.startswith("由") and other.endswith("牵头") and "省经信厅" not in other


def test_items_of_other_clauses_come_into_a_list() -> None:
    (exchanged,) = spoilt("item exchanged", "采集生产、质量、能耗等数据")[:1]
    (added,) = spoilt("item added", "采集生产、质量、能耗等数据")
    assert exchanged.count("、") == 2 and added.count("、") == 3


def test_the_halves_of_two_clauses_cite_both() -> None:
    first = ground().clauses["zj-graded/19/smart-factory/a"]
    found = list(OPERATORS["merged"](Original(first.plain, (first,), "clause"), ground().vocabulary))
    assert found and all(len(one.cited) == 2 and one.cited[1].start > first.start for one in found)


@pytest.mark.parametrize(
    ("operator", "text", "said"),
    [
        ("number", "投资300万元", "投资300万元，其中设备投资400万元"),
        ("figure", "采用5G", "采用5G/6G"),
        ("comparator", "收入达500万元", "收入达500万元以上"),
        ("force dropped", "应建立平台，应统一格式", ""),
        ("system", "没有系统的句子", ""),
        ("tier", "未来工厂", ""),
        ("item dropped", "采集生产、质量、能耗等数据", ""),
        ("crossed", "建立平台", ""),
        ("alternative", "避免隐患、失误或威胁", ""),
        ("alternative", "处于主导（或不可替代）地位", ""),
        ("qualification", "进行监控，且与其他系统集成", ""),
    ],
)
def test_what_stays_true_is_no_mutant(operator: str, text: str, said: str) -> None:
    found = spoilt(operator, text, said)
    if operator == "force dropped":
        assert "应建立平台，统一格式" not in found
    elif operator == "comparator":
        assert "收入达500万元以上" not in found
    else:
        assert found == []


def test_mutants_differ_from_their_original_and_from_each_other_and_are_the_same_at_each_run() -> None:
    original = Original(
        "应建立设备故障知识库，实现设备状态实时采集。",
        (clause("应建立设备故障知识库，实现设备状态实时采集。"),),
        "short",
    )
    texts = [one.spoilt.text for one in mutants(original, ground().vocabulary)]
    assert len(texts) == len(set(texts)) >= 8 and original.text not in texts
    assert texts == [one.spoilt.text for one in mutants(original, ground().vocabulary)]


def test_every_operator_finds_work_in_the_founding_texts() -> None:
    made = {one.operator for original in quotations(ground())[::2] if original.source == "clause"
            for one in mutants(original, ground().vocabulary)}  # fmt: skip
    assert made == set(OPERATORS)


def test_a_pick_is_one_of_the_options() -> None:
    assert pick(["a", "b"], "seed") in ("a", "b") and pick([], "seed") is None
