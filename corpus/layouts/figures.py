"""What the heads of a table say of the figures that stand alone in its cells: their unit, and how they bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.bare_figures import Told, bare_quantity, is_figure, told_by, told_by_remark, told_by_unit
from corpus.drafts import Draft
from corpus.layouts.cells import MONEY_AND_TIME
from corpus.layouts.remarks import remarks
from corpus.layouts.tables import Table


def with_units(source: str, table: Table, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The rows of a table, each figure alone with what the heads around it say; other rows as they are.

    The column of units says most, then the names of the row, the head over the column, the words over the table and
    the remarks on it. A figure that turns out to bound a sum or a time is a threshold.

    Args:
        source: The stored text.
        table: The table.
        drafts: Its rows.
    """
    figures = {cell.start: cell for row in table.body for cell in table.grid.filled(row) if is_figure(cell.text)}
    if not figures:
        yield from drafts
        return
    over, units = _over(source, table), table.unit_column
    beside = {row: _beside(table, row, units) for row in {cell.row for cell in figures.values()}}
    above = {column: _above(table, column) for column in {cell.column for cell in figures.values()}}
    for draft in drafts:
        cell = figures.get(draft.start)
        if cell is None or draft.kind == "heading" or draft.end != cell.end:
            yield draft
            continue
        told = beside[cell.row].or_else(above[cell.column]).or_else(over)
        found = bare_quantity(cell.text, told, cell.start)
        bounds = found is not None and found.comparator != "=" and found.unit in MONEY_AND_TIME
        yield replace(draft, told=told, kind="threshold" if bounds and draft.kind == "requirement" else draft.kind)


def _beside(table: Table, row: int, units: int | None) -> Told:
    """What a row says of its figures: its cell of units, then the names before its first figure, nearest first."""
    unit = table.grid.at(row, units) if units is not None else None
    told = told_by_unit(unit.words) if unit is not None else Told()
    names: list[Told] = []
    for column in range(table.grid.width):
        cell = table.grid.at(row, column)
        if cell is not None and is_figure(cell.text) and table.columns.roles[column] != "ordinal":
            break
        if cell is not None:
            names.append(told_by(cell.words))
    for name in reversed(names):
        told = told.or_else(name)
    return told


def _above(table: Table, column: int) -> Told:
    """What the heads over a column say of its figures, the lowest first."""
    told = Told()
    for row in range(table.columns.depth - 1, len(table.columns.titles) - 1, -1):
        head = table.grid.at(row, column)
        told = told.or_else(told_by(head.words)) if head is not None else told
    return told


def _over(source: str, table: Table) -> Told:
    """What the words over a table and the remarks on it say of all its figures."""
    told = told_by(table.caption)
    for remark in remarks(source, table):
        told = told.or_else(told_by_remark(remark))
    return told
