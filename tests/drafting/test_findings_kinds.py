"""Questions for any system of a kind: the systems and their clauses, complete and within the limits."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.assembly import Workspace
from drafting.answer import Finding
from drafting.findings.kinds import find_kinds
from drafting.findings.objects import find_objects
from ontology.vocabulary import load_scheme
from tests.drafting.made_up import CAPABILITIES, FACTORY, SCHEME, WORKSHOP, frame, shelf

PRODUCTION = {
    "system_kinds": ("production",),
    "kind_systems": load_scheme("systems").members("production"),
    "kind_names": ("生产类系统",),
}
FIRST = "scheme/19/digital-workshop/a"


def kinds(text: str, **fields: Any) -> Finding | None:
    return find_kinds(frame(text, **(PRODUCTION | fields)), shelf(), CAPABILITIES, SCHEME)


def said(finding: Finding | None) -> str:
    assert finding is not None
    return "".join(sentence.text for section in finding.sections for sentence in section.said)


def test_the_systems_are_a_set_with_the_clauses_of_each() -> None:
    finding = kinds("要求哪些生产类系统", intent="list", lists_systems=True)
    assert finding is not None and finding.result == {"kind": "set", "items": ["MES"]}
    assert "MES：省级数字化车间“设备运维”a）。" in said(finding)
    assert [clause.id for clause in finding.sections[0].quoted] == [FIRST]


def test_the_clauses_are_asked_for() -> None:
    finding = kinds("哪些条款要求生产类系统", intent="list")
    assert finding is not None and finding.result == {"kind": "clauses", "ids": [FIRST]}


def test_systems_are_counted_and_clauses_are_counted_elsewhere() -> None:
    finding = kinds("有几个生产类系统", intent="count", lists_systems=True)
    assert finding is not None and finding.result == {"kind": "count", "value": 1}
    assert kinds("有几条要求提到生产类系统", intent="count") is None


def test_a_tier_that_names_none_says_so_with_what_it_is_built_on() -> None:
    finding = kinds("智能工厂要求哪些生产类系统", intent="list", tiers=(FACTORY,), lists_systems=True)
    assert finding is not None and finding.status == "answered" and finding.result == {"kind": "set", "items": []}
    assert "范围内没有条款提到生产类系统" in said(finding) and "省级数字化车间" in said(finding)


def test_tiers_are_set_side_by_side() -> None:
    finding = kinds("两级的生产类系统有什么区别", intent="comparison", tiers=(WORKSHOP, FACTORY), documents=(SCHEME,))
    assert finding is not None and finding.result == {
        "kind": "comparison",
        "rows": [
            {"tier": WORKSHOP, "systems": ["MES"], "ids": [FIRST]},
            {"tier": FACTORY, "systems": [], "ids": []},
        ],
    }


def test_a_kind_that_no_text_names_is_refused() -> None:
    fields = {"system_kinds": ("quality",), "kind_systems": ("QMS",), "kind_names": ("质量类系统",)}
    finding = kinds("要求哪些质量类系统", intent="list", **fields)
    assert finding is not None and finding.refusal is not None and "质量类系统" in finding.refusal.message


def test_a_system_by_name_and_a_question_of_another_kind_are_left_to_other_ways() -> None:
    assert kinds("生产类系统里的MES", systems=("MES",)) is None
    assert kinds("生产类系统是什么意思", intent="definition") is None
    assert find_kinds(frame("设备运维有什么要求"), shelf(), CAPABILITIES, SCHEME) is None


def test_what_serves_the_same_use_is_told_where_the_system_is_not_named() -> None:
    asked = frame("智能工厂要SCADA吗", systems=("SCADA",), related_systems=("DCS", "MES"), intent="yes_no")
    finding = find_objects(asked, shelf(), CAPABILITIES, SCHEME)
    assert finding is not None and finding.refusal is not None
    assert finding.alternatives == ("《某省分级建设要求》提到的相关系统：MES，共 1 条。",)


DESIGN_IN_WORDS = re.compile(r"CA[DEMX]|CAPP|P[LD]M|产品数据管理|产品全生命周期管理|协同设计平台|设计云平台")
PRODUCTION_IN_WORDS = re.compile(r"MES|MOM|APS|排产系统|生产管控一体化平台")


@pytest.mark.parametrize(
    ("question", "tier", "words"),
    [
        ("智能工厂哪些条款要求设计类系统", "smart-factory", DESIGN_IN_WORDS),
        ("数字化车间哪些条款要求设计类系统", "digital-workshop", DESIGN_IN_WORDS),
        ("未来工厂哪些条款要求设计类系统", "future-factory", DESIGN_IN_WORDS),
        ("Which requirements of the smart factory need a design system?", "smart-factory", DESIGN_IN_WORDS),
        ("哪些条款要求生产类系统", None, PRODUCTION_IN_WORDS),
    ],
)
def test_the_clauses_of_a_kind_are_those_that_a_reader_finds(
    founding: Workspace, question: str, tier: str | None, words: re.Pattern[str]
) -> None:
    read = [
        one.id
        for one in founding.clauses
        if one.document == "zj-graded"
        and one.kind not in ("heading", "abbreviation")
        and tier in (None, one.tier)
        and words.search(one.plain)
    ]
    answer = founding.find(question)
    assert answer.result == {"kind": "clauses", "ids": read} and read
    assert answer.verified and {clause.id for clause in answer.citations} >= set(read)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("智能工厂要求哪些设计类系统", {"PLM", "CAD", "CAE", "CAX", "CAPP", "协同设计平台"}),
        ("数字化车间要求哪些设计类系统", {"PDM", "CAD", "CAE", "CAM", "CAPP"}),
        ("数字化车间要求哪些生产类系统", {"MES", "MOM"}),
        ("未来工厂要用到什么控制系统", set()),
        ("试行方案提到哪些经营管理类系统", {"ERP", "SCM", "CRM", "供应商评价系统", "个性化定制平台"}),
        ("广西的流程型智能制造模式要求哪些控制类系统", {"SCADA", "功能安全保护系统"}),
        ("What design systems does the smart factory require?", {"PLM", "CAD", "CAE", "CAX", "CAPP", "协同设计平台"}),
    ],
)
def test_the_systems_of_a_kind_are_a_complete_set(founding: Workspace, question: str, items: set[str]) -> None:
    answer = founding.find(question)
    assert answer.status == "answered" and answer.result is not None
    assert answer.result["kind"] == "set" and set(answer.result["items"]) == items


def test_what_a_lower_tier_names_besides_is_told_as_its_base(founding: Workspace) -> None:
    answer = founding.find("智能工厂要求哪些设计类系统")
    assert any("省级数字化车间还提到：PDM、CAM。" in sentence.text for sentence in answer.sentences)


def test_a_subdomain_that_names_none_is_told_by_its_name(founding: Workspace) -> None:
    answer = founding.find("智能工厂的设备运维要求哪些生产类系统")
    assert answer.result == {"kind": "set", "items": []}
    assert "省级智能工厂“设备运维”范围内没有条款提到生产类系统" in answer.sentences[0].text
