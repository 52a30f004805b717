"""From a question to its frame, over a made-up scheme and plan with the real vocabularies."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.manifest import Meta
from kg.triples import Vocabularies
from retrieval.indexes import load_schemes
from retrieval.understanding import Understanding
from tests.retrieval.fake_parts import cell, clause


def meta(identifier: str, title: str, *aliases: str) -> Meta:
    return Meta(
        id=identifier, file=f"{identifier}.txt", title=title, issuer=None, region=None, level=None, year=None,
        year_basis="未写", status=None, aliases=aliases, sha256="ab" * 32,
    )  # fmt: skip


DOCUMENTS = [meta("doc", "某省分级建设要求", "分级要求", "graded scheme"), meta("plan", "某县实施方案", "某县")]
CLAUSES = [
    cell(1, "digital-workshop", "应有台账"),
    cell(2, "smart-factory", "应联网"),
    cell(3, "future-factory", "应预测"),
    clause(4, "总投资不低于500万元", document="plan", kind="threshold", track="智能工厂"),
    clause(5, "总投资不低于300万元", document="plan", kind="threshold", track="数字工厂"),
    clause(6, "总投资不低于100万元", document="plan", kind="threshold", track="数字工厂样板"),
]
VOCABULARIES = Vocabularies(**load_schemes())


def reader(default: str | None = "doc") -> Understanding:
    return Understanding(VOCABULARIES, DOCUMENTS, CLAUSES, default)


READER = reader()


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("智能工厂对设备运维有什么要求", {"tiers": ("smart-factory",), "subdomains": ("19",), "documents": ("doc",)}),
        ("数字化车间和未来工厂的差别", {"tiers": ("digital-workshop", "future-factory"), "intent": "comparison"}),
        ("未来工厂和数字化车间的差别", {"tiers": ("digital-workshop", "future-factory")}),
        ("三个等级的设备运维", {"tiers": ("digital-workshop", "smart-factory", "future-factory")}),
        ("智能化生产有哪些要求", {"subdomains": (), "intent": "list", "documents": ("doc",)}),
        ("哪里提到制造执行系统", {"systems": ("MES",), "intent": "where"}),
        ("要用ＭＥＳ吗", {"systems": ("MES",), "intent": "yes_no"}),
        ("數位孿生和數字孿生", {"technologies": ("数字孪生",)}),
        ("流程行业智能工厂的设备运维", {"industry": "流程行业"}),
        ("离散型制造企业和流程行业的设备运维", {"industry": None}),
        ("我们是化工企业，设备运维要做什么", {"industry": "流程行业"}),
        ("化工企业的设备运维要做什么", {"industry": None}),
        ("宫保鸡丁怎么做", {"tiers": (), "documents": (), "documents_named": False, "notes": ()}),
    ],
)
def test_what_a_question_names(question: str, fields: dict[str, Any]) -> None:
    frame = READER.read(question)
    assert {name: getattr(frame, name) for name in fields} == fields
    assert frame.question == question and frame.language == "zh"


def test_the_default_document_is_meant_where_none_is_named_and_this_is_said() -> None:
    frame = READER.read("智能工厂对设备运维有什么要求")
    assert frame.documents == ("doc",) and not frame.documents_named
    assert any("某省分级建设要求" in note for note in frame.notes)
    assert reader(None).read("智能工厂对设备运维有什么要求").documents == ()


@pytest.mark.parametrize("name", ["分级要求", "某省分级建设要求", "doc", "Graded Scheme"])
def test_a_document_is_named_by_title_id_or_alias(name: str) -> None:
    frame = READER.read(f"{name} 的设备运维")
    assert frame.documents == ("doc",) and frame.documents_named and frame.notes == ()
    assert "分级" not in frame.about


def test_an_alias_within_another_word_names_nothing() -> None:
    assert READER.read("documents in the docking bay").documents == ()


def test_the_name_of_a_tier_is_a_track_only_in_its_own_document() -> None:
    frame = READER.read("某县智能工厂的总投资")
    assert (frame.documents, frame.tracks, frame.tiers) == (("plan",), ("智能工厂",), ())
    frame = READER.read("智能工厂的总投资")
    assert (frame.documents, frame.tracks, frame.tiers) == (("doc",), (), ("smart-factory",))
    frame = READER.read("智能工厂的总投资", "plan")
    assert (frame.documents, frame.documents_named, frame.tracks) == (("plan",), True, ("智能工厂",))


def test_a_track_that_no_tier_is_called_by_names_its_document() -> None:
    frame = READER.read("数字工厂的总投资是多少")
    assert (frame.documents, frame.tracks) == (("plan",), ("数字工厂",))


def test_the_longest_name_of_a_track_is_meant() -> None:
    assert READER.read("数字工厂样板的总投资").tracks == ("数字工厂样板",)


def test_a_tier_that_the_named_document_lacks_is_no_limit() -> None:
    assert READER.read("某县对未来工厂的要求").tiers == ()


def test_a_name_with_one_wrong_character_is_understood_and_this_is_said() -> None:
    frame = READER.read("智能工厂的柔性化制照有什么要求")
    assert frame.subdomains == ("32",) and frame.tiers == ("smart-factory",)
    frame = READER.read("设备远维和柔性化制照")
    assert "32" in frame.subdomains and any("柔性化制照" in note for note in frame.notes)


def test_english_is_read_as_both_languages() -> None:
    frame = READER.read("What must a smart factory do for equipment maintenance?")
    assert (frame.language, frame.tiers, frame.subdomains) == ("en", ("smart-factory",), ("19",))
    assert any("设备运维" in name and "equipment" in name for name in frame.english)
    assert "equipment" in frame.field_words and "设备运维" in frame.about
    assert any("应 shall" in note for note in frame.notes)


def test_only_the_beginning_of_an_endless_question_is_read() -> None:
    frame = READER.read("设备运维" + "啊" * 100_000 + "柔性化制造")
    assert frame.subdomains == ("19",) and len(frame.text) <= 600 and len(frame.question) > 100_000


def test_a_frame_is_written_with_every_field() -> None:
    frame = READER.read("智能工厂对设备运维有什么要求")
    written = frame.to_json()
    assert written["tiers"] == ["smart-factory"] and written["intent"] == "lookup"
    assert not any(isinstance(value, tuple) for value in written.values())


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=80))
def test_any_text_has_a_frame(text: str) -> None:
    frame = READER.read(text)
    assert frame.question == text and frame.language in ("zh", "en")
    assert set(frame.documents) <= {"doc", "plan"}
