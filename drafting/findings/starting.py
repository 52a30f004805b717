"""From when something holds: 从什么时候开始执行, 从哪年起培育. Answered by the sentence that says 自…起."""

from __future__ import annotations

import re

from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs

_ASKED = re.compile(
    r"(?=.*(?:什么时候|何时|哪(?:一)?年|哪天|几月))(?=.*(?:开始|起|执行|施行|实施|生效|废止))"
    r"|\bwhen does\b.*\b(?:start|begin|take effect|come into force)\b"
)
_STARTS = re.compile(r"(?:自|从)[^，,。；]{1,14}起")


def find_start(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the sentences of the document named that say from when; None where it says nothing of the kind."""
    if not _ASKED.search(frame.about) or not frame.documents_named or frame.premise:
        return None
    rows = [
        clause
        for document in frame.documents
        for clause in shelf.of(document, kinds=("paragraph", "requirement", "lead"))
        if _STARTS.search(clause.plain)
    ]
    rows.sort(key=lambda clause: -len(pairs(clause.plain) & pairs(frame.about)))
    found = tuple(rows[:2])
    if not found:
        return None
    said = tuple(
        Sentence(f"“{hit.group()}”（{place(clause, shelf.titles)}）。", "composed", (clause.id,))
        for clause in found
        if (hit := _STARTS.search(clause.plain))
    )
    ids = [clause.id for clause in found]
    return Finding(
        "answered", (Section(said=said, quoted=found),), result={"kind": "clauses", "ids": ids}, query="figure"
    )
