"""Questions for items by their printed number or letter: 流程型模式的第2条, 质量管控b条, 两种模式的第一条分别是什么."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from corpus.labels import arabic
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.shelf import Shelf
from drafting.wording import joined, place
from retrieval.frame import QueryFrame

_ITEM = re.compile(
    r"第\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:条|项|款|点|个要求)(?!规定的?是?哪)"
    r"|(?<![a-z0-9])(?P<letter>[a-h]\d?)\s*(?:条|款|项|[)）])"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十]+")
_KINDS = ("requirement", "threshold", "not_required")


def find_numbered(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the items that the question points at by label, one of each place named; None where it points at none."""
    pointed = list(_ITEM.finditer(frame.about))
    if not pointed or frame.premise or frame.intent in ("count", "threshold"):
        return None
    labels = list(dict.fromkeys(_label(one) for one in pointed))
    groups = _groups(frame, shelf)
    found = distinct(clause for group in groups for label in labels if (clause := _labelled(group, label)))
    if not found:
        return None
    text = f"所问的条款有 {len(found)} 条：{joined([place(clause, shelf.titles) for clause in found])}。"
    ids = [clause.id for clause in found]
    section = Section(said=(Sentence(text, "composed", tuple(ids)),), quoted=found)
    return Finding("answered", (section,), result={"kind": "clauses", "ids": ids}, query="section")


def _label(pointed: re.Match[str]) -> str:
    number = pointed["number"]
    if number is None:
        return str(pointed["letter"])
    return number if number.isdigit() else str(arabic(number))


def _labelled(group: Sequence[Clause], label: str) -> Clause | None:
    """The item that bears a label; for a number in a list of letters, the item at that place."""
    for clause in group:
        printed = clause.label or ""
        if label == (arabic(printed) if _NUMERAL.fullmatch(printed) else printed):
            return clause
    lettered = [clause for clause in group if (clause.label or "")[:1].isalpha() and (clause.label or "").isascii()]
    at = int(label) - 1 if label.isdigit() else len(lettered)
    return lettered[at] if lettered and 0 <= at < len(lettered) else None


def _groups(frame: QueryFrame, shelf: Shelf) -> list[tuple[Clause, ...]]:
    """The lists of items that the question names: of its tracks, or of its tiers in its subdomains."""
    rows = [clause for one in frame.documents for clause in shelf.of(one, kinds=_KINDS)]
    if frame.tracks:
        return [_longest([clause for clause in rows if clause.track == track]) for track in frame.tracks]
    if len(frame.documents) == 1 and frame.subdomains:
        tiers = frame.tiers or tuple(tier.code for tier in shelf.tiers(frame.documents[0]))
        return [shelf.cell(frame.documents[0], number, tier) for number in frame.subdomains for tier in tiers]
    return []


def _longest(rows: Sequence[Clause]) -> tuple[Clause, ...]:
    """The rows of the section that holds most of them: what is asked of a track, not what is said of it elsewhere."""
    sections: dict[str, list[Clause]] = {}
    for clause in rows:
        sections.setdefault(clause.section, []).append(clause)
    return tuple(sections[max(sections, key=lambda name: len(sections[name]))]) if sections else ()
