"""Documents and clauses as statements of the ontology ``ontology/core.ttl``.

Where a clause belongs (tier, track, capability) is said by :mod:`kg.places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.clause import Clause, Provision, Quantity
from kg.parts import part_triples
from kg.places import Places
from kg.terms import DCTERMS, ELI, GB, PROV, RDF_TYPE, SKOS, Triple, fragment, iri, link, number, step, words
from kg.tier_bases import tier_base_triples
from ontology.described import Described
from ontology.vocabulary import Scheme

_CLASSES = {
    "requirement": "Requirement",
    "not_required": "NotRequiredEntry",
    "heading": "Heading",
    "lead": "LeadIn",
    "paragraph": "Paragraph",
    "term": "TermDefinition",
    "abbreviation": "AbbreviationEntry",
    "form_field": "FormField",
    "threshold": "Threshold",
    "step": "Step",
    "table_cell": "TableEntry",
}
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


def document_triples(
    facts: DocumentFacts,
    clauses: Sequence[Clause],
    notes: Iterable[str],
    vocabularies: Vocabularies,
    described: Described,
) -> Iterator[Triple]:
    """All statements about one document and its clauses; some stand twice.

    Args:
        facts: What is told about the document.
        clauses: Its clauses in reading order, with their systems and technologies.
        notes: What is odd in its text.
        vocabularies: The vocabularies to point into.
        described: What the vocabularies describe of single documents, and regions and industries.
    """
    document, source = iri("document", facts.id), iri("file", facts.sha256)
    yield from _document(facts, document, source, described)
    for note in notes:
        yield from _data(document, note=note)
    yield from part_triples(facts.id, clauses)
    yield from tier_base_triples(facts.id, vocabularies.tiers, clauses)
    places = Places(facts.id, vocabularies.tiers, vocabularies.capabilities, described, clauses)
    for ordinal, clause in enumerate(clauses, start=1):
        yield from _clause(clause, ordinal, document, source, vocabularies)
        yield from _industry(clause, described)
        yield from places.of(clause)
    yield from places.cells(clauses)


def _document(facts: DocumentFacts, document: str, source: str, described: Described) -> Iterator[Triple]:
    work = iri("work", facts.id.partition("@")[0])
    yield Triple(source, RDF_TYPE, link(f"{GB}SourceFile"))
    yield Triple(source, f"{ELI}embodies", link(document))
    yield from _data(source, sha256=facts.sha256, fileName=facts.file)
    yield Triple(work, RDF_TYPE, link(f"{GB}Work"))
    yield Triple(document, RDF_TYPE, link(f"{GB}Document"))
    yield Triple(document, f"{ELI}realizes", link(work))
    yield Triple(document, f"{DCTERMS}identifier", words(facts.id))
    yield Triple(document, f"{DCTERMS}title", words(facts.title, "zh"))
    yield Triple(document, f"{PROV}wasDerivedFrom", link(source))
    yield from _data(document, issuer=facts.issuer, level=facts.level, year=facts.year)
    yield from _data(document, yearBasis=facts.year_basis, status=facts.status)
    if facts.region is not None:
        region = described.find("regions", "Region", facts.region)
        yield from _named(document, f"{DCTERMS}spatial", "Region", region, facts.region)


def _industry(clause: Clause, described: Described) -> Iterator[Triple]:
    if clause.industry is not None:
        industry = described.find("industries", "Industry", clause.industry)
        subject = iri("clause", clause.id)
        yield from _named(subject, f"{GB}forIndustry", "Industry", industry, clause.industry)


def _named(subject: str, predicate: str, kind: str, known: str | None, label: str) -> Iterator[Triple]:
    """A statement about something that a vocabulary describes, or that is described here by its name alone."""
    thing = known or iri(kind.lower(), step(label))
    yield Triple(subject, predicate, link(thing))
    if known is None:
        yield Triple(thing, RDF_TYPE, link(f"{SKOS}Concept"))
        yield Triple(thing, RDF_TYPE, link(GB + kind))
        yield Triple(thing, f"{SKOS}prefLabel", words(label, "zh"))


def _clause(clause: Clause, ordinal: int, document: str, source: str, vocabularies: Vocabularies) -> Iterator[Triple]:
    subject = iri("clause", clause.id)
    for name in ("Clause", _CLASSES[clause.kind]):
        yield Triple(subject, RDF_TYPE, link(GB + name))
    yield Triple(subject, f"{DCTERMS}identifier", words(clause.id))
    yield Triple(subject, f"{GB}inDocument", link(document))
    yield Triple(subject, f"{PROV}wasDerivedFrom", link(source))
    if clause.lineage is not None:
        yield Triple(subject, f"{PROV}wasRevisionOf", link(iri("clause", clause.lineage)))
    yield from _data(subject, ordinal=ordinal, start=clause.start, end=clause.end, rule=clause.rule)
    yield from _data(subject, text=clause.text, plainText=clause.plain, comparisonText=comparison_text(clause.plain))
    yield from _data(subject, section=clause.section or None, headingPath=" > ".join(clause.path) or None)
    yield from _data(subject, printedLabel=clause.label)
    if clause.kind == "term" and clause.label:
        term = iri("term", step(clause.label))
        yield Triple(subject, f"{GB}definesTerm", link(term))
        yield Triple(term, RDF_TYPE, link(f"{SKOS}Concept"))
        yield Triple(term, RDF_TYPE, link(f"{GB}DefinedTerm"))
        yield Triple(term, f"{SKOS}prefLabel", words(clause.label, "zh"))
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


def comparison_text(plain: str) -> str:
    """A reading without whitespace and closing punctuation: two clauses that share it say the same words."""
    return _UNCOMPARED.sub("", plain)


def _provision(clause: str, ordinal: int, provision: Provision) -> Iterator[Triple]:
    subject = fragment(clause, f"provision-{ordinal}")
    yield Triple(clause, f"{GB}hasProvision", link(subject))
    yield Triple(subject, RDF_TYPE, link(f"{GB}Provision"))
    yield Triple(subject, f"{GB}ruledBy", link(iri("force", provision.force)))
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
