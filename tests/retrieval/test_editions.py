"""Which edition of a document a question means."""

from __future__ import annotations

import pytest

from corpus.manifest import Meta
from kg.triples import Vocabularies
from retrieval.editions import Editions
from retrieval.indexes import load_schemes
from retrieval.understanding import Understanding
from tests.retrieval.fake_parts import cell, clause


def meta(identifier: str, year: int | None, **fields: str | None) -> Meta:
    return Meta(
        id=identifier, file="x.txt", title="北原省智能工厂培育办法", issuer=None, region="北原省", level=None,
        year=year, year_basis="", status=None, aliases=("北原",), sha256="ab" * 32, **fields,
    )  # fmt: skip


FIRST, SECOND, THIRD = "north", "north@2", "north@3"
DOCUMENTS = [
    meta(FIRST, 2021, later=SECOND),
    meta(SECOND, 2023, former=FIRST, later=THIRD),
    meta(THIRD, 2025, former=SECOND),
    meta("other", 2023).model_copy(update={"title": "南川市办法", "aliases": ("南川",)}),
]
EDITIONS = Editions(DOCUMENTS)
ALL = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("北原对能源有什么要求", (THIRD,)),
        ("北原2021年的办法对能源有什么要求", (FIRST,)),
        ("北原旧版对能源有什么要求", (SECOND,)),
        ("北原2021年和2025年的办法差在哪", (FIRST, THIRD)),
        ("北原新旧版有什么变化", (SECOND, THIRD)),
        ("north@2 对能源有什么要求", (SECOND,)),
    ],
)
def test_the_latest_is_meant_unless_the_words_say_otherwise(question: str, meant: tuple[str, ...]) -> None:
    assert EDITIONS.chosen(ALL, question) == meant


def test_other_documents_keep_their_place() -> None:
    assert EDITIONS.chosen(("other", *ALL), "南川和北原的旧办法") == ("other", SECOND)
    assert EDITIONS.replaced == {FIRST, SECOND}


def test_a_chain_that_runs_in_a_circle_or_ends_outside_the_library_ends() -> None:
    circle = Editions([meta(FIRST, 2021, later=SECOND, former=SECOND), meta(SECOND, 2023, later=FIRST, former=FIRST)])
    assert circle.chosen((FIRST,), "北原") == (FIRST,)
    assert Editions([meta(SECOND, 2023, former=FIRST, later=THIRD)]).chosen((SECOND,), "北原") == (SECOND,)


CLAUSES = [
    cell(1, "smart-factory", "应联网"),
    clause(2, "应建能源系统", document=FIRST),
    clause(3, "宜建能源系统", document=THIRD),
]
READER = Understanding(Vocabularies(**load_schemes()), DOCUMENTS, CLAUSES, "doc")


def test_a_document_of_its_title_that_repeals_one_is_its_later_edition() -> None:
    old = meta("old", 2024, repealed_by="new").model_copy(update={"title": "北原省智能工厂培育办法（试行）"})
    other = meta("else", 2024, repealed_by="new").model_copy(update={"title": "北原省数字化车间认定办法"})
    repealing = Editions([old, other, meta("new", 2026)])
    assert repealing.chosen(("old", "new"), "北原的办法") == ("new",)
    assert repealing.chosen(("old", "new"), "北原2024年的办法") == ("old",)
    assert repealing.chosen(("else",), "北原省数字化车间认定办法") == ("else",) and repealing.replaced == {"old"}


def test_a_question_of_what_changed_sets_the_editions_beside_each_other() -> None:
    frame = READER.read("北原新旧两版有什么变化")
    assert (frame.documents, frame.sides, frame.intent) == ((SECOND, THIRD), (SECOND, THIRD), "comparison")
    assert READER.read("北原对能源有什么要求").sides == ()
