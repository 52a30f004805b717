"""The front of a comparison: what was compared, how it is to be read, and how much is alike and how much not."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.manifest import Meta
from drafting.comparisons.report import Cell, Column, Grid, number, words
from drafting.comparisons.tallies import ALONE, ORDER, asked_of, by_topic, counts_of, topic_name, unofficial
from drafting.comparisons.tones import NATIONAL, RELATION_LABELS, RELATION_MEANINGS, UNOFFICIAL
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedSide, Comparison

NOT_SAID = "未载明"
ROW = "一行是讲同一件事的一条或几条条文，或只有一方有的一条"


def compared(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """What was compared, each fact with its name."""
    yield "左边", _side(comparison.left)
    yield "右边", _side(comparison.right)
    yield "范围", f"只看“{asked_of(comparison)}”" if comparison.asked else "全部主题"
    if matched := [row for row in comparison.rows if row.relation not in ALONE]:
        left, right = ({one for row in matched for one in (row.left, row.right)[at]} for at in (0, 1))
        unit = "个" if unofficial(comparison) else "条"
        counted = f"左边 {len(left)} 条、右边 {len(right)} {unit}，每条只数一次"
        yield "对上的", f"{len(matched)} 行：{counted}；一条可以与另一边几条对上"
    yield "行数", f"{len(comparison.rows)} 行；{ROW}"


def reading(comparison: Comparison, marks: str) -> Iterator[tuple[str, str]]:
    """How it is to be read, each point with its name.

    Args:
        comparison: The comparison.
        marks: How the words that differ are set off.
    """
    if unofficial(comparison):
        yield UNOFFICIAL, "文件都没有把自己的要求与国家典型场景逐项配对；这里的对应由阅读条文推得，不是官方对应。"
        yield "场景较窄、较宽", "国家场景只管到左边要求的一部分，或管得比它宽；“把握”从 0 到 1。"
        yield "没有对应不等于没有", "“只有左边写”是说没有推定的对应；场景原文不在所收文件里，不逐条比力度和数字。"
        return
    yield (
        "怎么对照",
        "按意思而不是按编号把两边的条文对在一起：看用词、系统与技术、所属主题和整句的意思，“把握”从 0 到 1。",
    )
    yield "标出的字", marks
    yield "用词", "“应”强于“宜”，“宜”强于“可”和“鼓励”；没有用这些词的不因此算弱。只是作为前提提到的（基于…）不算要求。"
    if comparison.left.document == comparison.right.document:
        yield "不是取消", "同一文件里较高等级建立在较低等级之上：较高等级没有重复的要求仍然适用，不是取消。"
    yield "找不到不等于没有", "“只有一方”是说另一方在所比范围内没有找到讲同一件事的条文；采用前请对照原文。"
    yield "按意思归入", "原文没有写明主题的条文，按意思归到最近的主题下，主题后写明。"


def years(comparison: Comparison, shelf: Shelf) -> Iterator[tuple[str, str]]:
    """What is known of the year and the standing of each document, and on which basis."""
    for document in dict.fromkeys((comparison.left.document, comparison.right.document)):
        meta = shelf.documents.get(document)
        if meta is not None:
            yield f"《{shelf.titles.short.get(document, meta.title)}》", standing(meta)


def standing(meta: Meta) -> str:
    """A document's year with its basis, and its status."""
    year = f"{meta.year} 年" if meta.year is not None else "年份不详"
    return f"{year}（{meta.year_basis}）；状态：{meta.status or NOT_SAID}"


def relations(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """How many rows are of each relation, each with what it means."""
    for relation, count in counts_of(comparison.rows).items():
        yield RELATION_LABELS[relation], f"{count} 行：{RELATION_MEANINGS[relation]}"


def relation_grid(comparison: Comparison) -> Grid:
    """How many rows are of each relation, and what the relation means."""
    counts, whole = counts_of(comparison.rows), max(len(comparison.rows), 1)
    rows = tuple(
        (
            words(RELATION_LABELS[one], one),
            number(counts[one]),
            number(round(counts[one] / whole * 100), ""),
            words(RELATION_MEANINGS[one]),
        )
        for one in ORDER
    )
    columns = (Column("关系", 16, centred=True), Column("行数", 8, centred=True), Column("占 %", 8, centred=True))
    return Grid("各种关系", (*columns, Column("意思", 60)), rows)


def topic_grid(comparison: Comparison) -> Grid:
    """How many rows of each relation each topic has; relations that no row has are left out."""
    counts = counts_of(comparison.rows)
    seen = [one for one in ORDER if counts[one]]
    heads = (
        Column("主题", 26),
        Column("合计", 7, centred=True),
        *(Column(RELATION_LABELS[one], 12, centred=True) for one in seen),
    )
    rows = tuple(
        (
            words(topic_name(tally.topic)),
            number(len(tally.rows)),
            *(_count(tally.counts[one]) for one in seen),
        )
        for tally in by_topic(comparison)
    )
    return Grid("各主题", heads, rows, 1)


def _count(value: int) -> Cell:
    return number(value) if value else Cell()


def _side(side: ComparedSide) -> str:
    unit = "个国家典型场景" if side.document == NATIONAL else "条"
    return f"{side.title}（{side.name}，{len(side.clauses)} {unit}）"
