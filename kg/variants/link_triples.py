"""Aligned clauses as statements: each a mapping with its justification, confidence and reason, never an exact match.

They stand in a graph of their own (``kg.terms.ALIGNED``): neither a text nor a reader says so, the product infers it.

Source: SSSOM, https://mapping-commons.github.io/sssom/; SEMAPV, https://mapping-commons.github.io/semantic-mapping-vocabulary/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.terms import GB, PREFIXES, RDF_TYPE, RDFS, SSSOM, Triple, iri, link, number, words
from kg.variants.link import Link

SAME_WORDS = f"{GB}sameWordsAs"
SAME_MATTER = f"{GB}sameMatterAs"
_STATUS = "proposed"


def link_triples(links: Iterable[Link]) -> Iterator[Triple]:
    """The statements of aligned pairs."""
    for one in links:
        node, left, right = (
            iri("alignment", one.left, "=", one.right),
            iri("clause", one.left),
            iri("clause", one.right),
        )
        relation = SAME_WORDS if one.twin else SAME_MATTER
        # Twins are found by their characters, all others by several ways of likeness together.
        way = "LexicalMatching" if one.twin else "CompositeMatching"
        yield Triple(node, RDF_TYPE, link(f"{GB}ClauseAlignment"))
        yield Triple(node, f"{GB}alignedLeft", link(left))
        yield Triple(node, f"{GB}alignedRight", link(right))
        yield Triple(node, f"{GB}alignmentRelation", link(relation))
        yield Triple(node, f"{GB}claimStatus", words(_STATUS))
        yield Triple(node, f"{SSSOM}mapping_justification", link(PREFIXES["semapv"] + way))
        yield Triple(node, f"{SSSOM}confidence", number(float(one.confidence)))
        yield Triple(node, f"{RDFS}comment", words("；".join(reason.detail for reason in one.reasons), "zh"))
        yield Triple(left, relation, link(right))
