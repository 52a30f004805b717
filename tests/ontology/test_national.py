"""The national level: what `ontology/national/` says, how far it is to be trusted, and that it says no more."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from ontology.statements import DCTERMS, GB, RDF_TYPE, SKOS, Statement, read_statements, read_text
from ontology.vocabulary import load_scheme, parse_scheme

ROOT = "https://w3id.org/gongbiao/"
NATIONAL = f"{ROOT}national/"
FILES = ("gradient", "maturity", "scenarios")
CLASSES = Counter(
    NationalScenario=40,
    ScenarioLink=8,
    ConstructionLink=5,
    MaturityLevel=5,
    MaturityElement=4,
    MaturityDomain=12,
    MaturitySubdomain=11,
    TierCondition=20,
)

Described = dict[str, list[Statement]]


@pytest.fixture(scope="module")
def described() -> Described:
    found: Described = defaultdict(list)
    for name in FILES:
        for statement in read_statements(read_text("national", f"{name}.ttl"), name):
            found[statement.subject].append(statement)
    return found


def values(about: list[Statement], predicate: str, language: str | None = None) -> list[str]:
    return [one.value for one in about if one.predicate == predicate and language in (None, one.language)]


def of_class(described: Described, name: str) -> dict[str, list[Statement]]:
    return {iri: about for iri, about in described.items() if GB + name in values(about, RDF_TYPE)}


def test_each_class_has_as_many_members_as_the_facts_give(described: Described) -> None:
    kinds = Counter(
        kind.removeprefix(GB)
        for iri, about in described.items()
        if iri.startswith(NATIONAL)
        for kind in values(about, RDF_TYPE)
        if kind.startswith(GB)
    )
    assert kinds == CLASSES


def test_every_individual_is_described_in_both_languages_with_trust_and_source(described: Described) -> None:
    for iri, about in described.items():
        if not iri.startswith(NATIONAL):
            continue
        for language in ("zh", "en"):
            for predicate in (f"{SKOS}prefLabel", f"{SKOS}definition"):
                assert len(values(about, predicate, language)) == 1, (iri, predicate, language)
            assert values(about, f"{DCTERMS}source", language), iri
            assert values(about, f"{SKOS}editorialNote", language), iri
        assert values(about, f"{GB}trust") in (["A"], ["B"]), iri


def test_definitions_are_marked_as_the_products_own_words(described: Described) -> None:
    for iri, about in described.items():
        if iri.startswith(NATIONAL):
            assert any("不是官方文字" in note for note in values(about, f"{SKOS}editorialNote", "zh")), iri


def test_no_two_individuals_of_a_class_share_a_label_or_a_definition(described: Described) -> None:
    for name in CLASSES:
        for predicate in (f"{SKOS}prefLabel", f"{SKOS}definition"):
            for language in ("zh", "en"):
                words = [
                    word for about in of_class(described, name).values() for word in values(about, predicate, language)
                ]
                assert len(set(words)) == len(words), (name, predicate, language)


def test_scenarios_are_numbered_one_to_forty_under_eight_links() -> None:
    scheme = parse_scheme("scenarios", read_text("national", "scenarios.ttl"))
    scenarios = scheme.of_kind("NationalScenario")
    assert [scenario.code for scenario in scenarios] == [str(number) for number in range(1, 41)]
    assert all(scenario.iri == f"{NATIONAL}scenario/{scenario.code}" for scenario in scenarios)
    sizes = {link.zh: len(scheme.narrower(link.code)) for link in scheme.of_kind("ScenarioLink")}
    assert sizes == {
        "工厂建设": 3,
        "产品研发": 2,
        "工艺设计": 2,
        "生产管理": 12,
        "生产作业": 10,
        "运营管理": 4,
        "产品服务": 3,
        "供应链管理": 4,
    }


def test_the_names_of_three_scenarios_are_less_certain_and_numbers_from_nine_follow_the_list(
    described: Described,
) -> None:
    numbers = range(1, 41)
    about = {number: described[f"{NATIONAL}scenario/{number}"] for number in numbers}
    assert [number for number in numbers if values(about[number], f"{GB}trust") == ["B"]] == [17, 18, 37]
    noted = [n for n in numbers if any("列出次序" in note for note in values(about[n], f"{SKOS}editorialNote", "zh"))]
    assert noted == list(range(9, 41))
    assert all(values(about[number], f"{GB}edition") == ["2025年版"] for number in numbers)


def test_the_maturity_model_has_five_levels_and_a_tree_of_four_elements(described: Described) -> None:
    scheme = parse_scheme("maturity", read_text("national", "maturity.ttl"))
    levels = scheme.of_kind("MaturityLevel")
    assert [level.code for level in levels] == [f"level-{number}" for number in range(1, 6)]
    assert [level.zh for level in levels] == [
        "一级（规划级）",
        "二级（规范级）",
        "三级（集成级）",
        "四级（优化级）",
        "五级（引领级）",
    ]
    assert [element.zh for element in scheme.of_kind("MaturityElement")] == ["人员", "技术", "资源", "制造"]
    for domain in scheme.of_kind("MaturityDomain"):
        assert [scheme.concepts[code].kind for code in domain.broader] == ["MaturityElement"]
    for subdomain in scheme.of_kind("MaturitySubdomain"):
        assert [scheme.concepts[code].kind for code in subdomain.broader] == ["MaturityDomain"]
    trusts = {
        kind: {trust for about in of_class(described, kind).values() for trust in values(about, f"{GB}trust")}
        for kind in ("MaturityLevel", "MaturityElement", "MaturityDomain", "MaturitySubdomain")
    }
    assert trusts == {
        "MaturityLevel": {"A"},
        "MaturityElement": {"A"},
        "MaturityDomain": {"B"},
        "MaturitySubdomain": {"B"},
    }


def test_conditions_ask_what_the_facts_give(described: Described) -> None:
    def asked(tier: str, slug: str, predicate: str) -> list[str]:
        about = described[f"{NATIONAL}condition/national-{tier}/{slug}"]
        assert values(about, f"{GB}conditionOf") == [f"{ROOT}tier/national-{tier}"]
        return [value.rpartition("/")[2] for value in values(about, GB + predicate)]

    tiers = ("basic", "advanced", "excellent", "leading")
    levels = [asked(tier, "maturity", "requiresMaturityLevel") for tier in tiers]
    assert levels == [["level-2"], ["level-2"], ["level-3"], ["level-4"]]
    links = [set(asked(tier, "construction-links", "requiresConstructionLink")) for tier in tiers]
    assert links[0] == {"production-operation"}
    assert links[1] == {"production-operation", "production-management", "operations-management"}
    assert links[2] == links[3] == {iri.rpartition("/")[2] for iri in of_class(described, "ConstructionLink")}
    trusts = [[asked(tier, slug, "trust") for tier in tiers] for slug in ("maturity", "construction-links")]
    assert trusts == [[["B"], ["A"], ["B"], ["B"]]] * 2


def test_the_share_of_scenarios_with_ai_belongs_to_one_edition(described: Described) -> None:
    shares = {
        values(about, f"{GB}conditionOf")[0].rpartition("/")[2]: about
        for about in of_class(described, "TierCondition").values()
        if values(about, f"{GB}minimumShare")
    }
    assert {tier: float(values(about, f"{GB}minimumShare")[0]) for tier, about in shares.items()} == {
        "national-excellent": 20.0,
        "national-leading": 60.0,
    }
    for about in shares.values():
        assert values(about, f"{GB}edition") == ["2025年版"]
        assert any("另一版本没有" in note for note in values(about, f"{SKOS}editorialNote", "zh"))


def test_no_condition_has_a_figure_beyond_the_shares_and_the_standards_number(described: Described) -> None:
    figures = {
        figure
        for about in of_class(described, "TierCondition").values()
        for text in values(about, f"{GB}conditionText", "zh")
        for figure in re.findall(r"\d+", text.replace("GB/T 39116-2020", ""))
    }
    assert figures == {"20", "60"}


def test_the_gradient_names_its_six_bodies_and_who_decides(described: Described) -> None:
    scheme = described[f"{ROOT}scheme/national"]
    assert values(scheme, f"{GB}issuedBy", "zh") == [
        "工业和信息化部",
        "国家发展改革委",
        "财政部",
        "国务院国资委",
        "市场监管总局",
        "国家数据局",
    ]
    assert len(values(scheme, f"{GB}issuedBy", "en")) == 6
    for tier in load_scheme("tiers").concepts.values():
        if tier.scheme == "national":
            about = described[tier.iri]
            assert values(about, f"{GB}decidedBy", "zh") and values(about, f"{GB}decidedBy", "en"), tier.code
            assert values(about, f"{GB}trust") == ["A"], tier.code


@pytest.mark.parametrize(
    ("tier", "place"),
    [
        ("national-basic", "黑龙江"),
        ("national-basic", "重庆"),
        ("national-advanced", "黑龙江"),
        ("digital-workshop", "吉林"),
        ("smart-factory", "黑龙江"),
        ("future-factory", "吉林"),
    ],
)
def test_a_tier_warns_of_its_namesakes_elsewhere(described: Described, tier: str, place: str) -> None:
    notes = values(described[f"{ROOT}tier/{tier}"], f"{SKOS}scopeNote", "zh")
    assert any(place in note for note in notes)
