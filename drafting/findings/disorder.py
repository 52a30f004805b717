"""“Why does A ask more than B?”: the counts of two tiers or alternatives, held against what the question asserts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.findings.things import CLAUSES, THINGS, Thing, items_of, rows_of
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_THAN = re.compile(r"比|多于|少于|超过|不如|\bthan\b")
_MORE = re.compile(r"多|超过|\bmore\b")
_LESS = re.compile(r"少|不如|\bfewer\b|\bless\b")
_COUNTED = re.compile(r"能力子?域|子域|要素|要求|条款?|条数|内容|项")
_COUNTABLE = ("能力子域", "能力域", "要素")
_QUOTED = 6


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two compared: its name, how many it has, and the clauses that show it."""

    name: str
    at: int
    count: int
    basis: tuple[Clause, ...]


def find_disorder(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """Correct an asserted order of two counts that is the other way in the texts; None where it holds or none is."""
    than, counted = _THAN.search(frame.text), _COUNTED.search(frame.text)
    if not frame.premise or than is None or counted is None or frame.names_object or frame.subdomains:
        return None
    asserts_more, asserts_less = _MORE.search(frame.text), _LESS.search(frame.text)
    if (asserts_more is None) == (asserts_less is None):
        return None
    thing = next((one for one in THINGS if one.name in _COUNTABLE and one.asked.search(frame.text)), CLAUSES)
    sides = sorted(_sides(frame, thing, shelf, capabilities), key=lambda side: side.at)
    if len(sides) != 2 or sides[0].at < 0:
        return None
    first, second = sides
    if (first.count > second.count) if asserts_more else (first.count < second.count):
        return None
    told = "，".join(f"{side.name}有 {side.count} {thing.measure}{thing.name}" for side in sides)
    text = f"前提不成立：{told}。"
    basis = distinct((*first.basis, *second.basis))
    said = Sentence(text, "composed", tuple(one.id for one in basis))
    shown = distinct((*first.basis[:_QUOTED], *second.basis[:_QUOTED]))
    return Finding("corrected", (Section(said=(said,), quoted=shown),), corrections=(text,), query="count")


def _sides(frame: QueryFrame, thing: Thing, shelf: Shelf, capabilities: Scheme) -> Sequence[_Side]:
    """Two tiers of one document, or two of its alternatives."""
    document = frame.documents[0] if len(frame.documents) == 1 else ""
    if len(frame.tiers) == 2 and not frame.tracks:
        tiers = [tier for code in frame.tiers if (tier := shelf.tier(document, code))]
        named = [(tier.label.removeprefix("省级"), replace(frame, tiers=(tier.code,)), tier.said) for tier in tiers]
    elif len(frame.tracks) == 2:
        named = [(track, replace(frame, tracks=(track,)), ()) for track in frame.tracks]
    else:
        return ()
    found: list[_Side] = []
    for name, within, said in named:
        rows = rows_of(thing, replace(within, forces=()), shelf, capabilities)
        at = max(frame.text.find(name.lower()), frame.text.find(name[:3].lower()))
        found.append(_Side(name, at, len(items_of(thing, rows)), (*said, *rows)))
    return found
