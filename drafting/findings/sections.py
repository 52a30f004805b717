"""Questions that point at a place: 6.2.3, 第七章, 附件2, 表15. Answered with what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from corpus.labels import arabic
from drafting.answer import Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from retrieval.frame import QueryFrame

_PLACE = re.compile(
    r"(?<![\d.a-z])(?P<decimal>\d{1,2}(?:\.[1-9]\d?){1,4})"
    r"(?![\d.]|\s*(?:[%％万亿年月天元吨米倍度升秒兆版千]|公[里斤]|小时|分钟|毫[米秒]|(?:kg|[kmg]m?|[mg]b)(?![a-z])))"
    r"|第\s*(?P<chapter>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[章节]|部分?)"
    r"|(?P<annex>附件|附录|表)\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}(?![个份页天次月年遍回条样直些定下起般]))"
)
_ITEM = re.compile(r"\s*的?\s*第?\s*(?P<item>[a-z]|\d{1,2})\s*(?:[)）]|条|项|款)")
_SHOWN = 40
_FIGURES = re.compile(r"分值|得分|打[几多少]+分|评分|权重|分数")


def find_section(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the rows of the section, annex or table that the question names; None where it names none."""
    pointed = _PLACE.search(frame.about)
    if pointed is None or frame.intent in ("count", "threshold") or frame.premise:
        return None
    if pointed["annex"] == "表" and (frame.subdomains or _FIGURES.search(frame.about)):
        return None  # a cell of the table, or a figure of it
    documents = frame.documents or tuple(shelf.documents)
    rows = [clause for clause in shelf.clauses if clause.document in documents and _stands_at(clause, pointed)]
    if pointed["annex"] == "表":
        rows = _of_table(shelf, documents, pointed["number"]) or rows
    if not rows and not frame.documents_named:
        rows = [clause for clause in shelf.clauses if _stands_at(clause, pointed)]
    said = [clause for clause in rows if clause.kind != "heading"]
    if (item := _ITEM.search(frame.about, pointed.end())) and pointed["decimal"]:
        said = [one for one in said if (one.label or "").rstrip(".)）") == item["item"]] or said
    if not said:
        where = "、".join(f"《{shelf.titles[one]}》" for one in documents) if frame.documents_named else "现有文件"
        return not_in_sources(f"{where}里没有“{pointed.group().strip()}”的内容。")
    heading = next((clause for clause in rows if clause.kind == "heading"), None)
    title = heading.plain if heading else ""
    place = pointed.group().strip()
    named = title if place.replace(" ", "") in title.replace(" ", "") else f"{place} {title}".strip()
    name = f"“{named}”"
    text = f"《{shelf.titles[said[0].document]}》{name}有 {len(said)} 行内容。"
    remark = "" if len(said) <= _SHOWN else f"以下列出前 {_SHOWN} 行。"
    ids = (*((heading.id,) if heading else ()), *(one.id for one in said))
    section = Section(said=(Sentence(text, "composed", ids),), quoted=tuple(said[:_SHOWN]), remark=remark)
    return Finding("answered", (section,), result={"kind": "clauses", "ids": [one.id for one in said]}, query="section")


def _of_table(shelf: Shelf, documents: Sequence[str], number: str) -> list[Clause]:
    """The rows below a table's caption, in its section."""
    caption = re.compile(rf"表\s*{number}(?!\d)")
    found = [
        clause
        for document in documents
        for clause in shelf.of(document, kinds=("heading",))
        if caption.match(clause.plain)
    ]
    return [
        clause
        for clause in (shelf.of(found[0].document) if found else ())
        if clause.section == found[0].section and clause.start >= found[0].start and clause.rule != "table.head"
    ]


def points_at(frame: QueryFrame, clause: Clause) -> bool:
    """Whether a clause stands where the question points; true for every clause where it points nowhere."""
    pointed = _PLACE.search(frame.about)
    return pointed is None or pointed["annex"] is not None or _stands_at(clause, pointed)


def _stands_at(clause: Clause, pointed: re.Match[str]) -> bool:
    if pointed["decimal"]:
        return clause.section == pointed["decimal"] or clause.section.startswith(f"{pointed['decimal']}.")
    number = pointed["chapter"] or pointed["number"]
    digits = number if number.isdigit() else arabic(number)
    if pointed["chapter"]:
        printed = {digits, number, *(one for one in "一二三四五六七八九" if arabic(one) == digits)}
        head = re.match(r"[一二三四五六七八九十]+|\d+", clause.section)
        return head is not None and head.group() in printed
    if pointed["annex"] == "表":
        return clause.id.startswith(f"{clause.document}/table-{digits}/") or any(
            re.match(rf"表\s*{digits}(?!\d)", part) for part in clause.path
        )
    return clause.section.split(" ")[0] in (f"附件{digits}", f"附件{number}")
