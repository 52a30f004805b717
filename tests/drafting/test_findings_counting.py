"""How many and which, counted from the rows and not from what a text says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.counting import find_count_or_list
from tests.drafting.made_up import CAPABILITIES, FACTORY, PLAN, SCHEME, WORKSHOP, frame, shelf


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
