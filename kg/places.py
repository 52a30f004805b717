"""Where a clause belongs: its tier, its track, and its place in a framework of capabilities.

What the vocabularies already describe is pointed at. A tier, track or capability that only one document knows is
described under that document's own address, so that two provinces never share one by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.clause import Clause
from kg.cell_triples import Placed, cell_triples
from kg.terms import GB, RDF_TYPE, SKOS, Triple, iri, link, step, words
from ontology.described import Described
from ontology.vocabulary import Concept, Scheme

_LEVELS = ("Element", "Domain", "Subdomain")


class Places:
    """The places of one document."""

    def __init__(
        self, document_id: str, tiers: Scheme, capabilities: Scheme, described: Described, clauses: Iterable[Clause]
    ) -> None:
        """Find out whether the document is built on the vocabulary's framework of capabilities.

        Args:
            document_id: The document, with its edition (``zj-graded@2``) where it has one.
            tiers: The vocabulary of tiers.
            capabilities: The vocabulary of capabilities.
            described: What is described of single documents.
            clauses: All clauses of the document.
        """
        self._document_id = document_id
        self._edition_of = document_id.partition("@")[0]
        self._tiers = tiers.concepts
        self._capabilities = capabilities.concepts
        self._described = described
        self._known = frozenset(
            {one.iri for scheme in (tiers, capabilities) for one in scheme.concepts.values()}
            | set(described.addresses.values())
        )
        numbered = {(str(one.subdomain_no), one.subdomain) for one in clauses if one.subdomain_no is not None}
        known = {(concept.code, concept.zh) for concept in capabilities.of_kind("CapabilitySubdomain")}
        self._on_framework = 2 * len(numbered & known) > len(numbered)

    def of(self, clause: Clause) -> Iterator[Triple]:
        """The statements that put a clause in its places, and describe places that no vocabulary describes."""
        subject = iri("clause", clause.id)
        if clause.tier is not None:
            label = clause.tier_label or clause.tier
            yield from self._put(subject, "inTier", "Tier", self._tier(clause.tier), label, clause.tier)
            for other in clause.tiers[1:]:
                yield Triple(subject, f"{GB}inTier", link(self._tier(other)))
        if clause.track is not None:
            yield from self._put(subject, "inTrack", "Track", self._track(clause.track), clause.track)
        above: str | None = None
        for level, name, number, place in self._capability_places(clause):
            yield from self._put(subject, f"in{level}", f"Capability{level}", place, name, number)
            if above is not None and self._is_own(place):
                yield Triple(place, f"{SKOS}broader", link(above))
            above = place

    def cells(self, clauses: Iterable[Clause]) -> Iterator[Triple]:
        """The cells of the document's tier tables."""
        order = ((tier.iri, below.iri) for below, tier in pairwise(self._tiers.values()) if tier.scheme == below.scheme)
        yield from cell_triples((row for clause in clauses for row in self._placed(clause)), order)

    def _placed(self, clause: Clause) -> Iterator[Placed]:
        """The cells that a clause stands in: one, or several where the print merges them."""
        if clause.kind not in ("requirement", "not_required") or clause.tier is None or clause.subdomain is None:
            return
        name = step(clause.subdomain) if clause.subdomain_no is None else str(clause.subdomain_no)
        subdomain = next(place for level, _, _, place in self._capability_places(clause) if level == "Subdomain")
        for code in clause.tiers or (clause.tier,):
            cell = iri("cell", self._document_id, name, step(code))
            yield Placed(iri("clause", clause.id), clause.kind == "requirement", subdomain, self._tier(code), cell)

    def _put(
        self, clause: str, predicate: str, kind: str, place: str, label: str, code: str | None = None
    ) -> Iterator[Triple]:
        yield Triple(clause, GB + predicate, link(place))
        if not self._is_own(place):
            return
        yield Triple(place, RDF_TYPE, link(f"{SKOS}Concept"))
        yield Triple(place, RDF_TYPE, link(GB + kind))
        yield Triple(place, f"{SKOS}prefLabel", words(label, "zh"))
        yield Triple(place, f"{GB}definedIn", link(iri("document", self._document_id)))
        if code is not None:
            yield Triple(place, f"{SKOS}notation", words(code))

    def _capability_places(self, clause: Clause) -> Iterator[tuple[str, str, str | None, str]]:
        """Level, name, printed number and address of each place that the clause names, the widest first."""
        names: tuple[str, ...] = ()
        for level, name in zip(_LEVELS, (clause.element, clause.domain, clause.subdomain), strict=True):
            if name is None:
                continue
            names = (*names, name)
            number = str(clause.subdomain_no) if level == "Subdomain" and clause.subdomain_no is not None else None
            place = self._capability(level, name, number) or self._own("capability", level.lower(), *names)
            yield level, name, number, place

    def _own(self, first: str, *path: str) -> str:
        return iri(first, self._document_id, *(step(part) for part in path))

    def _is_own(self, place: str) -> bool:
        return place not in self._known

    def _tier(self, code: str) -> str:
        concept = self._tiers.get(code)
        return concept.iri if concept is not None and concept.scheme == self._edition_of else self._own("tier", code)

    def _track(self, name: str) -> str:
        return self._described.find(self._edition_of, "Track", name) or self._own("track", name)

    def _capability(self, level: str, name: str, number: str | None) -> str | None:
        kind = f"Capability{level}"
        concept: Concept | None = None
        if self._on_framework:
            concept = self._capabilities.get(number if number is not None else name)
        if concept is not None and (concept.kind, concept.zh) == (kind, name):
            return concept.iri
        return self._described.find(self._edition_of, kind, name)
