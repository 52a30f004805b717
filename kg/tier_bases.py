"""Which tier builds on which, as the document itself says it, and the clause that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Clause
from kg.terms import GB, Triple, iri, link
from ontology.vocabulary import Concept, Scheme

_KINDS = frozenset({"paragraph", "lead", "requirement"})


def tier_base_triples(document_id: str, tiers: Scheme, clauses: Iterable[Clause]) -> Iterator[Triple]:
    """``gb:buildsOn`` between the tiers of a document, where a clause about a tier as a whole says so.

    What is read is 在〈a tier〉的基础上 (or 以〈a tier〉为基础) in a clause that belongs to another tier of the
    document and to no capability.

    Args:
        document_id: The document, with its edition where it has one.
        tiers: The vocabulary of tiers.
        clauses: The document's clauses.
    """
    scheme = document_id.partition("@")[0]
    own = [tier for tier in tiers.concepts.values() if tier.scheme == scheme]
    for clause in clauses:
        here = next((tier for tier in own if tier.code == clause.tier), None)
        if here is None or clause.subdomain is not None or clause.kind not in _KINDS:
            continue
        for base in _bases(clause.plain, [tier for tier in own if tier.code != here.code]):
            yield Triple(here.iri, f"{GB}buildsOn", link(base.iri))
            yield Triple(here.iri, f"{GB}buildsOnStatement", link(iri("clause", clause.id)))


def _bases(text: str, others: Sequence[Concept]) -> Iterator[Concept]:
    for tier in others:
        names = "|".join(re.escape(name) for name in sorted({tier.zh, *tier.alternatives}, key=len, reverse=True))
        if re.search(
            rf"在(?:已有|现有)?[“\"]?(?:{names})[”\"]?(?:建设)?的?基础上|以[“\"]?(?:{names})[”\"]?为基础", text
        ):
            yield tier
