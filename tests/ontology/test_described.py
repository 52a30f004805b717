"""Things of single documents are found by the words that the documents use."""

from __future__ import annotations

import pytest

from ontology.described import load_described, parse_described
from ontology.errors import OntologyError

TURTLE = """
@prefix gb: <https://w3id.org/gongbiao/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://example.org/> .
:scheme a skos:ConceptScheme ; dcterms:identifier "d" .
:a a skos:Concept, gb:CapabilityElement ; skos:inScheme :scheme ; skos:prefLabel "效益"@zh, "benefit"@en ;
    skos:altLabel "绩效"@zh .
:b a skos:Concept, gb:CapabilityDomain ; skos:inScheme :scheme ; skos:prefLabel "效益"@zh .
"""


def test_a_thing_is_found_by_any_chinese_name_within_its_scheme_and_class() -> None:
    described = parse_described([("f", TURTLE)])
    for words in ("效益", "绩效"):
        assert described.find("d", "CapabilityElement", words) == "https://example.org/a"
    assert described.find("d", "CapabilityDomain", "效益") == "https://example.org/b"
    assert described.find("d", "CapabilityElement", "benefit") is None
    assert described.find("other", "CapabilityElement", "效益") is None


def test_two_things_of_one_class_must_not_share_a_name() -> None:
    again = ':c a gb:CapabilityDomain ; skos:inScheme :scheme ; skos:altLabel "效益"@zh .'
    with pytest.raises(OntologyError, match="CapabilityDomain '效益' of d stands twice"):
        parse_described([("f", TURTLE + again)])


def test_regions_and_industries_of_the_founding_texts_are_described() -> None:
    described = load_described()
    for region in ("浙江省", "浙江省金华市浦江县", "广西壮族自治区"):
        assert described.find("regions", "Region", region), region
    assert described.find("industries", "Industry", "离散行业") != described.find("industries", "Industry", "流程行业")
