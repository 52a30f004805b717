"""A comparison as a report to be read: key figures, then topic by topic both texts side by side, then what is alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from drafting.comparisons.differences import counterpart_told, shortly
from drafting.comparisons.overview import compared, reading, relation_grid, topic_grid, years
from drafting.comparisons.passages import Passages, nearest_told, spans_of
from drafting.comparisons.report import Block, Cell, Column, Grid, Report, Stretch, words
from drafting.comparisons.tallies import ALONE, TopicTally, by_topic, title_of, topic_name, unofficial
from drafting.comparisons.tones import RELATION_LABELS, SCENARIOS, UNOFFICIAL
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison
from kg.variants.difference import Side

_SHOWN = 3
"""Stretches of words that a clause is given by where the table has printed it above."""
_SCENARIOS = f"{SCENARIOS}（{UNOFFICIAL}）"


def comparison_report(comparison: Comparison, shelf: Shelf, passages: Passages, marks: str) -> Report:
    """A comparison as a report.

    Args:
        comparison: The comparison.
        shelf: The documents.
        passages: Their clauses.
        marks: How the words that differ are set off.
    """
    title = title_of(comparison)
    return Report(
        title,
        (),
        title.replace("\n", ""),
        tuple(_blocks(comparison, shelf, passages, marks)),
        unofficial(comparison),
    )


def _blocks(comparison: Comparison, shelf: Shelf, passages: Passages, marks: str) -> Iterator[Block]:
    yield Block(1, "概况", tuple(f"{name}：{said}" for name, said in compared(comparison)))
    yield Block(2, "各种关系各有多少", grid=relation_grid(comparison))
    yield Block(2, "怎么读", tuple(f"{name}：{said}" for name, said in reading(comparison, marks)))
    yield Block(2, "年份与状态", tuple(f"{name}：{said}" for name, said in years(comparison, shelf)))
    yield Block(2, "各主题", grid=topic_grid(comparison))
    tallies = by_topic(comparison)
    none = () if any(_paired(one) for one in tallies) else ("没有讲同一件事的条文。",)
    yield Block(1, "逐项对照", none, broad=True)
    for tally in tallies:
        if rows := _paired(tally):
            yield Block(3, topic_name(tally.topic), grid=_side_by_side(comparison, rows, passages), broad=True)
    yield from _alone(
        comparison.left, "只有左边", [row for row in comparison.rows if row.relation == "only_left"], passages
    )
    right = [row for row in comparison.rows if row.relation == "only_right"]
    yield from _alone(comparison.right, "只有右边", right, passages)


def _paired(tally: TopicTally) -> list[ComparedRow]:
    return [row for row in tally.rows if row.relation not in ALONE]


def _side_by_side(comparison: Comparison, rows: list[ComparedRow], passages: Passages) -> Grid:
    proposed = unofficial(comparison)
    widths = (17, 106, 52, 72) if proposed else (18, 84, 84, 61)
    heads = (
        "关系",
        f"左边：{comparison.left.title}",
        _SCENARIOS if proposed else f"右边：{comparison.right.title}",
        "为什么" if proposed else "不同在哪里",
    )
    columns = tuple(Column(head, width, centred=head == "关系") for head, width in zip(heads, widths, strict=True))
    if proposed:
        groups = groupby(rows, key=lambda row: row.left)
        return Grid("逐项对照", columns, tuple(_proposed_row(left, list(group), passages) for left, group in groups))
    printed: set[str] = set()
    compared = []
    for row in together(rows):
        compared.append(_compared_row(row, passages, printed))
        printed.update((*row.left, *row.right))
    return Grid("逐项对照", columns, tuple(compared))


def together(rows: Sequence[ComparedRow]) -> tuple[ComparedRow, ...]:
    """Rows of the same left clauses behind each other, where the first of them stands; the surest of them first."""
    groups: dict[tuple[str, ...], list[ComparedRow]] = {}
    for row in rows:
        groups.setdefault(row.left, []).append(row)
    return tuple(row for held in groups.values() for row in sorted(held, key=lambda row: -(row.confidence or 0.0)))


def _compared_row(row: ComparedRow, passages: Passages, printed: Set[str]) -> tuple[Cell, ...]:
    """A row; of clauses that the table has printed above only the words are printed again that differ here."""
    return (
        words(RELATION_LABELS[row.relation], row.relation),
        _side(row, "left", passages, printed),
        _side(row, "right", passages, printed),
        words(shortly(row)),
    )


def _side(row: ComparedRow, side: Side, passages: Passages, printed: Set[str]) -> Cell:
    ids = row.left if side == "left" else row.right
    if not set(ids) <= printed:
        return passages.placed(ids, spans_of(row.difference, side), side)
    own = () if row.difference is None else row.difference.left_only if side == "left" else row.difference.right_only
    places = f"（见上：{'、'.join(map(passages.where, ids))}）"
    if not own:
        return words(places)
    more = f" 等 {len(own)} 处" if len(own) > _SHOWN else ""
    return Cell((Stretch(places), Stretch("、".join(one.text for one in own[:_SHOWN]), side), Stretch(more)))


def _proposed_row(left: tuple[str, ...], rows: list[ComparedRow], passages: Passages) -> tuple[Cell, ...]:
    """All scenarios that are proposed for the same clauses, each with how it lies to them and why."""
    named = {row: "、".join(map(passages.text, row.right)) for row in rows}
    return (
        words(UNOFFICIAL.replace("，", "\n"), "inferred"),
        passages.placed(left),
        words("\n".join(f"{named[row]}（{counterpart_told(row)}，把握 {row.confidence or 0:.2f}）" for row in rows)),
        words("\n".join(f"{named[row]}：{shortly(row)}" for row in rows)),
    )


def _alone(side: ComparedSide, name: str, rows: list[ComparedRow], passages: Passages) -> Iterator[Block]:
    columns = (Column("主题", 36), Column("位置", 45), Column("原文", 116), Column("对方最接近的（不算对应）", 50))
    filled = tuple(
        (
            words(topic_name(row.topic)),
            passages.places(row.left or row.right),
            passages.marked(row.left or row.right),
            words(nearest_told(row, passages)),
        )
        for row in rows
    )
    yield Block(1, f"{name}的条文", (f"{side.title}：{len(rows)} 行。",), Grid(name, columns, filled), broad=True)
