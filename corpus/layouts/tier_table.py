"""Tier tables: a row for each subdomain, a column for each tier; items or marks in the cells, ``/`` for none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.grid import Cell
from corpus.headings import Headings
from corpus.layouts.cells import mark
from corpus.layouts.columns import is_band
from corpus.layouts.frame import Frame, Tier
from corpus.layouts.remarks import waived_marks
from corpus.layouts.tables import NUMBERED_NAME, Table, clean, cut_aside, cut_heads
from corpus.layouts.told import excluded
from corpus.lines import plain_reading

_SENTENCE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the columns before and between the tiers are for.

    Attributes:
        ordinal: The column that counts the rows.
        names: The columns that name a row, widest first; the last one names its subdomain.
        text: Where the tiers only hold marks, the column that says what is asked.
    """

    ordinal: int | None
    names: tuple[int, ...]
    text: int | None


def tier_table_confidence(table: Table) -> float:
    """How sure it is that columns are tiers: one or more heads after the first name tiers of the document."""
    columns = table.tier_columns
    return 1.0 if columns and columns[0] > 0 and table.body else 0.0


def cut_tier_table(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The rows of a tier table: heads, names of subdomains, and each cell's labelled items.

    A tier that has no row of its own, since all its cells are merged with a lower one's, is named by its head.
    """
    drafts = tuple(_cut(source, table, headings))
    unnamed = {code for draft in drafts for code in draft.tiers} - {draft.tier for draft in drafts}
    over = {cell.start: table.tier_at(cell.column) for cell in table.grid.filled(max(0, table.columns.depth - 1))}
    for draft in drafts:
        tier = over.get(draft.start) if draft.rule == "table.head" else None
        named = tier is not None and tier.code in unnamed
        yield replace(draft, tier=tier.code, tier_label=tier.name) if tier is not None and named else draft


def _cut(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """The rows of a tier table.

    The columns before the first tier name the row: the last of them its subdomain, one before it the domain, which
    stands for the rows below until the next is printed. A cell that covers several tiers is one row that holds for all.
    """
    above = [heading.title for heading in headings.stack if heading.style == "decimal" and heading.title]
    frame = Frame(
        headings,
        f"table-{table.number}",
        element=above[-2] if len(above) > 1 else None,
        domain=above[-1] if above else None,
        excluding=excluded(headings, table.caption),
        waived=waived_marks(source, table),
    )
    plan = _plan(table)
    name: Cell | None = None
    yield from cut_heads(table, headings)
    for row in table.body:
        aside = cut_aside(table, row, headings)
        if aside:
            yield from aside
        elif is_band(table.grid, row):
            frame, drafts = _band(source, table, row, frame)
            yield from drafts
        else:
            frame, named = _domains(table, row, frame, plan, above)
            yield from named
            name = _name(table, row, plan, None if named else name)
            yield from _row(source, table, row, frame, plan, name)


def _plan(table: Table) -> _Plan:
    first = table.tier_columns[0]
    roles = table.columns.roles
    ordinals = [column for column in range(first) if roles[column] == "ordinal" and first > 1]
    before = [column for column in range(first) if column not in ordinals]
    said = dict.fromkeys(range(table.grid.width), 0)
    for row in table.body:
        for cell in table.grid.filled(row):
            said[cell.column] += len(cell.text)
    text: int | None = None
    if table.ticked:
        others = [column for column in said if column not in table.tier_columns and column not in ordinals]
        text = max(others, key=lambda column: (said[column], -column), default=None)
    naming = [column for column in before if column != text]
    tells = [
        column for column in naming if roles[column] in ("note", "points", "scoring") or table.columns.wordy(column)
    ]
    names = tuple(column for column in naming if column not in tells) or tuple(naming)
    return _Plan(ordinals[0] if ordinals else None, names, text)


def _band(source: str, table: Table, row: int, frame: Frame) -> tuple[Frame, Iterator[Draft]]:
    """A row that one cell fills: the name of the rows below, or a sentence that holds for every tier."""
    cell = table.grid.filled(row)[0]
    place = f"{frame.place}/{_index(table, row)}/band"
    if len(cell.words) > _SENTENCE_LENGTH or cell.words.endswith("。"):
        tiers = table.tiers_over(cell)
        return frame, frame.items(source, cell, place, "requirement", "tier-table", tiers=tiers)
    named = replace(frame, element=frame.domain, domain=cell.words, place=place)
    return replace(named, place=frame.place), iter((named.cell(place, cell, "heading", "tier-table.domain"),))


def _domains(table: Table, row: int, frame: Frame, plan: _Plan, above: list[str]) -> tuple[Frame, tuple[Draft, ...]]:
    """The names of elements and domains that a row begins, and what stands from here on."""
    levels = plan.names[:-1]
    drafts: list[Draft] = []
    for cell in table.grid.filled(row):
        if cell.column not in levels:
            continue
        if cell.column + cell.columns > levels[-1] + 1:  # it names the row itself
            frame = replace(frame, element=above[-2] if len(above) > 1 else None, domain=above[-1] if above else None)
            continue
        place = f"{frame.place}/{_index(table, row)}/domain"
        if len(levels) > 1 and cell.column < levels[-1]:
            frame = replace(frame, element=cell.words, domain=None)
        else:
            outer = frame.element if len(levels) > 1 else (above[-1] if above else None)
            frame = replace(frame, element=outer, domain=cell.words)
        drafts.append(frame.cell(place, cell, "heading", "tier-table.domain"))
    return frame, tuple(drafts)


def _row(source: str, table: Table, row: int, above: Frame, plan: _Plan, name: Cell | None) -> Iterator[Draft]:
    filled = table.grid.filled(row)
    ordinal = next((cell for cell in filled if cell.column == plan.ordinal), None)
    frame = _frame(table, row, above, name, ordinal)
    if ordinal is not None and table.needs_row(ordinal):
        yield frame.cell(f"{frame.place}/number", ordinal, "table_cell", "tier-table.number")
    if name is not None and name.row == row:
        named = NUMBERED_NAME.fullmatch(name.text)
        start = name.start + (named.start("name") if named else 0)
        label = named["no"] if named else None
        place = f"{frame.place}/name"
        yield frame.draft(place, start, name.end, "heading", "tier-table.subdomain", label=label, tiers=())
    levels = plan.names[:-1]
    for cell in filled:
        if cell is ordinal or cell is name or (cell.column in levels and cell.column + cell.columns <= levels[-1] + 1):
            continue
        yield from _cell(source, table, cell, frame, plan)


def _name(table: Table, row: int, plan: _Plan, above: Cell | None) -> Cell | None:
    """The cell that names a row's subdomain; where a text shows no merged cells, an empty one stands for that above."""
    cell = table.grid.at(row, plan.names[-1]) if plan.names else None
    if cell is not None and not cell.empty:
        return cell
    return None if table.grid.exact else above


def _frame(table: Table, row: int, above: Frame, name: Cell | None, ordinal: Cell | None) -> Frame:
    named = NUMBERED_NAME.fullmatch(name.text) if name is not None else None
    words = plain_reading(named["name"] if named else name.text) if name is not None else ""
    number = int(named["no"]) if named else None
    if number is None and ordinal is not None and ordinal.text.isdecimal():
        number = int(ordinal.text)
    index = _index(table, row)
    place = str(number) if number is not None and not table.renumbers else f"table-{table.number}/{number or index}"
    shown = f"{number}.{words}" if number and named else words
    return replace(
        above, place=place, names=(shown,) if shown else (), subdomain=words or None, number=number if words else None
    )


def _cell(source: str, table: Table, cell: Cell, frame: Frame, plan: _Plan) -> Iterator[Draft]:
    tiers = table.tiers_over(cell)
    if cell.column == plan.text:
        yield from _ticked_text(source, table, cell, frame)
        return
    place = f"{frame.place}/{tiers[0].code if tiers else f'column-{cell.column}'}"
    label = clean(table.columns.heads[cell.column])
    if not tiers:
        yield from frame.items(source, cell, place, "table_cell", "tier-table", label=label, tiers=())
    elif table.columns.roles[cell.column] != "tier":
        yield frame.cell(f"{place}/{cell.column}", cell, "table_cell", "tier-table.beside", label=label, tiers=tiers)
    elif plan.text is not None and mark(cell) is not None:
        yield frame.cell(place, cell, "table_cell", "tier-table.mark", tiers=tiers)
    else:
        yield from frame.items(source, cell, place, "requirement", "tier-table", tiers=tiers)


def _ticked_text(source: str, table: Table, cell: Cell, frame: Frame) -> Iterator[Draft]:
    """What is asked, for the tiers that its row marks; what none of them needs binds nobody."""
    tiers: dict[str, Tier] = {}
    for column in table.tier_columns:
        under = table.grid.at(cell.row, column)
        tier = table.tier_at(column)
        if under is not None and tier is not None and mark(under) in ("applies", None):
            tiers.setdefault(tier.code, tier)
    kind: Kind = "requirement" if tiers else "table_cell"
    yield from frame.items(source, cell, f"{frame.place}/text", kind, "tier-table", tiers=tuple(tiers.values()))


def _index(table: Table, row: int) -> int:
    return row - table.columns.depth + 1
