"""How to apply: the steps, the fields of a form, and that a document gives none; documents side by side."""

from __future__ import annotations

from typing import Any

from drafting.answer import Finding
from drafting.findings.procedures import find_procedure
from drafting.findings.quoted_sides import find_quoted_sides
from tests.drafting.made_up import CAPABILITIES, PLAN, SCHEME, MadeUpSearch, frame, shelf


def found(text: str, **fields: Any) -> Finding | None:
    asked = frame(text, **({"intent": "procedure", "documents": (PLAN,), "documents_named": True} | fields))
    return find_procedure(asked, shelf(), MadeUpSearch(text))


def test_the_steps_in_their_order() -> None:
    finding = found("申报流程是什么")
    assert finding is not None and finding.result == {"kind": "set", "items": ["企业申报", "专家评审"]}
    assert [clause.id for clause in finding.sections[0].quoted] == ["plan/step/1", "plan/step/2"]


def test_the_fields_of_the_form_that_is_meant() -> None:
    finding = found("申报表要填写企业名称以外的哪些栏目")
    assert finding is not None and finding.result == {"kind": "clauses", "ids": ["plan/form/1", "plan/form/2"]}


def test_who_decides_is_told_by_the_step() -> None:
    finding = found("由谁评审")
    assert finding is not None and finding.result is not None
    assert "plan/step/2" in finding.result["ids"]


def test_a_document_without_steps_says_so_and_where_there_are_some() -> None:
    finding = found("申报流程是什么", documents=(SCHEME,))
    assert finding is not None and finding.refusal is not None and finding.refusal.reason == "not_in_sources"
    assert "某县实施方案" in finding.alternatives[0]


def test_other_questions_are_left_to_other_ways() -> None:
    assert found("设备运维有什么要求", intent="lookup") is None
    assert found("设备运维的流程", subdomains=("19",)) is None


def test_two_documents_stand_side_by_side() -> None:
    text = "方案和要求在总投资上的区别"
    asked = frame(text, intent="comparison", documents=(SCHEME, PLAN), documents_named=True)
    finding = find_quoted_sides(asked, shelf(), CAPABILITIES, MadeUpSearch(text))
    assert finding is not None and finding.result is not None and finding.result["kind"] == "comparison"
    assert [one["document"] for one in finding.result["rows"]] == [SCHEME, PLAN]
    for section, one in zip(finding.sections, finding.result["rows"], strict=True):
        assert [clause.id for clause in section.quoted] == one["ids"]
        assert {clause.document for clause in section.quoted} == {one["document"]}


def test_one_document_is_no_comparison() -> None:
    for documents, named in (((SCHEME,), True), ((SCHEME, PLAN), False)):
        asked = frame("区别", intent="comparison", documents=documents, documents_named=named)
        assert find_quoted_sides(asked, shelf(), CAPABILITIES, MadeUpSearch("区别")) is None
