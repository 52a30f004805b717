"""A comparison as the sheets of a workbook: every row with all that is known of it, and what one looks for apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafting.comparisons.differences import (
    counterpart_told,
    elsewhere_told,
    force_told,
    names_told,
    quantities_told,
    why_aligned,
)
from drafting.comparisons.passages import Passages, nearest_told, spans_of
from drafting.comparisons.report import Cell, Column, Grid, number, words
from drafting.comparisons.tallies import topic_name, unofficial
from drafting.comparisons.tones import RELATION_LABELS, UNOFFICIAL
from kg.variants.comparison import ComparedRow, Comparison

_TEXT, _PLACE, _ID = 58, 24, 28
_Told = Callable[[ComparedRow], Cell]


def comparison_sheets(comparison: Comparison, passages: Passages) -> tuple[Grid, ...]:
    """The sheets after the overview: all rows, what stands alone on either side, forces and numbers that differ."""
    rows = comparison.rows
    mark = f"（{UNOFFICIAL}）" if unofficial(comparison) else ""
    return (
        _all_rows(comparison, passages, f"对照{mark}"),
        _alone([row for row in rows if row.relation == "only_left"], passages, "只有左边", comparison.left.title),
        _alone([row for row in rows if row.relation == "only_right"], passages, "只有右边", comparison.right.title),
        _forces([row for row in rows if row.difference and row.difference.forces], passages),
        _numbers([row for row in rows if row.difference and row.difference.quantities], passages),
    )


def _all_rows(comparison: Comparison, passages: Passages, name: str) -> Grid:
    columns: list[tuple[Column, _Told]] = [
        (Column("主题", 18), lambda row: words(topic_name(row.topic))),
        (Column("关系", 11, centred=True), lambda row: words(RELATION_LABELS[row.relation], row.relation)),
        (Column(f"左边位置\n{comparison.left.title}", _PLACE), lambda row: passages.places(row.left)),
        (Column("左边原文", _TEXT), lambda row: passages.marked(row.left, spans_of(row.difference, "left"), "left")),
        (Column(f"右边位置\n{comparison.right.title}", _PLACE), lambda row: passages.places(row.right)),
        (
            Column("右边原文", _TEXT),
            lambda row: passages.marked(row.right, spans_of(row.difference, "right"), "right"),
        ),
        (Column("应、宜变化", 18), lambda row: words(force_told(row.difference))),
        (Column("数字变化", 26), lambda row: words(quantities_told(row.difference))),
        (Column("只有左边写到", 26), lambda row: words(names_told(row.difference.dropped) if row.difference else "")),
        (Column("只有右边写到", 26), lambda row: words(names_told(row.difference.added) if row.difference else "")),
        (Column("另一边别处写到", 24), lambda row: words(_elsewhere(row))),
        (Column("为什么是这个关系", 30), lambda row: words(row.difference.reason if row.difference else "")),
        (Column("为什么对在一起", 26), lambda row: words(why_aligned(row))),
        (Column("把握", 8, centred=True), lambda row: number(row.confidence, ".2f")),
        (Column("左边编号", _ID), lambda row: words("\n".join(row.left))),
        (Column("右边编号", _ID), lambda row: words("\n".join(row.right))),
    ]
    if any(row.counterpart for row in comparison.rows):
        columns.insert(2, (Column(f"对应（{UNOFFICIAL}）", 18), lambda row: words(counterpart_told(row))))
    return _grid(name, columns, comparison.rows, 2)


def _elsewhere(row: ComparedRow) -> str:
    """What one side names in this row and the other in another."""
    return elsewhere_told((*row.difference.dropped, *row.difference.added)) if row.difference else ""


def _alone(rows: Iterable[ComparedRow], passages: Passages, name: str, title: str) -> Grid:
    columns: list[tuple[Column, _Told]] = [
        (Column("主题", 22), lambda row: words(topic_name(row.topic))),
        (Column(f"位置\n{title}", 34), lambda row: passages.places(row.left or row.right)),
        (Column("原文", 80), lambda row: passages.marked(row.left or row.right)),
        (Column("对方最接近的（不算对应）", 44), lambda row: words(nearest_told(row, passages))),
        (Column("编号", _ID), lambda row: words("\n".join(row.left or row.right))),
    ]
    return _grid(name, columns, rows, 1)


def _forces(rows: Iterable[ComparedRow], passages: Passages) -> Grid:
    columns: list[tuple[Column, _Told]] = [
        (Column("主题", 20), lambda row: words(topic_name(row.topic))),
        (Column("应、宜变化", 26), lambda row: words(force_told(row.difference))),
        *_both(passages),
    ]
    return _grid("应宜变化", columns, rows, 2)


def _numbers(rows: Iterable[ComparedRow], passages: Passages) -> Grid:
    columns: list[tuple[Column, _Told]] = [
        (Column("主题", 20), lambda row: words(topic_name(row.topic))),
        (Column("数字变化", 46), lambda row: words(quantities_told(row.difference))),
        *_both(passages),
    ]
    return _grid("数字变化", columns, rows, 2)


def _both(passages: Passages) -> list[tuple[Column, _Told]]:
    return [
        (Column("关系", 11, centred=True), lambda row: words(RELATION_LABELS[row.relation], row.relation)),
        (Column("左边原文", _TEXT), lambda row: passages.marked(row.left, spans_of(row.difference, "left"), "left")),
        (
            Column("右边原文", _TEXT),
            lambda row: passages.marked(row.right, spans_of(row.difference, "right"), "right"),
        ),
        (Column("左边编号", _ID), lambda row: words("\n".join(row.left))),
        (Column("右边编号", _ID), lambda row: words("\n".join(row.right))),
    ]


def _grid(name: str, columns: list[tuple[Column, _Told]], rows: Iterable[ComparedRow], frozen: int) -> Grid:
    filled = tuple(tuple(told(row) for _, told in columns) for row in rows)
    return Grid(name, tuple(column for column, _ in columns), filled, frozen)
