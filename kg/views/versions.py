"""The documents in time: how each year is known, who issued it, what it says of others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.library import Document
from kg.triples import comparison_text
from kg.views.citing import Citation, citations
from kg.views.dating import BASES, Dating, dating
from kg.views.library import Library, short_names, titles_note
from kg.views.table import View, ViewCell

_COLUMNS = ("年份", "年份从何而来", "文件", "发布者", "层级", "状态", "引用、依据或修订什么（原文）")
_LEVELS = {"national": "国家", "provincial": "省级", "municipal": "市级", "county": "县级"}
_LAST = 9999
_LONG = 10


def versions_view(library: Library, documents: Sequence[Document]) -> View:
    """The table of documents by year.

    Args:
        library: All documents, which may be cited.
        documents: The rows.
    """
    dated = [(dating(document), document) for document in documents]
    dated.sort(key=lambda one: (one[0].year or _LAST, one[1].meta.id))
    cited = {one.meta.id: tuple(citations(one, library.documents)) for one in documents}
    short = short_names(library.documents)
    rows = tuple(_row(when, document, cited[document.meta.id], short) for when, document in dated)
    return View("versions", "文件与年份", _COLUMNS, rows, tuple(_notes(documents, cited, short)))


def _row(when: Dating, document: Document, cited: Sequence[Citation], short: dict[str, str]) -> tuple[ViewCell, ...]:
    meta = document.meta
    inferred = when.basis in ("inferred", "told")
    year = "未写明" if when.year is None else f"{when.year}（{'推知' if when.basis == 'inferred' else '录入'}）"
    if when.basis == "stated":
        year = str(when.year)
    ids = (when.clause.id,) if when.clause else ()
    lines = list(dict.fromkeys(_said(one, short) for one in cited))
    return (
        ViewCell(year, ids, None if when.year is None else float(when.year), when.words, inferred),
        ViewCell(_basis(when, document, cited), ids, words=when.words, inferred=inferred),
        ViewCell(meta.title),
        ViewCell(meta.issuer or "未写明"),
        ViewCell(_LEVELS.get(meta.level or "", meta.level or "未写明")),
        ViewCell(meta.status or "未写明"),
        ViewCell("\n".join(lines) or "没有", tuple(dict.fromkeys(one.clause.id for one in cited)), float(len(lines))),
    )


def _basis(when: Dating, document: Document, cited: Sequence[Citation]) -> str:
    """How the year is known; where it is not, the latest year that the document itself cites."""
    said = BASES[when.basis]
    if when.words is not None:
        said = f"{said}：“{_line(when.words.text)}”"
    if when.basis in ("inferred", "told"):
        return f"{said}（{document.meta.year_basis}）"
    latest = max((one for one in cited if one.year), key=lambda one: one.year or 0, default=None)
    if when.year is None and latest is not None:
        return f"{said}；所引最晚的是 {latest.year} 年的“{latest.title}”，不会早于它"
    return said


def _said(one: Citation, short: dict[str, str]) -> str:
    held = f"（即馆内《{short[one.within]}》）" if one.within else ""
    return f"{one.relation}：“{_line(one.words.text)}”{held}"


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip("[]")


def _notes(
    documents: Sequence[Document], cited: dict[str, tuple[Citation, ...]], short: dict[str, str]
) -> Iterator[str]:
    within = [(source, one) for source, found in cited.items() for one in found if one.within]
    if within:
        told = "；".join(f"{short[source]}{one.relation}{short[one.within or '']}" for source, one in within)
        yield f"写明引用馆内其他文件的：{told}。"
    else:
        yield "没有一份文件写明引用或依据馆内的另一份。"
    twins = "；".join(
        f"{short[left.meta.id]}与{short[right.meta.id]} {count} 条"
        for left, right in combinations(documents, 2)
        if (count := _twins(left, right))
    )
    if twins:
        yield f"文字逐条相同（十个字以上）而没有写明来源的：{twins}。相同不等于谁依据谁。"
    yield "年份只在文中自己写有时才算写明；所引文件的标题、文号和表格里的年份不算，按此得出的都标为推知。"
    yield titles_note(documents)


def _twins(left: Document, right: Document) -> int:
    """How many clauses of the left say word for word what one of the right says."""
    texts = [
        Counter(text for clause in document.clauses if len(text := comparison_text(clause.plain)) > _LONG)
        for document in (left, right)
    ]
    return sum((texts[0] & texts[1]).values())
