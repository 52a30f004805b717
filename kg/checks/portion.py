"""One document's share of a graph, with the ontology and all vocabularies: for a reasoner that the whole detains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet

from kg.terms import GB
from ontology.facts import Fact, address, sign

_IN_DOCUMENT = sign(f"{GB}inDocument")
_OF_A_CLAUSE = frozenset(sign(GB + name) for name in ("hasProvision", "hasQuantity", "inCell"))


def smallest_document(facts: AbstractSet[Fact]) -> str | None:
    """The address of the document with the fewest clauses and parts; None where there is no document."""
    sizes = Counter(fact.object for fact in facts if fact.predicate == _IN_DOCUMENT)
    return address(min(sizes, key=lambda one: (sizes[one], one))) if sizes else None


def portion(facts: AbstractSet[Fact], document: str) -> frozenset[Fact]:
    """The facts without the clauses, parts, provisions, quantities and cells of all documents but one.

    Args:
        facts: A whole graph.
        document: The address of the document that stays.
    """
    left_out = {fact.subject for fact in facts if fact.predicate == _IN_DOCUMENT and fact.object != sign(document)}
    left_out |= {fact.object for fact in facts if fact.predicate in _OF_A_CLAUSE and fact.subject in left_out}
    return frozenset(fact for fact in facts if fact.subject not in left_out and fact.object not in left_out)
