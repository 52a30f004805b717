"""Questions for what a document lists under one of its headings: 实施保障有哪些, 发展导向包括哪几化, 导则的设备运维."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import joined
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_FITS = 0.33
_FEWEST_PAIRS = 2
_EACH = re.compile(r"(?:分别|各|每)[^，,。]{0,6}[几多少]")
"""Asks for several counts, not for one heading's."""
_NAMED = 0.6
"""The share of a heading's words from which a question that counts is taken to name it."""
_NOUN = re.compile(r"[几多少](?:条|项|个|大|方面)*的?(?P<noun>[一-鿿]{2})(?=[，,。？?]|$|分别|吗)")
_COUNTS_ROWS = re.compile(r"[几多少](?:条|项|个?方面|款|点)|条数")
_INTENTS = frozenset({"list", "count", "lookup", "definition"})
_SHOWN = 40


def find_under_heading(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Give the rows under the heading whose words the question uses; None where no heading fits.

    Only for a document that the question names; a question for one thing among others needs all of a heading's words.
    """
    if not frame.documents_named or len(frame.documents) != 1 or frame.intent not in _INTENTS or frame.premise:
        return None
    if frame.systems or frame.technologies or (shelf.tiers(frame.documents[0]) and frame.subdomains):
        return None
    heading = _fitting(frame, shelf.of(frame.documents[0], kinds=("heading",)))
    if heading is None:
        return None
    rows = _rows_below(heading, shelf)
    return _finding(frame, heading, rows, shelf) if rows else None


def find_count_under_heading(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Count the rows under a heading that the question calls by most of its name; None for other counts.

    Where it names an alternative too, only that one's rows count.
    """
    limited = frame.tiers or frame.names_object or frame.forces
    if _EACH.search(frame.about):
        return None
    if frame.intent != "count" or len(frame.documents) != 1 or not frame.documents_named or limited or frame.premise:
        return None
    headings = shelf.of(frame.documents[0], kinds=("heading",))
    heading = _fitting(frame, headings, _NAMED) or _ending(frame, headings)
    if heading is None or not _COUNTS_ROWS.search(frame.about):
        return None
    rows = _rows_below(heading, shelf, frame.tracks)
    if len(rows) == 1 and not rows[0].label:
        return None  # a lead: what the heading announces stands in parts of their own
    return _finding(frame, heading, rows, shelf) if rows else None


def _ending(frame: QueryFrame, headings: Sequence[Clause]) -> Clause | None:
    """The one heading that ends with the noun counted (有几项措施: 建设路径及措施)."""
    counted = _NOUN.search(frame.about)
    found = [one for one in headings if counted and one.plain.rstrip("。：: ").endswith(counted["noun"])]
    return found[0] if len(found) == 1 else None


def _fitting(frame: QueryFrame, headings: Sequence[Clause], least: float | None = None) -> Clause | None:
    asked = pairs(without(frame.about, frame.tracks))
    if frame.tracks and len(asked) < _FEWEST_PAIRS:
        asked = pairs(frame.about)
    best: tuple[int, float, Clause] | None = None
    for heading in headings:
        words = pairs(heading.plain)
        shared = len(words & asked)
        fit = shared / len(words) if words else 0.0
        needed = least or (_FITS if frame.intent in ("list", "count") else 1.0)
        if shared >= _FEWEST_PAIRS and fit >= needed and (best is None or (shared, fit) > best[:2]):
            best = (shared, fit, heading)
    return best[2] if best else None


def _rows_below(heading: Clause, shelf: Shelf, tracks: Sequence[str] = ()) -> list[Clause]:
    below = [
        clause
        for clause in shelf.of(heading.document)
        if clause.kind not in ("heading", "lead") and clause.start > heading.start and _below(clause, heading)
    ]
    below = [clause for clause in below if not tracks or clause.track in tracks]
    rows = [clause for clause in below if clause.section == heading.section] or below
    return [clause for clause in rows if clause.label or clause.kind == "requirement"] or rows


def _below(clause: Clause, heading: Clause) -> bool:
    """Whether a row stands under the heading."""
    return clause.section.startswith(heading.section) and heading.plain.rstrip("。：: ") in "".join(clause.path)


def _finding(frame: QueryFrame, heading: Clause, rows: Sequence[Clause], shelf: Shelf) -> Finding:
    depth = len(heading.path)
    names = [clause.path[depth] if len(clause.path) > depth else "" for clause in rows]
    named = all(names) and all(clause.section == heading.section for clause in rows)
    ids = [clause.id for clause in rows]
    tail = f"：{joined(names)}" if named else ""
    text = f"《{shelf.titles[heading.document]}》“{heading.plain.rstrip('。：: ')}”下有 {len(rows)} 项{tail}。"
    section = Section(said=(Sentence(text, "composed", tuple(ids)),), quoted=tuple(rows[:_SHOWN]))
    result: dict[str, object] = {"kind": "clauses", "ids": ids}
    if frame.intent == "count":
        result = {"kind": "count", "value": len(rows)}
    elif frame.intent == "list" and named:
        result = {"kind": "set", "items": names}
    return Finding("answered", (section,), result=result, query="heading")
