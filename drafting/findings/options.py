"""Questions for the choices that a form offers at a field: 项目类型有几个选项, 申报表里可以勾哪几类."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import joined
from retrieval.frame import QueryFrame
from retrieval.overlap import share

_ASKED = re.compile(r"选项|可选|可以选|选择|勾选|可勾|打勾|勾哪|选哪|单选|多选|备选|\boptions?\b|\btick\b|\bchoices?\b")
_OPTION = re.compile(r"[（(]\s*[）)]\s*([^（()）\s]+)")
_INTENTS = frozenset({"count", "list", "lookup", "where", "procedure"})
_FEWEST = 2


def find_options(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Give the choices of the form's field that the question means; None where it asks for no choices."""
    if not _ASKED.search(frame.about) or frame.premise or frame.intent not in _INTENTS:
        return None
    fields = _with_options(frame, shelf)
    if not fields:
        return None
    best = max(fields, key=lambda one: share(one[0].plain, frame.text))
    if len(fields) > 1 and not share(best[0].plain, frame.text):
        return None
    label, choices = best
    items = _OPTION.findall(choices.plain)
    title = f"《{shelf.titles[choices.document]}》{choices.section}"
    text = f"{title}“{label.plain}”一栏有 {len(items)} 个选项：{joined(items)}。"
    section = Section(said=(Sentence(text, "composed", (label.id, choices.id)),), quoted=(label, choices))
    counts = frame.intent == "count"
    result: dict[str, object] = {"kind": "count", "value": len(items)} if counts else {"kind": "set", "items": items}
    return Finding("answered", (section,), result=result, query="form")


def _with_options(frame: QueryFrame, shelf: Shelf) -> Sequence[tuple[Clause, Clause]]:
    """The fields that print choices, each with the field before it, which names them."""
    found: list[tuple[Clause, Clause]] = []
    for document in frame.documents or tuple(shelf.documents):
        rows = shelf.of(document, kinds=("form_field",))
        for before, clause in pairwise(rows):
            if len(_OPTION.findall(clause.plain)) >= _FEWEST and before.path == clause.path:
                found.append((before, clause))
    return found
