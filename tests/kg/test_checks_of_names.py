"""The checks of vocabularies and mappings: names are the same everywhere, and nothing is claimed too strongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from corpus.library import Document
from kg.checks.mappings import PROMISED, check_mappings
from kg.checks.vocabularies import check_vocabularies
from kg.graph import GraphStore
from kg.terms import GB, RDF_TYPE, SKOS, Triple, iri, link, words
from ontology.mappings import mapping_files
from tests.kg.checked import assert_names, clauses_of, linked_documents, with_triples
from tests.kg.sample import VOCABULARIES


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return linked_documents()


# Vocabularies


def test_texts_and_vocabularies_use_the_same_names(documents: Sequence[Document], founding: GraphStore) -> None:
    check = check_vocabularies(clauses_of(documents), VOCABULARIES.systems, VOCABULARIES.technologies, founding)
    assert (check.ok, check.findings) == (True, ())
    assert any(one.zh.startswith("OEE：") for one in check.remarks)
    assert not any(one.zh.startswith(("MES：", "ERP：", "XXXX：")) for one in check.remarks)


def test_a_name_that_the_vocabulary_does_not_find_is_named(documents: Sequence[Document], founding: GraphStore) -> None:
    clauses = clauses_of(documents)
    place = next(number for number, clause in enumerate(clauses) if clause.systems)
    changed = [*clauses[:place], replace(clauses[place], systems=("NOPE",)), *clauses[place + 1 :]]
    check = check_vocabularies(changed, VOCABULARIES.systems, VOCABULARIES.technologies, founding)
    assert_names(check, clauses[place].id, "NOPE")
    assert len(check.findings) == 2, "once against the vocabulary, once against the graph"


def test_names_are_in_both_languages_and_of_one_concept() -> None:
    other, scheme = iri("system", "OTHER"), iri("scheme", "systems")
    check = check_vocabularies(
        (),
        VOCABULARIES.systems,
        VOCABULARIES.technologies,
        with_triples(
            Triple(other, RDF_TYPE, link(f"{SKOS}Concept")),
            Triple(other, RDF_TYPE, link(f"{GB}System")),
            Triple(other, f"{SKOS}inScheme", link(scheme)),
            Triple(other, f"{SKOS}prefLabel", words("制造执行系统", "zh")),
        ),
    )
    assert_names(check, "system:OTHER", "en")
    assert_names(check, "制造执行系统", "system:MES", "system:OTHER")


# Mappings


def files_with(name: str, *lines: str, without: str = " ") -> list[tuple[str, str]]:
    """The mapping sets, lines added to one of them or those that begin with some words taken away."""
    return [
        (
            one,
            text
            if one != name
            else "".join(f"{line}\n" for line in (*text.splitlines(), *lines) if not line.startswith(without)),
        )
        for one, text in mapping_files()
    ]


def row(subject: str, label: str, predicate: str, value: str, value_label: str, confidence: str = "0.5") -> str:
    """A line of the set of the 44 subdomains and the scenarios."""
    cells = (subject, label, predicate, value, value_label, "semapv:ManualMappingCuration", confidence)
    return "\t".join((*cells, "两者都要求同一件事。", "", "status=proposed|target=scenarios"))


SCENARIOS = "zj-graded-scenarios"


def test_everything_promised_is_mapped(founding: GraphStore) -> None:
    check = check_mappings(mapping_files(), founding)
    assert (check.ok, check.findings) == (True, ())
    assert (
        check.figures["claims"]
        == founding.query("SELECT (COUNT(?c) AS ?n) WHERE { GRAPH graph:proposed { ?c a gb:MappingClaim } }").values[0][
            0
        ]
    )
    reached: Mapping[str, object] = check.figures
    assert sum(int(str(reached.get(reach, 0))) for reach in ("close", "partial", "related", "none")) == 40


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (row("capability:1", "新一代信息技术", "skos:exactMatch", "scenario:2", "数字基础设施建设"), "skos:exactMatch"),
        (row("capability:1", "新一代信息技术", "skos:closeMatch", "scenario:3", "数字孪生工厂构建", "2"), "confidence"),
    ],
)
def test_a_row_that_no_proposal_may_have_is_named(line: str, named: str, founding: GraphStore) -> None:
    check = check_mappings(files_with(SCENARIOS, line), founding)
    assert_names(check, SCENARIOS, named)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            row("capability:1", "旧名称", "skos:relatedMatch", "scenario:3", "数字孪生工厂构建"),
            ("旧名称", "新一代信息技术"),
        ),
        (row("capability:1", "新一代信息技术", "skos:relatedMatch", "scenario:3", "旧场景"), ("旧场景",)),
        (row("capability:99", "没有", "skos:relatedMatch", "scenario:3", "数字孪生工厂构建"), ("capability:99",)),
        (row("capability:1", "新一代信息技术", "skos:relatedMatch", "sssom:NoTermFound", "无"), ("无对应",)),
        (
            row("capability:1", "新一代信息技术", "skos:relatedMatch", "sssom:NoTermFound", "无对应"),
            ("capability:1", "scenarios"),
        ),
        (
            row("capability:1", "新一代信息技术", "skos:closeMatch", "scenario:2", "数字基础设施建设"),
            ("capability:1", "scenario:2"),
        ),
    ],
)
def test_a_row_that_is_out_of_date_or_in_conflict_is_named(
    line: str, named: tuple[str, ...], founding: GraphStore
) -> None:
    check = check_mappings(files_with(SCENARIOS, line), founding)
    assert_names(check, *named)
    assert any("in the graph" in one.en for one in check.findings), "the graph was built without the row"


def test_a_subject_without_a_row_is_named(founding: GraphStore) -> None:
    check = check_mappings(files_with(SCENARIOS, without="capability:19\t"), founding)
    assert_names(check, "zj-graded", "设备运维", "scenarios")


def test_a_set_that_is_missing_is_named(founding: GraphStore) -> None:
    check = check_mappings([one for one in mapping_files() if one[0] != SCENARIOS], founding)
    assert ("zj-graded", "CapabilitySubdomain", "scenarios") in PROMISED
    assert_names(check, "zj-graded", "CapabilitySubdomain", "scenarios")


def test_an_exact_match_in_the_graph_is_named() -> None:
    exact = Triple(iri("capability", 1), f"{SKOS}exactMatch", link(iri("national", "scenario", 2)))
    check = check_mappings((), with_triples(exact))
    assert_names(check, "capability:1", "skos:exactMatch", "scenario:2")
