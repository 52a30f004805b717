"""The keys of the command's JSON, as its contract lists them; more may be there, none may be missing."""

from __future__ import annotations

DOCUMENT = frozenset(
    ["id", "title", "issuer", "region", "level", "year", "year_basis", "status", "sha256", "clauses", "notes"]
)
CLAUSE = frozenset(
    [
        "id",
        "iri",
        "document",
        "section",
        "path",
        "element",
        "domain",
        "subdomain",
        "subdomain_no",
        "tier",
        "tier_label",
        "track",
        "label",
        "kind",
        "text",
        "plain",
        "start",
        "end",
        "forces",
        "provisions",
        "industry",
        "systems",
        "technologies",
        "quantities",
        "national",
        "lineage",
    ]
)
QUANTITY = frozenset(["text", "comparator", "value", "value_max", "unit", "start", "end"])
SEARCH = frozenset(["query", "frame", "hits", "latency_ms"])
HIT = frozenset(
    [
        "rank",
        "id",
        "document",
        "document_title",
        "section",
        "path",
        "tier",
        "tier_label",
        "subdomain",
        "subdomain_no",
        "label",
        "text",
        "start",
        "end",
        "score",
        "why",
    ]
)
ANSWER = frozenset(
    [
        "question",
        "status",
        "frame",
        "answer",
        "sentences",
        "citations",
        "result",
        "corrections",
        "refusal",
        "alternatives",
        "generator",
        "verified",
        "rejected_drafts",
        "latency_ms",
    ]
)
SENTENCE = frozenset(["text", "origin", "citations"])
CITATION = frozenset(
    ["id", "document", "document_title", "section", "tier", "tier_label", "label", "text", "start", "end"]
)
STATUSES = frozenset({"answered", "not_required", "corrected", "refused"})
ORIGINS = frozenset({"quoted", "composed", "generated"})
KINDS = frozenset(
    [
        "requirement",
        "not_required",
        "heading",
        "lead",
        "paragraph",
        "term",
        "abbreviation",
        "form_field",
        "threshold",
        "step",
        "table_cell",
    ]
)
FORCES = frozenset(["shall", "should", "may", "encouraged", "none"])
