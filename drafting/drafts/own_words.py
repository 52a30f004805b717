"""Whether a draft says only what it was given: its words, signs and numbers, and words that join them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import covered, letters, normalise
from drafting.checks.view import FUNCTION_WORDS, stretches

NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = re.compile(
    r"(?<![A-Za-z])(?P<number>\d+(?:\.\d+)?)(?=(?:[—–~到至-]+\d+(?:\.\d+)?)*(?P<unit>个月|[^\W\d_]|[%‰°])?)"
)
"""A number with what it counts: of a span (3—8月) both have the unit of its end."""
_SPELT = re.compile(
    r"(?:(?<![\d.点第周期拜])|(?<=[周期])(?=[二两三四五六七]次))(?P<number>[二两三四五六七八九十百千万][一二两三四五六七八九十百千万零]*"
    r"|一[十百千万][一二两三四五六七八九十百千万零]*)(?P<unit>个月|[^\W\d_])?"
)
"""A number in Chinese signs; 一 by itself is mostly none."""
_LIMITED = re.compile("个月|[天日周月年分小秒时次成倍级]")
"""Units that a number in Chinese signs sets a limit with; of others it is mostly a way of speaking (四个人凑)."""
STRETCH = 8
"""Letters that say something of their own, so that telling them twice is a stutter."""
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩"
_NUMBERED = re.compile(
    rf"(?:(?<=^)|(?<=[；;。，,：:、\s]))\s*(?:(?P<mark>[{_MARKS}])|[（(]?(?P<number>\d{{1,2}})(?:[)）]|[.、．](?!\d)))"
)


def strange(draft: str, given: str, joining: re.Pattern[str]) -> Iterator[str]:
    """Stretches of a draft that stand neither in what was given nor among the words that join.

    A character stands in what was given where it and a neighbour do, side by side.

    >>> list(strange("每月校准，由质检科抽查", "每月校准；抽查", re.compile("由")))
    ['质检科']
    """
    text = normalise(draft)
    known = covered(text, normalise(given))
    for pattern in (FUNCTION_WORDS, joining):
        for word in pattern.finditer(text):
            known[word.start() : word.end()] = [True] * (word.end() - word.start())
    yield from stretches(text, known)


def told_again(draft: str, given: str, names: str = "") -> Iterator[str]:
    """Stretches of eight letters or more that a draft tells twice, though they were given once; names may come again.

    >>> list(told_again("扫码后核对批号再投料。扫码后核对批号再投料", "扫码后核对批号；再投料"))
    ['扫码后核对批号再投料']
    """
    text, known, free = letters(draft), letters(given), letters(names)
    at = 0
    while at + STRETCH <= len(text):
        length = STRETCH
        if not _again(text[at : at + length], text, known, free):
            at += 1
            continue
        while at + length < len(text) and _again(text[at : at + length + 1], text, known, free):
            length += 1
        if at == text.find(text[at : at + length]):
            yield text[at : at + length]
        at += length


def _again(stretch: str, text: str, known: str, free: str) -> bool:
    return stretch not in free and text.count(stretch) > max(1, known.count(stretch))


def new_numbers(draft: str, given: str) -> Iterator[str]:
    """Numbers of a draft that were not given."""
    known = set(NUMBER.findall(normalise(given)))
    yield from (one for one in dict.fromkeys(NUMBER.findall(normalise(draft))) if one not in known)


def moved_numbers(draft: str, given: str) -> Iterator[str]:
    """Numbers of one unit that a draft tells in another order than they were given, and so of other things.

    A number may be told once more. Numbers that belong to a name (D07) are left out.

    >>> list(moved_numbers("返工由9件降到41件", "返工由41件降到9件"))
    ['9、41']
    >>> list(moved_numbers("2025年返工由41件降到9件", "返工由41件降到9件（2025年）"))
    []
    """
    said, wanted = _by_unit(draft), _by_unit(given)
    for unit, numbers in said.items():
        owed = [one for one in wanted.get(unit, []) if one in numbers]
        told = [one for one in numbers if one in owed]
        whole = len(told) == len(owed)
        if (told != owed) if whole else (list(dict.fromkeys(told)) != list(dict.fromkeys(owed))):
            yield "、".join(told)


def misplaced_numbers(draft: str, given: str, joining: re.Pattern[str]) -> Iterator[str]:
    """Numbers that a draft sets before another unit than they were given with; a word that joins is no unit.

    >>> list(misplaced_numbers("41年返工降到9件", "2023年返工由41件降到9件", re.compile("由")))
    ['41年']
    """
    units: dict[str, set[str]] = {}
    for number, unit in _counted(given):
        units.setdefault(number, set()).add(unit)
    text, source = normalise(draft), normalise(given)
    for one in (*_COUNTED.finditer(text), *_SPELT.finditer(text)):
        number, unit = one["number"], one["unit"] or ""
        known = units.get(number, {""})
        around = (text[max(0, one.start() - 2) : one.end()], text[one.start() : one.end() + 2])
        ended = not unit and any(context in source for context in around)
        if not ({"", unit} & known or ended or (unit and (joining.fullmatch(unit) or FUNCTION_WORDS.fullmatch(unit)))):
            yield f"{number}{unit}"


def _by_unit(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, unit in _counted(text):
        found.setdefault(unit, []).append(number)
    return found


def lost_numbers(draft: str, owed: str) -> Iterator[str]:
    """Numbers that a draft leaves out; of those in Chinese signs the ones that set a limit.

    >>> list(lost_numbers("当天到场，抽测3台", "五分钟内到场；抽测3台，四个人凑"))
    ['五']
    """
    text, notes = normalise(draft), normalise(owed)
    limits = [one["number"] for one in _SPELT.finditer(notes) if one["unit"] and _LIMITED.fullmatch(one["unit"])]
    told = {*NUMBER.findall(text), *(one["number"] for one in _SPELT.finditer(text))}
    yield from (one for one in dict.fromkeys([*NUMBER.findall(notes), *limits]) if one not in told)


def _counted(text: str) -> Iterator[tuple[str, str]]:
    whole = normalise(text)
    for pattern in (_COUNTED, _SPELT):
        yield from ((one["number"], one["unit"] or "") for one in pattern.finditer(whole))


def without_numbering(text: str) -> str:
    """A text without the numbers that only count its points off (1. … 2. …); those start with 1 and leave none out.

    >>> without_numbering("1.扫码领料；2.超差停机3次")
    '扫码领料；超差停机3次'
    >>> without_numbering("2、3号窑投用")
    '2、3号窑投用'
    """
    found = list(_NUMBERED.finditer(text))
    counted = [_MARKS.index(one["mark"]) + 1 if one["mark"] else int(one["number"]) for one in found]
    if len(found) < 2 or counted != list(range(1, len(found) + 1)):
        return text
    return _NUMBERED.sub("", text)
