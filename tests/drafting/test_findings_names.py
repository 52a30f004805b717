"""Systems, technologies, terms and abbreviations: where they are named and what they mean."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.definitions import find_definition
from drafting.findings.objects import find_objects
from drafting.shelf import Shelf
from retrieval.normalise import Normaliser
from tests.drafting.made_up import CAPABILITIES, CLAUSES, FACTORY, PLAN, SCHEME, WORKSHOP, frame, meta, row, shelf


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


COINED = (
    row("d/1", "“共享仓”是指多家企业合用的仓库。", document=PLAN, kind="paragraph", section="1"),
    row("d/2", "仓库、车队、看板合建，统称“三合一共享底座”。", document=PLAN, kind="paragraph", section="1"),
    row("d/3", "共享仓是园区的公用设施。", kind="paragraph", section="6"),
    row("t/1", "同一图纸多家同改的工作方式。", kind="term", label="并行改图", section="2.1"),
    row("t/1/n", "注：不含复印件。", kind="paragraph", section="2.1"),
    row("t/2", "夜间无人值守的生产方式。", kind="term", label="关灯生产", section="2.2"),
    row("t/2/n", "注：与并行改图无关。", kind="paragraph", section="2.2"),
)
BOTH = {"documents": (SCHEME, PLAN), "documents_named": True}


def defined(text: str, **fields: Any) -> Finding | None:
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], (*CLAUSES, *COINED), {})
    return find_definition(frame(text, **({"intent": "definition"} | fields)), held, Normaliser())


def defining(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.status == "answered" and finding.result is not None
    return list(finding.result["ids"])


@pytest.mark.parametrize(
    "text",
    [
        "共享仓是什么意思",
        "某县把共享仓定义成什么",
        "将“共享仓”界定为什么",
        "什么是共享仓",
        "共享仓怎么定义",
        "某县怎么定义共享仓",
        "某县方案里的共享仓是什么意思",
        "某县讲的共享仓指什么",
    ],
)
def test_every_document_named_says_what_it_means(text: str) -> None:
    assert defining(defined(text, **BOTH)) == ["plan/d/1", "scheme/d/3"]
    assert defining(defined(text, documents=(PLAN,), documents_named=True)) == ["plan/d/1"]


def test_a_term_of_one_document_is_looked_for_in_the_others_by_its_wording() -> None:
    assert defining(defined("什么是并行改图", **BOTH)) == ["scheme/t/1"]


def test_a_name_coined_for_what_was_just_said_is_found() -> None:
    assert defining(defined("“三合一共享底座”是什么")) == ["plan/d/2"]


def test_notes_beside_a_term_are_quoted_with_it_and_no_others() -> None:
    finding = defined("什么是并行改图")
    assert defining(finding) == ["scheme/t/1"]
    assert finding is not None
    assert [one.id for one in finding.sections[0].quoted] == ["scheme/t/1", "scheme/t/1/n"]


@pytest.mark.parametrize("text", ["某县把云上卖货定义成什么", "什么是云上卖货", "“云上卖货”的含义"])
def test_a_name_that_no_text_defines_is_refused(text: str) -> None:
    assert reason(defined(text)) == "not_in_sources"


PLACES = (
    row("f/1", "应通过WMS管理出入库。", document=PLAN, systems=("WMS",), section="7"),
    row("f/2", "宜通过WMS管理设备备件。", document=PLAN, systems=("WMS",), forces=("should",), section="7"),
)


def named_in(text: str, **fields: Any) -> Finding:
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], (*CLAUSES, *PLACES), {})
    finding = find_objects(frame(text, **fields), held, CAPABILITIES, SCHEME)
    assert finding is not None
    return finding


def test_capabilities_of_another_framework_do_not_limit_a_document_that_has_none() -> None:
    asked = {"documents": (PLAN,), "documents_named": True, "systems": ("WMS",), "subdomains": ("19",)}
    finding = named_in("某县的设备维护提到wms吗", intent="yes_no", **asked)
    assert finding.result == {"kind": "clauses", "ids": ["plan/f/1", "plan/f/2"]}


def test_which_clauses_are_clauses_and_not_tiers() -> None:
    finding = named_in("哪几条提到mes", intent="where", systems=("MES",))
    assert finding.result == {"kind": "clauses", "ids": ["scheme/19/digital-workshop/a"]}
    finding = named_in("哪一档提到mes", intent="where", systems=("MES",))
    assert finding.result == {"kind": "set", "items": ["省级数字化车间"]}


def test_which_documents_name_it_are_titles() -> None:
    finding = named_in("哪些文件提到wms", intent="list", systems=("WMS",))
    assert finding.result == {"kind": "set", "items": ["某县实施方案"]}


def test_no_text_says_how_many_to_buy() -> None:
    assert reason(named_in("要买几台wms", intent="count", systems=("WMS",))) == "not_in_sources"
