"""The rows of one sheet that people edited: the values in them, what they added, what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.exports.update_edits import Added, Spot
from drafting.exports.workbook_fields import Field
from drafting.exports.workbook_record import Record
from drafting.exports.workbook_tables import Table
from drafting.exports.workbook_values import Value, from_cell, said
from drafting.generator import DraftingError
from drafting.sheet import ReadCell, ReadSheet

HEAD_WITHIN = 10
"""Rows among which the heads are looked for: somebody may have put a title above them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value as a cell gives it.

    Attributes:
        spot: Which value is meant.
        value: What stands there now.
        place: Where.
    """

    spot: Spot
    value: Value
    place: str


@dataclass(frozen=True, slots=True)
class TableReading:
    """A sheet as it was read.

    Attributes:
        table: What it should be.
        sheet: What it is called now.
        given: The values of all its editable cells.
        seen: The keys of the subjects in it.
        added: Rows and columns that people added.
        problems: Cells that cannot be read, each with its place.
    """

    table: Table
    sheet: str
    given: tuple[Given, ...]
    seen: frozenset[str]
    added: tuple[Added, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    row: int
    key: int
    fields: Mapping[int, Field]
    names: Sequence[str]
    known: frozenset[int]


def read_table(table: Table, sheet: ReadSheet, record: Record, name: str) -> TableReading:
    """Read a sheet that people edited.

    Args:
        table: What it should be.
        sheet: What it is.
        record: What was written.
        name: What the file is called in messages.

    Raises:
        DraftingError: Its heads are gone.
    """
    heads = _heads(table, sheet, record, name)
    keys = {one.label: one.key for one in record.entries if one.kind == table.kind and one.label}
    given: list[Given] = []
    seen: set[str] = set()
    added: list[Added] = []
    problems: list[str] = []
    for number, row in enumerate(sheet.rows[heads.row + 1 :], heads.row + 2):
        if all(cell.blank for cell in row):
            continue
        place = f"{sheet.name} 第 {number} 行"
        label = str(_at(row, heads.key, place).value or "").strip()
        if label not in keys:
            added.append(Added(place, tuple(cells_of(row, range(len(row)), heads.names))))
            continue
        seen.add(keys[label])
        if beside := tuple(cells_of(row, [at for at in range(len(row)) if at not in heads.known], heads.names)):
            added.append(Added(place, ((table.key_head, label), *beside)))
        for at, field in heads.fields.items():
            cell = _at(row, at, f"{place}「{field.head}」")
            try:
                given.append(Given((table.kind, keys[label], field.key), from_cell(cell, field.kind), cell.place))
            except ValueError as error:
                problems.append(f"{cell.place}「{field.head}」{error}")
    return TableReading(table, sheet.name, tuple(given), frozenset(seen), tuple(added), tuple(problems))


def _heads(table: Table, sheet: ReadSheet, record: Record, name: str) -> _Heads:
    for number, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        names = [str(cell.value or "").strip() for cell in row]
        if table.key_head not in names:
            continue
        fields = {field.head: field for field in table.fields(record.stages)}
        known = record.heads[table.name]
        return _Heads(
            row=number,
            key=names.index(table.key_head),
            fields={names.index(head): field for head, field in fields.items() if head in names},
            names=names,
            known=frozenset(at for at, head in enumerate(names) if head in known),
        )
    raise DraftingError(
        name, f"工作表「{sheet.name}」里找不到列头「{table.key_head}」", "照原样恢复第一行的列头，或用工标重新导出"
    )


def _at(row: Sequence[ReadCell], at: int, place: str) -> ReadCell:
    return row[at] if at < len(row) else ReadCell(place, None)


def cells_of(row: Sequence[ReadCell], columns: Sequence[int], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands in some columns of a row, each with the column's head, or its number where it has none.

    Args:
        row: The row.
        columns: Places, from 0.
        names: The heads.
    """
    for at in columns:
        if at < len(row) and (text := said(row[at])):
            yield (names[at] if at < len(names) and names[at] else f"第 {at + 1} 列"), text
