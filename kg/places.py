"""Where a clause belongs: its tier, its track, and its place in a framework of capabilities.

What the vocabularies already describe is pointed at. A tier, track or capability that only one document knows is
described under that document's own address, so that two provinces never share one by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Clause
from kg.terms import GB, RDF_TYPE, SKOS, Triple, iri, link, step, words
from ontology.vocabulary import Concept, Scheme

_LEVELS = ("Element", "Domain", "Subdomain")


class Places:
    """The places of one document."""

    def __init__(self, document_id: str, tiers: Scheme, capabilities: Scheme, clauses: Iterable[Clause]) -> None:
        """Find out whether the document is built on the vocabulary's framework of capabilities.

        Args:
            document_id: The document, with its edition (``zj-graded@2``) where it has one.
            tiers: The vocabulary of tiers.
            capabilities: The vocabulary of capabilities.
            clauses: All clauses of the document.
        """
        self._document_id = document_id
        self._tiers = tiers.concepts
        self._capabilities = capabilities.concepts
        numbered = {(str(one.subdomain_no), one.subdomain) for one in clauses if one.subdomain_no is not None}
        known = {(concept.code, concept.zh) for concept in capabilities.of_kind("CapabilitySubdomain")}
        self._on_framework = 2 * len(numbered & known) > len(numbered)

    def of(self, clause: Clause) -> Iterator[Triple]:
        """The statements that put a clause in its places, and describe places that no vocabulary describes."""
        subject = iri("clause", clause.id)
        if clause.tier is not None:
            tier, label = self._tier(clause.tier), clause.tier_label or clause.tier
            yield from self._put(subject, "inTier", "Tier", ("tier", clause.tier), label, tier, clause.tier)
        if clause.track is not None:
            yield from self._put(subject, "inTrack", "Track", ("track", clause.track), clause.track)
        yield from self._capability_places(subject, clause)

    def _capability_places(self, subject: str, clause: Clause) -> Iterator[Triple]:
        names: tuple[str, ...] = ()
        above: str | None = None
        for level, name in zip(_LEVELS, (clause.element, clause.domain, clause.subdomain), strict=True):
            if name is None:
                continue
            names = (*names, name)
            path = ("capability", level.lower(), *names)
            number = str(clause.subdomain_no) if level == "Subdomain" and clause.subdomain_no is not None else None
            known = self._capability(f"Capability{level}", name, number)
            yield from self._put(subject, f"in{level}", f"Capability{level}", path, name, known, number)
            place = known.iri if known is not None else self._own(path)
            if known is None and above is not None:
                yield Triple(place, f"{SKOS}broader", link(above))
            above = place

    def _put(
        self,
        clause: str,
        predicate: str,
        kind: str,
        path: Sequence[str],
        label: str,
        known: Concept | None = None,
        code: str | None = None,
    ) -> Iterator[Triple]:
        if known is not None:
            yield Triple(clause, GB + predicate, link(known.iri))
            return
        place = self._own(path)
        yield Triple(clause, GB + predicate, link(place))
        yield Triple(place, RDF_TYPE, link(f"{SKOS}Concept"))
        yield Triple(place, RDF_TYPE, link(GB + kind))
        yield Triple(place, f"{SKOS}prefLabel", words(label, "zh"))
        yield Triple(place, f"{GB}definedIn", link(iri("document", self._document_id)))
        if code is not None:
            yield Triple(place, f"{SKOS}notation", words(code))

    def _own(self, path: Sequence[str]) -> str:
        return iri(path[0], self._document_id, *(step(part) for part in path[1:]))

    def _tier(self, code: str) -> Concept | None:
        concept = self._tiers.get(code)
        scheme = self._document_id.partition("@")[0]
        return concept if concept is not None and concept.scheme == scheme else None

    def _capability(self, kind: str, name: str, number: str | None) -> Concept | None:
        concept = self._capabilities.get(number if number is not None else name) if self._on_framework else None
        return concept if concept is not None and (concept.kind, concept.zh) == (kind, name) else None
