"""Other readings of a question that names no document: the documents that speak of the same thing."""

from __future__ import annotations

from dataclasses import replace

from drafting.answer import Finding
from drafting.findings.selection import select
from drafting.shelf import RULING, Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_BY_NAMES = frozenset({"cell", "objects", "tier", "list", "count", "figure"})
_OFFERED = 3


def with_other_readings(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme) -> Finding:
    """The finding with the documents offered in which the same names stand, where the question names none itself."""
    named = frame.names_capability or bool(frame.systems or frame.technologies)
    if frame.documents_named or len(frame.documents) != 1 or not named or finding.query not in _BY_NAMES:
        return finding
    if finding.status not in ("answered", "not_required"):
        return finding
    cited = {clause.document for section in finding.sections for clause in section.quoted}
    others = [
        document
        for document in shelf.documents
        if document not in cited and select(_within(frame, document), shelf, capabilities, RULING)
    ]
    if not others:
        return finding
    titles = "".join(f"《{shelf.titles[one]}》" for one in others[:_OFFERED])
    return replace(finding, alternatives=(*finding.alternatives, f"也可以指{titles}；写明文件名就按它回答。"))


def _within(frame: QueryFrame, document: str) -> QueryFrame:
    return replace(frame, documents=(document,), tiers=(), tracks=(), forces=(), industry=None)
