"""A second look at an exact answer: where the question says much that the quoted clauses do not, likeness has its say.

A chatty question names 消防 in passing and means the compressor house. The exact answer stays; the clauses that lie
nearest to the question's meaning are quoted after it.
"""

from __future__ import annotations

from dataclasses import replace

from drafting.answer import Finding, Section, Sentence
from drafting.findings.residue import residue
from drafting.findings.searching import Search
from drafting.shelf import RULING, Shelf
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs

_FROM_NAMES = frozenset({"cell", "objects", "procedure", "definition", "heading", "section"})
"""Ways that answer by the names in a question."""
_MANY_WORDS = 4
_COVERED = 0.34
_LOOKED_AT = 4
_SHOWN = 3


def looked_at_again(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme, search: Search) -> Finding:
    """The finding, with the clauses nearest in meaning added where it passes over most of what the question says."""
    quoted = [clause for section in finding.sections for clause in section.quoted]
    if finding.status != "answered" or finding.query not in _FROM_NAMES or not quoted or frame.intent == "count":
        return finding
    words = residue(frame, shelf, capabilities)
    spoken = frozenset().union(*(pairs(f"{clause.subdomain or ''} {clause.plain}") for clause in quoted))
    if len(words) < _MANY_WORDS or len(words & spoken) >= _COVERED * len(words):
        return finding
    shown = {clause.id for clause in quoted}
    hits = search(Filters(documents=frame.documents, tiers=frame.tiers, tracks=frame.tracks), _LOOKED_AT)
    others = tuple(hit.clause for hit in hits if hit.clause.id not in shown and hit.clause.kind in RULING)[:_SHOWN]
    if not others:
        return finding
    said = Sentence("意思相近的条款还有：", "composed", tuple(clause.id for clause in others))
    return replace(finding, sections=(*finding.sections, Section("其他相近条款", (said,), others)))
