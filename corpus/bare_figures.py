"""Figures that stand alone in a cell: what they count, and how they bound, is said in the head of their row or column.

``智能化投入（万元） | 100 | 300`` asks for 100万元; ``数控化率（%，不低于） | 60`` asks for at least 60 %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.clause import Comparator, Quantity
from corpus.folding import folded
from corpus.quantity import AFTER, BEFORE, NUMBER, UNITS, any_of, number_of
from corpus.spacing import compact

_LATIN = "h min s ms t kg g m mm cm km MW kWh MWh MPa kPa Hz ppm PPM tce"
_COUNTED = rf"(?:[十百千万亿]{{0,2}}(?:{any_of(UNITS)})|{any_of(_LATIN.split())}|百分比|班次|工时)"
_UNIT = re.compile(rf"(?:计量)?(?:单位)?(?:为|是)?[:：]?\s*(?P<unit>{_COUNTED}(?:[/／·]\s?{_COUNTED})?)")
_BRACKETED = re.compile(r"[（(\[【]([^（()）\[\]【】]{1,24})[）)\]】]")
_BEHIND_STROKE = re.compile(rf"[/／]\s?(?P<unit>{_COUNTED})\s*$")
_STATED = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<units>[^\s（()）。；;]{1,16})")
_PIECES = re.compile(r"[,，、;；\s]+")
_SPELLED = {"％": "%", "百分比": "%"}

_BOUNDS: dict[Comparator, str] = {
    ">=": "≥ 不低于 不少于 不小于 大于等于 大于或等于 高于或等于 至少 及以上 以上 下限 下限值 最低值 最低要求 最低标准",
    "<=": "≤ 不高于 不超过 不大于 不多于 小于等于 小于或等于 至多 及以下 以下 以内 上限 上限值 最高限值",
    ">": "> ＞ 大于 高于",
    "<": "< ＜ 小于",
}
_BOUND = {word: comparator for comparator, words in _BOUNDS.items() for word in words.split()}
_ANY_BOUND = any_of(_BOUND)
_BOUND_PIECE = re.compile(rf"(?P<bound>{_ANY_BOUND})(?:值|为|于)?[:：]?")
_BOUND_AT_END = re.compile(rf"(?P<bound>{_ANY_BOUND})\s*$")
_NOTED = re.compile(
    rf"(?:数值|数据|数字|[指目]标值?|要求值?|标准值?|表[中内]|上述|以上(?=各|指|数)|各项|[^。；;]{{0,4}}值)[^。；;]{{0,14}}?(?P<bound>{_ANY_BOUND})"
)
"""A remark on the figures of a table: 注：表中数值均为下限."""
_FIGURE = re.compile(
    rf"(?:(?P<before>{any_of(BEFORE)})\s*)?(?P<low>(?!0\d){NUMBER})"
    rf"(?:\s*(?:[-–—~～至]|到)\s*(?P<high>{NUMBER}))?\s*(?P<after>{any_of(AFTER)})?[。；;]?"
)
_CALENDAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around a figure say of it.

    Attributes:
        unit: ``万元``, ``%`` …; empty where nothing says it.
        comparator: How it bounds, or None where nothing says it.
    """

    unit: str = ""
    comparator: Comparator | None = None

    def or_else(self, other: Told) -> Told:
        """What this one says, and what the other says where this one is silent."""
        return Told(self.unit or other.unit, self.comparator or other.comparator)


def told_by(head: str) -> Told:
    """What the head of a row, of a column or of a table says of the figures below or beside it.

    Two units in one head say nothing of either figure.

    >>> told_by("智能化投入（万元）"), told_by("数控化率（%，不低于）"), told_by("停机时间／小时").unit
    (Told(unit='万元', comparator=None), Told(unit='%', comparator='>='), '小时')
    """
    words = folded(head)
    pieces = [piece for inside in _BRACKETED.findall(words) for piece in _PIECES.split(inside)]
    bare = _BRACKETED.sub("", words).strip(" :：")
    units = [found["unit"] for piece in pieces if (found := _UNIT.fullmatch(piece))]
    for found in _STATED.finditer(words):
        units += [one["unit"] for piece in _PIECES.split(found["units"]) if (one := _UNIT.fullmatch(piece))]
    if not units and (behind := _BEHIND_STROKE.search(bare)):
        units = [behind["unit"]]
    bounds = [found["bound"] for piece in pieces if (found := _BOUND_PIECE.fullmatch(piece))]
    if not bounds and (ending := _BOUND_AT_END.search(bare)):
        bounds = [ending["bound"]]
    unit = units[0] if len(set(units)) == 1 else ""
    return Told(_SPELLED.get(unit, unit), _BOUND[bounds[0]] if len({_BOUND[one] for one in bounds}) == 1 else None)


def told_by_unit(words: str) -> Told:
    """What a cell of a column of units (计量单位) says: nothing where it names no unit."""
    found = _UNIT.fullmatch(folded(words).strip())
    return Told(_SPELLED.get(found["unit"], found["unit"])) if found is not None else Told()


def told_by_remark(remark: str) -> Told:
    """What a remark on a table says of all its figures: 注：表中数值均为下限；单位：万元."""
    words = folded(remark)
    bounds = {_BOUND[found["bound"]] for found in _NOTED.finditer(words)}
    return Told(told_by(words).unit, bounds.pop() if len(bounds) == 1 else None)


def is_figure(text: str) -> bool:
    """Whether a text is a figure and nothing else: no unit, a comparison at most."""
    return len(text) <= _LONGEST and _FIGURE.fullmatch(compact(folded(text), breaks=True).text.strip()) is not None


def bare_quantity(text: str, told: Told, offset: int = 0) -> Quantity | None:
    """The quantity that a figure alone states with what its heads say, or None where it is none.

    A figure of which nothing tells the unit or the bound is no quantity: it may count anything.

    Args:
        text: The text of a cell.
        told: What its heads say.
        offset: Where the text starts in its document; added to the position.

    >>> bare_quantity("300", Told("万元")).value, bare_quantity("≥85", Told("%")).comparator
    (300.0, '>=')
    """
    read = compact(folded(text), breaks=True)
    found = _FIGURE.fullmatch(read.text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    if told.unit == "年" and _CALENDAR.fullmatch(found["low"]):
        return None
    own = AFTER.get(found["after"] or "") or BEFORE.get(found["before"] or "")
    comparator = "range" if found["high"] else own or told.comparator
    if not told.unit and comparator in (None, "range"):
        return None
    ends = len(found.group().rstrip("。；; "))
    start, end = read.original(0), read.original(ends - 1) + 1
    high = number_of(found["high"]) if found["high"] else None
    return Quantity(
        text[start:end], comparator or "=", number_of(found["low"]), high, told.unit, offset + start, offset + end
    )
