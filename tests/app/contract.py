"""The keys of the command's JSON, as its contract lists them; more may be there, none may be missing."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Returns the words of a text."""
    return frozenset(text.split())


DOCUMENT = words("id title issuer region level year year_basis status sha256 clauses notes")
CLAUSE = words(
    "id iri document section path element domain subdomain subdomain_no tier tier_label track label kind text plain "
    "start end forces provisions industry systems technologies quantities national lineage"
)
QUANTITY = words("text comparator value value_max unit start end")
SEARCH = words("query frame hits latency_ms")
HIT = words(
    "rank id document document_title section path tier tier_label subdomain subdomain_no label text start end score why"
)
ANSWER = words(
    "question status frame answer sentences citations result corrections refusal alternatives generator verified "
    "rejected_drafts latency_ms"
)
SENTENCE = words("text origin citations")
CITATION = words("id document document_title section tier tier_label label text start end")
STATUSES = words("answered not_required corrected refused")
ORIGINS = words("quoted composed generated")
REASONS = words("not_in_sources out_of_scope injection harmful")
RESULTS = {
    "count": words("kind value"),
    "set": words("kind items"),
    "quantity": words("kind value unit comparator"),
    "clauses": words("kind ids"),
    "definition": words("kind term definition"),
    "comparison": words("kind rows"),
}
KINDS = words("requirement not_required heading lead paragraph term abbreviation form_field threshold step table_cell")
FORCES = words("shall should may encouraged none")
COMPARED = words("left right rows")
COMPARED_ROW = words("topic left right relation force_change quantity_change added dropped score basis")
RELATIONS = words("equal similar stronger weaker overlaps only_left only_right")
