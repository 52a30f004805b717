"""Numbers that a text states, with comparator and unit: 不低于30%, 达800万以上, 不超过2年, 三轴及以上, 前五."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.clause import Comparator, Quantity
from corpus.folding import folded
from corpus.spacing import compact

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100, "千": 1000}

_COMPARED_BEFORE: dict[Comparator, str] = {
    ">=": "不低于 不少于 不小于 不短于 不早于 至少 最少 最低 大于等于 大于或等于 高于或等于 ≥ 达到 达 满",
    "<=": "上限 上限为 不超过 不超出 不高于 不多于 不大于 不长于 不晚于 至多 最多 最高 小于等于 小于或等于 ≤",
    ">": "超过 超出 高于 大于 多于 > ＞",
    "<": "低于 少于 小于 不足 不到 不满 未满 < ＜",
    "~": "大约 约 近",
}
_COMPARED_AFTER: dict[Comparator, str] = {
    ">=": "及以上 以上",
    "<=": "及以下 以下 以内 之内 内 封顶 为限 为上限",
    "~": "左右 上下",
}
_NOT = ("不得", "不应", "不能", "不可", "不宜", "不准", "未")
"""What turns a comparison round beside the plain 不 (不得超过, 不应低于)."""
_TURNED: dict[Comparator, str] = {"<=": "超过 超出 高于 多于 大于 长于 晚于", ">=": "低于 少于 小于 短于 早于"}
BEFORE = {word: comparator for comparator, words in _COMPARED_BEFORE.items() for word in words.split()} | {
    f"{no}{word}": comparator for comparator, words in _TURNED.items() for word in words.split() for no in _NOT
}
AFTER = {word: comparator for comparator, words in _COMPARED_AFTER.items() for word in words.split()}
UNITS = (
    "个百分点", "平方米", "万元", "亿元", "个月", "小时", "分钟", "毫秒", "公里", "个工作日", "工作日", "季度", "％",
    "%", "‰", "℃", "千瓦时", "吨标准煤", "元", "万", "亿", "年", "月", "日", "天", "周", "秒", "家", "个", "项",
    "类", "种", "套", "台", "条", "名", "位", "人", "次", "份", "轴", "分", "倍", "吨", "层", "款", "件", "篇",
    "所", "户", "级", "Mbps", "Gbps", "ms", "kW", "dB", "万千瓦时", "亿千瓦时", "千瓦", "兆瓦", "万吨标准煤", "万吨",
    "吨标煤", "万美元", "亿美元", "万人", "人次", "米", "厘米", "毫米", "公斤", "千克", "立方米", "平方公里", "公顷",
    "亩", "字", "页", "座", "辆",
)  # fmt: skip
_TIMES = frozenset({"年", "个月", "月", "天", "日", "周", "小时", "季度"})
_MONEY = re.compile(r"投资|资金|金额|收入|产值|利润|税|元|奖|补助|补贴|注册资本|投入|销售")

_CN = "零〇一二两三四五六七八九十百千"
# Bounded, and begun only where a number begins: a line of a hundred thousand digits is read in no time.
_FIGURES = r"(?<!\d)(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(?!\d)(?:\.\d{1,9})?"
_NUMERAL = rf"(?<![{_CN}])[{_CN}]{{1,9}}"
NUMBER = f"(?:{_FIGURES}|{_NUMERAL})"
"""The pattern of a number in digits or in Chinese numerals."""


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_HAN = r"[\u4e00-\u9fff]"
_GIVES = "给予|予以|奖励|奖补|补助|补贴|支持|资助|可获|可达|可享受|可以|可|补|奖|为"
_BETWEEN = (
    rf"(?:\s*人民币|\s*[（(]含[)）]|(?<=最高)(?:{_GIVES}){{1,3}}|(?<=[至最][少多])(?![{_CN}])(?:(?![的等级{_CN}]){_HAN}){{1,4}}?"
    rf"|(?<=[过出高低多少大小长短到于等])(?:(?!不[低少超高多大小]|达到|超过){_HAN}){{1,14}}?(?=\d{{1,15}}(?:\.\d{{1,9}})?\s?[%％‰倍]))?"
)
"""What may stand between a comparison and its number: 至少建成6个, 最高给予50万元, 不超过设备投资额的12%."""
_INCLUDED = r"(?:\s?[（(]\s?[不]?含[^（()）]{0,10}[)）])?"
_AMOUNT = re.compile(
    rf"(?:(?P<before>{any_of(BEFORE)}){_BETWEEN})?\s*(?P<low>{NUMBER})"
    rf"(?:\s*(?P<low_unit>{any_of(UNITS)})?{_INCLUDED}\s*(?:[-–—~～至]|到)\s*(?P<high>{NUMBER}))?"
    rf"\s*(?P<unit>{any_of(UNITS)})(?!之[\d{_CN}])(?:{_INCLUDED}\s*(?P<after>{any_of(AFTER)}))?(?<!内(?=[容部外涵]))"
)
_SHARE = re.compile(rf"(?P<before>{any_of(BEFORE)})?\s*百分之(?P<low>{NUMBER})\s*(?P<after>{any_of(AFTER)})?")
_RANK = re.compile(r"前(?P<low>\d+|[一二三四五六七八九十]+)(?P<unit>名|位|强)?(?=[、，,）)。；;]|$)")
_SKIP_BEFORE = re.compile(r"(?:第|[（(]含|[图表〔\[]|附件|[A-Za-z0-9./．])\s*$")
_CALENDAR = re.compile(r"(?:19|20)\d\d")
_IDLE_ONE = frozenset("个种套次项类件家份层批位条台天年日月")


def quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a clause's text, in order.

    Args:
        text: A clause's text.
        offset: Where the text starts in its document; added to every position.

    >>> [(q.text, q.comparator, q.value, q.unit) for q in quantities("项目总投资达500万以上，占比不低于30%")]
    [('达500万以上', '>=', 500.0, '万元'), ('不低于30%', '>=', 30.0, '%')]
    """
    read = compact(folded(text), breaks=True)
    found = [*_amounts(read.text, 0), *_shares(read.text, 0), *_ranks(read.text, 0)]
    placed = (_placed(one, text, read.original(one.start), read.original(one.end - 1) + 1, offset) for one in found)
    return tuple(sorted(placed, key=lambda quantity: quantity.start))


def _placed(quantity: Quantity, text: str, start: int, end: int, offset: int) -> Quantity:
    """A quantity of the folded text as it stands in the stored one."""
    return replace(quantity, text=text[start:end], start=offset + start, end=offset + end)


def _amounts(text: str, offset: int) -> Iterator[Quantity]:
    for found in _AMOUNT.finditer(text):
        before = text[max(0, found.start("low") - 8) : found.start("low")]
        if _SKIP_BEFORE.search(before) or _is_calendar(found) or _is_idle(found):
            continue
        comparator: Comparator = "range" if found["high"] else _comparator(found)
        if found["before"] == "近" and found["unit"] in _TIMES:
            comparator = "="  # 近三年 is the last three years, not about three
        low, unit = _with_unit(number_of(found["low"]), found["unit"], text)
        if found["low_unit"] in ("万元", "万") and unit == "亿元":
            low /= 10_000
        high = _with_unit(number_of(found["high"]), found["unit"], text)[0] if found["high"] else None
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        yield Quantity(
            text[start : found.end()].rstrip(),
            comparator,
            low,
            high,
            unit,
            offset + start,
            offset + found.start() + len(found.group().rstrip()),
        )


def _comparator(found: re.Match[str]) -> Comparator:
    if found["after"]:
        return AFTER[found["after"]]
    return BEFORE[found["before"]] if found["before"] else "="


def _shares(text: str, offset: int) -> Iterator[Quantity]:
    for found in _SHARE.finditer(text):
        words = found.group().strip()
        start = found.start() + found.group().index(words)
        yield Quantity(
            words,
            _comparator(found),
            number_of(found["low"]),
            None,
            "%",
            offset + start,
            offset + start + len(words),
        )


def _ranks(text: str, offset: int) -> Iterator[Quantity]:
    for found in _RANK.finditer(text):
        yield Quantity(
            found.group(), "<=", number_of(found["low"]), None, found["unit"] or "名",
            offset + found.start(), offset + found.end(),
        )  # fmt: skip


def _is_calendar(found: re.Match[str]) -> bool:
    """2020年 is a date; 2年 is a length of time; 3月 and 5日 are dates unless compared."""
    compared = bool(found["before"] or found["after"])
    if found["unit"] in ("月", "日"):
        return not compared
    return found["unit"] == "年" and _CALENDAR.fullmatch(found["low"]) is not None


def _is_idle(found: re.Match[str]) -> bool:
    """一个, 一种 and the like count nothing unless they are compared; 二级, 十分 and 二次 (again) neither."""
    if found["before"] or found["after"]:
        return False
    chinese = not found["low"][0].isdigit()
    if not chinese:
        return found["unit"] == "级" and not found["high"]
    if found["low"] == "一" and found["unit"] in _IDLE_ONE:
        return True
    return found["unit"] in ("级", "分", "万", "亿", "层", "字", "页", "座", "米") or (found["low"], found["unit"]) == (
        "二",
        "次",
    )


def _with_unit(value: float, unit: str, text: str) -> tuple[float, str]:
    if unit == "％":
        return value, "%"
    if unit in ("万", "亿"):
        if _MONEY.search(text):
            return value, f"{unit}元"
        return value * (10_000 if unit == "万" else 100_000_000), ""
    return value, unit


def number_of(text: str) -> float:
    """The number that digits or Chinese numerals write: 1,200, 三十."""
    if text[0].isdigit():
        return float(text.replace(",", "").replace("，", ""))
    total, digit = 0, 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            total += (digit or 1) * _SCALES[character]
            digit = 0
    return float(total + digit)
