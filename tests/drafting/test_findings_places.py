"""Questions that point at a place of a text, or at one of its headings."""

from __future__ import annotations

from typing import Any

import pytest

from app.assembly import Workspace
from drafting.answer import Finding
from drafting.findings.sections import find_section
from drafting.findings.under_heading import find_under_heading
from tests.drafting.made_up import PLAN, SCHEME, frame, shelf


def section(text: str, **fields: Any) -> Finding | None:
    return find_section(frame(text, **({"documents": (PLAN,), "documents_named": True} | fields)), shelf())


def ids(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.result is not None and finding.result["kind"] == "clauses"
    return list(finding.result["ids"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附件1写了什么", ["plan/form/1", "plan/form/2"]),
        ("附件 2 的内容", ["plan/form/3"]),
        ("附件2三个栏目是什么", ["plan/form/3"]),
        ("第四章怎么说", ["plan/step/1", "plan/step/2"]),
        ("第三部分", ["plan/threshold/数字工厂", "plan/threshold/智能产线"]),
    ],
)
def test_what_stands_at_a_place(text: str, expected: list[str]) -> None:
    assert ids(section(text)) == expected


@pytest.mark.parametrize("text", ["附件9写了什么", "第八章怎么说", "6.2.3 是什么"])
def test_nothing_stands_there(text: str) -> None:
    finding = section(text)
    assert finding is not None and finding.refusal is not None and finding.refusal.reason == "not_in_sources"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("设备运维有什么要求", {}),
        ("附件1一共几个栏目", {"intent": "count"}),
        ("总投资不低于2.5万元吗", {}),
        ("附件1要求盖章，对吧", {"premise": True}),
    ],
)
def test_other_questions_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert section(text, **fields) is None


def test_a_section_of_the_guideline(founding: Workspace) -> None:
    answer = founding.find("建设导则6.2.3说了什么")
    assert answer.query == "section" and answer.citations
    assert {clause.document for clause in answer.citations} == {"zj-guideline"}
    assert all(clause.section.startswith("6.2.3") for clause in answer.citations)


def test_a_chapter_whose_table_is_absent_is_not_made_up(founding: Workspace) -> None:
    answer = founding.find("浦江方案附件9的内容是什么")
    assert answer.status == "refused" and answer.refusal is not None
    assert answer.refusal.reason == "not_in_sources"


def test_what_stands_under_a_heading(founding: Workspace) -> None:
    answer = founding.find("浦江方案的实施保障有哪些")
    assert answer.status == "answered" and answer.result is not None
    assert len(answer.result.get("items", answer.result.get("ids"))) == 3
    assert {clause.document for clause in answer.citations} == {"pujiang-plan"}


def test_a_heading_is_looked_for_only_in_a_document_that_is_named() -> None:
    asked = frame("建设要求有哪些", intent="list", documents=(SCHEME,), documents_named=False)
    assert find_under_heading(asked, shelf()) is None
