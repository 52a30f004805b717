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
from retrieval.overlap import pairs

_SURE, _LIKELY = 0.6, 0.3
"""How likely a subdomain must be to be the one counted: by its meaning alone, and where it has the question's words."""
_FEWEST = 2
"""The pairs of characters beside all names from which meaning alone may tell a topic."""
_SPOKEN = 0.5
"""The share of the question's words that a subdomain's names and clauses must have."""
_POINTING = re.compile(r"这[一个]?[块方点]面?|那[一个]?[块方点]面?|方面|[上里]头|相关的?|有关的?")
_MENTIONS = re.compile(r"提到|提及|提过|讲到|说到|写到|涉及|出现|带有?|包含|[“”\"「」]")
"""The question counts clauses by their words, not by their topic."""


def find_count(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, default: str | None
) -> Finding | None:
    """Answer a question for a number or a list; a topic in words of its own limits a count of requirements."""
    words = _own_words(frame, shelf, capabilities, default)
    if not words:
        return find_count_or_list(frame, shelf, capabilities, default)
    topic, likely = search.likeliest_topic()
    name = capabilities.concepts[topic].zh if topic is not None else ""
    if topic is not None and _is_meant(words, topic, likely, shelf, capabilities, default, frame.tiers):
        found = find_count_or_list(replace(frame, subdomains=(topic,)), shelf, capabilities, default)
        note = f"按意思理解为能力子域“{name}”；如问的是该等级全部要求或别的子域，请指明。"
    else:
        found = find_count_or_list(frame, shelf, capabilities, default)
        note = "所列为该等级的全部要求；如只问其中一个方面，请指明能力子域。"
    return replace(found, alternatives=(*found.alternatives, note)) if found is not None else None


def _own_words(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> frozenset[str]:
    """The pairs of characters that say what is counted; none where the question names it or counts all."""
    named = frame.names_capability or frame.names_object or frame.tracks or frame.industry
    if frame.intent != "count" or frame.language == "en" or named or not frame.tiers:
        return frozenset()
    if frame.documents != (default,) or _MENTIONS.search(frame.about) or thing_asked(frame) is not CLAUSES:
        return frozenset()
    return residue(replace(frame, about=_POINTING.sub(" ", frame.about)), shelf, capabilities)


def _is_meant(
    words: frozenset[str],
    number: str,
    likely: float,
    shelf: Shelf,
    capabilities: Scheme,
    document: str | None,
    tiers: Sequence[str],
) -> bool:
    """Whether the question is about this subdomain, of which one of the tiers asks something."""
    concept = capabilities.concepts[number]
    rows = [one for one in shelf.of(document or "", kinds=("requirement",)) if str(one.subdomain_no) == number]
    if not any(clause.holds_for_any(tiers) for clause in rows):
        return False
    spoken = pairs(" ".join((*concept.names, *concept.hidden, *(clause.plain for clause in rows))))
    said = len(words & spoken) >= _SPOKEN * len(words)
    return likely >= _LIKELY if said else likely >= _SURE and len(words) >= _FEWEST
