"""Documents on one topic side by side where no comparison is at hand: what each says, quoted."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.selection import filters_of, in_capability
from drafting.shelf import RULING, Shelf
from drafting.wording import force_counts
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit

_EACH = re.compile(r"分别|各(?:自|有|是)|\b(?:each|respectively|both)\b")
_SHOWN = 4
_SHOWN_OF_A_TOPIC = 16
Search = Callable[[Filters, int], list[Hit]]


def find_quoted_sides(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search) -> Finding | None:
    """Set documents side by side; None where the question does not name two or more of them."""
    each = frame.intent == "comparison" or _EACH.search(frame.text) is not None
    if len(frame.tracks) > 1 and each and (len(frame.documents) == 1 or not frame.documents_named):
        return _by_track(frame, shelf, capabilities, search)
    if len(frame.documents) < 2 or not frame.documents_named:
        return None
    sections: list[Section] = []
    for document in frame.documents:
        limits = filters_of(frame, capabilities)
        tiers = tuple(tier for tier in frame.tiers if shelf.tier(document, tier))
        hits = search(Filters(documents=(document,), tiers=tiers, tracks=limits.tracks if not tiers else ()), 12)
        topic = _topic(frame, shelf, capabilities, document, tiers)
        clauses = topic or tuple(hit.clause for hit in hits[:_SHOWN])
        if not clauses:
            continue
        how = "该主题下" if topic else "按相关程度取"
        text = f"《{shelf.titles[document]}》{how} {len(clauses)} 条：{force_counts(clauses)}。"
        said = Sentence(text, "composed", tuple(clause.id for clause in clauses))
        sections.append(Section(f"《{shelf.titles[document]}》", (said,), clauses))
    if len(sections) < 2:
        return None
    rows = [
        {"document": section.quoted[0].document, "ids": [clause.id for clause in section.quoted]}
        for section in sections
    ]
    return Finding("answered", tuple(sections), result={"kind": "comparison", "rows": rows}, query="comparison")


def _by_track(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search) -> Finding | None:
    """Alternatives of one document side by side: what each says of the thing named, else what lies nearest."""
    document = frame.documents[0]
    sections: list[Section] = []
    rows: list[dict[str, object]] = []
    topic = _topic(frame, shelf, capabilities, document, ())
    for track in frame.tracks:
        found = tuple(clause for clause in topic if clause.track == track)
        if not topic:
            hits = search(Filters(documents=(document,), tracks=(track,)), _SHOWN)
            found = tuple(hit.clause for hit in hits if hit.clause.kind in RULING)
        rows.append({"track": track, "ids": [clause.id for clause in found]})
        if found:
            text = f"“{track}”{'提到的' if topic else '按相关程度取'} {len(found)} 条：{force_counts(found)}。"
            said = Sentence(text, "composed", tuple(clause.id for clause in found))
            sections.append(Section(f"“{track}”", (said,), found))
    if not sections:
        return None
    return Finding("answered", tuple(sections), result={"kind": "comparison", "rows": rows}, query="comparison")


def _topic(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, document: str, tiers: tuple[str, ...]
) -> tuple[Clause, ...]:
    """All that a document asks on the capability, system or technology that the question names."""
    objects = {*frame.systems, *frame.technologies}
    if not frame.names_capability and not objects:
        return ()
    rows = [
        clause
        for clause in shelf.of(document, kinds=("requirement", "threshold"))
        if in_capability(clause, frame, capabilities)
        and objects <= {*clause.systems, *clause.technologies}
        and (not tiers or clause.holds_for_any(tiers))
    ]
    return tuple(rows[:_SHOWN_OF_A_TOPIC])
