"""Questions for what is not at hand: schemes of other regions, works that are only cited, pictures of figures."""

from __future__ import annotations

import re

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame
from retrieval.overlap import share
from retrieval.regions import foreign_places

_FIGURE = re.compile(r"图\s*\d+|(?:总体|体系)?(?:架构|框架)图")
_CITED_TITLE = re.compile(r"《([^》]{4,40})》")
_STANDARD = re.compile(r"(?:GB|DB|ISO|IEC)[/A-Z0-9\s]*?(\d{4,6})", re.IGNORECASE)
_SEE_ANNEX = re.compile(r"([一-鿿]{2,8}表)见附件")
_ASKS_CITATION = re.compile(r"引用|提到|提及|出现|写了.{0,4}吗|有没有(?:写|提)|哪里|\bcite|\bmention")
_ALIKE = 0.6


def find_absent(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse what only a work that is not at hand could answer, and say where it is cited; None for other questions."""
    foreign = foreign_places(frame.text, (meta.region or "" for meta in shelf.documents.values()))
    if foreign and not frame.documents_named:
        at_hand = "、".join(dict.fromkeys(meta.region or meta.title for meta in shelf.documents.values()))
        return not_in_sources(f"所收文件里没有{'、'.join(foreign)}的文件。", (f"现有文件的地区：{at_hand}。",))
    if _ASKS_CITATION.search(frame.text):
        return None
    figure = _FIGURE.search(frame.about)
    if figure:
        return not_in_sources(f"文本里只有“{figure.group()}”的标题或引用，没有图的内容。")
    cited = _cited_work(frame, shelf)
    if cited is None:
        return None
    name, clause = cited
    return not_in_sources(
        f"“{name}”只是被引用，其内容不在所收文件里。", (f"引用它的地方：{place(clause, shelf.titles)}。",)
    )


def _cited_work(frame: QueryFrame, shelf: Shelf) -> tuple[str, Clause] | None:
    """A work that the question names and a clause cites, but that is none of the documents."""
    asked = set(_STANDARD.findall(frame.question))
    for clause in shelf.clauses:
        for number in _STANDARD.findall(clause.plain):
            if number in asked:
                return clause.plain[:40] if clause.plain.startswith(("GB", "DB")) else number, clause
        for title in (*_CITED_TITLE.findall(clause.plain), *_SEE_ANNEX.findall(clause.plain)):
            known = any(title in other or other in title for other in shelf.titles.values())
            core = re.sub(r"[（(].*?[）)]", "", title).removeprefix("相关")
            if not known and (core in frame.text or share(core, frame.text) >= _ALIKE):
                return title, clause
    return None
