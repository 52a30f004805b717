"""What a bare figure in a table's cell is a figure of: the name of its row (设备联网率 | ≥60%)."""

from __future__ import annotations

import re

from corpus.clause import Clause

_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千]{2,}")
_UNIT = re.compile(r"[（(／/][^（()）／/]{1,8}[)）]?$")
_CHANGE = re.compile(
    r"(?:(?:[较比]|同比|环比|年均|平均|累计)[^\W\d_]{0,4}?)?"
    r"(?:下降|降低|减少|缩短|提高|提升|增长|增加|节约|达到?|至少|不[低少高多]于|不超过)"
)
"""Words before a figure that say nothing of what it measures (较建设前下降10%)."""
_FEW = 2
"""Up to so many letters beside its figure a cell names nothing."""


def row_name(clause: Clause) -> str:
    """The name of the row of a cell that holds no more than a figure; empty for any other clause.

    >>> from corpus.clause import Quantity
    >>> cell = dict(id="x/1/low", document="x", section="", path=("指标",), kind="requirement", rule="", start=0, end=4)
    >>> row_name(Clause(**cell, text="≥60%", plain="≥60%", subdomain="联网率"))
    '联网率'
    >>> row_name(Clause(**cell, text="应联网", plain="应联网", subdomain="联网"))
    ''
    """
    name = clause.subdomain or clause.element or ""
    return name if name and name not in clause.plain and _is_bare(clause) else ""


def measured_name(clause: Clause) -> str:
    """The same without the unit that the head of the row prints in brackets (智能化投入（万元）)."""
    name = row_name(clause)
    return _UNIT.sub("", name) or name


def with_row_name(clause: Clause) -> str:
    """A clause's reading, led by the name of its row where it is a bare figure: 设备联网率 ≥60%."""
    name = row_name(clause)
    return f"{name} {clause.plain}" if name else clause.plain


def _is_bare(clause: Clause) -> bool:
    if clause.kind == "heading" or _NUMBER.search(clause.plain) is None or len(clause.quantities) > 1:
        return False
    before, rest = clause.text, ""
    for one in clause.quantities:
        before, rest = clause.text[: one.start - clause.start], clause.text[one.end - clause.start :]
    before = "".join(_LETTER.findall(before))
    return len(_LETTER.findall(rest)) <= _FEW and (len(before) <= _FEW or _CHANGE.fullmatch(before) is not None)
