"""What stands in a table's cell: labelled items, nothing required, or a mark that a row applies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.clause import Kind
from corpus.folding import folded
from corpus.grid import Cell
from corpus.labels import ITEM_STYLES, Label, Style, arabic, is_chinese_numeral, read_label
from corpus.lines import trim
from corpus.quantity import quantities

Mark = Literal["applies", "optional", "not"]

_NOT_REQUIRED = re.compile(
    r"[/／\\]|[-－–—]{1,3}|无|无要求|暂?不[作做]?(?:硬性|强制性?|统一)?要求|不强制(?:要求)?|不涉及|不适用"
    r"|(?:可以?不|无需|不需要?)(?:部署|建设|建立|配置|配备|具备|应用|使用|实施|开展|设置|满足|达到|提供|安装)[。;]?"
)
_APPLIES = re.compile(r"[√✓✔☑●★■]|必备|必选|必须|适用|[YM]")
_OPTIONAL = re.compile(r"[○☆△▲◎□]|可选|自选|选择性?|鼓励|[O]")
_APPLIES_NOT = re.compile(r"[×✗✕✘]|N")
_LINE = re.compile(r"[^\n\u2028]+")
_BREAKS = "\n\u2028"
_MAY_START = re.compile(r"(?<=[。；;：:])[ \t\u3000\xa0]*(?=[（(]?[\da-z一二三四五六七八九十①-⑳])")
_CELL_STYLES: frozenset[Style] = ITEM_STYLES | {"cn", "cn_paren"}
MONEY_AND_TIME = frozenset({"万元", "亿元", "元", "年", "个月", "月", "天", "日", "工作日"})
"""The units of what it takes to enter: a figure of them that bounds is a threshold."""


def not_required(cell: Cell) -> bool:
    """Whether a cell under a tier says that nothing is asked: ``/``, ``——``, 不作要求."""
    return _NOT_REQUIRED.fullmatch(folded(cell.text)) is not None


def mark(cell: Cell) -> Mark | None:
    """What a cell that only holds a mark says of its row, or None for one that holds words."""
    if cell.empty or not_required(cell) or _APPLIES_NOT.fullmatch(folded(cell.text)):
        return "not"
    if _APPLIES.fullmatch(folded(cell.text)):
        return "applies"
    return "optional" if _OPTIONAL.fullmatch(folded(cell.text)) else None


def demand_kind(text: str) -> Kind:
    """A threshold where a sum or a time is bounded, else a requirement."""
    bounded = (one for one in quantities(text) if one.comparator != "=")
    return "threshold" if any(one.unit in MONEY_AND_TIME for one in bounded) else "requirement"


def cell_items(source: str, cell: Cell) -> Iterator[tuple[Label | None, int, int]]:
    """The labelled items of a cell as (label, start, end); an unlabelled cell is one item."""
    marks = [*_marks(cell)]
    first = marks[0][0] if marks else len(cell.text)
    if cell.text[:first].strip():
        yield (None, *trim(source, cell.start, cell.start + first))
    ends = [*(mark[0] for mark in marks[1:]), len(cell.text)] if marks else []
    for (begin, body, label), end in zip(marks, ends, strict=True):
        start, stop = trim(source, cell.start + body, cell.start + end)
        if start == stop:  # a label without a text: what is printed stays
            yield (None, *trim(source, cell.start + begin, cell.start + end))
        else:  # a label on a line of its own stays in the row, or its line would have none
            before = source[cell.start + begin : start].strip(" \t")
            alone = any(sign in before for sign in _BREAKS)
            yield (label, *trim(source, cell.start + (begin if alone else body), stop))


def _marks(cell: Cell) -> Iterator[tuple[int, int, Label]]:
    """Where items begin: at a label that opens a line, or where labels of one style count upwards within a line."""
    for line in _LINE.finditer(cell.text):
        indent = len(line.group()) - len(line.group().lstrip())
        label = read_label(line.group().lstrip())
        opened = label is not None and label.style in _CELL_STYLES
        if label is not None and opened:
            yield line.start(), line.start() + indent + label.end, label
        yield from _counted_on(line.group(), line.start(), label if opened else None)


def _counted_on(text: str, offset: int, opening: Label | None) -> Iterator[tuple[int, int, Label]]:
    """The labels inside a line that go on counting from the one before: ``1.…；2.…；3.…``."""
    found: list[tuple[int, int, Label]] = []
    last = opening
    for place in _MAY_START.finditer(text):
        label = read_label(text, place.end())
        if label is None or label.style not in _CELL_STYLES or label.end >= len(text):
            continue
        wanted = 1 if last is None else _count(last) + 1
        if _count(label) == wanted and (last is None or label.style == last.style):
            found.append((offset + place.end(), offset + label.end, label))
            last = label
    if opening is not None or len(found) > 1:
        yield from found


def _count(label: Label) -> int:
    """The place of a label in its count: 2 of ``b``, ``2.``, ``（二）`` and ``②``; 0 where it has none."""
    text = label.text
    if label.style == "letter":
        return ord(text) - ord("a") + 1 if len(text) == 1 else 0
    if is_chinese_numeral(text):
        return int(arabic(text))
    return int(label.number) if label.number.isdecimal() else 0
