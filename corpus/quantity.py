"""Numbers that a text states, with comparator and unit: 不低于30%, 达800万以上, 不超过2年, 三轴及以上, 前五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Comparator, Quantity

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100, "千": 1000}

_BEFORE: dict[str, Comparator] = {
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "不短于": ">=", "至少": ">=", "最低": ">=", "≥": ">=", "达到": ">=", "达": ">=",
    "不超过": "<=", "不高于": "<=", "不多于": "<=", "不大于": "<=", "不晚于": "<=", "至多": "<=", "最多": "<=", "最高": "<=", "≤": "<=",
    "超过": ">", "高于": ">", "大于": ">", "多于": ">", ">": ">", "＞": ">",
    "低于": "<", "少于": "<", "小于": "<", "<": "<", "＜": "<",
    "大约": "~", "约": "~", "近": "~",
}  # fmt: skip
_AFTER: dict[str, Comparator] = {
    "及以上": ">=", "以上": ">=", "及以下": "<=", "以下": "<=", "以内": "<=", "之内": "<=", "内": "<=", "左右": "~", "上下": "~",
}  # fmt: skip
_UNITS = (
    "个百分点", "平方米", "万元", "亿元", "个月", "小时", "分钟", "毫秒", "公里", "工作日", "季度", "％", "%", "‰",
    "元", "万", "亿", "年", "月", "日", "天", "周", "秒", "家", "个", "项", "类", "种", "套", "台", "条", "名", "位", "人", "次",
    "份", "轴", "分", "倍",
    "吨", "层", "款", "件", "篇", "所", "户", "级", "Mbps", "Gbps", "ms", "kW",
)  # fmt: skip
_MONEY = re.compile(r"投资|资金|金额|收入|产值|利润|税|元|奖|补助|补贴|注册资本|投入|销售")

_NUMBER = r"(?P<{0}>\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
_AMOUNT = re.compile(
    rf"(?P<before>{'|'.join(sorted(map(re.escape, _BEFORE), key=len, reverse=True))})?\s*"
    + _NUMBER.format("low")
    + r"(?:\s*(?:[-–—~～至]|到)\s*"
    + _NUMBER.format("high")
    + rf")?\s*(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})"
    + rf"\s*(?P<after>{'|'.join(sorted(map(re.escape, _AFTER), key=len, reverse=True))})?"
)
_RANK = re.compile(r"前(?P<low>\d+|[一二三四五六七八九十]+)(?P<unit>名|位|强)?(?=[、，,）)。；;%％]|$)")
_SKIP_BEFORE = re.compile(r"(?:第|[图表〔\[]|附件|[A-Za-z0-9./．])\s*$")
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
    found = [*_amounts(text, offset), *_ranks(text, offset)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _amounts(text: str, offset: int) -> Iterator[Quantity]:
    for found in _AMOUNT.finditer(text):
        number, before, after = found["low"], found["before"], found["after"]
        if _SKIP_BEFORE.search(text[: found.start("low")]) or _is_calendar(found) or _is_idle(found):
            continue
        comparator: Comparator = "="
        if found["high"]:
            comparator = "range"
        elif after and not (after == "内" and text[found.end() : found.end() + 1] in "容部外涵"):
            comparator = _AFTER[after]
        elif before:
            comparator = _BEFORE[before]
        low, unit = _with_unit(_number(number), found["unit"], text)
        high = _with_unit(_number(found["high"]), found["unit"], text)[0] if found["high"] else None
        yield Quantity(
            text[found.start() : found.end()].strip(), comparator, low, high, unit,
            offset + _left(text, found), offset + found.end(),
        )  # fmt: skip


def _left(text: str, found: re.Match[str]) -> int:
    inside = found.group()
    return found.start() + len(inside) - len(inside.lstrip())


def _ranks(text: str, offset: int) -> Iterator[Quantity]:
    for found in _RANK.finditer(text):
        if text[found.end() : found.end() + 1] in "%％":
            continue
        yield Quantity(
            found.group(), "<=", _number(found["low"]), None, found["unit"] or "名",
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
        return False
    if found["low"] == "一" and found["unit"] in _IDLE_ONE:
        return True
    return found["unit"] in ("级", "分", "万", "亿", "层") or (found["low"], found["unit"]) == ("二", "次")


def _with_unit(value: float, unit: str, text: str) -> tuple[float, str]:
    if unit == "％":
        return value, "%"
    if unit in ("万", "亿"):
        if _MONEY.search(text):
            return value, f"{unit}元"
        return value * (10_000 if unit == "万" else 100_000_000), ""
    return value, unit


def _number(text: str) -> float:
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
