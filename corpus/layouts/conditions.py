"""Tables of conditions, indicators and points: what is asked in a column of text, under names that stand before it.

A criterion binds whoever applies; how points are given for it binds nobody. So the criterion is a requirement or a
threshold, and points, weights and the rules for giving points are cells of the table. Only where the rule for points is
all that a table says of a criterion, it is read as the criterion itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.folding import folded
from corpus.force import governing
from corpus.grid import Cell
from corpus.headings import Headings
from corpus.layouts.columns import asks, is_band
from corpus.layouts.frame import Frame
from corpus.layouts.grades import caption_name
from corpus.layouts.remarks import waived_marks
from corpus.layouts.tables import Table, clean, cut_aside, cut_heads, words_above
from corpus.layouts.told import excluded

_GOVERNMENT = re.compile(
    r"责任单位|责任部门|牵头|分工|任务|职责|时限|进度|奖励|补助|补贴|资助|奖补|扶持|支持(?:标准|政策|方式)|奖补资金|专项资金"
)
_STEPS = re.compile(r"程序|流程|步骤")
_DATA = re.compile(r"名单|一览|汇总|目录|清单|联系|通讯录|台账")
_WORDY = 12
_FILLED_SHARE = 0.5
_BLANK_SHARE = 0.2
_TOTAL = re.compile(r"(?:合\s*计|总\s*计|小\s*计|总\s*分|得\s*分)(?:[（(].*)?[：:]?")
_ORDINAL = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the columns are for.

    Attributes:
        ordinal: The column that counts the rows.
        tier: The column that names the tier of its rows.
        names: The columns that name a row, widest first.
        texts: The columns that say what is asked.
        matrix: Whether each column of text is about a matter of its own, which its head names.
        kind: What its texts are; None where requirements are told from thresholds.
    """

    ordinal: int | None
    tier: int | None
    names: tuple[int, ...]
    texts: tuple[int, ...]
    matrix: bool
    kind: Kind | None


def conditions_confidence(table: Table) -> float:
    """How sure it is that a table asks something: its rows are for tiers, or its head says so and its text is there."""
    columns = table.columns
    asking = [column for column in columns.of("text") if asks(columns.heads[column])]
    if not table.body or (_DATA.search(folded(table.caption)) and not asking):
        return 0.0
    if not columns.headed:
        return 0.7 if _only_asks(table) else 0.0
    if table.tier_column is not None and table.tier_names_known(table.tier_column):
        return 0.95
    texts = columns.of("text")
    if not (asking or columns.of("value") or asks(table.caption)):
        return 0.0
    filled = sum(cell.column in texts for row in table.body for cell in table.grid.filled(row))
    sure = 0.75 if table.kind == "cells" else 0.85  # a cell a line may as well print alternatives side by side
    return sure if filled >= _FILLED_SHARE * len(table.body) else 0.0


def _only_asks(table: Table) -> bool:
    """Whether a table without a head has a column of sentences most of which bind, and no room to fill in."""
    texts = table.columns.of("text")
    cells = [cell for row in table.grid.rows for cell in row]
    said = [cell for cell in cells if cell.column in texts and not cell.empty]
    if table.grid.width < 2 or not said or sum(cell.empty for cell in cells) > _BLANK_SHARE * len(cells):
        return False
    return sum(bool(governing(cell.text)) for cell in said) > len(said) / 2


def cut_conditions(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The rows of a table that asks something: names are headings, texts are cut into their items."""
    plan = _plan(table, headings)
    tier = table.tier(caption_name(table.caption)) if asks(table.caption) else None
    above = (one.title for one in reversed(headings.stack))
    tier = tier or next((found for title in above if (found := table.tier(caption_name(title)))), None)
    frame = Frame(
        headings,
        f"table-{table.number}",
        tiers=(tier,) if tier else (),
        excluding=excluded(headings, table.caption),
        waived=waived_marks(source, table),
    )
    carried: dict[int, Cell] = {}
    yield from cut_heads(table, headings)
    for row in table.body:
        aside = cut_aside(table, row, headings)
        if aside:
            yield from aside
        elif is_band(table.grid, row):
            carried = {}
            cell = table.grid.filled(row)[0]
            held = table.tier(caption_name(cell.words))
            frame = replace(frame, element=_bare(cell.words), tiers=(held,) if held else frame.tiers)
            yield frame.cell(f"{frame.place}/{_index(table, row)}", cell, "heading", "table.band", tiers=frame.tiers)
        else:
            yield from _row(source, table, row, frame, plan, carried)


def _plan(table: Table, headings: Headings) -> _Plan:
    columns = table.columns
    ordinal = next(iter(columns.of("ordinal")), None)
    tier = table.tier_column
    if tier is not None and not table.tier_names_known(tier):
        tier = None
    left = [column for column in range(table.grid.width) if column not in (ordinal, tier, table.unit_column)]
    texts = tuple(column for column in left if columns.roles[column] in ("text", "value"))
    matrix = False
    if tier is not None:
        wordy = tuple(
            column
            for column in left
            if columns.roles[column] in ("text", "value", "name", "tier") or table.holds_figures(column)
        )
        says = len(wordy) > 1 and (_says_much(table, wordy[0]) or table.holds_figures(wordy[0]))
        matrix = says and tier < min(left, default=tier)
        texts = wordy if matrix else texts
    first = min(texts, default=table.grid.width)
    names = tuple(column for column in left if column < first and column not in texts)
    return _Plan(ordinal, tier, names, texts, matrix, _kind(table, headings, texts))


def _says_much(table: Table, column: int) -> bool:
    sizes = [len(cell.text) for row in table.body for cell in table.grid.filled(row) if cell.column == column]
    return sum(sizes) > _WORDY * max(1, len(sizes))


def _kind(table: Table, headings: Headings, texts: tuple[int, ...]) -> Kind | None:
    """What the texts are: cells of a table where they tell what an authority does or gives, else what is asked."""
    heads = " ".join(head for column, head in enumerate(table.columns.heads) if column not in texts)
    said = f"{words_above(table, headings)} {' '.join(table.columns.heads[column] for column in texts)}"
    return "table_cell" if _GOVERNMENT.search(folded(f"{heads} {said}")) else None


def _row(source: str, table: Table, row: int, above: Frame, plan: _Plan, carried: dict[int, Cell]) -> Iterator[Draft]:
    filled = {cell.column: cell for cell in table.grid.filled(row)}
    index = _index(table, row)
    frame = replace(above, place=f"{above.place}/{index}")
    standing = _standing(table, row, plan, carried)
    if plan.tier in standing:
        tier = table.tier(table.tier_name(standing[plan.tier]))
        frame = replace(frame, tiers=(tier,)) if tier else frame
    names = [standing[column] for column in plan.names if column in standing]
    words = [_bare(cell.words) for cell in names]
    frame = _named(frame, words, above.element)
    ordinal = filled.get(plan.ordinal) if plan.ordinal is not None else None
    count = ordinal.words if ordinal is not None else None
    for cell in filled.values():
        place = f"{frame.place}/{cell.column}"
        head = clean(table.columns.heads[cell.column])
        if cell is ordinal:
            if table.needs_row(cell):
                yield frame.cell(place, cell, "table_cell", "conditions.number")
        elif cell.column == plan.tier:
            first = not names or cell.column < names[0].column
            kind: Kind = "heading" if first else "table_cell"
            here = replace(frame, names=()) if first else frame
            yield here.cell(place, cell, kind, "conditions.name", tiers=frame.tiers)
        elif cell in names:
            total = _TOTAL.fullmatch(cell.seen) is not None
            depth = len(frame.names) - len(names) + names.index(cell) + 1
            here = replace(frame, names=frame.names[:depth])
            wider = plan.tier is not None and cell.column < plan.tier
            held = above.tiers if wider else frame.tiers
            yield here.cell(place, cell, "table_cell" if total else "heading", "conditions.name", tiers=held)
        elif cell.column in plan.texts:
            here = replace(frame, subdomain=head, names=(*frame.names, head)) if plan.matrix and head else frame
            label = head if plan.matrix else (words[-1] if words else count)
            yield from here.items(source, cell, place, plan.kind or _row_kind(frame), "conditions", label=label)
        else:
            yield frame.cell(place, cell, "table_cell", "conditions.cell", label=head, tiers=frame.tiers)


def _row_kind(frame: Frame) -> Kind | None:
    """What the text of a row is where its names tell: what an authority does or gives, a step, else what is asked."""
    names = folded(" ".join(frame.names))
    if _GOVERNMENT.search(names):
        return "table_cell"
    return "step" if _STEPS.search(names) else None


def _standing(table: Table, row: int, plan: _Plan, carried: dict[int, Cell]) -> dict[int, Cell]:
    """The cells that name a row or its tier, by column: printed in it, reaching into it, or standing for rows below.

    A new one ends what stood in the columns behind it.
    """
    found: dict[int, Cell] = {}
    for column in sorted((*plan.names, *(() if plan.tier is None else (plan.tier,)))):
        cell = table.grid.at(row, column)
        if cell is None or cell.column != column:
            continue
        if not cell.empty:
            if carried.get(column) != cell:
                for deeper in [one for one in carried if one > column]:
                    del carried[deeper]
            carried[column] = cell
        if column in carried:
            found[column] = carried[column]
    return found


def _named(frame: Frame, words: list[str], band: str | None) -> Frame:
    """The frame with the names of its row: the first is the element, those between the domain, the last the label."""
    path = (*((band,) if band else ()), *words)
    element = words[0] if len(words) > 1 else (band or (words[0] if words else None))
    domain = words[1] if len(words) > 2 else None
    return replace(frame, names=path, element=element, domain=domain)


def _bare(words: str) -> str:
    return _ORDINAL.sub("", words, count=1)


def _index(table: Table, row: int) -> int:
    return row - table.columns.depth + 1
