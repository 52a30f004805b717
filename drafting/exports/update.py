"""An edited workbook of a plan read back: what people decided in it, told apart from what was computed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from drafting.exports.deciding import NEVER_EMPTY
from drafting.exports.update_edits import Added, Edit, Edits, Spot
from drafting.exports.update_rows import Given, TableReading, read_table
from drafting.exports.update_unread import Unread, unread
from drafting.exports.workbook_fields import Field, fields_of
from drafting.exports.workbook_record import NAME, Entry, Record, read_record
from drafting.exports.workbook_tables import TABLES, Table
from drafting.exports.workbook_team import TEAM, read_team
from drafting.exports.workbook_values import settled, shown
from drafting.generator import DraftingError
from drafting.plans.plan import Conflict
from drafting.sheet import Carried, ReadSheet
from drafting.sheets import read_sheets
from drafting.whole_files import read_whole

LARGEST_FILE = 20 * 1024 * 1024
MOST_PROBLEMS = 10


def read_edits(path: Path) -> Edits:
    """Read what people changed in a workbook that ``write_workbook`` wrote.

    Args:
        path: The edited workbook.

    Raises:
        DraftingError: It is no such workbook, is damaged, or cells hold what they cannot; each with its cell.
    """
    content = read_whole(path, LARGEST_FILE, "删去插入的图片和别的工作表")
    sheets = read_sheets(content, path.name)
    record = read_record(sheets, path.name)
    readings = [read_table(table, sheet, record, path.name) for table, sheet in _placed(sheets, record)]
    problems = [problem for reading in readings for problem in reading.problems]
    if problems:
        more = f"；还有 {len(problems) - MOST_PROBLEMS} 处" if len(problems) > MOST_PROBLEMS else ""
        raise DraftingError(path.name, "；".join(problems[:MOST_PROBLEMS]) + more, "改好这些单元格再读")
    given: defaultdict[Spot, list[Given]] = defaultdict(list)
    for one in (one for reading in readings for one in reading.given):
        given[one.spot].append(one)
    edits = tuple(_decided(record, given))
    kept = {(edit.kind, edit.key) for edit in edits}
    beside = _unread(sheets, record, readings)
    team = next((read_team(sheet) for sheet in sheets if sheet.name == TEAM), record.added)
    own = tuple(sheet.name for sheet in _strange(sheets, record, readings))
    added = (
        *team,
        *(one for reading in readings for one in reading.added),
        *(one for held in beside for one in held.added),
    )
    return Edits(
        target=record.target,
        also=record.also,
        profile=record.profile,
        edits=edits,
        says={(one.kind, one.key): one.says for one in record.entries if (one.kind, one.key) in kept},
        added=_once(added),
        conflicts=(
            *_contradictions(record, given),
            *_gone(record, readings),
            *(conflict for one in beside for conflict in one.conflicts),
            *(Conflict(f"工作表「{name}」是自己加的，照样带到新的工作簿里（图片和图表不带）", ()) for name in own),
        ),
        own=Carried(content, own) if own else None,
    )


def _placed(sheets: Sequence[ReadSheet], record: Record) -> Iterator[tuple[Table, ReadSheet]]:
    """Each table with its sheet: by its name, or else by its heads, where somebody renamed it."""
    named = {sheet.name: sheet for sheet in sheets}
    strange = [sheet for sheet in sheets if sheet.name not in record.heads and sheet.name != NAME]
    for table in TABLES:
        if table.name not in record.heads:
            continue
        found = named.get(table.name) or next((one for one in strange if _alike(one, record.heads[table.name])), None)
        if found is None:
            continue
        if found in strange:
            strange.remove(found)
        yield table, found


def _alike(sheet: ReadSheet, heads: Sequence[str]) -> bool:
    held = {str(cell.value).strip() for cell in sheet.rows[0]} if sheet.rows else set()
    return held == set(heads)


def _decided(record: Record, given: Mapping[Spot, Sequence[Given]]) -> Iterator[Edit]:
    for entry in record.entries:
        for field in fields_of(entry.kind, record.stages):
            edit = _edit(entry, field, given.get((entry.kind, entry.key, field.key), ()))
            if edit is not None:
                yield edit


def _edit(entry: Entry, field: Field, given: Sequence[Given]) -> Edit | None:
    before, stood = entry.computed.get(field.key), entry.shown.get(field.key)
    changed = next((one for one in given if settled(one.value) != settled(stood)), None)
    if changed is None:
        return Edit(entry.kind, entry.key, field.key, stood, before, "") if field.key in entry.own else None
    emptied = field.key in NEVER_EMPTY and settled(changed.value) is None
    if emptied or settled(changed.value) == settled(before):
        return None
    return Edit(entry.kind, entry.key, field.key, changed.value, before, changed.place)


def _contradictions(record: Record, given: Mapping[Spot, Sequence[Given]]) -> Iterator[Conflict]:
    for entry in record.entries:
        for field in fields_of(entry.kind, record.stages):
            stood = settled(entry.shown.get(field.key))
            held = given.get((entry.kind, entry.key, field.key), ())
            changed = {settled(one.value): one for one in reversed(held) if settled(one.value) != stood}
            if len(changed) > 1:
                first, *others = reversed(changed.values())
                said = "；".join(f"{one.place} 是{shown(one.value, field.kind)}" for one in (first, *others))
                yield Conflict(f"「{field.head}」在几处改得不一样：{said}。按 {first.place} 的算", (entry.key,))


def _gone(record: Record, readings: Sequence[TableReading]) -> Iterator[Conflict]:
    """Rows and sheets that somebody deleted: what they stood for is still in the plan."""
    read = {reading.table.name for reading in readings}
    for table in TABLES:
        if table.name in record.heads and table.name not in read:
            yield Conflict(f"工作表「{table.name}」不在文件里：其中的内容照导出时的算", ())
    for kind in dict.fromkeys(table.kind for table in TABLES):
        if any(table.name in record.heads and table.name not in read for table in TABLES if table.kind == kind):
            continue
        seen = {
            key for reading in readings if reading.table.whole for key in reading.seen if reading.table.kind == kind
        }
        lost = [one for one in record.entries if one.kind == kind and one.label and one.key not in seen]
        if lost:
            names = "、".join(one.label for one in lost)
            yield Conflict(f"删去的行照旧列出，因为计划仍然需要：{names}", tuple(one.key for one in lost))


def _unread(sheets: Sequence[ReadSheet], record: Record, readings: Sequence[TableReading]) -> tuple[Unread, ...]:
    """What was changed in sheets and columns that are only read."""
    keys = {reading.sheet: reading.table for reading in readings}
    found = []
    for sheet in sheets:
        table = keys.get(sheet.name)
        name = table.name if table else sheet.name
        if name in record.told:
            found.append(unread(sheet, record.heads[name], record.told[name], table.key_head if table else None))
    return tuple(found)


def _strange(sheets: Sequence[ReadSheet], record: Record, readings: Sequence[TableReading]) -> Iterator[ReadSheet]:
    """Sheets that people added."""
    known = {NAME, TEAM, *record.heads, *(reading.sheet for reading in readings)}
    return (sheet for sheet in sheets if sheet.name not in known and sheet.rows)


def _once(added: Sequence[Added]) -> tuple[Added, ...]:
    """What was added, each text once, however often the workbook went back and forth."""
    return tuple({one.cells: one for one in reversed(added)}.values())[::-1]
