"""What a tier adds to the one below: 智能工厂比数字化车间多了哪些子域, 只有未来工厂才做要求的."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.answer import Finding, Section, Sentence
from drafting.findings.things import CLAUSES, SUBDOMAINS, items_of, rows_of, showing, thing_asked
from drafting.shelf import Shelf
from drafting.wording import joined
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_ADDED = re.compile(
    r"才(?:开始)?(?:要求|提|有|要|需|做)|开始(?:要求|提)|首次|全新|(?:是|哪些)新的?(?=[，,。？?]|$)|新增|新加|增加了|多了|多出|扩展了|拓展了|比.{2,12}多"
    r"|(?:不(?:做|作)要求|不要求|不[用要]做?|没有要求).{0,8}(?:但|而|却|到)|\bnewly\b|\badditional\b"
)
_LOWER_FIRST = re.compile(r"不(?:做|作)要求|不要求|不[用要]|没有要求|没要求")
_WHICH = re.compile(r"哪|什么|多少|几|\bwhich\b|\bwhat\b|\bhow many\b|\blist\b|的[？?。]?$")


def find_newly_asked(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """The things of the highest tier named that the tier below it does not have; None for questions of another kind."""
    wanted = _ADDED.search(frame.about) and _WHICH.search(frame.about)
    if not wanted or not frame.tiers or len(frame.documents) != 1 or frame.subdomains or frame.names_object:
        return None
    thing = thing_asked(frame)
    if _LOWER_FIRST.search(frame.about) and (thing is None or thing.kinds == ("not_required",)):
        thing = SUBDOMAINS
    if thing is None or thing is CLAUSES:
        return None
    document, code = frame.documents[0], frame.tiers[-1]
    upper, lower = shelf.tier(document, code), shelf.below(document, code)
    if upper is None or lower is None:
        return None
    within = replace(frame, tiers=(upper.code,))
    had = set(items_of(thing, rows_of(thing, replace(frame, tiers=(lower.code,)), shelf, capabilities)))
    rows = [row for row in rows_of(thing, within, shelf, capabilities) if set(thing.named(row)) - had - {None}]
    items = [item for item in items_of(thing, rows) if item not in had]
    if not items:
        return None
    text = f"{upper.label}比{lower.label}多出 {len(items)} {thing.measure}{thing.name}：{joined(items)}。"
    basis = (*upper.said, *showing(thing, items, rows, within, shelf))
    ids = tuple(dict.fromkeys(clause.id for clause in basis))
    section = Section(said=(Sentence(text, "composed", ids),), quoted=tuple(shelf.by_id[one] for one in ids))
    value = {"kind": "count", "value": len(items)} if frame.intent == "count" else {"kind": "set", "items": items}
    return Finding("answered", (section,), result=value, query="list")
