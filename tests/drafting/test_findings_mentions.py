"""Whether a word stands anywhere is looked up, and not judged."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.mentions import find_mention
from tests.drafting.made_up import BY_ID, CLAUSES, FACTORY, PLAN, SCHEME, WORKSHOP, frame, shelf


def found(text: str, **fields: Any) -> Finding | None:
    return find_mention(frame(text, **fields), shelf())


def ids(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.result is not None and finding.status == "answered"
    listed = finding.result["ids"]
    assert isinstance(listed, list)
    return listed


@pytest.mark.parametrize(
    "text",
    ["有没有提到“窑炉”", "文件里是否出现「窑炉」", "哪条写到'窑炉'", "提到“窑炉”了吗", 'does the text mention "窑炉"'],
)
def test_every_clause_with_the_word_is_quoted(text: str) -> None:
    finding = found(text)
    assert ids(finding) == ["scheme/19/smart-factory/c1"]
    assert finding is not None and finding.sections[0].said[0].text == "出现“窑炉”的有 1 条。"
    assert [clause.id for clause in finding.sections[0].quoted] == ids(finding)


@pytest.mark.parametrize("word", ["申报", "设备", "注册", "级"])
def test_the_count_is_the_number_of_clauses_that_have_it(word: str) -> None:
    finding = found(f"有没有提到“{word}”这个词")
    there = [one.id for one in CLAUSES if word in one.plain and one.kind not in ("abbreviation", "form_field")]
    assert ids(finding) == there and f"有 {len(there)} 条" in str(finding)


def test_a_word_that_stands_nowhere_is_refused() -> None:
    finding = found("有没有提到“蒸汽机车”")
    assert finding is not None and finding.refusal is not None
    assert finding.refusal.reason == "not_in_sources" and "蒸汽机车" in finding.refusal.message


@pytest.mark.parametrize(
    "fields", [{"documents": (PLAN,)}, {"documents": (SCHEME,), "tiers": (WORKSHOP,)}, {"tracks": ("数字工厂",)}]
)
def test_a_word_that_stands_only_elsewhere_is_said_to(fields: dict[str, Any]) -> None:
    finding = found("有没有提到“窑炉”", **fields)
    assert ids(finding) == []
    assert finding is not None and "所问范围内没有出现“窑炉”；出现它的有《某省分级建设要求》" in str(finding)
    assert BY_ID["scheme/19/smart-factory/c1"] in finding.sections[0].quoted


def test_the_limits_of_a_question_hold() -> None:
    assert ids(found("哪里提到“设备”", documents=(SCHEME,), tiers=(FACTORY,))) == ["scheme/19/smart-factory/a"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("有没有提到窑炉", {}),
        ("“窑炉”怎么监控", {}),
        ("没有提到“窑炉”，对吧", {"premise": True}),
        ("有没有提到“数字孪生”", {"technologies": ("数字孪生",)}),
        ("有没有提到“设备运维”", {"subdomains": ("19",)}),
        ("有没有提到“ ”", {}),
        ("有没有提到“宜”", {}),
        ("提到“一个长得不可能是词而是整整一句话的引文”了吗", {}),
    ],
)
def test_other_questions_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert found(text, **fields) is None
