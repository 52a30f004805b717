"""How many and which, counted from the rows and not from what a text says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.counting import find_count_or_list
from drafting.shelf import Shelf
from tests.drafting.made_up import CAPABILITIES, CLAUSES, FACTORY, PLAN, SCHEME, WORKSHOP, frame, meta, row, shelf


def found(text: str, intent: str, **fields: Any) -> Finding:
    finding = find_count_or_list(frame(text, intent=intent, **fields), shelf(), CAPABILITIES)
    assert finding is not None and finding.status == "answered" and not finding.summarise
    assert all(sentence.citations for section in finding.sections for sentence in section.said)
    return finding


@pytest.mark.parametrize(
    ("text", "fields", "value"),
    [
        ("设备运维一共有几条要求", {"documents": (SCHEME,), "subdomains": ("19",)}, 5),
        ("智能工厂设备运维有几条", {"documents": (SCHEME,), "subdomains": ("19",), "tiers": (FACTORY,)}, 4),
        (
            "智能工厂设备运维有几条宜",
            {"documents": (SCHEME,), "subdomains": ("19",), "tiers": (FACTORY,), "forces": ("should",)},
            1,
        ),
        ("智能工厂涉及多少个能力子域", {"documents": (SCHEME,), "tiers": (FACTORY,)}, 2),
        ("智能工厂涉及几个能力域", {"documents": (SCHEME,), "tiers": (FACTORY,)}, 1),
        ("有几个等级", {"documents": (SCHEME,)}, 2),
        ("有几个不做要求的单元格", {"documents": (SCHEME,)}, 1),
        ("有几个术语", {"documents": (SCHEME,)}, 1),
        ("申报有几个步骤", {"documents": (PLAN,)}, 2),
        ("有几种项目类型", {"documents": (PLAN,)}, 2),
    ],
)
def test_things_are_counted_within_the_limits(text: str, fields: dict[str, Any], value: int) -> None:
    finding = found(text, "count", **fields)
    assert finding.result == {"kind": "count", "value": value}
    assert f"{value} " in finding.sections[0].said[0].text


def test_a_count_of_clauses_cites_each_of_them() -> None:
    finding = found("智能工厂设备运维有几条", "count", documents=(SCHEME,), subdomains=("19",), tiers=(FACTORY,))
    assert len(finding.sections[0].said[0].citations) == 4


def test_a_count_of_one_force_tells_how_many_there_are_beside() -> None:
    limits: dict[str, Any] = {"documents": (SCHEME,), "subdomains": ("19",), "tiers": (FACTORY,)}
    (section,) = found("智能工厂设备运维有几条宜", "count", **limits, forces=("should",)).sections
    first, rest = section.said
    assert "用“宜”的要求共有 1 条（宜 1 条）。" in first.text and len(first.citations) == len(section.quoted) == 1
    assert rest.text == "该处共 4 条：应 3 条、宜 1 条。" and len(rest.citations) == 4


def test_a_count_of_all_forces_there_are_leaves_nothing_beside() -> None:
    fields: dict[str, Any] = {"documents": (SCHEME,), "subdomains": ("19",), "tiers": (WORKSHOP,)}
    finding = found("数字化车间设备运维有几条应", "count", **fields, forces=("shall",))
    (only,) = finding.sections[0].said
    assert "（应 " in only.text


@pytest.mark.parametrize(
    ("text", "fields", "items"),
    [
        ("数字化车间哪些子域不做要求", {"documents": (SCHEME,), "tiers": (WORKSHOP,)}, ["柔性化制造"]),
        ("智能工厂有哪些能力子域", {"documents": (SCHEME,), "tiers": (FACTORY,)}, ["设备运维", "柔性化制造"]),
        ("有哪些等级", {"documents": (SCHEME,)}, ["省级数字化车间", "省级智能工厂"]),
        ("申报有哪些步骤", {"documents": (PLAN,)}, ["企业申报", "专家评审"]),
        ("有哪些项目类型", {"documents": (PLAN,)}, ["数字工厂", "智能产线"]),
        ("列出缩略语", {"documents": (SCHEME,)}, ["MES"]),
    ],
)
def test_things_are_listed_completely_and_nothing_else(text: str, fields: dict[str, Any], items: list[str]) -> None:
    finding = found(text, "list", **fields)
    assert finding.result == {"kind": "set", "items": items}
    assert "、".join(items) in finding.sections[0].said[0].text


def test_the_default_document_is_counted_where_none_is_named() -> None:
    finding = find_count_or_list(frame("有几条要求", intent="count"), shelf(), CAPABILITIES, SCHEME)
    assert finding is not None and finding.result == {"kind": "count", "value": 6}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("建设周期几年", {"intent": "count", "documents": (PLAN,)}),
        ("要多少万元", {"intent": "count", "documents": (PLAN,)}),
        ("有几条要求", {"intent": "lookup", "documents": (SCHEME,)}),
        ("有几份附件", {"intent": "count", "documents": (PLAN,)}),
    ],
)
def test_other_questions_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert find_count_or_list(frame(text, **fields), shelf(), CAPABILITIES) is None


MODES = (
    row("m/1", "应建设物料调拨平台；", document=PLAN, track="共享仓模式", element="平台", label="1"),
    row("m/2", "应配备叉车；", document=PLAN, track="共享仓模式", element="装备", label="2"),
    row("m/3", "应建设远程看样平台。", document=PLAN, track="云展厅模式", label="1"),
)  # fmt: skip


def counted(text: str, intent: str, *extra: Clause, **fields: Any) -> Finding | None:
    clauses = (*CLAUSES, *extra)
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], clauses, {})
    return find_count_or_list(frame(text, intent=intent, **fields), held, CAPABILITIES)


def test_systems_are_those_of_the_clauses_that_speak_of_what_is_asked() -> None:
    extra = row("e/1", "应由ERP结算食堂饭卡。", systems=("ERP",))
    finding = counted("饭卡结算要用哪些系统", "list", extra, documents=(SCHEME,))
    assert finding is not None and finding.result == {"kind": "set", "items": ["ERP"]}
    everything = counted("要用哪些系统", "list", extra, documents=(SCHEME,))
    assert everything is not None and everything.result == {"kind": "set", "items": ["MES", "ERP"]}


@pytest.mark.parametrize(
    ("text", "intent"), [("快递柜丢件赔付涉及哪些领域", "list"), ("哪些技术能叫醒打瞌睡的保安大叔", "list")]
)
def test_a_question_about_something_else_counts_nothing_here(text: str, intent: str) -> None:
    assert counted(text, intent, documents=(SCHEME,)) is None


@pytest.mark.parametrize(
    ("text", "intent", "result"),
    [
        ("我们是小厂，刚搬来，想问智能工厂涉及几个能力域", "count", {"kind": "count", "value": 1}),
        ("请问这份方案里一共划分了几个能力子域呢", "count", {"kind": "count", "value": 2}),
        ("给我列出方案提到的所有系统有哪些系统", "list", {"kind": "set", "items": ["MES"]}),
    ],
)
def test_talk_around_the_question_changes_no_count(text: str, intent: str, result: dict[str, object]) -> None:
    finding = counted(text, intent, documents=(SCHEME,))
    assert finding is not None and finding.result == result


def test_the_elements_of_a_mode_without_elements_are_its_items() -> None:
    asked = {"documents": (PLAN,), "documents_named": True}
    finding = counted("云展厅模式有几个要素", "count", *MODES, tracks=("云展厅模式",), **asked)
    assert finding is not None and finding.result == {"kind": "count", "value": 1}
    finding = counted("共享仓模式有几个要素", "count", *MODES, tracks=("共享仓模式",), **asked)
    assert finding is not None and finding.result == {"kind": "count", "value": 2}


def test_no_clause_of_a_force_is_told_with_the_forces_that_there_are() -> None:
    finding = counted(
        "智能工厂柔性化制造有几条宜",
        "count",
        tiers=(FACTORY,),
        subdomains=("32",),
        forces=("should",),
        documents=(SCHEME,),
    )
    assert finding is not None and finding.result == {"kind": "count", "value": 0}
    assert "没有用“宜”的条款；1 条为：应 1 条" in finding.sections[0].said[0].text
