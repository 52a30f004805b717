"""Questions for what a text counts as something (哪些算数字化改造硬件): the sentence that opens with its name."""

from __future__ import annotations

import re

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame

_OPENS = re.compile(
    r"(?:^|[。；;\n])\s*(?:备注[：:])?(?P<name>[^，,。；;:：（）\n]{4,16}?)(?:包括|包含|分为|主要有|涵盖|是指)"
)
_INTENTS = frozenset({"list", "lookup", "definition", "where"})
_KINDS = ("paragraph", "lead", "requirement", "threshold")


def find_enumeration(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the sentence that says what belongs to the thing named; None where no sentence opens with its name.

    Only for a document that the question names, and for a name that is none of a tier or an object.
    """
    if frame.intent not in _INTENTS or not frame.documents_named or frame.premise or frame.tiers or frame.tracks:
        return None
    found: list[tuple[int, str, Clause]] = []
    for document in frame.documents:
        for clause in shelf.of(document, kinds=_KINDS):
            named = [hit["name"] for hit in _OPENS.finditer(clause.plain) if hit["name"].lower() in frame.about]
            found.extend((len(name), name, clause) for name in named)
    if not found:
        return None
    length = max(one[0] for one in found)
    clauses = tuple({clause.id: clause for size, _, clause in found if size == length}.values())
    name = next(name for size, name, _ in found if size == length)
    ids = [clause.id for clause in clauses]
    text = f"“{name}”包括什么，见{'、'.join(place(clause, shelf.titles) for clause in clauses)}。"
    section = Section(said=(Sentence(text, "composed", tuple(ids)),), quoted=clauses)
    return Finding("answered", (section,), result={"kind": "clauses", "ids": ids}, query="heading")
