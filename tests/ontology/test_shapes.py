"""The shapes: what is complete fits them, and each thing left out or put in wrongly is named."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.memory_graph import Graph, add_turtle, statements_in
from ontology.shapes import PROPOSED, SHACL, STATED, ShapeReport, check_shapes, shape_text
from ontology.statements import RDF_TYPE, read_statements
from tests.ontology.owl_core import ROOT, ntriples

COMPLETE = f"""
x:document a gb:Document ; dcterms:title "某要求"@zh ; dcterms:identifier "some-plan" ; prov:wasDerivedFrom x:file ;
    eli:realizes x:work ; gb:year 2025 ; gb:yearBasis "标题" .
x:work a gb:Work .
x:file a gb:SourceFile ; gb:sha256 "{"ab" * 32}" ; gb:fileName "some.txt" ; eli:embodies x:document .
x:part a gb:Part ; dcterms:title "一、要求"@zh ; gb:inDocument x:document ; gb:ordinal 1 .
x:clause a gb:Clause, gb:Requirement ; dcterms:identifier "some-plan/1" ;
    gb:text "应有3台设备" ; gb:plainText "应有3台设备" ; gb:start 10 ; gb:end 16 ;
    gb:ordinal 1 ; gb:rule "r" ; gb:inDocument x:document ; prov:wasDerivedFrom x:file ;
    gb:inPart x:part ; gb:hasForce force:shall ; gb:hasProvision x:provision ; gb:hasQuantity x:quantity ;
    gb:inCell x:upper ; gb:inTier x:high ; gb:inSubdomain x:subdomain .
x:provision a gb:Provision ; gb:ruledBy force:shall ; gb:start 10 ; gb:end 16 .
x:quantity a gb:Quantity ; gb:text "3台" ; gb:start 12 ; gb:end 14 ; gb:comparator "=" ; gb:value 3.0e0 ; gb:unit "台" .
x:slash a gb:Clause, gb:NotRequiredEntry ; dcterms:identifier "some-plan/2" ; gb:text "/" ; gb:plainText "/" ;
    gb:start 17 ; gb:end 18 ; gb:ordinal 2 ; gb:rule "r" ; gb:inDocument x:document ; prov:wasDerivedFrom x:file ;
    gb:hasForce force:none ; gb:inCell x:lower .
x:upper a gb:Cell, gb:RequiredCell ; gb:cellOf x:subdomain ; gb:atTier x:high ; gb:stepsUpFrom x:lower .
x:lower a gb:Cell, gb:NotRequiredCell ; gb:cellOf x:subdomain ; gb:atTier x:low .
x:scheme a skos:ConceptScheme ; dcterms:identifier "some" ; skos:prefLabel "某体系"@zh, "some scheme"@en ;
    dcterms:source "某处" .
x:low a skos:Concept, gb:Tier ; skos:inScheme x:scheme ; skos:prefLabel "低级"@zh, "low"@en ;
    skos:definition "低的。"@zh, "Low."@en ; dcterms:source "某处" ; gb:order 1 .
x:high a skos:Concept, gb:Tier ; skos:inScheme x:scheme ; skos:prefLabel "高级"@zh, "high"@en ;
    skos:definition "高的。"@zh, "High."@en ; dcterms:source "某处" ; gb:order 2 ; gb:directlyAbove x:low ;
    gb:buildsOn x:low ; gb:buildsOnStatement x:clause .
x:subdomain a skos:Concept, gb:CapabilitySubdomain ; skos:prefLabel "某子域"@zh ; gb:definedIn x:document .
x:scenario a skos:Concept, gb:NationalScenario ; skos:inScheme x:scheme ; skos:prefLabel "某场景"@zh, "a scenario"@en ;
    skos:definition "某。"@zh, "Some."@en ; dcterms:source "某处" ; gb:trust "A" .
x:condition a skos:Concept, gb:TierCondition ; gb:conditionOf x:high ; skos:prefLabel "某条件"@zh, "a condition"@en ;
    gb:conditionText "须如此。"@zh, "It must be so."@en ; gb:trust "B" ; dcterms:source "某处" ;
    gb:minimumShare 20.0e0 .
"""
CLAIMED = """
x:claim a gb:MappingClaim ; gb:claimSubject x:subdomain ;
    gb:claimPredicate skos:closeMatch ; gb:claimObject x:scenario ; gb:claimStatus "proposed" ;
    sssom:confidence 7.0e-1 ; sssom:mapping_justification semapv:ManualMappingCuration ;
    rdfs:comment "两者都要求设备联网。"@zh .
x:subdomain skos:closeMatch x:scenario .
x:clause gb:candidateScenario x:scenario .
"""
# What is taken from the complete graph (words that a line of it holds), what is added, where, and what is asked for.
BROKEN = [
    ("x/clause> <{gb}text>", "", "clause", "一段原文"),
    ("x/clause> <{gb}start>", "", "clause", "起点"),
    ("x/clause> <{gb}end>", "x:clause gb:end 10 .", "clause", "小于终点"),
    ("x/clause> <{gb}hasForce>", "", "clause", "规定强度"),
    ("", "x:clause gb:hasForce force:none .", "document", "只在没有别的强度时"),
    ("", "x:clause gb:hasForce force:may .", "document", "各段规定"),
    ("", "x:clause gb:inDocument x:other . x:other a gb:Document .", "clause", "有且只有一份所在文件"),
    ("x/clause> <{dcterms}identifier>", "", "clause", "编号"),
    ("x/clause> <{prov}wasDerivedFrom>", "", "clause", "源文件"),
    ("x/file> <{gb}sha256>", 'x:file gb:sha256 "unknown" .', "file", "SHA-256"),
    ("x/document> <{gb}yearBasis>", "", "document", "依据"),
    ("x/document> <{dcterms}title>", "", "document", "标题"),
    ("x/clause> <{rdf}type> <{gb}Requirement>", "", "clause", "只属于一个种类"),
    ("", "x:provision gb:ruledBy force:may .", "provision", "有且只有一个强度"),
    ("x/provision> <{gb}end>", "x:provision gb:end 17 .", "document", "起止之间"),
    ("x/quantity> <{gb}comparator>", "", "quantity", "比较词"),
    ("x/quantity> <{gb}value>", "", "quantity", "数值"),
    ("x/quantity> <{gb}text>", 'x:quantity gb:text "4台" .', "document", "文字相同"),
    ("", "x:quantity gb:upperValue 9.0e0 .", "quantity", "区间"),
    ("", "x:upper a gb:NotRequiredCell .", "upper", "二者有且只有其一"),
    ("x/upper> <{gb}cellOf>", "", "upper", "能力子域"),
    ("x/clause> <{gb}inCell>", "", "upper", "至少有一条要求"),
    ("", "x:clause gb:inCell x:lower .", "lower", "没有要求"),
    ("x/low> <{skos}definition> \"Low", "", "low", "英文释义"),
    ("x/low> <{skos}prefLabel> \"low", "", "low", "英文首选名称"),
    ("x/low> <{dcterms}source>", "", "low", "来源"),
    ("", 'x:low skos:prefLabel "另名"@zh .', "low", "每种语言至多一个"),
    ("x/subdomain> <{gb}definedIn>", "", "subdomain", "出自哪份文件"),
    ("", "x:low gb:directlyAbove x:high .", "low", "成了环"),
    ("", "x:low gb:directlyAbove x:low .", "low", "成了环"),
    ("x/low> <{gb}order>", "x:low gb:order 2 .", "high", "次序"),
    ("", "x:low gb:buildsOn x:high ; gb:buildsOnStatement x:clause .", "low", "不低于自己"),
    ("x/high> <{gb}buildsOnStatement>", "", "high", "写明此事的条款"),
    ("", "x:low skos:broader x:high . x:high skos:broader x:low .", "scheme", "自己的上位概念"),
    ("x/scenario> <{gb}trust>", 'x:scenario gb:trust "C" .', "scenario", "A 或 B"),
    ("x/condition> <{gb}minimumShare>", "x:condition gb:minimumShare 120.0e0 .", "condition", "0 到 100"),
    ("", "x:clause gb:candidateScenario x:scenario .", "clause", "推定图"),
    ("", "x:subdomain skos:closeMatch x:scenario .", "subdomain", "推定图"),
    ("", "x:claim a gb:MappingClaim ; gb:claimSubject x:low .", "claim", "推定图"),
]  # fmt: skip
WRONGLY_CLAIMED = [
    ("claimPredicate>", "x:claim gb:claimPredicate skos:exactMatch .", "claim", "从不是完全等同"),
    ("", "x:subdomain skos:exactMatch x:scenario .", "subdomain", "从不是完全等同"),
    ("confidence>", "x:claim sssom:confidence 2.0e0 .", "claim", "0 到 1"),
    ("comment>", "", "claim", "理由"),
    ("claimStatus>", 'x:claim gb:claimStatus "official" .', "claim", "状态"),
    ("mapping_justification>", "", "claim", "来由"),
    ("claimObject>", "x:claim gb:claimObject x:nothing .", "claim", "客体"),
    ("", "x:subdomain skos:relatedMatch x:scenario .", "subdomain", "写明理由的主张"),
    ("", "x:clause gb:candidateScenario x:low .", "clause", "国家典型场景"),
]  # fmt: skip
ADDRESSES = {
    "gb": f"{ROOT}ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def stated(gone: str = "", added: str = "") -> str:
    without = [gone.format(**ADDRESSES)] if gone else []
    complete = ntriples(COMPLETE)
    left = ntriples(COMPLETE, without=without)
    assert not gone or left != complete, "what is to be taken away is there"
    return left + ntriples(added)


def proposed(gone: str = "", added: str = "") -> str:
    left = ntriples(CLAIMED, without=[gone] if gone else [])
    assert not gone or left != ntriples(CLAIMED)
    return left + ntriples(added)


def told(report: ShapeReport, focus: str, asked: str) -> bool:
    return any(one.focus == f"{ROOT}x/{focus}" and asked in one.zh and one.en for one in report.violations)


def test_what_is_complete_fits() -> None:
    report = check_shapes(stated(), proposed())
    assert report.violations == ()
    assert report.shapes > 20


@pytest.mark.parametrize(("gone", "added", "focus", "asked"), BROKEN)
def test_what_is_incomplete_is_named(gone: str, added: str, focus: str, asked: str) -> None:
    report = check_shapes(stated(gone, added))
    assert told(report, focus, asked), report.violations


def test_a_force_said_by_nothing_is_named_with_its_clause() -> None:
    (one,) = check_shapes(stated("", "x:clause gb:hasForce force:may .")).violations
    assert one.value == f"{ROOT}x/clause" and one.value in one.zh and one.value in one.en


@pytest.mark.parametrize(("gone", "added", "focus", "asked"), WRONGLY_CLAIMED)
def test_what_is_wrongly_claimed_is_named(gone: str, added: str, focus: str, asked: str) -> None:
    report = check_shapes(stated(), proposed(gone, added))
    assert told(report, focus, asked), report.violations


def test_a_claim_that_nothing_corresponds_is_no_match() -> None:
    nothing = ntriples(CLAIMED, without=["Match> <", "claimObject", "candidate"])
    nothing += ntriples("x:claim gb:claimObject sssom:NoTermFound .")
    assert check_shapes(stated(), nothing).violations == ()


@pytest.mark.parametrize("name", [*STATED, *PROPOSED])
def test_every_shape_says_in_two_languages_what_it_asks(name: str) -> None:
    shapes = Graph(bind_namespaces="none")
    add_turtle(shapes, shape_text(name))
    listed = list(statements_in(shapes))
    told_in = {(one.subject, one.language) for one in listed if one.predicate == f"{SHACL}message"}
    asking = {
        one.value
        for one in listed
        if one.predicate in (f"{SHACL}property", f"{SHACL}sparql") and one.subject.startswith(ROOT)
    }
    asking |= {one.subject for one in listed if one.predicate in (f"{SHACL}or", f"{SHACL}xone")} & {
        one.subject for one in listed if one.subject.startswith(ROOT)
    }
    assert asking and {(one, tag) for one in asking for tag in ("zh", "en")} <= told_in


def test_every_file_of_shapes_can_be_published() -> None:
    for name in (*STATED, *PROPOSED):
        about = {(one.predicate, one.language) for one in read_statements(shape_text(name), name)}
        assert {("http://purl.org/dc/terms/title", "zh"), ("http://purl.org/dc/terms/license", None)} <= about
        kinds = {one.value for one in read_statements(shape_text(name), name) if one.predicate == RDF_TYPE}
        assert f"{SHACL}NodeShape" in kinds


def test_a_shape_that_is_not_there_is_named() -> None:
    with pytest.raises(OntologyError, match=r"shapes/nothing\.ttl"):
        shape_text("nothing")
