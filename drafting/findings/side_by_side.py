"""Sides of a comparison on one topic: what differs, row by row, and what only one side writes; every claim cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.checks.composed.bounds import states_bound
from drafting.findings.compared_rows import Beside, Compares, Search, asks_for_figures, called, rows_about
from drafting.findings.compared_telling import Telling, clauses_of
from drafting.shelf import Shelf
from kg.errors import GraphError
from kg.variants.comparison import ComparedRow
from kg.variants.comparison_json import force_change, quantity_change
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.sides import target_parts

_ROWS_SHOWN = 6
_ALONE_SHOWN = 6
_ABSENT_SHOWN = 3
_BY_MEANING = "放在一起的条款是按意思对应的，文本没有写明它们对应，供参考。"
_BY_MEANING_EN = "What stands side by side was put there by likeness of meaning; no text says that it corresponds."
_IN_FULL = "全部对照：gongbiao compare {} {}"
_IN_FULL_EN = " All of it: gongbiao compare {} {}"
_THAN = re.compile(r"比|没有?(?:提|写|要求)过?的|\b(?:than|that|which|over)\b")
_TOPIC = "按“{}”这几个字取条款。"
_TOPIC_EN = "Taken as the topic: “{}”. "
_SURE = 0.7
_WHICH_FORCE = re.compile(
    r"[“\"]?应[”\"]?还?是[“\"]?宜|[“\"]?宜[”\"]?还?是[“\"]?应|\bshall or should\b|\bshould or shall\b"
)
_ASKING = frozenset({"requirement", "threshold"})
_ORDER = {"stronger": 0, "weaker": 0, "overlaps": 1, "similar": 2, "equal": 3}


def find_side_by_side(frame: QueryFrame, shelf: Shelf, found: Sequence[Beside]) -> Finding | None:
    """Tell what stands side by side; None where nothing does.

    Args:
        frame: The question.
        shelf: The clauses.
        found: Each further side beside the first.
    """
    if not found:
        return None
    sections: list[Section] = []
    rows: list[dict[str, Any]] = []
    for beside in found:
        sections.extend(sections_of(beside, frame, shelf))
        rows.extend(row_json(row) for row in beside.rows)
    result = {
        "kind": "comparison",
        "sides": [{"target": target, "called": name} for target, name in _names(found)],
        "rows": rows,
    }
    return Finding("answered", tuple(sections), result=result, query="comparison")


def sides_beside(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, comparing: Compares
) -> list[Beside]:
    """Each further side beside the first, as far as what the question is about is in them."""
    each = (_beside(frame, frame.sides[0], other, shelf, capabilities, search, comparing) for other in frame.sides[1:])
    return [one for one in each if one is not None]


def row_json(row: ComparedRow) -> dict[str, Any]:
    """A row as the structured answer has it."""
    difference = row.difference
    return {
        "topic": row.topic.name,
        "left": list(row.left),
        "right": list(row.right),
        "relation": row.relation,
        "force_change": force_change(difference.forces) if difference else None,
        "quantity_change": quantity_change(difference.quantities) if difference else None,
        "added": list(dict.fromkeys(one.name for one in difference.added)) if difference else [],
        "dropped": list(dict.fromkeys(one.name for one in difference.dropped)) if difference else [],
        "nearest": row.nearest.right if row.nearest and row.left else row.nearest.left if row.nearest else None,
        "score": None if row.confidence is None else round(row.confidence, 4),
    }


def _names(found: Sequence[Beside]) -> list[tuple[str, str]]:
    first = found[0]
    pairs = [(first.targets[0], first.left), *((one.targets[1], one.right) for one in found)]
    return list(dict.fromkeys(pairs))


def _beside(
    frame: QueryFrame, left: str, right: str, shelf: Shelf, capabilities: Scheme, search: Search, comparing: Compares
) -> Beside | None:
    try:
        comparison = comparing.compare(left, right)
    except GraphError:  # a side without a row that says something
        return None
    chosen = rows_about(frame, comparison, shelf, capabilities, search)
    if not chosen.rows:
        return None
    ours, theirs = called(left, right, shelf), called(right, left, shelf)
    topic = "" if chosen.whole or not chosen.named else _topic(frame, capabilities)
    return Beside(ours, theirs, (left, right), chosen, topic)


def _topic(frame: QueryFrame, capabilities: Scheme) -> str:
    """What the question names that is compared, as the vocabularies call it."""
    codes = frame.subdomains or frame.domains or frame.elements
    objects = (*frame.systems, *frame.technologies)
    return "、".join(objects or [capabilities.concepts[code].zh for code in codes])


def sections_of(beside: Beside, frame: QueryFrame, shelf: Shelf, most: int = _ROWS_SHOWN) -> list[Section]:
    """What stands side by side: the conclusion, the rows, and what only one side writes."""
    english = frame.language == "en"
    telling = Telling(beside, shelf, english=english)
    aligned = list(beside.aligned)
    if not beside.chosen.ranked:
        aligned.sort(key=lambda row: _telling_first(row, beside, shelf))
    sections: list[Section] = []
    lead = _lead(beside, telling, frame, shelf)
    if lead:
        remark = (_BY_MEANING_EN if english else _BY_MEANING) if aligned else ""
        if beside.chosen.whole or len(aligned) > most:
            remark += (_IN_FULL_EN if english else _IN_FULL).format(*beside.targets)
        sections.append(Section(said=tuple(lead), remark=_topic_told(beside, english=english) + remark))
    both = [
        Section(said=tuple(telling.row(row) for row in rows), quoted=clauses_of(rows, shelf))
        for rows in _grouped(aligned[:most])
    ]
    asked = frame.compares in ("added", "dropped")
    single = [
        _alone(beside.only(side), side, telling, shelf, asked) for side in _asked_first(frame) if beside.only(side)
    ]
    if asked and single:
        return [single[0], *sections, *single[1:], *both]
    return [*sections, *both, *single]


def _lead(beside: Beside, telling: Telling, frame: QueryFrame, shelf: Shelf) -> list[Sentence]:
    """The conclusion: what it comes to, which words and figures the sides have or lack, and with what force."""
    figureless = _figureless(beside, telling, frame, shelf)
    lead = [*figureless, *_presence(beside, telling, shelf)]
    forces = telling.forces(always=_WHICH_FORCE.search(frame.text) is not None)
    if len(beside.rows) > 1 or not beside.aligned or frame.compares == "alike":
        lead = [*lead, telling.summary(frame.compares)] if figureless else [telling.summary(frame.compares), *lead]
        lead.extend([forces] if forces else [])
    if forces and _WHICH_FORCE.search(frame.text):
        lead = [forces, *(one for one in lead if one != forces)]
    return [*telling.twins(), *lead] if frame.compares == "same_words" else lead


def _figureless(beside: Beside, telling: Telling, frame: QueryFrame, shelf: Shelf) -> list[Sentence]:
    """The side that states no figure which must be reached, where figures are asked for and the other has some."""
    if not asks_for_figures(frame) or beside.of_one_document:
        return []
    has: dict[str, bool] = {}
    for side, target in zip(("left", "right"), beside.targets, strict=True):
        rows = shelf.of(target_parts(target)[0])
        has[side] = any(states_bound(one) for one in rows if _of_side(one, target))
    lacking = [side for side, stated in has.items() if not stated]
    told = [one.id for one in clauses_of(beside.rows, shelf) if states_bound(one)]
    return [telling.figureless(lacking[0], told)] if len(lacking) == 1 and told else []


def _topic_told(beside: Beside, *, english: bool) -> str:
    """What was taken as the topic, where no capability, system or technology says it."""
    if beside.chosen.whole or beside.topic or not beside.chosen.taken:
        return ""
    return (_TOPIC_EN if english else _TOPIC).format(beside.chosen.taken)


def _telling_first(row: ComparedRow, beside: Beside, shelf: Shelf) -> tuple[bool, bool, bool, int]:
    """What is sure and telling comes first: demands, with the words asked for on both sides, surely of one matter."""
    sides = [[shelf.by_id[one].plain.lower() for one in ids if one in shelf.by_id] for ids in (row.left, row.right)]
    words = beside.chosen.words
    named = not words or all(any(word in text for word in words for text in texts) for texts in sides)
    unsure = row.confidence is not None and row.confidence < _SURE
    return (_is_general(row, shelf), not named, unsure, _ORDER.get(row.relation, 1))


def _asked_first(frame: QueryFrame) -> tuple[str, str]:
    """The sides by what is asked for: what the one that is compared has besides, or lacks, comes first."""
    compared_left = _THAN.search(frame.text) is not None
    wanted_left = compared_left == (frame.compares == "added")
    return ("left", "right") if wanted_left or frame.compares not in ("added", "dropped") else ("right", "left")


def _alone(rows: Sequence[ComparedRow], side: str, telling: Telling, shelf: Shelf, nearest: bool) -> Section:
    """What stands on one side alone; the first of it quoted."""
    remark = f"以下列出前 {_ALONE_SHOWN} 条。" if len(rows) > _ALONE_SHOWN else ""
    ordered = sorted(rows, key=lambda row: _is_general(row, shelf))
    shown = ordered[:_ALONE_SHOWN]
    near = [telling.nearest(row, side) for row in shown if nearest and row.nearest is not None]
    return Section(said=(telling.alone(rows, side), *near), quoted=clauses_of(shown, shelf), remark=remark)


def _is_general(row: ComparedRow, shelf: Shelf) -> bool:
    """Whether neither side of a row asks anything: aims, scopes, definitions come after what is asked."""
    return not any(shelf.by_id[one].kind in _ASKING for one in (*row.left, *row.right))


def _grouped(rows: Sequence[ComparedRow]) -> list[list[ComparedRow]]:
    """Rows with the same clauses on the left together, so that these are quoted once."""
    found: dict[tuple[str, ...], list[ComparedRow]] = {}
    for row in rows:
        found.setdefault(row.left, []).append(row)
    return list(found.values())


def _presence(beside: Beside, telling: Telling, shelf: Shelf) -> list[Sentence]:
    """Which of the question's words both sides have, and which just one has anywhere in its document."""
    said: list[Sentence] = []
    clauses = clauses_of(beside.rows, shelf)
    own = {
        side: [one for one in clauses if _of_side(one, target)]
        for side, target in zip(("left", "right"), beside.targets, strict=True)
    }
    for words, absent in _told_words(beside, own, shelf).items():
        having = own["right" if absent == "left" else "left"] if absent else clauses
        basis = [one.id for one in having if any(word in one.plain.lower() for word in words)]
        if not basis:
            continue
        printed = [_printed(word, having) for word in words]
        said.append(telling.absent(printed, absent, basis) if absent else telling.both(printed, basis))
    return said


def _of_side(clause: Clause, target: str) -> bool:
    document, tier, track = target_parts(target)
    return (
        clause.document == document
        and (tier is None or clause.holds_for(tier))
        and (not track or clause.track == track)
    )


def _told_words(beside: Beside, own: dict[str, list[Clause]], shelf: Shelf) -> dict[tuple[str, ...], str]:
    """Words of the question with the side that lacks them; with an empty name where both have them."""
    if beside.of_one_document:
        return {}
    lacking: dict[str, list[str]] = {"left": [], "right": [], "": []}
    for word in beside.chosen.words[:_ABSENT_SHOWN]:
        here = {side: any(word in one.plain.lower() for one in clauses) for side, clauses in own.items()}
        everywhere = {
            side: any(
                word in one.text.lower() or word in one.plain.lower() for one in shelf.of(target_parts(target)[0])
            )
            for side, target in zip(("left", "right"), beside.targets, strict=True)
        }
        if all(here.values()):
            lacking[""].append(word)
        for side, other in (("left", "right"), ("right", "left")):
            if here[other] and not everywhere[side]:
                lacking[side].append(word)
    return {tuple(words): side for side, words in lacking.items() if words}


def _printed(word: str, clauses: Sequence[Clause]) -> str:
    """A word as a clause prints it: its own case."""
    for one in clauses:
        at = one.plain.lower().find(word)
        if at >= 0:
            return one.plain[at : at + len(word)]
    return word
