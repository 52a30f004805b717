"""Questions whether a figure is asked for that no clause found gives (OEE要达到85%吗): such clauses answer nothing."""

from __future__ import annotations

import re

from corpus.quantity import quantities
from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame

_LOOSE = frozenset({"cell", "objects", "search"})
"""Ways that answer by what a question is about, whatever figure it holds."""
_HELD_AGAINST = re.compile(r"达|不低于|不少于|不超过|高于|低于|超过|至少|最少|以[上下内]|做到|控制在|降到|提高到")
_UNITS = frozenset({"%", "万元", "亿元", "元", "年", "个月", "月", "天", "家", "分", "人", "名"})
_SHOWN = 2


def without_unstated_figure(frame: QueryFrame, finding: Finding, shelf: Shelf) -> Finding:
    """The finding; a refusal where the question asks whether a figure holds, and nothing found has one of its unit."""
    if finding.status != "answered" or finding.query not in _LOOSE or frame.intent != "yes_no" or frame.premise:
        return finding
    asked = [one for one in quantities(frame.text) if one.unit in _UNITS]
    if not asked or not _HELD_AGAINST.search(frame.text):
        return finding
    quoted = [clause for section in finding.sections for clause in section.quoted]
    units = {one.unit for clause in quoted for one in clause.quantities}
    if any(one.unit in units for one in asked):
        return finding
    hints = tuple(f"最接近的条款：{place(clause, shelf.titles)}。" for clause in quoted[:_SHOWN])
    return not_in_sources(f"所问的条款没有给出“{asked[0].text}”这样的数值。", hints)
