"""All figures that the documents ask for, those that measure the same thing beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.clause import Clause, Quantity
from corpus.library import Document
from kg.variants.difference import Words
from kg.views.library import Holders, Library, short_names, titles_note
from kg.views.measured import NORMAL_UNITS, Figure, figures
from kg.views.table import View, ViewCell

COMPARATORS = {">=": "不低于", "<=": "不超过", ">": "高于", "<": "低于", "=": "等于", "~": "约", "range": "介于"}
"""How a comparator is said."""

_KINDS = {
    "threshold": "申报条件",
    "requirement": "要求",
    "step": "程序",
    "form_field": "填写项",
    "term": "定义",
    "table_cell": "表格",
}
_ALIKE = 0.75
_REACH = 400
_BREAK, _STOP = re.compile(r"[，,；;。：:]\s*"), re.compile(r"[，,；;。]")
_COLUMNS = ("组", "量的是什么", "文件", "对谁", "关系", "数值", "单位", "折算", "性质", "原文")


def thresholds_view(library: Library, documents: Sequence[Document]) -> View:
    """The table of figures.

    Args:
        library: All documents.
        documents: Those whose figures are listed.
    """
    del library
    found = [one for document in documents for one in _of(document)]
    stated = [one for one in found if not one.counts_only]
    titles = short_names(documents)
    groups = _groups(stated)
    groups.sort(key=lambda group: (-len({one.clause.document for one in group}), -len(group)))
    rows = tuple(_row(one, number, group, titles) for number, group in enumerate(groups, start=1) for one in group)
    return View(
        "thresholds", "各文件的数量要求", _COLUMNS, rows, (*_notes(found, stated, groups), titles_note(documents))
    )


def _of(document: Document) -> Iterator[Figure]:
    holders = Holders(document.clauses)
    for clause in document.clauses:
        if clause.kind not in ("heading", "not_required", "abbreviation"):
            yield from figures(clause, holders)


def _groups(stated: Sequence[Figure]) -> list[list[Figure]]:
    """Figures that measure the same thing, in the order in which the first of each stands."""
    groups: list[list[Figure]] = []
    cores: list[dict[tuple[str, str], None]] = []
    for one in stated:
        core = (one.dimension, _core(one.measured))
        at = next(
            (at for at, held in enumerate(cores) if core in held or any(same_thing(core, each) for each in held)), None
        )
        if at is None:
            at = len(groups)
            groups.append([])
            cores.append({})
        groups[at].append(one)
        cores[at].setdefault(core)
    return groups


def same_thing(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two dimensions with what is measured are the same: a unit of one kind, words alike that end alike."""
    if one[0] != other[0]:
        return False
    left, right = one[1], other[1]
    if left == right:
        return True
    return left[-2:] == right[-2:] and (min(len(left), len(right)) > 3) and _likeness(left, right) >= _ALIKE


def _core(measured: str) -> str:
    """What is measured without remarks in brackets and without words that bind nothing."""
    return re.sub(r"（[^）]*）|\([^)]*\)|[的“”\"…\s]", "", measured) or measured


def _likeness(left: str, right: str) -> float:
    """How many of the shorter phrase's pairs of characters the longer one has."""
    pairs = [Counter(text[place : place + 2] for place in range(len(text) - 1)) for text in (left, right)]
    return sum((pairs[0] & pairs[1]).values()) / max(1, min(sum(one.values()) for one in pairs))


def _row(one: Figure, number: int, group: Sequence[Figure], titles: dict[str, str]) -> tuple[ViewCell, ...]:
    clause, quantity = one.clause, one.quantity
    place = Words(clause.id, quantity.start, quantity.end, quantity.text)
    ids = (clause.id,)
    units = {other.quantity.unit for other in group}
    normal = f"{_number(one.normal)}{NORMAL_UNITS[one.dimension]}" if len(units) > 1 else ""
    start, end = _sentence(clause, quantity)
    words = clause.text[start - clause.start : end - clause.start]
    return (
        ViewCell(str(number), value=float(number)),
        ViewCell(one.measured, ids),
        ViewCell(titles[clause.document]),
        ViewCell(one.whom, ids),
        ViewCell("前" if quantity.text.startswith("前") else COMPARATORS[quantity.comparator], ids, words=place),
        ViewCell(_value(quantity), ids, quantity.value, place),
        ViewCell(quantity.unit),
        ViewCell(normal, ids if normal else (), one.normal if normal else None),
        ViewCell(_KINDS.get(clause.kind, "正文")),
        ViewCell(re.sub(r"\s*\n\s*", "", words), ids, words=Words(clause.id, start, end, words)),
    )


def _value(quantity: Quantity) -> str:
    low = _number(quantity.value)
    return low if quantity.value_max is None else f"{low}–{_number(quantity.value_max)}"


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def _sentence(clause: Clause, quantity: Quantity) -> tuple[int, int]:
    """The stretch of the clause between the breaks around a number, in the document's positions."""
    at = quantity.start - clause.start
    reach = max(0, at - _REACH)
    start = max((found.end() for found in _BREAK.finditer(clause.text, reach, at)), default=reach)
    stop = _STOP.search(clause.text, quantity.end - clause.start)
    return clause.start + start, clause.start + (stop.start() if stop else len(clause.text))


def _notes(found: Sequence[Figure], stated: Sequence[Figure], groups: Sequence[Sequence[Figure]]) -> tuple[str, ...]:
    several = sum(len(group) > 1 for group in groups)
    return (
        f"共 {len(stated)} 个数，量的是 {len(groups)} 样东西；其中 {several} 样几处都有，按用词相近编在一组。",
        f"另有 {len(found) - len(stated)} 处只是计数（如“六类要素”），不列；年份和文号不算。",
        "“对谁”写的是条文所属的等级、类型，或句中写明的行业、主体；都没有写的，在括号里写所在部分的标题。",
    )
