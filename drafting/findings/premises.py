"""What a question asserts, held against the text: an untrue premise is corrected with the clause that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import force_counts, forces_of, place
from retrieval.frame import QueryFrame

_ASKED_FORCE = re.compile(r"必须|应当?|强制|must|shall|mandatory")


def correct(frame: QueryFrame, finding: Finding, shelf: Shelf) -> Finding:
    """The finding with its status and corrections set where the question asserts what its clauses contradict.

    Only questions that assert something are touched; a plain yes/no question is answered with no.
    """
    if not frame.premise or finding.status == "refused":
        return finding
    clauses = finding.sections[0].quoted if finding.sections else ()
    corrections = [*_emptiness(frame, finding, clauses, shelf), *_forces(frame, clauses, shelf), *_figures(frame, clauses, shelf)]
    if not corrections:
        return finding
    ids = tuple(clause.id for clause in clauses)
    said = tuple(Sentence(text, "composed", ids) for text in corrections)
    lead = Section("更正", said)
    return replace(finding, status="corrected", sections=(lead, *finding.sections), corrections=tuple(corrections), summarise=False)


def _emptiness(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> list[str]:
    if finding.query != "cell" or not clauses or not frame.tiers:
        return []
    empty = all(clause.kind == "not_required" for clause in clauses)
    where = place(clauses[0], shelf.titles)
    if empty and not frame.negated:
        return [f"前提不成立：原文该格为“{clauses[0].text}”，即不做要求（{where}）。"]
    if not empty and frame.negated:
        return [f"前提不成立：该处有 {len(clauses)} 条要求（{force_counts(clauses)}）（{where}）。"]
    return []


def _forces(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> list[str]:
    """必须 asserted of clauses that all say 宜 or 可."""
    asserted = _ASKED_FORCE.search(frame.text) is not None and not frame.negated
    ruled = [clause for clause in clauses if clause.kind == "requirement"]
    if not asserted or not ruled or any("shall" in clause.forces for clause in ruled):
        return []
    if all(clause.forces == ("none",) for clause in ruled):
        return []
    return [f"前提不成立：原文用词是“{forces_of(ruled[0])}”，不是“应”（{place(ruled[0], shelf.titles)}）。"]


def _figures(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> list[str]:
    """A figure asserted in the question that the clause gives otherwise."""
    asserted = [one for one in quantities(frame.text) if one.unit]
    found: list[str] = []
    for said in asserted:
        same_unit = [(clause, one) for clause in clauses for one in clause.quantities if one.unit == said.unit]
        if same_unit and all(one.value != said.value for _, one in same_unit):
            clause, stated = same_unit[0]
            found.append(f"前提不成立：问题说“{said.text}”，原文是“{stated.text}”（{place(clause, shelf.titles)}）。")
    return found
