"""Tiers that a library's own documents bring along: named as their texts name them, never mixed with others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clause import Clause
from kg.own_tiers import with_own_tiers
from kg.triples import Vocabularies
from retrieval.indexes import load_schemes
from retrieval.understanding import Understanding
from tests.retrieval.fake_parts import cell, clause
from tests.retrieval.test_understanding import DOCUMENTS, meta

SCHEMES = load_schemes()
OWN = "north"


def of_tier(number: int, code: str, label: str) -> Clause:
    return replace(clause(number, "应建设能源管理系统", document=OWN), tier=code, tier_label=label)


CLAUSES = [
    cell(1, "digital-workshop", "应有台账"),
    cell(2, "smart-factory", "应联网"),
    cell(3, "future-factory", "应预测"),
    of_tier(4, "basic", "基础级"),
    of_tier(5, "advanced", "北原省先进级智能工厂"),
    of_tier(6, "tier-3", "省级示范车间"),
]
TIERS = with_own_tiers(SCHEMES["tiers"], CLAUSES)
ABOUT = [*DOCUMENTS, meta(OWN, "北原省智能工厂培育办法", "北原")]
READER = Understanding(Vocabularies(**{**SCHEMES, "tiers": TIERS}), ABOUT, CLAUSES, "doc")


def test_the_vocabulary_stays_where_it_describes_all_tiers() -> None:
    assert with_own_tiers(SCHEMES["tiers"], CLAUSES[:3]) is SCHEMES["tiers"]


def test_tiers_of_a_document_follow_with_the_names_that_its_text_gives() -> None:
    codes = list(TIERS.concepts)
    assert codes[-3:] == ["basic", "advanced", "tier-3"] and codes[:-3] == list(SCHEMES["tiers"].concepts)
    assert {"先进级智能工厂", "先进级"} <= set(TIERS.concepts["advanced"].alternatives)
    assert TIERS.concepts["tier-3"].alternatives == ("示范车间",)
    assert {TIERS.concepts[code].scheme for code in codes[-3:]} == {OWN}


@pytest.mark.parametrize(
    ("question", "tiers", "documents"),
    [
        ("北原的先进级智能工厂要建什么系统", ("advanced",), (OWN,)),
        ("北原基础级和先进级有什么差别", ("basic", "advanced"), (OWN,)),
        ("示范车间对能源有什么要求", ("tier-3",), (OWN,)),
        ("基础级要建什么系统", ("basic",), (OWN,)),
        ("基础级智能工厂要建什么系统", ("basic",), (OWN,)),
        ("智能工厂要建什么系统", ("smart-factory",), ("doc",)),
        ("北原的未来工厂要建什么系统", (), (OWN,)),
    ],
)
def test_a_question_means_the_tiers_of_its_document(
    question: str, tiers: tuple[str, ...], documents: tuple[str, ...]
) -> None:
    frame = READER.read(question)
    assert (frame.tiers, frame.documents, frame.foreign_tiers) == (tiers, documents, ())


def test_the_document_that_alone_has_a_tier_is_said() -> None:
    assert any("按有此等级的《北原省智能工厂培育办法》" in note for note in READER.read("基础级要建什么系统").notes)
    assert READER.read("北原的基础级要建什么系统").notes == ()


def test_a_tier_of_a_place_that_no_document_is_of_is_nobody_elses() -> None:
    assert READER.read("南川省基础级要建什么系统").documents == ()


def test_a_national_tier_that_no_document_has_stays_foreign() -> None:
    assert READER.read("卓越级智能工厂要满足什么条件").foreign_tiers == ("卓越级",)
