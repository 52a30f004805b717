"""What a figure measures and whom it holds of, in the words of the clause that states it.

The words before a number back to the last break say what it measures; what continues a figure (且不低于200万元)
measures what that figure does; a number in brackets measures what stands before the bracket; where things are counted
(10家左右“未来工厂”) or a time is set (两个月内提出申请), the words after the number belong to it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clause import Clause, Quantity
from kg.views.library import Holders

Dimension = str
"""What a unit measures: ``money``, ``time``, ``share``, or the unit itself."""

_SCALES: dict[str, tuple[Dimension, float]] = {
    "元": ("money", 1e-4),
    "万元": ("money", 1.0),
    "亿元": ("money", 1e4),
    "年": ("time", 12.0),
    "季度": ("time", 3.0),
    "个月": ("time", 1.0),
    "月": ("time", 1.0),
    "周": ("time", 7 / 30),
    "天": ("time", 1 / 30),
    "日": ("time", 1 / 30),
    "工作日": ("time", 1 / 21),
    "个工作日": ("time", 1 / 21),
    "小时": ("time", 1 / 720),
    "%": ("share", 1.0),
    "个百分点": ("share", 1.0),
    "‰": ("share", 0.1),
}
NORMAL_UNITS: dict[Dimension, str] = {"money": "万元", "time": "个月", "share": "%"}
"""The unit that figures of a dimension are compared in."""

_BREAK = re.compile(r"[，,；;。：:！？\n]")
_JOINT = re.compile(r"^\s*(?:[、/]|且|并且?|和|与|及|以及|或者?)\s*")
_LEADING = re.compile(r"^(?:其中|同时|并且?|且)")
_BARE = re.compile(r"(?:最[高低多少]|上限|下限)?")
_HOLDERS = re.compile(r"(?:企业|行业|项目|工厂|车间|单位|机构|园区|类|型|级)$")
_SHORT = 3
_REACH = 400
"""How many characters around a number are looked at: a line without a break may be endless."""
_MODAL = re.compile(r"(?:应当?|宜|须|必须|需要?|要|可|原则上|一般|均|不得)(?=[^用]|$)")
_TAIL = re.compile(
    r"(?:比例|比重|比率)?(?:应当?|须|需|要|宜|原则上|一般|均|约|为|是|在|(?<![提最更新])高|(?<![扩最更])大|至|到)$"
)
_SHARE_OF = re.compile(r"^(?P<part>.{2,}?)(?:占|占比|在).{1,}?(?:比例|比重|占比|比)$")
_SPAN = re.compile(r"^(?:近|上|前|过去|最近|连续)|^(?:一|每)?年$")
_TITLE = re.compile(r"^[^。：:，,；;]{2,20}[。：:]\s*")
_AFTER = re.compile(r"^\s*(?P<words>[^，,；;。：:！？、\n（）()]{2,24})")
_FOR = re.compile(
    r"(?:对于?|针对|面向)(?P<whom>[^，,；;。]{2,20}?(?:行业|制造业|业|企业|项目|产品|工厂|车间|单位))[，,应宜须]"
)
_ROLE = re.compile(
    r"(?:^|[。；;，,]\s*)(?P<who>[^，,；;。、的]{2,14}?(?:主体|企业|单位|机构|部门|厅|局|委|政府|园区|服务商|供应商))"
    r"(?=[应须需要宜可在按会根对负向])"
)
_COPIES = "一式"
_COUNTED = frozenset("家个项类种套台条名位人次份轴款件篇所户")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it measures.

    Attributes:
        clause: The clause that states it.
        quantity: Comparator, value and unit.
        measured: What it measures, in the text's words.
        whom: Whom or what it holds of: tier, track, kind of industry, role; a chapter's heading in brackets where
            the text names none.
        dimension: What its unit measures.
        normal: Its value in the unit that the dimension is compared in.
    """

    clause: Clause
    quantity: Quantity
    measured: str
    whom: str
    dimension: Dimension
    normal: float

    @property
    def counts_only(self) -> bool:
        """Whether it merely counts what the sentence then lists (六类要素), and asks for nothing."""
        if self.quantity.comparator != "=" or self.clause.kind in ("threshold", "step"):
            return False
        return self.dimension not in NORMAL_UNITS or _SPAN.match(self.quantity.text) is not None


def figures(clause: Clause, holders: Holders) -> Iterator[Figure]:
    """The figures of a clause in order; a span of time that only frames another (近三年) is none.

    Args:
        clause: The clause.
        holders: Whom the clauses of its document hold of.
    """
    former: Quantity | None = None
    subject = ""
    for quantity in clause.quantities:
        if _frames(clause, quantity):
            continue
        words = _before(clause, quantity, former)
        if _BARE.fullmatch(words) and subject and former is not None:
            words = _carried(subject, former, quantity)
        measured = _with_rest(clause, quantity, words)
        dimension, scale = _SCALES.get(quantity.unit, (quantity.unit, 1.0))
        yield Figure(clause, quantity, measured, _whom(clause, quantity, holders), dimension, quantity.value * scale)
        former, subject = quantity, measured


def _frames(clause: Clause, quantity: Quantity) -> bool:
    """Whether a span of time stands before what it frames: 近三年研发投入, 连续2年盈利."""
    text, at = clause.text, quantity.start - clause.start
    spans = _SPAN.match(quantity.text) or _SPAN.match(text[max(0, at - 2) : at].lstrip("，,。；; "))
    return bool(spans) and quantity.unit in ("年", "个月", "季度") and _AFTER.match(_rest(clause, quantity)) is not None


def _before(clause: Clause, quantity: Quantity, former: Quantity | None) -> str:
    """The words between the last break, or the former figure, and the number, without modal words."""
    text, at = clause.text, quantity.start - clause.start
    reach = max(0, at - _REACH)
    breaks = [reach, *(found.end() for found in _BREAK.finditer(text, reach, at))]
    words = text[breaks[-1] : at]
    opening = _open_bracket(words)
    if opening is not None:
        outside = words[:opening]
        if former is not None and breaks[-1] <= former.start - clause.start < breaks[-1] + opening:
            outside = text[breaks[-1] : former.start - clause.start]
        return _bracketed(outside, words[opening + 1 :])
    if former is not None:
        after = former.end - clause.start
        if after == at or (after > breaks[-1] and _JOINT.match(text[after:])):
            words = text[after:at]
    headed = _HOLDERS.search(words) and "：" in (sentence := re.split(r"[。\n]", text[reach : breaks[-1]])[-1])
    if headed:
        words = re.split(r"[；;，,]", sentence.rpartition("：")[0])[-1]
    elif words.strip() == _COPIES and len(breaks) > 1:
        words = text[breaks[-2] : breaks[-1] - 1]
    return _tidy(_JOINT.sub("", words))


def _open_bracket(words: str) -> int | None:
    """Where a bracket opens that is not closed before the number."""
    opening = max(words.rfind("（"), words.rfind("("))
    closing = max(words.rfind("）"), words.rfind(")"))
    return opening if opening > closing else None


def _bracketed(outside: str, within: str) -> str:
    """What a number in brackets measures: the thing before the bracket, and the words within."""
    thing, inner = _tidy(outside.split("、")[-1]), _tidy(within.split("、")[-1])
    return f"{thing}（{inner}）" if inner else thing


def _tidy(words: str) -> str:
    """Words without line breaks, modal words and what only leads to the number."""
    bare = _LEADING.sub("", re.sub(r"\s+", "", words).strip('“”"、'))
    plain = _MODAL.sub("", bare, count=1)
    while (shorter := _TAIL.sub(lambda found: "比例" if "比例" in found[0] else "", plain)) != plain:
        plain = shorter
    return plain.strip("、，,")


def _carried(subject: str, former: Quantity, quantity: Quantity) -> str:
    """What a figure measures that goes on from another: of a share in another unit, the thing that has the share."""
    share = _SHARE_OF.match(subject)
    if share is not None and former.unit in ("%", "‰") and quantity.unit not in ("%", "‰"):
        return share["part"]
    return subject


def _rest(clause: Clause, quantity: Quantity) -> str:
    end = quantity.end - clause.start
    return clause.text[end : end + _REACH]


def _with_rest(clause: Clause, quantity: Quantity, words: str) -> str:
    """The words before a number, and those after it where they belong to it or little stands before it."""
    after = _AFTER.match(_rest(clause, quantity))
    copies = clause.text.endswith(_COPIES, 0, quantity.start - clause.start)
    counted = quantity.unit[-1:] in _COUNTED and quantity.unit not in _SCALES
    limited = _SCALES.get(quantity.unit, ("",))[0] == "time" and quantity.text.rstrip().endswith("内")
    wanted = len(words) < _SHORT or ((counted or limited) and after is not None and not after["words"].startswith("的"))
    if after is None or copies or not wanted:
        return words or _tidy(_TITLE.sub("", clause.plain)[:20])
    tail = re.sub(r"\s+", "", after["words"]).strip('“”"').removeprefix("的")
    return f"{words}…{tail}" if words else tail


def _whom(clause: Clause, quantity: Quantity, holders: Holders) -> str:
    at = quantity.start - clause.start
    before = clause.text[max(0, at - _REACH) : at]
    sentence = re.split(r"[。；;]", before)[-1]
    limits = [clause.industry] if clause.industry else [found["whom"] for found in _FOR.finditer(sentence + "，")]
    named = holders.of(clause)
    if named.startswith("（") or not named:
        roles = [found["who"] for found in _ROLE.finditer(re.split("。", before)[-1])]
        named = roles[-1] if roles else named
    last = re.split(r"[，,：:]", sentence)[-1].strip()
    if "：" in before and _HOLDERS.search(last):
        limits.append(last)
    return " · ".join(part for part in (named, *limits) if part)
