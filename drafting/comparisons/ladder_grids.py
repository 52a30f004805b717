"""Ladders as grids and as a report: counts by step, all subdomains at a glance, every change, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafting.comparisons.ladder_changes import CHANGES, LadderChange, cell_told, changes_of, counted
from drafting.comparisons.passages import Passages
from drafting.comparisons.report import Block, Cell, Column, Grid, Report, number, words
from drafting.comparisons.tones import CHANGE_LABELS, CHANGE_MEANINGS
from drafting.shelf import Shelf
from kg.ladders.ladder import Ladder
from kg.ladders.oddities import oddities

STILL_STANDS = "较高等级建立在较低等级之上：没有重复的要求仍然适用，不是取消。"
INFERRED = "哪两条相应，除逐字相同的以外是按意思推定的；采用前请对照原文。"


def ladder_title(ladders: Sequence[Ladder], shelf: Shelf) -> str:
    """The title, in lines."""
    documents = dict.fromkeys(ladder.document for ladder in ladders)
    named = "、".join(f"《{shelf.titles.get(one, one)}》" for one in documents)
    about = f"：{ladders[0].number} {ladders[0].name}" if len(ladders) == 1 else ""
    return f"{named}\n各等级逐级变化{about}"


def ladder_facts(ladders: Sequence[Ladder], marks: str) -> Iterator[tuple[str, str]]:
    """What it holds and how it is to be read, each with its name."""
    yield "范围", f"{len(ladders)} 个能力子域"
    for change in CHANGES:
        yield CHANGE_LABELS[change], CHANGE_MEANINGS[change]
    yield "怎么读", f"{STILL_STANDS}{INFERRED}"
    yield "标出的字", marks


def ladder_report(ladders: Sequence[Ladder], shelf: Shelf, passages: Passages, marks: str) -> Report:
    """Ladders as a report."""
    title = ladder_title(ladders, shelf)
    return Report(title, (), title.replace("\n", ""), tuple(_blocks(ladders, shelf, passages, marks)))


def _blocks(ladders: Sequence[Ladder], shelf: Shelf, passages: Passages, marks: str) -> Iterator[Block]:
    said = tuple(f"{name}：{text}" for name, text in ladder_facts(ladders, marks))
    yield Block(1, "概况", said)
    yield Block(2, "每上一级有多少变化", grid=step_grid(ladders))
    yield Block(2, "各能力子域", grid=cell_grid(ladders, passages))
    steps = counted(ladders)
    if len(steps) == 1:
        ((lower, upper),) = steps
        yield Block(1, f"从{lower}到{upper}要新做或加做的", (STILL_STANDS,), to_do_grid(ladders, passages), broad=True)
    yield Block(1, "逐级变化", broad=True)
    for ladder in ladders:
        yield Block(3, f"{ladder.number} {ladder.name}", grid=_steps(ladder, passages), broad=True)
    yield Block(1, "原文里不寻常的地方", ("照原文列出，不作改动。",), odd_grid(ladders, shelf), broad=True)


def step_grid(ladders: Sequence[Ladder]) -> Grid:
    """How many changes of each kind each step has."""
    heads = (Column("台阶", 40), *(Column(CHANGE_LABELS[one], 12, centred=True) for one in CHANGES))
    rows = tuple(
        (words(f"{lower} → {upper}"), *(number(counts[one]) if counts[one] else Cell() for one in CHANGES))
        for (lower, upper), counts in counted(ladders).items()
    )
    return Grid("台阶计数", heads, rows, 1)


def cell_grid(ladders: Sequence[Ladder], passages: Passages) -> Grid:
    """What each tier asks of each subdomain, counted by force."""
    labels = dict.fromkeys(cell.tier_label for ladder in ladders for cell in ladder.cells)
    heads = (Column("能力域", 20), Column("能力子域", 30), *(Column(label, 22) for label in labels))
    rows = []
    for ladder in ladders:
        told = {cell.tier_label: cell_told(cell, passages) for cell in ladder.cells}
        shown = (words(told.get(label, "")) for label in labels)
        rows.append((words(ladder.domain), words(f"{ladder.number} {ladder.name}"), *shown))
    return Grid("各能力子域", heads, tuple(rows), 2)


def change_grid(ladders: Sequence[Ladder], passages: Passages, name: str, *, to_do: bool = False) -> Grid:
    """Every change, or only what is to be done anew or more of."""
    heads = (
        Column("能力域", 16),
        Column("能力子域", 22),
        Column("从", 16),
        Column("到", 16),
        Column("变化", 12, centred=True),
        Column("用词", 8, centred=True),
        Column("较低等级原文", 58),
        Column("较高等级原文", 58),
        Column("说明", 40),
        Column("把握", 8, centred=True),
        Column("较低等级编号", 28),
        Column("较高等级编号", 28),
    )
    wanted = [one for one in changes_of(ladders) if not to_do or one.to_do]
    return Grid(name, heads, tuple(_change(one, passages) for one in wanted), 2)


def to_do_grid(ladders: Sequence[Ladder], passages: Passages) -> Grid:
    """What an enterprise has to do anew, or more of: a short list in words."""
    heads = (
        Column("能力子域", 34),
        Column("变化", 18, centred=True),
        Column("用词", 14, centred=True),
        Column("要求原文", 120),
        Column("说明", 61),
    )
    rows = tuple(
        (words(one.subdomain), words(one.told, one.change.change), words(one.forces(passages)), upper, words(one.why))
        for one in changes_of(ladders)
        if one.to_do and (upper := one.upper(passages)).text
    )
    return Grid("要新做或加做的", heads, rows, 1)


def odd_grid(ladders: Sequence[Ladder], shelf: Shelf) -> Grid:
    """What a reader would stumble over, as printed."""
    heads = (Column("能力子域", 26), Column("不寻常之处", 70), Column("条文编号", 44))
    rows = tuple(
        (words(f"{ladder.number} {ladder.name}"), words(one.text), words("\n".join(one.clauses)))
        for ladder in ladders
        for one in oddities(ladder, shelf.by_id)
    )
    return Grid("原文异常", heads, rows, 1)


def _change(one: LadderChange, passages: Passages) -> tuple[Cell, ...]:
    return (
        words(one.ladder.domain),
        words(one.subdomain),
        words(one.labels[one.step.lower]),
        words(one.labels[one.step.upper]),
        words(one.told, one.change.change),
        words(one.forces(passages)),
        one.lower(passages),
        one.upper(passages),
        words(one.why),
        number(one.change.confidence, ".2f"),
        words("\n".join(one.change.lower)),
        words("\n".join(one.change.upper)),
    )


def _steps(ladder: Ladder, passages: Passages) -> Grid:
    heads = (
        Column("台阶", 26),
        Column("变化", 16, centred=True),
        Column("较低等级原文", 78),
        Column("较高等级原文", 78),
        Column("说明", 49),
    )
    rows = []
    for _, group in groupby(changes_of((ladder,)), key=lambda one: one.step.upper):
        for place, one in enumerate(group):
            step = f"{one.labels[one.step.lower]}\n→ {one.labels[one.step.upper]}" if place == 0 else ""
            told = words(one.told, one.change.change)
            rows.append((words(step), told, one.lower(passages), one.upper(passages), words(one.why)))
    return Grid(f"{ladder.number} {ladder.name}", heads, tuple(rows), empty="没有变化。")
