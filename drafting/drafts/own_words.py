"""Whether a draft says only what it was given: its words, signs and numbers, and words that join them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import covered, normalise
from drafting.checks.view import FUNCTION_WORDS, stretches

NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = re.compile(
    r"(?<![A-Za-z])(?P<number>\d+(?:\.\d+)?)(?=(?:[—–~到至-]+\d+(?:\.\d+)?)*(?P<unit>个月|[^\W\d_]|[%‰°])?)"
)
"""A number with what it counts: of a span (3—8月) both have the unit of its end."""
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
    for one in _COUNTED.finditer(text):
        number, unit = one["number"], one["unit"] or ""
        known = units.get(number, {""})
        around = (text[max(0, one.start() - 2) : one.end()], text[one.start() : one.end() + 2])
        ended = not unit and any(context in source for context in around)
        if not ({"", unit} & known or ended or (unit and joining.fullmatch(unit))):
            yield f"{number}{unit}"


def _by_unit(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, unit in _counted(text):
        found.setdefault(unit, []).append(number)
    return found


def _counted(text: str) -> Iterator[tuple[str, str]]:
    return ((one["number"], one["unit"] or "") for one in _COUNTED.finditer(normalise(text)))


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
