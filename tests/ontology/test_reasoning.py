"""The reasoners: they give back what the ontology defines, and find what cannot be true."""

from __future__ import annotations

import shutil

import pytest

from ontology.definitions import Definitions, disagreements, find_definitions, own_facts, premises
from ontology.errors import OntologyError
from ontology.facts import OWL, A, Fact, read_facts, sign, without_literals, write_facts
from ontology.hermit import find_java, is_consistent, realise
from ontology.reasoning import close
from ontology.statements import GB
from tests.ontology.owl_core import ROOT, ntriples

SOUND = """
x:clause a gb:Requirement ; gb:hasForce force:shall ; gb:inCell x:upper ; gb:namesSystem x:system ; gb:start 3 ;
    gb:hasQuantity x:quantity ; gb:hasProvision x:provision .
x:provision gb:ruledBy force:shall .
x:quantity a gb:Quantity .
x:slash a gb:NotRequiredEntry ; gb:inCell x:lower .
x:upper a gb:RequiredCell ; gb:stepsUpFrom x:lower ; gb:atTier x:high ; gb:cellOf x:subdomain .
x:lower a gb:NotRequiredCell ; gb:atTier x:low ; gb:cellOf x:subdomain .
x:system a gb:System ; skos:broader kind:production .
kind:production a gb:SystemKind ; skos:broader kind:system .
x:high gb:directlyAbove x:middle . x:middle gb:directlyAbove x:low .
"""
# What is added, and what the message must name.
BROKEN = {
    "two forces of a provision": ("x:provision gb:ruledBy force:should .", ("force/shall", "force/should")),
    "a force and none": ("x:provision gb:ruledBy force:none .", ("force/shall", "force/none")),
    "requirement and not required": (
        "x:clause a gb:NotRequiredEntry .",
        ("ontology#Requirement", "ontology#NotRequiredEntry", "x/clause"),
    ),
    "cell required and not": ("x:upper a gb:NotRequiredCell .", ("RequiredCell", "NotRequiredCell", "x/upper")),
    "system and technology": ("x:system a gb:Technology .", ("ontology#System", "ontology#Technology", "x/system")),
    "tier above itself": ("x:low gb:directlyAbove x:low .", ("directlyAbove", "x/low")),
    "two tiers above each other": ("x:low gb:directlyAbove x:middle .", ("directlyAbove", "x/low", "x/middle")),
    "hash of a clause": (f'x:clause gb:sha256 "{"0" * 64}" .', ("SourceFile", "Clause", "x/clause")),
    "clause in a subdomain's place": ("x:upper gb:cellOf x:slash .", ("x/slash",)),
}


def x(name: str) -> str:
    return sign(f"{ROOT}x/{name}")


def gb(name: str) -> str:
    return sign(GB + name)


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return find_definitions(read_facts(ntriples("", core=True)))


def test_definitions_are_found_in_the_axioms(definitions: Definitions) -> None:
    assert {"MandatoryRequirement", "FirstAskingCell", "NewlyAskedRequirement", "SystemRequirement"} <= {
        name for name in definitions.names if name[0].isupper()
    }
    assert {name for name in definitions.names if name[0].islower()} == {
        "above",
        "inSubdomain",
        "inTier",
        "namesSystemUnder",
    }
    assert "Requirement" not in definitions.names and "Cell" not in definitions.names
    assert definitions.properties[gb("namesSystemUnder")] == {gb("namesSystem")}


def test_what_follows_is_inferred_and_only_that(definitions: Definitions) -> None:
    closure = close(ntriples(SOUND, core=True))
    assert closure.contradictions == ()
    followed = set(own_facts(closure.facts)) - read_facts(ntriples(SOUND))
    mine = {fact for fact in followed if fact.subject.startswith(sign(f"{ROOT}x/")[:-1])}
    expected = {
        Fact(x("clause"), A, gb(name))
        for name in (
            "Clause",
            "MandatoryRequirement",
            "QuantifiedRequirement",
            "SystemRequirement",
            "ProductionSystemRequirement",
            "NewlyAskedRequirement",
        )
    }
    assert expected <= mine
    assert Fact(x("upper"), A, gb("FirstAskingCell")) in mine and Fact(x("lower"), A, gb("FirstAskingCell")) not in mine
    assert {
        Fact(x("clause"), gb("inTier"), x("high")),
        Fact(x("clause"), gb("inSubdomain"), x("subdomain")),
        Fact(x("clause"), gb("namesSystemUnder"), sign(f"{ROOT}system-kind/system")),
        Fact(x("high"), gb("above"), x("low")),
    } <= mine
    assert Fact(x("clause"), A, gb("RecommendedRequirement")) not in mine
    assert Fact(x("low"), gb("above"), x("high")) not in mine
    assert not any(fact.predicate == sign(f"{OWL}sameAs") for fact in closure.facts)
    assert closure.inferred > len(mine)


def test_the_premises_hold_nothing_that_is_defined(definitions: Definitions) -> None:
    facts = read_facts(
        ntriples(SOUND + "x:clause a gb:MandatoryRequirement ; gb:inTier x:high . x:other gb:inTier x:low .")
    )
    gone = facts - premises(facts, definitions)
    assert gone == {Fact(x("clause"), A, gb("MandatoryRequirement")), Fact(x("clause"), gb("inTier"), x("high"))}


def test_where_build_and_reasoner_differ_is_told(definitions: Definitions) -> None:
    facts = read_facts(ntriples("x:a a gb:Requirement, gb:MandatoryRequirement . x:b gb:above x:c ."))
    inferred = read_facts(ntriples("x:a a gb:Requirement, gb:Clause . x:b gb:above x:c, x:d ."))
    told = disagreements(facts, inferred, definitions)
    assert {(one.fact, one.written) for one in told} == {
        (Fact(x("b"), gb("above"), x("d")), False),
        (Fact(x("a"), A, gb("MandatoryRequirement")), True),
    }


@pytest.mark.parametrize("name", BROKEN)
def test_rules_find_what_cannot_be_true(name: str) -> None:
    added, named = BROKEN[name]
    contradictions = close(ntriples(SOUND + added, core=True)).contradictions
    assert any(all(word in one for word in named) for one in contradictions), contradictions


@pytest.mark.java
def test_hermit_finds_nothing_wrong_with_what_is_sound() -> None:
    java = find_java()
    assert java is not None
    assert is_consistent(ntriples(SOUND, core=True), java)


@pytest.mark.java
@pytest.mark.parametrize("added", [*(added for added, _ in BROKEN.values()), "x:clause gb:start 4 ."])
def test_hermit_finds_what_cannot_be_true(added: str) -> None:
    java = find_java()
    assert java is not None
    assert not is_consistent(ntriples(SOUND + added, core=True), java)


@pytest.mark.java
def test_hermit_sorts_into_defined_classes_as_the_rules_do(definitions: Definitions) -> None:
    facts = without_literals(read_facts(ntriples(SOUND, core=True)))
    found = realise(write_facts(facts), definitions.classes)
    inferred = close(write_facts(facts)).facts
    assert found.members == {fact for fact in inferred if fact.predicate == A and fact.object in definitions.classes}
    assert Fact(x("clause"), A, gb("NewlyAskedRequirement")) in found.members
    assert found.unsatisfiable == ()


@pytest.mark.java
def test_hermit_names_a_class_that_can_have_no_member(definitions: Definitions) -> None:
    impossible = "x:Impossible a owl:Class ; rdfs:subClassOf gb:Requirement, gb:Heading ."
    found = realise(write_facts(without_literals(read_facts(ntriples(impossible, core=True)))), definitions.classes)
    assert found.unsatisfiable == (f"{ROOT}x/Impossible",)


@pytest.mark.java
def test_hermit_refuses_to_sort_what_cannot_be_true(definitions: Definitions) -> None:
    with pytest.raises(OntologyError, match="inconsistent"):
        realise(ntriples(SOUND + "x:low gb:directlyAbove x:low .", core=True), definitions.classes)


def test_a_java_that_does_not_run_is_named() -> None:
    with pytest.raises(OntologyError, match="HermiT: it cannot be run"):
        is_consistent(ntriples(SOUND), "no-such-java")
    broken = shutil.which("false")
    if broken is not None:
        with pytest.raises(OntologyError, match="could not read the graph"):
            is_consistent(ntriples(SOUND), broken)


def test_what_is_no_statement_is_named() -> None:
    with pytest.raises(OntologyError, match="not N-Triples"):
        read_facts("<a> <b>\n")
    assert read_facts('<a> <b> "c d\u2028 e ." .\n') == {Fact("<a>", "<b>", '"c d\u2028 e ."')}
