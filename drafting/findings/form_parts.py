"""Questions for a numbered part of a form (申报表第三部分): its fields, or that no such part is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from corpus.labels import arabic
from drafting.answer import Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from retrieval.frame import QueryFrame

_DIGIT = r"[一二三四五六七八九十\d]{1,2}"
_PARTS = re.compile(rf"第\s*{_DIGIT}(?:\s*[、,，和与及到至]\s*第?\s*{_DIGIT})*\s*(?:个?大?部分|大块|大栏|大项)")
_FORM = re.compile(r"(?:[一-鿿]{2}[表书]|提纲)$")
"""How the title of a form ends."""
_SHOWN = 40


def find_form_part(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """The fields of the parts of a form that the question numbers; None where it numbers none, or names no form."""
    asked = _PARTS.search(frame.about)
    title = _form_named(frame, shelf) if asked else None
    if asked is None or title is None:
        return None
    rows = [one for one in shelf.of(title.document) if one.path[:1] == title.path[:1]]
    parts = [one for one in rows if one.kind == "heading" and len(one.path) > 1]
    numbers = [one if one.isdigit() else arabic(one) for one in re.findall(_DIGIT, asked.group())]
    wanted = [one for one in parts if one.label and arabic(one.label) in numbers]
    names = "、".join(one.path[-1] for one in parts)
    if not wanted:
        hints = (f"表里印出的部分：{names}。",) if parts else ()
        return not_in_sources(f"“{title.plain}”没有“{asked.group()}”。", hints)
    return _told([one for one in rows if any(one.path[: len(part.path)] == part.path for part in wanted)])


def _form_named(frame: QueryFrame, shelf: Shelf) -> Clause | None:
    """The title of the one form whose kind the question names."""
    named = [
        one
        for one in shelf.of(kinds=("heading",))
        if (kind := _FORM.search(one.plain)) is not None
        and kind.group() in frame.about
        and one.section.startswith("附件")
        and (not frame.documents_named or one.document in frame.documents)
    ]
    return named[0] if len(named) == 1 else None


def _told(rows: Sequence[Clause]) -> Finding:
    ids = [one.id for one in rows]
    said = Sentence("相关的程序、表单与备注如下。", "composed", tuple(ids))
    section = Section(said=(said,), quoted=tuple(rows[:_SHOWN]))
    return Finding("answered", (section,), result={"kind": "clauses", "ids": ids}, query="procedure")
