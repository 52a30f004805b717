"""Documents and clauses as statements of the ontology ``ontology/core.ttl``.

Where a clause belongs (tier, track, capability) is said by :mod:`kg.places`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.clause import Clause, Provision, Quantity
from kg.places import Places
from kg.terms import DCTERMS, GB, PROV, RDF_TYPE, Triple, fragment, iri, link, number, words
from ontology.vocabulary import Concept, Scheme

_UNCOMPARED = re.compile(r"\s+|[。．.；;，,、：:]+\s*$")


class DocumentFacts(Protocol):
    """What is told about a document; ``corpus.manifest.Meta`` is one."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def region(self) -> str | None: ...
    @property
    def level(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def year_basis(self) -> str: ...
    @property
    def status(self) -> str | None: ...
    @property
    def sha256(self) -> str: ...
    @property
    def file(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The four vocabularies that statements point into."""

    systems: Scheme
    technologies: Scheme
    tiers: Scheme
    capabilities: Scheme


def tier_order(tiers: Scheme) -> Iterator[Triple]:
    """``gb:above`` for every pair of tiers of a scheme, so that no reasoner is needed to ask for it.

    Args:
        tiers: The vocabulary of tiers; it lists each scheme from low to high.
    """
    lower: dict[str, list[Concept]] = defaultdict(list)
    for tier in tiers.concepts.values():
        for below in lower[tier.scheme]:
            yield Triple(tier.iri, f"{GB}above", link(below.iri))
        lower[tier.scheme].append(tier)


def document_triples(
    facts: DocumentFacts, clauses: Sequence[Clause], notes: Iterable[str], vocabularies: Vocabularies
) -> Iterator[Triple]:
    """All statements about one document and its clauses; some stand twice.

    Args:
        facts: What is told about the document.
        clauses: Its clauses in reading order, with their systems and technologies.
        notes: What is odd in its text.
        vocabularies: The vocabularies to point into.
    """
    document, source = iri("document", facts.id), iri("file", facts.sha256)
    yield Triple(source, RDF_TYPE, link(f"{GB}SourceFile"))
    yield from _data(source, sha256=facts.sha256, fileName=facts.file)
    yield Triple(document, RDF_TYPE, link(f"{GB}Document"))
    yield Triple(document, f"{DCTERMS}identifier", words(facts.id))
    yield Triple(document, f"{DCTERMS}title", words(facts.title, "zh"))
    yield Triple(document, f"{PROV}wasDerivedFrom", link(source))
    yield from _data(document, issuer=facts.issuer, region=facts.region, level=facts.level, year=facts.year)
    yield from _data(document, yearBasis=facts.year_basis, status=facts.status)
    for note in notes:
        yield from _data(document, note=note)
    places = Places(facts.id, vocabularies.tiers, vocabularies.capabilities, clauses)
    for ordinal, clause in enumerate(clauses, start=1):
        yield from _clause(clause, ordinal, document, source, vocabularies)
        yield from places.of(clause)


def _clause(clause: Clause, ordinal: int, document: str, source: str, vocabularies: Vocabularies) -> Iterator[Triple]:
    subject = iri("clause", clause.id)
    for name in _classes(clause):
        yield Triple(subject, RDF_TYPE, link(GB + name))
    yield Triple(subject, f"{DCTERMS}identifier", words(clause.id))
    yield Triple(subject, f"{GB}inDocument", link(document))
    yield Triple(subject, f"{PROV}wasDerivedFrom", link(source))
    if clause.lineage is not None:
        yield Triple(subject, f"{PROV}wasRevisionOf", link(iri("clause", clause.lineage)))
    yield from _data(subject, kind=clause.kind, ordinal=ordinal, start=clause.start, end=clause.end, rule=clause.rule)
    yield from _data(subject, text=clause.text, plainText=clause.plain, comparisonText=comparison_text(clause.plain))
    yield from _data(subject, section=clause.section or None, headingPath=" > ".join(clause.path) or None)
    yield from _data(subject, printedLabel=clause.label, industry=clause.industry)
    for force in clause.forces:
        yield Triple(subject, f"{GB}hasForce", link(iri("force", force)))
    for predicate, scheme, codes in (
        ("namesSystem", vocabularies.systems, clause.systems),
        ("namesTechnology", vocabularies.technologies, clause.technologies),
    ):
        for code in codes:
            if code in scheme.concepts:
                yield Triple(subject, GB + predicate, link(scheme.concepts[code].iri))
    for position, provision in enumerate(clause.provisions, start=1):
        yield from _provision(subject, position, provision)
    for position, quantity in enumerate(clause.quantities, start=1):
        yield from _quantity(subject, position, quantity)


def _classes(clause: Clause) -> Iterator[str]:
    yield "Clause"
    if clause.kind == "not_required":
        yield "NotRequiredCell"
    if clause.kind == "requirement":
        yield "Requirement"
        if "shall" in clause.forces:
            yield "MandatoryRequirement"
        if clause.systems:
            yield "SystemRequirement"


def comparison_text(plain: str) -> str:
    """A reading without whitespace and closing punctuation: two clauses that share it say the same words."""
    return _UNCOMPARED.sub("", plain)


def _provision(clause: str, ordinal: int, provision: Provision) -> Iterator[Triple]:
    subject = fragment(clause, f"provision-{ordinal}")
    yield Triple(clause, f"{GB}hasProvision", link(subject))
    yield Triple(subject, RDF_TYPE, link(f"{GB}Provision"))
    yield Triple(subject, f"{GB}hasForce", link(iri("force", provision.force)))
    yield from _data(subject, start=provision.start, end=provision.end)


def _quantity(clause: str, ordinal: int, quantity: Quantity) -> Iterator[Triple]:
    subject = fragment(clause, f"quantity-{ordinal}")
    yield Triple(clause, f"{GB}hasQuantity", link(subject))
    yield Triple(subject, RDF_TYPE, link(f"{GB}Quantity"))
    yield from _data(subject, text=quantity.text, start=quantity.start, end=quantity.end)
    upper = None if quantity.value_max is None else float(quantity.value_max)
    yield from _data(subject, comparator=quantity.comparator, value=float(quantity.value), upperValue=upper)
    yield from _data(subject, unit=quantity.unit or None)


def _data(subject: str, **values: str | int | float | None) -> Iterator[Triple]:
    for name, value in values.items():
        if value is not None:
            yield Triple(subject, GB + name, words(value) if isinstance(value, str) else number(value))
