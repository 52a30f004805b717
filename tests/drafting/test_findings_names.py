"""Systems, technologies, terms and abbreviations: where they are named and what they mean."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.definitions import find_definition
from drafting.findings.objects import find_objects
from retrieval.normalise import Normaliser
from tests.drafting.made_up import CAPABILITIES, FACTORY, PLAN, SCHEME, WORKSHOP, frame, shelf


def objects(text: str, **fields: Any) -> Finding | None:
    return find_objects(frame(text, **fields), shelf(), CAPABILITIES, SCHEME)


def definition(text: str, **fields: Any) -> Finding | None:
    return find_definition(frame(text, **({"intent": "definition"} | fields)), shelf(), Normaliser())


def reason(finding: Finding | None) -> str:
    assert finding is not None and finding.status == "refused" and finding.refusal is not None
    assert finding.sections == ()
    return finding.refusal.reason


def test_the_clauses_that_name_a_system_are_told_with_their_force() -> None:
    finding = objects("哪里要求MES", systems=("MES",), intent="yes_no")
    assert finding is not None and finding.result == {"kind": "clauses", "ids": ["scheme/19/digital-workshop/a"]}
    assert "“应”" in finding.sections[0].said[-1].text


def test_the_tiers_that_name_a_technology_are_a_set() -> None:
    finding = objects("数字孪生出现在哪些等级", technologies=("数字孪生",), intent="where")
    assert finding is not None and finding.result == {"kind": "set", "items": ["省级智能工厂"]}


def test_a_name_that_stands_only_elsewhere_is_told_so() -> None:
    finding = objects("智能工厂要求MES吗", systems=("MES",), tiers=(FACTORY,), documents=(SCHEME,), intent="yes_no")
    assert finding is not None and finding.status == "answered"
    assert finding.result == {"kind": "clauses", "ids": []}
    assert finding.sections[0].quoted[0].tier == WORKSHOP


def test_a_name_that_stands_nowhere_is_refused() -> None:
    assert reason(objects("哪里要求PLM", systems=("PLM",), intent="where")) == "not_in_sources"


def test_a_question_that_names_nothing_is_left_to_other_ways() -> None:
    assert objects("设备运维有什么要求", subdomains=("19",)) is None
    assert objects("MES是什么意思", systems=("MES",), intent="definition") is None


@pytest.mark.parametrize(
    ("text", "term", "identifier"),
    [
        ("什么是数字孪生", "数字孪生", "scheme/term/1"),
        ("mes的全称是什么", "MES", "scheme/abbr/1"),
        ("MES stands for what", "MES", "scheme/abbr/1"),
        ("“DCS”是什么意思", "DCS", "scheme/gloss"),
        ("智能工厂的定义", "智能工厂", "scheme/3/smart-factory"),
        ("数字化车间的定义", "数字化车间", "scheme/3/digital-workshop"),
    ],
)
def test_a_term_is_told_as_a_text_tells_it(text: str, term: str, identifier: str) -> None:
    finding = definition(text)
    if term == "智能工厂":  # no clause opens by saying what it is
        assert reason(finding) == "not_in_sources"
        return
    assert finding is not None and finding.status == "answered" and finding.result is not None
    assert (finding.result["kind"], finding.result["term"]) == ("definition", term)
    assert finding.result["ids"] == [identifier]
    assert finding.result["definition"] == shelf().by_id[identifier].plain


def test_a_label_within_another_word_is_not_that_label() -> None:
    assert reason(definition("MESH是什么意思")) == "not_in_sources"


def test_a_term_is_looked_for_in_the_document_named() -> None:
    finding = definition("什么是数字孪生", documents=(PLAN,), documents_named=True)
    assert reason(finding) == "not_in_sources"
    assert finding is not None and finding.refusal is not None and "数字孪生" in finding.refusal.message


def test_a_capability_that_no_text_defines_is_left_to_its_cells() -> None:
    assert definition("什么是设备运维", subdomains=("19",)) is None
    assert definition("设备运维有什么要求", intent="lookup") is None
