"""Numbers of two sides that measure the same, and which of them is harder to reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from corpus.clause import Quantity
from kg.linking import fold
from kg.measures import same_measure
from kg.variants.contrasts.objects import Span
from kg.variants.contrasts.reading import Reading
from kg.variants.difference import QuantityChange, Side, Words
from ontology.wording import Wording

_MONEY = {"元": 1.0, "万元": 1e4, "亿元": 1e8}
_DAYS = {"年": 365.0, "季度": 91.25, "个月": 30.4, "月": 30.4, "周": 7.0, "工作日": 1.4, "日": 1.0, "天": 1.0}
_SECONDS = {"小时": 3600.0, "分钟": 60.0, "秒": 1.0, "毫秒": 1e-3, "ms": 1e-3}
_SHARES = {"%": 1.0, "‰": 0.1, "个百分点": 1.0}
_FAMILIES = (("money", _MONEY), ("days", _DAYS), ("seconds", _SECONDS), ("share", _SHARES))
_UPWARD, _DOWNWARD = frozenset({">=", ">"}), frozenset({"<=", "<"})
_GIVEN = re.compile(r"奖|补助|补贴|资助|扶持|给予|支持")
_BREAK = re.compile(r"[，,。．；;：:！!？?、（）()]")
_STOP = re.compile(r"[。；;]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_PHRASE = re.compile(r"[，,。．；;：:！!？?]")
_LISTED = re.compile(r"[、和与及]|(?:等|以下|下列|上述)$")
_CLASSES = frozenset({"类", "种", "个", "项", "方面", "大类"})
_BASELINE = re.compile(
    r"(?:[较比]|相较于?|相比于?)[^，,。；;]{0,8}?(?:下降|降低|减少|缩短|提高|提升|增长|增加|节约)了?$"
)
"""What a figure is held against: it says nothing of what is measured (不良品率较上年下降)."""
_SAME = 0.3
_REACH = 16
_SENTENCE = 60
_NEARLY = 0.02


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with what it measures.

    ``place`` is its clause, where its phrase begins, and its own start and end; ``around`` has the pairs of characters
    of the words before it, of those behind it, and of its sentence up to it. ``sums`` is whether it only says how many
    things were listed before it (人员、设备等六类要素).
    """

    quantity: Quantity
    words: Words
    place: tuple[int, int, int, int]
    before: str
    after: str
    sentence: str
    counted: str
    around: tuple[frozenset[str], frozenset[str], frozenset[str]]
    sums: bool

    @property
    def family(self) -> str:
        return _family(self.quantity)[0]

    @property
    def value(self) -> float:
        return self.quantity.value * _family(self.quantity)[1]

    @property
    def about(self) -> str:
        """What is measured: what is counted (六类安全风险要素), else the words before, else those behind."""
        return self.counted or self.before or self.after.strip()

    def span(self, met: bool) -> Span:
        """The number, with the words for what it measures where it is a bound or the other side has its like."""
        number, begin, start, end = self.place
        bound = self.quantity.comparator in _UPWARD | _DOWNWARD
        return (number, begin if met or bound else start, end + (len(self.counted) if met else 0))


@dataclass(frozen=True, slots=True)
class Figures:
    """How the numbers of two sides differ.

    Attributes:
        changes: The numbers that differ, paired by what they measure, and those that only one side states.
        left, right: What is told of by that in each side, numbers with the words for what they measure: clause, start
            and end in its plain reading.
    """

    changes: tuple[QuantityChange, ...]
    left: tuple[Span, ...]
    right: tuple[Span, ...]


def figures(left: Sequence[Reading], right: Sequence[Reading], wording: Wording) -> Figures:
    """Compare the numbers of two sides."""
    mine, theirs = _measured(left, wording), _measured(right, wording)
    pairs = _paired(mine, theirs)
    changes: list[QuantityChange] = []
    for number, one in enumerate(mine):
        other = theirs[pairs[number]] if number in pairs else None
        if (other is None and not one.sums) or (other is not None and _differ(one, other)):
            changes.append(_change(one, other))
    alone = (two for number, two in enumerate(theirs) if number not in pairs.values())
    changes.extend(_change(None, two) for two in alone if not two.sums)
    spans = (tuple(one.span(at in met) for at, one in enumerate(side)) for side, met in (
        (mine, pairs.keys()), (theirs, pairs.values())))  # fmt: skip
    return Figures(tuple(changes), *spans)


def _measured(side: Sequence[Reading], wording: Wording) -> tuple[_Measured, ...]:
    found: list[_Measured] = []
    for number, reading in enumerate(side):
        last, about = 0, ""
        for quantity in reading.clause.quantities:
            start, end = reading.within(quantity.start, quantity.end)
            if start == end:
                continue
            begin = last + _last_phrase(reading.plain[last:start])
            before = _said(reading, begin, start, wording)
            about = before or about
            counted = _counted(reading, end) if _is_count(quantity) else ""
            after = _BREAK.split(reading.plain[end : end + _REACH])[0]
            sentence = _STOP.split(reading.plain[:start])[-1]
            place = (number, begin, start, end)
            around = (_own_bigrams(about), _bigrams(after), _own_bigrams(sentence[-_SENTENCE:]))
            words = reading.words(start, end)
            listed = _LISTED.search(_PHRASE.split(sentence)[-1])
            sums = bool(counted) and quantity.unit in _CLASSES and listed is not None
            found.append(_Measured(quantity, words, place, about, after, sentence, counted, around, sums))
            last = end
    return tuple(found)


def _last_phrase(text: str) -> int:
    """Where the last phrase of a text begins; what stands in brackets breaks none."""
    open_ = _ASIDE.sub(lambda found: " " * len(found.group()), text)
    return max((found.end() for found in _BREAK.finditer(open_)), default=0)


def _said(reading: Reading, begin: int, end: int, wording: Wording) -> str:
    """The words of a phrase before a number, joining words at its ends left out; of many the last."""
    inside = [token for token in reading.tokens if begin <= token.start and token.end <= end]
    aside = [(begin + found.start(), begin + found.end()) for found in _ASIDE.finditer(reading.plain[begin:end])]
    inside = [token for token in inside if not any(first <= token.start < last for first, last in aside)]
    idle = wording.particles | wording.adverbs
    while inside and inside[0].text in idle:
        inside.pop(0)
    while inside and inside[-1].text in idle:
        inside.pop()
    while inside and inside[-1].end - inside[0].start > _REACH + sum(last - first for first, last in aside):
        inside.pop(0)
    return _ASIDE.sub("", reading.plain[inside[0].start : inside[-1].end]) if inside else ""


def _family(quantity: Quantity) -> tuple[str, float]:
    """What kind of thing is measured, and how much one unit of it is."""
    if quantity.text.startswith("前"):
        return "rank", 1.0
    known = ((name, units[quantity.unit]) for name, units in _FAMILIES if quantity.unit in units)
    return next(known, (f"count:{quantity.unit}", 1.0))


def _is_count(quantity: Quantity) -> bool:
    return quantity.comparator == "=" and _family(quantity)[0].startswith("count:")


def _counted(reading: Reading, end: int) -> str:
    """The thing right behind a number."""
    last = end
    for token in reading.tokens:
        if token.start == last and not token.text[0].isdigit() and (token.role == "content" or last == end):
            last = token.end
    return reading.plain[end:last]


def _paired(mine: Sequence[_Measured], theirs: Sequence[_Measured]) -> dict[int, int]:
    likest = sorted(
        (
            (-_likeness(one, two), here, there)
            for here, one in enumerate(mine)
            for there, two in enumerate(theirs)
            if one.family == two.family and not _of_others(one, two)
        )
    )
    pairs: dict[int, int] = {}
    for less, here, there in likest:
        if -less >= _SAME and here not in pairs and there not in pairs.values():
            pairs[here] = there
    return pairs


def _of_others(one: _Measured, two: _Measured) -> bool:
    """Whether two shares measure different things by name, however alike the words around them are."""
    named = one.family == "share" and one.before and two.before
    return bool(named) and not same_measure(one.before, two.before)


def _likeness(one: _Measured, two: _Measured) -> float:
    """How alike the words around two numbers are, from 0 to 1; alone in a cell, nothing speaks against them."""
    same = 0.1 if one.value == two.value and one.quantity.comparator == two.quantity.comparator else 0.0
    if not (one.before or one.after) and not (two.before or two.after):
        return 1.0
    before, after, sentence = (_dice(*pair) for pair in zip(one.around, two.around, strict=True))
    return same + max(before, after, 0.6 * sentence)


def _dice(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _own_bigrams(text: str) -> frozenset[str]:
    """Those of a text that ends before a figure, without what the figure is held against."""
    return _bigrams(_BASELINE.sub("", text) or text)


def _bigrams(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(folded[at : at + 2] for at in range(len(folded) - 1))


def _equal(one: _Measured, two: _Measured) -> bool:
    """Whether two amounts are the same; in other units, as near as months are to days."""
    if one.quantity.unit == two.quantity.unit:
        return one.value == two.value
    return isclose(one.value, two.value, rel_tol=_NEARLY)


def _differ(one: _Measured, two: _Measured) -> bool:
    upper = (one.quantity.value_max is None) != (two.quantity.value_max is None) or (
        one.quantity.value_max is not None and one.quantity.value_max != two.quantity.value_max
    )
    return not _equal(one, two) or one.quantity.comparator != two.quantity.comparator or upper


def _change(one: _Measured | None, two: _Measured | None) -> QuantityChange:
    named = one or two
    assert named is not None
    return QuantityChange(
        named.about,
        one.quantity if one else None,
        two.quantity if two else None,
        one.words if one else None,
        two.words if two else None,
        _harder(one, two),
    )


def _harder(one: _Measured | None, two: _Measured | None) -> Side | None:
    """Whose number is the harder to reach: a bound where the other has none, the higher floor, the lower ceiling.

    What is given and not asked (奖励不超过50万元) is neither.
    """
    if any(side is not None and _GIVEN.search(side.sentence + side.after) for side in (one, two)):
        return None
    if one is None or two is None:
        here = one or two
        bound = here is not None and here.quantity.comparator in _UPWARD | _DOWNWARD
        return None if not bound else ("left" if one is not None else "right")
    if _equal(one, two) and one.quantity.comparator == two.quantity.comparator:
        return None
    if one.family == "rank" and one.about != two.about:
        return None  # the first three of a province against the first ten of the country
    kinds = {one.quantity.comparator, two.quantity.comparator}
    if kinds <= _UPWARD:
        return _by(one.value, two.value, one.quantity.comparator == ">", two.quantity.comparator == ">")
    if kinds <= _DOWNWARD:
        return _by(-one.value, -two.value, one.quantity.comparator == "<", two.quantity.comparator == "<")
    return None


def _by(left: float, right: float, left_strict: bool, right_strict: bool) -> Side | None:
    if (left, left_strict) == (right, right_strict):
        return None
    return "left" if (left, left_strict) > (right, right_strict) else "right"
