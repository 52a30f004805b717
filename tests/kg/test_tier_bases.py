"""What builds on what is read from the sentence that says so, and from no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clause import Clause
from corpus.library import load_corpus
from kg.terms import GB, iri
from kg.tier_bases import tier_base_triples
from ontology.vocabulary import load_scheme

TIERS = load_scheme("tiers")
ABOUT = Clause(
    "zj-graded/3.2/p1", "zj-graded", "3.2", (), "paragraph", "", "", 0, 0, "r", tier="smart-factory", tier_label="x"
)


def bases(plain: str, clause: Clause = ABOUT) -> list[str]:
    triples = tier_base_triples("zj-graded", TIERS, [replace(clause, plain=plain)])
    return [one.object.value for one in triples if one.predicate == f"{GB}buildsOn"]


@pytest.mark.parametrize(
    "plain",
    ["应在数字化车间的基础上，拓展场景", "在已有“省级数字化车间”建设的基础上提升", "以数字化车间为基础开展建设"],
)
def test_a_sentence_that_says_so_makes_a_base(plain: str) -> None:
    assert bases(plain) == [iri("tier", "digital-workshop")]


@pytest.mark.parametrize("plain", ["在夯实数据的基础上", "在智能工厂的基础上", "与数字化车间相比", "数字化车间是基础"])
def test_other_sentences_and_the_tier_itself_make_none(plain: str) -> None:
    assert bases(plain) == []


def graded(code: str, label: str, plain: str) -> Clause:
    return replace(ABOUT, id=f"north/{code}", document="north", kind="lead", tier=code, tier_label=label, plain=plain)


@pytest.mark.parametrize(
    "plain",
    [
        "先进级智能工厂应在满足基础级条件的基础上，达到以下要求：",
        "先进级智能工厂在达到基础级智能工厂要求的基础上，还应具备：",
        "申报先进级的，除满足基础级的全部条件外，还应符合下列条件：",
    ],
)
def test_tiers_that_only_the_document_has_are_read_alike(plain: str) -> None:
    rows = [graded("basic", "基础级", "基础级智能工厂应满足："), graded("advanced", "先进级智能工厂", plain)]
    triples = tier_base_triples("north", TIERS, rows)
    found = [(one.subject, one.object.value) for one in triples if one.predicate == f"{GB}buildsOn"]
    assert found == [(iri("tier", "north", "advanced"), iri("tier", "north", "basic"))]


def test_a_clause_of_a_capability_says_nothing_about_the_tier() -> None:
    assert bases("应在数字化车间的基础上", replace(ABOUT, subdomain="计划调度", kind="requirement")) == []


def test_the_founding_texts_say_it_of_two_tiers_with_their_sentences() -> None:
    document = load_corpus().documents[0]
    said = {
        (one.subject, one.predicate.removeprefix(GB), one.object.value)
        for one in tier_base_triples(document.meta.id, TIERS, document.clauses)
    }
    digital, smart, future = (iri("tier", code) for code in ("digital-workshop", "smart-factory", "future-factory"))
    assert said == {
        (smart, "buildsOn", digital),
        (smart, "buildsOnStatement", iri("clause", "zj-graded/3.2/p1")),
        (future, "buildsOn", smart),
        (future, "buildsOnStatement", iri("clause", "zj-graded/3.3/p1")),
    }
    assert "在数字化车间的基础上" in next(one.plain for one in document.clauses if one.id == "zj-graded/3.2/p1")


def test_a_part_of_a_sentence_that_opens_with_a_tier_speaks_of_that_tier_and_none_leads_round() -> None:
    rows = [
        graded("a", "甲级", "甲级应达到以下要求："),
        graded("b", "乙级", "乙级应达到以下要求："),
        graded("c", "丙级", "丙级在满足乙级要求的基础上建设，乙级在满足甲级要求的基础上建设。"),
        graded("a", "甲级", "甲级在满足丙级要求的基础上建设。"),
    ]
    triples = tier_base_triples("north", TIERS, rows)
    found = {(one.subject[-1], one.object.value[-1]) for one in triples if one.predicate == f"{GB}buildsOn"}
    assert found == {("c", "b"), ("b", "a")}
