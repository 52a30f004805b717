"""The vocabularies: complete, consistent and readable."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.vocabulary import SCHEME_NAMES, Scheme, load_scheme, parse_scheme

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gb: <https://w3id.org/gongbiao/ontology#> .
@prefix : <https://example.org/> .
"""
GROUPED = """
:k a skos:Concept, gb:SystemKind ; skos:notation 'tools' ; skos:prefLabel '工具'@zh, 'tools'@en .
:k2 a skos:Concept, gb:SystemKind ; skos:notation 'small' ; skos:prefLabel '小工具'@zh, 'small'@en ; skos:broader :k .
:a a skos:Concept, gb:System ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ; skos:broader :k2 .
:b a skos:Concept, gb:System ; skos:notation 'B' ; skos:prefLabel '乙'@zh, 'b'@en ; skos:broader :k, :a ;
   dcterms:source :c1, '工标'@zh .
"""


@pytest.fixture(scope="module", params=SCHEME_NAMES)
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return load_scheme(str(request.param))


def test_every_concept_is_described_in_both_languages(scheme: Scheme) -> None:
    assert scheme.concepts
    for concept in scheme.concepts.values():
        assert concept.zh and concept.en and concept.definition_zh and concept.definition_en, concept.code
        assert concept.kind and concept.iri.startswith("https://w3id.org/gongbiao/"), concept.code


def test_no_name_stands_twice_in_a_concept(scheme: Scheme) -> None:
    for concept in scheme.concepts.values():
        labels = (concept.zh, concept.en, *concept.alternatives, *concept.hidden)
        assert len(set(labels)) == len(labels), concept.code


def test_broader_never_runs_in_a_circle(scheme: Scheme) -> None:
    for code in scheme.concepts:
        assert code not in scheme.ancestors(code)


def test_capabilities_are_three_elements_fourteen_domains_and_forty_four_subdomains() -> None:
    scheme = load_scheme("capabilities")
    assert len(scheme.of_kind("CapabilityElement")) == 3
    assert len(scheme.of_kind("CapabilityDomain")) == 14
    subdomains = scheme.of_kind("CapabilitySubdomain")
    assert [concept.code for concept in subdomains] == [str(number) for number in range(1, 45)]
    for concept in subdomains:
        domain, element = scheme.ancestors(concept.code)
        assert scheme.concepts[domain].kind == "CapabilityDomain"
        assert scheme.concepts[element].kind == "CapabilityElement"
        assert len(concept.hidden) >= 6, concept.code


def test_a_wording_of_one_subdomain_is_not_a_wording_of_another() -> None:
    owners: dict[str, str] = {}
    for concept in load_scheme("capabilities").of_kind("CapabilitySubdomain"):
        for label in (concept.zh, *concept.alternatives, *concept.hidden):
            assert label not in owners, f"{label}: {owners.get(label)} and {concept.code}"
            owners[label] = concept.code


def test_tiers_name_the_scheme_that_defines_them() -> None:
    tiers = load_scheme("tiers").concepts
    assert [code for code, tier in tiers.items() if tier.scheme == "zj-graded"] == [
        "digital-workshop",
        "smart-factory",
        "future-factory",
    ]
    assert [tier.zh for tier in tiers.values() if tier.scheme == "national"] == ["基础级", "先进级", "卓越级", "领航级"]
    assert [tier.zh for tier in tiers.values() if tier.scheme == "zj-guideline"] == [
        "制造精益级",
        "集成优化级",
        "创新引领级",
    ]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("MES", "制造执行系统"),
        ("ERP", "资源计划系统"),
        ("APS", "高级计划排程"),
        ("WMS", "仓库管理系统"),
        ("LIMS", "实验室信息管理系统"),
        ("DCS", "集散控制系统"),
    ],
)
def test_a_system_is_known_by_its_chinese_name(code: str, name: str) -> None:
    assert name in load_scheme("systems").concepts[code].names


def test_narrower_is_broader_turned_round() -> None:
    technologies = load_scheme("technologies")
    assert technologies.concepts["工业机器人"].broader == ("机器人",)
    assert "工业机器人" in technologies.narrower("机器人")


def test_an_unknown_vocabulary_is_named() -> None:
    with pytest.raises(OntologyError, match="'colours'"):
        load_scheme("colours")


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(OntologyError, match="'XYZ'"):
        load_scheme("systems").ancestors("XYZ")


def test_kinds_group_concepts_and_are_kept_apart_from_them() -> None:
    scheme = parse_scheme("made up", PREFIXES + GROUPED)
    assert list(scheme.concepts) == ["A", "B"]
    assert list(scheme.kinds) == ["tools", "small"]
    assert scheme.concepts["B"].groups == ("tools",)
    assert scheme.concepts["B"].broader == ("A",)
    assert scheme.concepts["B"].sources == ("https://example.org/c1", "工标")
    assert scheme.ancestors("B") == ("A",)
    assert scheme.kinds_of("A") == ("small", "tools")
    assert scheme.kinds_of("B") == ("tools",)


def test_a_kind_has_the_members_of_the_kinds_below_it() -> None:
    scheme = parse_scheme("made up", PREFIXES + GROUPED)
    assert scheme.members("small") == ("A",)
    assert scheme.members("tools") == ("A", "B")


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(OntologyError, match="'colours': not a kind"):
        load_scheme("systems").members("colours")


@pytest.mark.parametrize("name", ["technologies", "tiers", "capabilities"])
def test_the_other_vocabularies_have_no_kinds(name: str) -> None:
    scheme = load_scheme(name)
    assert not scheme.kinds
    assert all(scheme.kinds_of(code) == () for code in scheme.concepts)


@pytest.mark.parametrize(
    ("turtle", "complaint"),
    [
        (
            ":a a skos:Concept ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ; skos:broader :b ."
            ":b a skos:Concept ; skos:notation 'B' ; skos:prefLabel '乙'@zh, 'b'@en ; skos:broader :a .",
            "'A' lies above itself",
        ),
        (
            ":a a skos:Concept, gb:SystemKind ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ; skos:broader :a .",
            "'A' lies above itself",
        ),
        (
            ":a a skos:Concept ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ."
            ":b a skos:Concept, gb:SystemKind ; skos:notation 'B' ; skos:prefLabel '乙'@zh, 'b'@en ; skos:broader :a .",
            "the kind 'B' has something broader that is no kind",
        ),
        (
            ":a a skos:Concept ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ."
            ":b a skos:Concept, gb:SystemKind ; skos:notation 'A' ; skos:prefLabel '乙'@zh, 'b'@en .",
            "stands twice",
        ),
        (":a a skos:Concept ; skos:notation 'A' .", "lacks a notation or a preferred name"),
        (":a a skos:Concept ; skos:prefLabel '甲'@zh, 'a'@en .", "lacks a notation or a preferred name"),
        (
            ":a a skos:Concept ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ."
            ":b a skos:Concept ; skos:notation 'A' ; skos:prefLabel '乙'@zh, 'b'@en .",
            "stands twice",
        ),
        (
            ":a a skos:Concept ; skos:notation 'A' ; skos:prefLabel '甲'@zh, 'a'@en ; skos:broader :c .",
            "is not described",
        ),
        (":a a skos:Concept", "not Turtle"),
    ],
)
def test_a_wrong_vocabulary_is_refused(turtle: str, complaint: str) -> None:
    with pytest.raises(OntologyError, match=complaint):
        parse_scheme("broken", PREFIXES + turtle)
