"""An amount asked in a unit (多少万元, 几年, 百分之几) is not answered by clauses that state none in that unit."""

from __future__ import annotations

import re

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.refusals import not_in_sources
from drafting.findings.spoken_figures import spoken_quantities, spoken_words
from drafting.shelf import Shelf
from drafting.wording import place
from retrieval.frame import QueryFrame

_MONEY = ("万元", "亿元", "元", "万美元", "亿美元")
_TIME = ("年", "个月", "月", "天", "日", "个工作日", "工作日", "周", "季度", "小时", "分钟")
_ASKED: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (
    (re.compile(r"(?:多少|几[十百千]*)[万亿]?元|多少钱|(?:多少|几[十百千]*)[万亿](?!人|家|台|平)"), "金额", _MONEY),
    (
        re.compile(r"百分之(?:几|多少)|多少个?百分点|百分比是?多少|几成(?![立为本交果])"),
        "百分比",
        ("%", "‰", "个百分点"),
    ),
    (re.compile(r"几年|多少年|几个?月|多少个?月|(?:几|多少)个?(?:天|日|工作日|周|小时)|多长时间"), "时间", _TIME),
    (re.compile(r"(?:几|多少)台"), "台数", ("台", "台套", "套")),
    (re.compile(r"(?:几|多少)个?人"), "人数", ("人", "名", "位", "万人")),
    (re.compile(r"(?:几|多少)个?平(?:方)?米"), "面积", ("平方米", "米")),
)
_WAYS = frozenset({"rule", "search", "objects", "cell", "section", "heading", "figure", "procedure", "tier", "track"})
_WRITTEN = {
    "金额": r"元",
    "百分比": r"[%％‰]|百分之",
    "时间": r"[\d一二两三四五六七八九十半][个]?(?:工作)?[年月日天周]|季度|每年|年底|月底",
}
"""How an amount stands in words that no figure was read from."""
_NUMBER = re.compile(r"\d[\d.,，]*")
_SHOWN = 2


def without_other_unit(frame: QueryFrame, finding: Finding, shelf: Shelf) -> Finding:
    """The finding; a refusal where the question asks an amount in a unit that no clause found states one in."""
    if finding.status != "answered" or finding.query not in _WAYS or frame.premise or frame.intent == "yes_no":
        return finding
    kind, units = next(((kind, units) for asked, kind, units in _ASKED if asked.search(frame.about)), ("", ()))
    quoted = [clause for section in finding.sections for clause in section.quoted]
    if not units or any(one.unit in units for clause in quoted for one in spoken_quantities(clause)):
        return finding
    words = re.compile(_WRITTEN.get(kind, r"(?!)"))
    if any(words.search(spoken_words(clause)) or _is_bare_number(clause) for clause in quoted):
        return finding
    where = "、".join(f"《{shelf.titles[one]}》" for one in frame.documents) or "现有文件"
    hints = tuple(f"最接近的条款：{place(clause, shelf.titles)}。" for clause in quoted[:_SHOWN])
    return not_in_sources(f"{where}没有写所问的{kind}。", hints)


def _is_bare_number(clause: Clause) -> bool:
    """Whether a cell is a number of which no head says the unit: it may be the one asked for."""
    return not clause.quantities and _NUMBER.fullmatch(clause.plain.strip()) is not None
