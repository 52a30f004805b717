"""The sides of comparisons as questions name them, over made-up documents of two provinces and a county."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.manifest import Meta
from kg.triples import Vocabularies
from retrieval.comparison_words import compares
from retrieval.frame import QueryFrame
from retrieval.indexes import load_schemes
from retrieval.sides import target_parts
from retrieval.understanding import Understanding
from tests.retrieval.fake_parts import cell, clause


def meta(identifier: str, title: str, *aliases: str, **fields: Any) -> Meta:
    given = {"issuer": None, "level": "provincial", "region": "浙江省", "year": None} | fields
    return Meta(
        id=identifier, file=f"{identifier}.txt", title=title, year_basis="未写", status=None, aliases=aliases,
        sha256="ab" * 32, **given,
    )  # fmt: skip


DOCUMENTS = [
    meta("doc", "某省分级建设要求", "分级要求", year=2025),
    meta("trial", "某省试行方案", "试行方案", year=2020),
    meta("plan", "某县实施方案", region="浙江省金华市浦江县", level="county", year=2021),
    meta("modes", "某自治区模式要素", region="广西壮族自治区"),
]
CLAUSES = [
    cell(1, "digital-workshop", "应有台账"),
    cell(2, "smart-factory", "应联网"),
    cell(3, "future-factory", "应预测"),
    clause(4, "总投资不低于500万元", document="plan", kind="threshold", track="智能工厂"),
    clause(5, "总投资不低于300万元", document="plan", kind="threshold", track="数字工厂"),
    clause(6, "建立系统", document="modes", track="离散型智能制造模式"),
    clause(7, "建立系统", document="modes", track="流程型智能制造模式"),
    clause(8, "建立能源监测系统", document="trial"),
]
READER = Understanding(Vocabularies(**load_schemes()), DOCUMENTS, CLAUSES, "doc")


def read(question: str) -> QueryFrame:
    return READER.read(question)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("2020版和2025版对能源管理的要求有什么不同", ("trial", "doc")),
        ("20版跟25版差在哪", ("trial", "doc")),
        ("新版比旧版少了什么", ("doc", "trial")),
        ("浦江的智能工厂和省里的是一回事吗", ("plan/智能工厂", "doc:smart-factory")),
        ("县里的数字工厂和省级数字化车间是一个东西吗", ("plan/数字工厂", "doc:digital-workshop")),
        ("广西和浙江对能源管理的要求有什么不同", ("modes", "doc")),
        ("省里的试行方案跟浦江的方案哪个更严", ("trial", "plan")),
        ("浙江2020年的方案和广西的一样吗", ("trial", "modes")),
        ("广西的离散型和流程型在安全上一样吗", ("modes/离散型智能制造模式", "modes/流程型智能制造模式")),
        ("浦江的数字工厂和智能工厂差在哪", ("plan/数字工厂", "plan/智能工厂")),
        ("未来工厂比智能工厂多了什么", ("doc:smart-factory", "doc:future-factory")),
        ("数字化车间升级要补什么", ("doc:digital-workshop", "doc:smart-factory")),
        ("升到未来工厂还要补哪些", ("doc:smart-factory", "doc:future-factory")),
        ("IPv6是只有广西提，还是浙江的几份也提", ("modes", "doc", "trial")),
        ("Which is stricter, Guangxi or Zhejiang?", ("modes", "doc")),
        ("How do the 2020 and the 2025 edition differ?", ("trial", "doc")),
        ("智能工厂对设备运维有什么要求", ()),
        ("浙江省浦江县的智能工厂有什么要求", ()),
        ("广西对能源管理有什么要求", ()),
    ],
)
def test_the_sides(question: str, sides: tuple[str, ...]) -> None:
    assert read(question).sides == sides


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("两边谁更严", "stricter"),
        ("哪个门槛高", "stricter"),
        ("是不是一回事", "same_thing"),
        ("逐字相同吗", "same_words"),
        ("多了什么", "added"),
        ("还要补什么", "added"),
        ("少了什么", "dropped"),
        ("哪些要求从宜变成了应", "raised"),
        ("哪些从“宜”改为“应”", "raised"),
        ("有哪些应变成了宜", "relaxed"),
        ("变了什么", "differ"),
        ("有什么区别", "differ"),
        ("Which became mandatory?", "raised"),
        ("Is it the same thing?", "same_thing"),
        ("对设备运维要求是什么", ""),
    ],
)
def test_what_is_to_be_known_of_the_sides(question: str, wanted: str) -> None:
    assert compares(question.lower()) == wanted


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("江苏和浙江对智能工厂的要求有什么区别", ("江苏",)),
        ("2023版和2025版比，设备运维变了什么", ("2023年版",)),
        ("浙江和新加坡的要求一样吗", ("新加坡",)),
        ("2020版和2025版有什么区别", ()),
        ("智能工厂有什么要求", ()),
    ],
)
def test_a_side_that_is_not_at_hand_is_named(question: str, missing: tuple[str, ...]) -> None:
    assert read(question).missing_sides == missing


def test_words_that_fit_several_documents_are_explained() -> None:
    assert "“浙江”按《某省分级建设要求》理解。" in read("广西和浙江对能源管理的要求有什么不同").notes
    assert not any("按《" in note for note in read("2020版和2025版有什么不同").notes)


def test_a_shared_name_is_kept_and_a_topic_is_what_is_left() -> None:
    frame = read("浦江的智能工厂和省里的智能工厂在数据采集上有什么不同")
    assert frame.side_name == "智能工厂" and "数据采集" in frame.compared and "浦江" not in frame.compared


def test_amounts_and_counts_keep_their_intent() -> None:
    frame = read("浦江数字工厂和智能工厂的总投资分别不低于多少")
    assert frame.intent == "threshold" and frame.sides == ("plan/数字工厂", "plan/智能工厂")


def test_a_target_has_its_parts() -> None:
    assert target_parts("doc") == ("doc", None, None)
    assert target_parts("doc:smart-factory") == ("doc", "smart-factory", None)
    assert target_parts("plan/智能工厂") == ("plan", None, "智能工厂")
