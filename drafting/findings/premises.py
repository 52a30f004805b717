"""What a question asserts, held against the text: an untrue premise is corrected by the clause that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.answer import Finding, Refusal, Section, Sentence
from drafting.findings.counting import COUNTED_NAMES, counts_of
from drafting.shelf import Shelf
from drafting.wording import force_counts, forces_of, place
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_ASKED_FORCE = re.compile(r"必须|应当?|强制|must|shall|mandatory")
_COUNTED = re.compile(rf"(?P<number>\d+|[一二两三四五六七八九十]+)\s*[个大种项]\s*(?P<name>{'|'.join(COUNTED_NAMES)})")
_GREATER = re.compile(r"高|大|多|严|长|higher|greater|more|longer|stricter")
_LESSER = re.compile(r"低|小|少|松|短|lower|less|fewer|shorter")
_THAN = re.compile(r"比|than")

Corrections = Sequence[tuple[str, tuple[str, ...]]]
"""Each correction with the ids of the clauses that it rests on."""


def correct(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme) -> Finding:
    """The finding with its status and corrections set where the question asserts what the clauses contradict.

    A plain yes/no question asserts nothing and is answered with no; a number that the question takes for granted
    (“the four tiers”) is held against the text in any case.
    """
    if finding.refusal and finding.query != "definition" and not _missing_assertion(frame, finding.refusal):
        return finding
    clauses = finding.sections[0].quoted if finding.sections else ()
    corrections = list(_numbers_of_things(frame, shelf, capabilities))
    if frame.premise:
        for look in (_emptiness, _forces, _figures, _orders):
            corrections.extend(look(frame, finding, clauses, shelf))
    if not corrections:
        return finding
    said = tuple(Sentence(text, "composed", ids) for text, ids in corrections)
    cited = tuple(shelf.by_id[one] for _, ids in corrections for one in ids[:2])
    lead = Section("", said, () if finding.sections and finding.sections[0].quoted else cited)
    texts = tuple(text for text, _ in corrections)
    kept = finding.sections if finding.query != "search" else ()
    lead = lead if kept else Section("", said, cited)
    if finding.refusal:  # its hints spoke of what was not found
        return Finding("corrected", (lead, *kept), corrections=texts, query="premise")
    return replace(finding, status="corrected", sections=(lead, *kept), corrections=texts, summarise=False)


def _missing_assertion(frame: QueryFrame, refusal: Refusal) -> bool:
    """Whether the question was refused since no text says what it asserts; it may still assert a wrong number."""
    return frame.premise and refusal.reason == "not_in_sources"


def _numbers_of_things(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Corrections:
    """“Four tiers” of a document that has three."""
    if not frame.documents or frame.intent == "count":
        return []
    found: list[tuple[str, tuple[str, ...]]] = []
    for said in _COUNTED.finditer(frame.text):
        counts = counts_of(said["name"], frame, shelf, capabilities)
        number = quantities(f"{said['number']}个")
        asserted = int(number[0].value) if number else 0
        if counts and asserted > 1 and asserted not in [number for number, _ in counts]:
            stated, basis = counts[0]
            text = f"前提不成立：问题说“{said.group()}”，文中为 {stated} 个{said['name']}。"
            found.append((text, tuple(clause.id for clause in basis)))
    return found


def _emptiness(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    if finding.query != "cell" or not clauses or not frame.tiers:
        return []
    empty = all(clause.kind == "not_required" for clause in clauses)
    where, ids = place(clauses[0], shelf.titles), tuple(clause.id for clause in clauses)
    if empty and not frame.negated:
        return [(f"前提不成立：原文该格为“{clauses[0].text}”，即不做要求（{where}）。", ids)]
    if not empty and frame.negated:
        return [(f"前提不成立：该处有 {len(clauses)} 条要求（{force_counts(clauses)}）（{where}）。", ids)]
    return []


def _forces(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """必须 asserted of clauses that all say 宜 or 可."""
    asserted = _ASKED_FORCE.search(frame.text) is not None and not frame.negated
    ruled = [clause for clause in clauses if clause.kind == "requirement"]
    if not asserted or not ruled or any("shall" in clause.forces for clause in ruled):
        return []
    if all(clause.forces == ("none",) for clause in ruled):
        return []
    text = f"前提不成立：原文用词是“{forces_of(ruled[0])}”，不是“应”（{place(ruled[0], shelf.titles)}）。"
    return [(text, tuple(clause.id for clause in ruled))]


def _figures(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """A figure asserted in the question that the clause gives otherwise."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for said in (one for one in quantities(frame.text) if one.unit):
        same_unit = [(clause, one) for clause in clauses for one in clause.quantities if one.unit == said.unit]
        if same_unit and all(one.value != said.value for _, one in same_unit):
            clause, stated = same_unit[0]
            text = f"前提不成立：问题说“{said.text}”，原文是“{stated.text}”（{place(clause, shelf.titles)}）。"
            found.append((text, (clause.id,)))
    return found


def _orders(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """“A is higher than B” of two figures that stand the other way, or are equal."""
    than = _THAN.search(frame.text)
    figures = list((finding.result or {}).get("all", [])) if finding.query == "figure" else []
    if than is None or len(figures) != 2 or figures[0]["unit"] != figures[1]["unit"]:
        return []
    places = {figure["of"]: frame.text.find(str(figure["of"] or " ")) for figure in figures}
    first, second = sorted(figures, key=lambda figure: places[figure["of"]])
    if not (0 <= places[first["of"]] < than.start() < places[second["of"]]):
        return []
    holds: Callable[[float, float], bool]
    if _LESSER.search(frame.text[than.end() :]):
        holds = float.__lt__
    elif _GREATER.search(frame.text[than.end() :]):
        holds = float.__gt__
    else:
        return []
    if holds(float(first["value"]), float(second["value"])):
        return []
    told = "，".join(f"{figure['of']}为“{figure['text']}”" for figure in (first, second))
    return [(f"前提不成立：{told}。", (first["id"], second["id"]))]
