"""The taxonomy of systems, held against the texts by a reading of its own: each system they name is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from corpus.clause import IRI_ROOT, Clause
from corpus.library import load_corpus
from kg.linking import Linker
from ontology.vocabulary import Concept, Scheme, load_scheme
from tests.ontology.reviewed_names import (
    ABBREVIATIONS,
    GENERIC,
    NO_SYSTEMS,
    OF_TECHNOLOGIES,
    SPELLINGS,
    TECHNOLOGY_SPELLINGS,
)

DOCUMENTS = ("zj-graded", "zj-guideline", "zj-trial", "pujiang-plan", "guangxi-modes")
RESIDUE = re.compile(r"\[(?:bookmark|image):[^\]]*\]")
ABBREVIATION = re.compile(r"(?<![A-Za-z])(?:AS/RS|[A-Z]{2,})(?![A-Za-z])")
PHRASE = re.compile(r"[一-鿿]*?(?:系统|平台)(?:和监控系统)?")


@pytest.fixture(scope="module")
def systems() -> Scheme:
    return load_scheme("systems")


@pytest.fixture(scope="module")
def linker(systems: Scheme) -> Linker:
    return Linker(systems, load_scheme("technologies"))


@pytest.fixture(scope="module")
def clauses(linker: Linker) -> dict[str, tuple[Clause, ...]]:
    return {one.meta.id: tuple(map(linker.enrich, one.clauses)) for one in load_corpus().documents}


def text_of(document: str) -> str:
    """The text with what its editor left behind blanked out, every position kept."""
    text = files("corpus").joinpath("texts", f"{document}.txt").read_text(encoding="utf-8")
    return RESIDUE.sub(lambda found: " " * len(found[0]), text)


def places(pattern: re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    for document in DOCUMENTS:
        yield from ((document, found.start(), found[0]) for found in pattern.finditer(text_of(document)))


def clause_at(rows: tuple[Clause, ...], position: int) -> Clause:
    """The row that holds a position, or the row whose printed label does, which stands before it."""
    inside = [row for row in rows if row.start <= position < row.end]
    return inside[0] if inside else min((row for row in rows if row.start > position), key=lambda row: row.start)


def test_the_texts_hold_no_abbreviation_that_was_not_reviewed() -> None:
    found = {surface for _, _, surface in places(ABBREVIATION)}
    assert found == ABBREVIATIONS | OF_TECHNOLOGIES | NO_SYSTEMS


def test_each_abbreviation_of_a_system_is_linked_wherever_it_stands(clauses: dict[str, tuple[Clause, ...]]) -> None:
    read = [one for one in places(ABBREVIATION) if one[2] in ABBREVIATIONS]
    assert len(read) > 100
    for document, position, surface in read:
        row = clause_at(clauses[document], position)
        assert surface in row.systems, (row.id, surface)


def test_every_phrase_of_a_system_or_platform_is_a_spelling_or_was_reviewed_as_generic() -> None:
    known = (*SPELLINGS, *TECHNOLOGY_SPELLINGS, *GENERIC)
    phrases = [phrase for _, _, phrase in places(PHRASE)]
    assert len(phrases) > 250
    assert {phrase for phrase in phrases if phrase not in ("系统", "平台") and not phrase.endswith(known)} == set()


@pytest.mark.parametrize(("spelling", "code"), SPELLINGS.items())
def test_each_spelling_of_a_system_is_linked_wherever_it_stands(
    spelling: str, code: str, linker: Linker, clauses: dict[str, tuple[Clause, ...]]
) -> None:
    assert code in linker.codes(f"应建立{spelling}，", "systems", colloquial=False)
    found = list(places(re.compile(re.escape(spelling))))
    assert found, spelling
    for document, position, _ in found:
        row = clause_at(clauses[document], position)
        assert code in row.systems, row.id


@pytest.mark.parametrize("spelling", TECHNOLOGY_SPELLINGS)
def test_what_is_called_a_system_but_is_a_technology_is_linked_there(spelling: str, linker: Linker) -> None:
    assert linker.codes(f"应用{spelling}。", "technologies", colloquial=False)
    assert not linker.codes(f"应用{spelling}。", "systems", colloquial=False)


@pytest.mark.parametrize("phrase", GENERIC)
def test_a_generic_phrase_is_no_system(phrase: str, linker: Linker) -> None:
    assert not linker.codes(f"应通过{phrase}，", "systems", colloquial=False)


@pytest.mark.parametrize(
    "text",
    [
        "建立生产调度系统",
        "建设信息安全管控平台",
        "部署应急指挥调度系统",
        "建立质量管理体系与供应链管理机制",
        "人机协同平台",
    ],
)
def test_a_longer_word_is_not_the_system_within_it(text: str, linker: Linker) -> None:
    assert linker.codes(text, "systems", colloquial=False) == ()


def test_no_clause_names_a_kind(systems: Scheme, clauses: dict[str, tuple[Clause, ...]]) -> None:
    named = {code for rows in clauses.values() for row in rows for code in row.systems}
    assert named <= set(systems.concepts)
    assert not named & set(systems.kinds)


def test_every_system_has_one_kind_and_a_second_only_where_it_serves_two(systems: Scheme) -> None:
    several = {code: concept.groups for code, concept in systems.concepts.items() if len(concept.groups) != 1}
    assert several == {"EHS": ("safety", "environment")}
    for code in systems.concepts:
        assert systems.kinds_of(code)[-1] == "system", code


def test_kinds_are_a_tree_under_one_top(systems: Scheme) -> None:
    tops = [code for code, kind in systems.kinds.items() if not kind.broader]
    assert tops == ["system"]
    assert all(len(kind.broader) == 1 for code, kind in systems.kinds.items() if code != "system")
    assert set(systems.members("system")) == set(systems.concepts)
    assert all(systems.members(code) for code in systems.kinds)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("design-and-engineering", {"PLM", "PDM", "CAD", "CAE", "CAM", "CAPP", "CAX", "EDA", "协同设计平台"}),
        ("production", {"MES", "MOM", "APS", "Andon", "ESOP"}),
        ("control", {"SCADA", "DCS", "PLC", "CNC", "DNC", "HMI", "SIS"}),
        ("business", {"ERP", "SRM", "CRM", "SCM", "OMS", "OA", "HRM", "供应链管理平台"}),
        ("warehousing-and-logistics", {"WMS", "WCS", "TMS", "LES", "AGV", "AMR", "RGV", "AS/RS"}),
        ("material-handling", {"AGV", "AMR", "RGV", "AS/RS"}),
        ("quality", {"QMS", "LIMS"}),
        ("assets-energy-and-safety", {"EMS", "EAM", "EHS"}),
        ("data-and-analysis", {"BI", "MDM", "KMS"}),
    ],
)
def test_a_kind_holds_the_systems_that_an_engineer_expects(kind: str, codes: set[str], systems: Scheme) -> None:
    assert codes <= set(systems.members(kind))


def test_a_narrower_system_keeps_its_broader_one_beside_its_kind(systems: Scheme) -> None:
    assert systems.ancestors("SIS") == ("功能安全保护系统",)
    assert systems.kinds_of("SIS") == ("safety-control", "control", "system")


def described(name: str) -> list[Concept]:
    scheme = load_scheme(name)
    return [*scheme.concepts.values(), *scheme.kinds.values()]


@pytest.mark.parametrize("name", ["systems", "technologies"])
def test_everything_is_described_in_both_languages_with_its_source(name: str) -> None:
    for concept in described(name):
        assert concept.zh and concept.en and concept.definition_zh and concept.definition_en, concept.code
        assert concept.sources, concept.code
        labels = (concept.zh, concept.en, *concept.alternatives, *concept.hidden)
        assert len(set(labels)) == len(labels), concept.code


@pytest.mark.parametrize("name", ["systems", "technologies"])
def test_a_source_that_is_a_clause_names_the_thing(name: str, clauses: dict[str, tuple[Clause, ...]]) -> None:
    rows = {f"{IRI_ROOT}clause/{row.id}": row for one in clauses.values() for row in one}
    cited = [(one.code, source) for one in described(name) for source in one.sources if source.startswith(IRI_ROOT)]
    assert len(cited) > 40
    for code, source in cited:
        assert code in (*rows[source].systems, *rows[source].technologies), (code, source)


def test_what_the_chapter_of_abbreviations_lists_has_it_as_source(clauses: dict[str, tuple[Clause, ...]]) -> None:
    listed = [row for row in clauses["zj-guideline"] if row.kind == "abbreviation"]
    known = {one.code: one for name in ("systems", "technologies") for one in described(name)}
    assert len({row.label for row in listed}) == 21
    for label in {row.label for row in listed if row.label}:
        assert any(f"/zj-guideline/4/{label}" in source for source in known[label].sources), label
