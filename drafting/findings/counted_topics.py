"""How many requirements a tier has on a topic that the question calls by no name of the vocabulary (质量检验有几项).

Counting all that the tier asks would answer another question. Where meaning points clearly at one subdomain, its
requirements are counted, and the answer says so; where it does not, all are counted as ever, with a word on how to
limit the count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.answer import Finding
from drafting.findings.counting import find_count_or_list
from drafting.findings.residue import residue
from drafting.findings.searching import Search
from drafting.findings.things import CLAUSES, thing_asked
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_LIKELY = 0.6
"""How likely a subdomain must be to be the one counted."""
_FEWEST = 2
"""The pairs of characters beside all names from which a question has a topic of its own."""
_MENTIONS = re.compile(r"提到|提及|提过|讲到|说到|写到|涉及|出现|带有?|包含|[“”\"「」]")
"""The question counts clauses by their words, not by their topic."""


def find_count(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, default: str | None
) -> Finding | None:
    """Answer a question for a number or a list; a topic in words of its own limits a count of requirements."""
    if not _has_own_topic(frame, shelf, capabilities, default):
        return find_count_or_list(frame, shelf, capabilities, default)
    topic, likely = search.likeliest_topic()
    name = capabilities.concepts[topic].zh if topic is not None else ""
    if topic is not None and likely >= _LIKELY and _asks_there(shelf, default, topic, frame.tiers):
        found = find_count_or_list(replace(frame, subdomains=(topic,)), shelf, capabilities, default)
        note = f"按意思理解为能力子域“{name}”；如问的是该等级全部要求或别的子域，请指明。"
    else:
        found = find_count_or_list(frame, shelf, capabilities, default)
        note = "所列为该等级的全部要求；如只问其中一个方面，请指明能力子域。"
    return replace(found, alternatives=(*found.alternatives, note)) if found is not None else None


def _has_own_topic(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> bool:
    named = frame.names_capability or frame.names_object or frame.tracks or frame.industry
    if frame.intent != "count" or frame.language == "en" or named or not frame.tiers:
        return False
    if frame.documents != (default,) or _MENTIONS.search(frame.about) or thing_asked(frame) is not CLAUSES:
        return False
    return len(residue(frame, shelf, capabilities)) >= _FEWEST


def _asks_there(shelf: Shelf, document: str | None, number: str, tiers: Sequence[str]) -> bool:
    """Whether a tier asks anything of the subdomain."""
    cells = (shelf.cell(document, number, tier) for tier in tiers) if document else ()
    return any(clause.kind == "requirement" for cell in cells for clause in cell)
