"""Sides of a comparison on one topic: what differs, row by row, and what only one side writes; every claim cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.compared_rows import Beside, Compares, Search, called, rows_about
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
    return Beside(ours, theirs, (left, right), chosen, "" if chosen.whole else _topic(frame, capabilities))


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
        aligned.sort(key=lambda row: (_is_general(row, shelf), _ORDER.get(row.relation, 1)))
    sections: list[Section] = []
    lead = _presence(beside, telling, shelf)
    if len(beside.rows) > 1 or not aligned:
        forces = telling.forces()
        lead = [telling.summary(frame.compares), *lead, *([forces] if forces else [])]
    if frame.compares == "same_words":
        lead = [*telling.twins(), *lead]
    if lead:
        remark = (_BY_MEANING_EN if english else _BY_MEANING) if aligned else ""
        if beside.chosen.whole:
            remark += (_IN_FULL_EN if english else _IN_FULL).format(*beside.targets)
        sections.append(Section(said=tuple(lead), remark=remark))
    both = [
        Section(said=tuple(telling.row(row) for row in rows), quoted=clauses_of(rows, shelf))
        for rows in _grouped(aligned[:most])
    ]
    single = [_alone(beside.only(side), side, telling, shelf) for side in _asked_first(frame) if beside.only(side)]
    return [*sections, *(single + both if frame.compares in ("added", "dropped") else both + single)]


def _asked_first(frame: QueryFrame) -> tuple[str, str]:
    """The sides by what is asked for: what the one that is compared has besides, or lacks, comes first."""
    compared_left = _THAN.search(frame.text) is not None
    wanted_left = compared_left == (frame.compares == "added")
    return ("left", "right") if wanted_left or frame.compares not in ("added", "dropped") else ("right", "left")


def _alone(rows: Sequence[ComparedRow], side: str, telling: Telling, shelf: Shelf) -> Section:
    """What stands on one side alone; the first of it quoted."""
    remark = f"以下列出前 {_ALONE_SHOWN} 条。" if len(rows) > _ALONE_SHOWN else ""
    return Section(said=(telling.alone(rows, side),), quoted=clauses_of(rows[:_ALONE_SHOWN], shelf), remark=remark)


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
        clause.document == document and (tier is None or clause.tier == tier) and (not track or clause.track == track)
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
