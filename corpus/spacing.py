"""Numbers printed with a blank between their digits (``3 0 %``, ``2 0 2 4 年``): which blanks are none.

Two numbers that stand apart stay apart: a run of single digits is one number only where a unit or a word of comparison
claims it, or where it is too long to be a list, and digits that count upwards are a list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

_BLANK = "[ \\u3000\\xa0]"
_APART = rf"(?:{_BLANK}{{1,2}}|{_BLANK}*\n{_BLANK}*)"
_WRAPPED = re.compile(rf"(?<=\d){_BLANK}*\n{_BLANK}*(?=\d)")
"""A line that breaks inside a number; of short lines, as cells have them, each has a number of its own."""
_BREAK = re.compile(r"(?<=\S)[ \t\u3000\xa0]*\n\s*(?=\S)")
_LINE = 20
_RUN = re.compile(rf"(?<![\d.,，])(?<!\d{_BLANK})\d(?:{_APART}\d(?!\d)|{_BLANK}?\.{_BLANK}?\d(?!\d))+(?!{_BLANK}?\d)")
_YEAR = re.compile(rf"(?<!\d)(?:1{_BLANK}?9|2{_BLANK}?0){_BLANK}?\d{_BLANK}?\d(?={_BLANK}?年)")
_CLAIMS_BEHIND = re.compile(
    rf"{_BLANK}?(?:[%％‰℃年月日号〕\]）)]|条|[章节款项万亿元家个台套天名人次种类分级倍吨轮轴]|百分|小时|工作日|及以上|以上|以下|以内)"
)
_CLAIMS_BEFORE = re.compile(
    rf"(?:第|〔|\[|不低于|不少于|不超过|不高于|至少|达到?|超过|高于|低于|少于|大于|小于|[≥≤><]|T|Z|－|-|—|约|近){_BLANK}?$"
)
_PLAIN_DECIMAL = re.compile(r"\d\.\d")
_NAMES_ONE = re.compile(rf"[表图]{_BLANK}?$")
_PAIR, _LONG = 2, 4
_WIDE_CHARACTER = re.compile(r"[\u4e00-\u9fff（(）)]")


@dataclass(frozen=True, slots=True)
class Compact:
    """A text without the blanks inside its numbers, and where each of its characters stands in the text.

    Attributes:
        text: The text that is left.
        cuts: The places in it where something was left out, in order.
        dropped: How much was left out up to each of those places.
    """

    text: str
    cuts: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()

    def original(self, position: int) -> int:
        """Where a character of the compact text stands in the original."""
        before = bisect_right(self.cuts, position)
        return position + (self.dropped[before - 1] if before else 0)


def compact(text: str, *, breaks: bool = False) -> Compact:
    """A text with the blanks inside its numbers left out.

    Args:
        text: The text.
        breaks: Whether the breaks of long lines are left out too, so that 不低 and 于 of two lines are one word.

    >>> compact("不低于 3 0 %，投资 5 0 0 万元").text, compact("表 1 2 列").text
    ('不低于30%，投资500万元', '表 1 2 列')
    """
    gaps = tuple(_gaps(text, breaks=breaks))
    if not gaps:
        return Compact(text)
    ends = [0, *(end for _, end in gaps)]
    starts = [*(start for start, _ in gaps), len(text)]
    dropped = tuple(accumulate(end - start for start, end in gaps))
    cuts = tuple(start - before for (start, _), before in zip(gaps, (0, *dropped[:-1]), strict=True))
    return Compact("".join(text[a:b] for a, b in zip(ends, starts, strict=True)), cuts, dropped)


def _gaps(text: str, *, breaks: bool) -> Iterator[tuple[int, int]]:
    runs = [found.span() for found in _RUN.finditer(text) if _is_one_number(text, found)]
    runs += [found.span() for found in _WRAPPED.finditer(text) if _is_long_line(text, found.start())]
    if breaks:
        runs += [found.span() for found in _BREAK.finditer(text) if _is_long_line(text, found.start())]
    runs += [found.span() for found in _YEAR.finditer(text) if found.end() - found.start() > _LONG]
    position = 0
    for start, end in sorted(set(runs)):
        if start < position:
            continue
        outer = _with_neighbours(text, start, end)
        for found in re.finditer(f"(?:{_BLANK}|\n)+", text[outer[0] : outer[1]]):
            yield outer[0] + found.start(), outer[0] + found.end()
        position = outer[1]


def _with_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """The run with the one blank that parts it from a Chinese character on either side."""
    if start > 1 and re.match(_BLANK, text[start - 1]) and _WIDE_CHARACTER.match(text[start - 2]):
        start -= 1
    if end + 1 < len(text) and re.match(_BLANK, text[end]) and re.match(r"[\u4e00-\u9fff%％‰]", text[end + 1]):
        end += 1
    return start, end


def _is_long_line(text: str, end: int) -> bool:
    """Whether the line that ends at a place is long enough to have been broken there."""
    return end - (text.rfind("\n", 0, end) + 1) >= _LINE


def _is_one_number(text: str, found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found.group())
    if "\n" in found.group() and not _is_long_line(text, found.start() + found.group().index("\n")):
        return False
    if not re.search(_APART, found.group()) or _PLAIN_DECIMAL.match(found.group()):
        return False
    before = text[max(0, found.start() - 6) : found.start()]
    counts_up = all(int(b) == int(a) + 1 for a, b in pairwise(digits))
    claimed = _CLAIMS_BEHIND.match(text, found.end()) is not None and _NAMES_ONE.search(before) is None
    claimed = claimed or _CLAIMS_BEFORE.search(before) is not None
    if counts_up and len(digits) > _PAIR:  # 1 2 3 is a list whatever follows, 1 2 月 a month
        return False
    return claimed or len(digits) >= _LONG
