"""What the ontology defines, so that it need not be asserted: found in its own axioms, not listed here.

A class is defined where it equals, or lies above, an intersection; a property where a chain of others gives it, or
where it is transitive and gathers its sub-properties. What a build writes of these must be just what a reasoner infers
from everything else; :func:`premises` takes it away, and :func:`disagreements` compares.

Source: OWL 2 Profiles, https://www.w3.org/TR/owl2-profiles/#OWL_2_RL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ontology.facts import OWL, RDF, RDFS, A, Fact, sign
from ontology.statements import GB


@dataclass(frozen=True, slots=True)
class Definitions:
    """The defined terms, as signs.

    Attributes:
        classes: Classes with a definition.
        properties: Properties that others give, each with the first steps of its chains: something has the property
            by definition where it has such a step; no step means always.
    """

    classes: frozenset[str]
    properties: Mapping[str, frozenset[str]]

    @property
    def names(self) -> tuple[str, ...]:
        """Local names of all defined terms, sorted."""
        return tuple(sorted(term[1:-1].removeprefix(GB) for term in (*self.classes, *self.properties)))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement that only one of build and reasoner makes.

    Attributes:
        fact: The statement.
        written: Whether the build wrote it although nothing gives it; else a reasoner infers it and the build has not.
    """

    fact: Fact
    written: bool


def find_definitions(facts: Iterable[Fact]) -> Definitions:
    """The project's own defined terms, by the axioms among the facts."""
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.predicate in _AXIOMS:
            values[fact.predicate][fact.subject].append(fact.object)
    intersections = values[sign(f"{OWL}intersectionOf")].keys()
    classes = {
        one
        for one, others in values[sign(f"{OWL}equivalentClass")].items()
        if _is_own(one) and intersections & set(others)
    }
    classes |= {
        above
        for below, aboves in values[sign(f"{RDFS}subClassOf")].items()
        for above in aboves
        if below.startswith("_:") and below in intersections and _is_own(above)
    }
    first = values[sign(f"{RDF}first")]
    properties = {
        one: frozenset(step for chain in chains for step in first[chain]) - {one}
        for one, chains in values[sign(f"{OWL}propertyChainAxiom")].items()
        if _is_own(one)
    }
    for one, kinds in values[A].items():
        if _is_own(one) and sign(f"{OWL}TransitiveProperty") in kinds:
            properties.setdefault(one, frozenset())
    return Definitions(frozenset(classes), properties)


def premises(facts: AbstractSet[Fact], definitions: Definitions) -> frozenset[Fact]:
    """The facts without what follows from definitions; a reasoner that knows the axioms gives it back."""
    having: dict[str, set[str]] = defaultdict(set)
    steps = {step for first in definitions.properties.values() for step in first}
    for fact in facts:
        if fact.predicate in steps:
            having[fact.predicate].add(fact.subject)
    return frozenset(fact for fact in facts if not _follows(fact, definitions, having))


def disagreements(
    facts: AbstractSet[Fact], inferred: AbstractSet[Fact], definitions: Definitions
) -> tuple[Disagreement, ...]:
    """Where the build and a reasoner differ about the defined classes and properties.

    Args:
        facts: What the build wrote.
        inferred: What a reasoner knows after starting from the premises: those and what follows.
        definitions: The defined terms.
    """
    missing = [fact for fact in inferred if _is_defined(fact, definitions) and fact not in facts]
    written = [fact for fact in facts if _is_defined(fact, definitions) and fact not in inferred]
    return (
        *(Disagreement(fact, False) for fact in sorted(missing)),
        *(Disagreement(fact, True) for fact in sorted(written)),
    )


def own_facts(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts between named things that use the project's own classes and properties."""
    return (fact for fact in facts if _is_about_own(fact))


_AXIOMS = frozenset(
    {A}
    | {sign(f"{OWL}{name}") for name in ("intersectionOf", "equivalentClass", "propertyChainAxiom")}
    | {sign(f"{RDFS}subClassOf"), sign(f"{RDF}first")}
)


def _is_own(term: str) -> bool:
    return term.startswith(f"<{GB}")


def _is_about_own(fact: Fact) -> bool:
    named = fact.subject.startswith("<") and fact.object.startswith("<")
    return named and _is_own(fact.object if fact.predicate == A else fact.predicate)


def _is_defined(fact: Fact, definitions: Definitions) -> bool:
    if fact.predicate == A:
        return fact.object in definitions.classes
    return fact.predicate in definitions.properties


def _follows(fact: Fact, definitions: Definitions, having: Mapping[str, AbstractSet[str]]) -> bool:
    if not _is_defined(fact, definitions):
        return False
    if fact.predicate == A:
        return True
    steps = definitions.properties[fact.predicate]
    return not steps or any(fact.subject in having[step] for step in steps)
