"""The marks of a cell: the left's own words underlined once in red, the right's own twice in blue."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.comparisons.report import Cell
from drafting.comparisons.tones import LEFT_INK, RIGHT_INK
from drafting.marks import Mark

MARKS_TOLD = "左边原文里红色单线的字右边没有，右边原文里蓝色双线的字左边没有；黑白打印时看下划线。"

LADDER_MARKS_TOLD = "较低等级里红色单线的字较高等级没有重复，较高等级里蓝色双线的字是新写的；黑白打印时看下划线。"


def marks_of(cell: Cell) -> Iterator[Mark]:
    """What is set off within the cell's text."""
    at = 0
    for stretch in cell.stretches:
        end = at + len(stretch.text)
        if stretch.mark == "left":
            yield Mark(at, end, LEFT_INK, "single")
        elif stretch.mark == "right":
            yield Mark(at, end, RIGHT_INK, "double")
        at = end
