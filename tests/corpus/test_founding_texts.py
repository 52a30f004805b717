"""The founding documents are cut as a second reading of the raw characters says, which shares nothing with ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from corpus.clause import Clause
from corpus.library import Document, load_corpus
from evals import raw_reading, raw_tables
from tests.corpus.reading_rules import read_checked

SECOND_READINGS: dict[str, Callable[[str], tuple[raw_reading.Items, ...]]] = {
    "zj-guideline": raw_reading.guideline,
    "zj-trial": raw_reading.trial,
    "pujiang-plan": raw_reading.county_plan,
    "guangxi-modes": raw_reading.benchmark_modes,
}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {document.meta.id: document for document in load_corpus().documents}


def rows_of(document: Document, kind: str) -> list[Clause]:
    return [clause for clause in document.clauses if clause.kind == kind]


def test_every_text_keeps_the_rules_of_any_text(documents: dict[str, Document]) -> None:
    assert len(documents) == 5
    for document in documents.values():
        assert len(read_checked(document.text)) == len(document.clauses)


@pytest.mark.parametrize("name", sorted(SECOND_READINGS))
def test_what_a_second_reading_finds_is_one_row_each(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    for items in SECOND_READINGS[name](document.text):
        assert items.spans, items.name
        for span in items.spans:
            inside = [one for one in document.clauses if one.start < span.end and one.end > span.start]
            assert inside, (items.name, document.text[span.start : span.end])
            assert not items.whole or len(inside) == 1, (items.name, [one.id for one in inside])


def test_the_tier_tables_hold_what_a_second_reading_finds(documents: dict[str, Document]) -> None:
    document = documents["zj-graded"]
    raw = list(raw_tables.cells(document.text))
    asked = {(one.subdomain_no, one.tier, one.label): one for one in rows_of(document, "requirement")}
    assert set(asked) == {cell.key for cell in raw if cell.required}
    empty = {(one.subdomain_no, one.tier, None) for one in rows_of(document, "not_required")}
    assert empty == {cell.key for cell in raw if not cell.required}
    for cell in raw:
        if cell.required:
            row = asked[cell.key]
            assert row.text == document.text[cell.span.start : cell.span.end].strip()
            assert row.subdomain == cell.subdomain
            assert row.forces == (tuple(raw_tables.FORCE[word] for word in cell.forces) or ("none",)), row.id
    assert {row.element for row in asked.values()} == set(raw_tables.elements(document.text))
    assert {row.domain for row in asked.values()} == set(raw_tables.domains(document.text))


def test_the_scheme_has_as_many_domains_for_each_tier_as_it_says(documents: dict[str, Document]) -> None:
    document = documents["zj-graded"]
    counted = []
    for tier in raw_tables.TIERS:
        rows = [row for row in rows_of(document, "requirement") if row.tier == tier]
        counted.append((len({row.domain for row in rows}), len({row.subdomain_no for row in rows})))
    assert tuple(counted) == raw_tables.stated(document.text)


def test_the_guideline_has_the_rows_that_its_text_shows(documents: dict[str, Document]) -> None:
    document = documents["zj-guideline"]
    text = re.sub(r"\[(?:bookmark|image):[^\]]*\]", "", document.text)
    terms = re.findall(r"^\s*3\.\d+\s+(\S+)", text, re.M)
    assert [row.label for row in rows_of(document, "term")] == terms
    abbreviations = re.findall(r"^([A-Z]{2,})：", text, re.M)
    assert [row.label for row in rows_of(document, "abbreviation")] == abbreviations
    labelled = re.findall(r"^\s*(?:([a-z])[）)]|(\d)\.\s)", text.split("总则\n", 1)[1], re.M)
    items = [row for row in document.clauses if row.label and row.section[:1] in "56" and row.kind == "requirement"]
    assert [row.label for row in items] == [letter or digit for letter, digit in labelled]


def test_the_county_plan_keeps_its_types_steps_and_forms_apart(documents: dict[str, Document]) -> None:
    document = documents["pujiang-plan"]
    under = [one for one in document.clauses if one.section.startswith("三（") and one.kind != "heading"]
    tracks = {one.track for one in under}
    assert len(tracks) == 5 and None not in tracks
    assert all(one.quantities for one in rows_of(document, "threshold"))
    assert [one.label for one in rows_of(document, "step")] == list("一二三四五六")
    forms = {one.section.split()[0] for one in rows_of(document, "form_field")}
    assert forms == {f"附件{number}" for number in (1, 2, 3, 4)}


def test_modes_are_tracks_with_their_items_and_a_closing_paragraph(documents: dict[str, Document]) -> None:
    document = documents["guangxi-modes"]
    items = Counter(one.track for one in rows_of(document, "requirement") if one.track)
    printed = re.split(r"^（[一二三四五]）\S*模式。$", document.text.split("三、")[0], flags=re.M)[1:]
    assert list(items.values()) == [len(re.findall(r"^\d\.", part, re.M)) for part in printed]
    closing = [one.track for one in rows_of(document, "paragraph") if one.track]
    assert closing == list(items)


def test_only_tier_tables_have_tiers(documents: dict[str, Document]) -> None:
    with_tiers = {clause.document for document in documents.values() for clause in document.clauses if clause.tier}
    assert with_tiers == {"zj-graded"}


def test_places_are_readable_ids(documents: dict[str, Document]) -> None:
    ids = {clause.id for document in documents.values() for clause in document.clauses}
    assert {
        "zj-graded/19/smart-factory/a",
        "zj-graded/15/future-factory/c2",
        "zj-graded/3/smart-factory",
        "zj-graded/11/digital-workshop",
        "zj-guideline/6.2.3/1.4",
        "zj-guideline/6.1.1/a",
    } <= ids


def test_notes_say_what_is_odd(documents: dict[str, Document]) -> None:
    notes = {name: "\n".join(document.notes) for name, document in documents.items()}
    for name, words in (
        ("zj-graded", ("产品研发设计", "图1", "引用附件", "全角斜线", "空白填充行", "14 条与 zj-guideline")),
        ("zj-guideline", ("“MBSE”重复 2 次", "6.2.1：标号跳过“d”", "6.2.3：印出的标号“1”重复 5 次", "图1")),
        ("zj-guideline", ("要求的表不在文本中", "书签", "图片占位", "6.4.1/b", "14 条与 zj-graded")),
        ("zj-trial", ("断行", "表头因分页重复印出 2 次")),
        ("pujiang-plan", ("由“三”直接到“六”",)),
    ):
        for word in words:
            assert word in notes[name], (name, word)
