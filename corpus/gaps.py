"""Numbers that a document leaves out or counts again: articles, chapters, sections; and annexes that are not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.clause import Clause
from corpus.folding import folded
from corpus.labels import arabic

_NUMERAL = "[一二三四五六七八九十百零〇]+"
_BEFORE = 16
_SHOWN = 4
_LABELS = {
    "条": re.compile(rf"第\s*(?P<no>{_NUMERAL}|\d+)\s*条[\s：:]*$"),
    "章": re.compile(rf"第\s*(?P<no>{_NUMERAL}|\d+)\s*章[\s：:]*$"),
    "、": re.compile(rf"(?:^|[\s。；;])(?P<no>{_NUMERAL})\s*、\s*$"),
    "）": re.compile(rf"[（(]\s*(?P<no>{_NUMERAL})\s*[）)]\s*$"),
}
_PRINTED = {"条": "第{}条", "章": "第{}章", "、": "“{}、”", "）": "“（{}）”"}
_DIGITS = "零一二三四五六七八九"
_ANNEX = re.compile(r"附\s*件\s*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d\-－–.．]?\d)")
_OPENING = re.compile(
    r"(?:^|\n)[ \t\u3000]*附\s*件\s*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})[ \t\u3000]*(?=\n|[^：:.．、\s])"
)
_LISTED = re.compile(r"(?:^|\n)[^\S\n]*附\s*件\s*[：:]\s*\S")
_ANNEX_HEAD = re.compile(r"附\s*[件录表]\s*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})?")


def gaps(source: str, clauses: Sequence[Clause]) -> Iterator[str]:
    """Notes on numbers that are skipped and on counts that begin again, in Chinese.

    Args:
        source: The stored text.
        clauses: Its rows in reading order.
    """
    counted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for clause in clauses:
        if not clause.rule.startswith("outline.") or clause.label is None:
            continue
        before = folded(source[max(0, clause.start - _BEFORE) : clause.start].replace("\n", " "))
        for mark, pattern in _LABELS.items():
            found = pattern.search(before)
            if found:
                above = _above(clause, mark)
                counted[mark, above].append(int(found["no"]) if found["no"].isdecimal() else int(arabic(found["no"])))
                break
    for (mark, above), numbers in counted.items():
        yield from _skipped(mark, numbers, above)
        yield from _again(mark, numbers, above)


def absent_annexes(source: str, clauses: Sequence[Clause]) -> Iterator[str]:
    """A note on the annexes that the text names by number but does not hold.

    Args:
        source: The stored text.
        clauses: Its rows in reading order.
    """
    text = folded(source)
    held = {
        _number(found["no"])
        for clause in clauses
        if clause.kind == "heading" and (found := _ANNEX_HEAD.match(folded(clause.text).strip())) and found["no"]
    }
    held |= {_number(found["no"]) for found in _OPENING.finditer(text)}
    cited = sorted({_number(found["no"]) for found in _ANNEX.finditer(text)} - held)
    listed = [f"附件{number}" for number in cited if number]
    if listed:
        yield f"文中提到{'、'.join(listed[:_SHOWN])}{' 等' if len(listed) > _SHOWN else ''}，其内容不在文本中。"
    elif _LISTED.search(text) and not any(_ANNEX_HEAD.match(folded(step)) for one in clauses for step in one.path):
        yield "文末列出的附件，其内容不在文本中。"


def _above(clause: Clause, mark: str) -> str:
    """What a count belongs to: the document of several that the row stands in, and for （一） the section."""
    held = any(step.startswith(("part-", "annex")) for step in clause.id.split("/")[1:])
    part = clause.path[0] if held and clause.path else ""
    if mark != "）":
        return part
    section = clause.path[:-1] if clause.kind == "heading" else clause.path
    return section[-1] if section else part


def _skipped(mark: str, numbers: Sequence[int], above: str) -> Iterator[str]:
    """The numbers between two that follow each other, where the count goes up."""
    jumps = [(before, after) for before, after in pairwise(numbers) if after > before + 1]
    if not jumps:
        return
    shown = "；".join(f"{_print(mark, before)}之后为{_print(mark, after)}" for before, after in jumps[:_SHOWN])
    more = f"；共 {len(jumps)} 处" if len(jumps) > _SHOWN else ""
    yield f"{_place(above)}编号有缺：{shown}{more}，中间的内容不在文本中，没有补编。"


def _again(mark: str, numbers: Sequence[int], above: str) -> Iterator[str]:
    """How often a count begins at one again although nothing tells where another document begins."""
    times = sum(after == 1 < before for before, after in pairwise(numbers))
    if times and mark in "条章":
        yield f"{_place(above)}{_print(mark, 1)}重新起编 {times} 次，同号条目以序号区分。"


def _print(mark: str, number: int) -> str:
    return _PRINTED[mark].format(_chinese(number))


def _place(above: str) -> str:
    return f"{above}：" if above else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(arabic(text))


def _chinese(number: int) -> str:
    """A number below one thousand in Chinese numerals, as labels print it."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "") or _DIGITS[0]
