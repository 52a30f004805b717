"""The mappings to the national level as statements: each a claim with its reason, and the match that it claims.

They stand in a graph of their own (``kg.terms.PROPOSED``), since no text states them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.terms import GB, RDF_TYPE, RDFS, SSSOM, Triple, iri, link, number, words
from ontology.mappings import MappingClaim


def claim_triples(claims: Iterable[MappingClaim]) -> Iterator[Triple]:
    """The statements of mapping claims; where nothing corresponds, the claim says so and no match is stated."""
    for claim in claims:
        node = iri("mapping", claim.set_name, claim.number)
        subject, predicate, value, justification = claim.addresses
        yield Triple(node, RDF_TYPE, link(f"{GB}MappingClaim"))
        yield Triple(node, f"{GB}claimSubject", link(subject))
        yield Triple(node, f"{GB}claimPredicate", link(predicate))
        yield Triple(node, f"{GB}claimObject", link(value))
        yield Triple(node, f"{GB}claimStatus", words(claim.status))
        yield Triple(node, f"{SSSOM}mapping_justification", link(justification))
        yield Triple(node, f"{SSSOM}confidence", number(claim.confidence))
        yield Triple(node, f"{RDFS}comment", words(claim.rationale, "zh"))
        if claim.matches:
            yield Triple(subject, predicate, link(value))
