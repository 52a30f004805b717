"""The hidden sheet that lets an edited workbook be read back: what was computed, what was shown, what people decided.

Each entry is a JSON text in rows of ``kind, key, part``; a part begins with a bar, so that no spreadsheet takes it for
a number or a formula or drops blanks around it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from pydantic import ValidationError

from drafting.exports.exported_words import exported
from drafting.exports.update_edits import Added, Merged, edited_spots, spot_of
from drafting.exports.workbook_fields import Subject, SubjectKind, fields_of, stages_of, subjects
from drafting.exports.workbook_values import Value
from drafting.generator import DraftingError
from drafting.profiles.sections import Profile
from drafting.sheet import Column, ReadSheet, Sheet, Written

NAME = "_工标"
FORMAT = 1
LONGEST_PART = 15_000
"""Code points in a cell; a cell holds 32,767 halves of them."""

_KINDS = ("item", "point", "evidence", "condition", "scene")
_HEADS = ("kind", "key", "part")
_UNFIT = re.compile(r"[\x7f\ud800-\udfff\ufffe\uffff]")
_REMEDY = "用工标重新导出一份，把修改抄过去"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one subject.

    Attributes:
        kind, key: The subject.
        label: What names its row in a sheet.
        says: The words that a person judged.
        computed: Each field's computed value.
        shown: Each field's value in the workbook.
        own: The fields that a person decided.
    """

    kind: SubjectKind
    key: str
    label: str
    says: str
    computed: Mapping[str, Value]
    shown: Mapping[str, Value]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Record:
    """The hidden sheet.

    Attributes:
        target, also: What the plan aims at, and what else it serves.
        stages: The links of the chain of proof that the sheets show.
        heads: The heads of each sheet that people edit.
        profile: The profile.
        entries: What is kept of each subject.
        added: What people wrote where no requirement stands.
        told: The words of each sheet, row by row; None for a cell that is read back on its own.
    """

    target: str
    also: tuple[str, ...]
    stages: tuple[str, ...]
    heads: Mapping[str, tuple[str, ...]]
    profile: Profile
    entries: tuple[Entry, ...]
    added: tuple[Added, ...]
    told: Mapping[str, tuple[tuple[str | None, ...], ...]]


def record_sheet(merged: Merged, profile: Profile, sheets: Sequence[Sheet]) -> Sheet:
    """The hidden sheet of a plan.

    Args:
        merged: The plan with what people decided.
        profile: The profile that it was made from.
        sheets: The sheets that people edit.
    """
    rows = [row for kind, key, held in _entries(merged, profile, sheets) for row in _rows(kind, key, held)]
    columns = tuple(Column(head, 20) for head in _HEADS)
    return Sheet(NAME, columns, rows, filtered=False, state="veryHidden")


def _entries(merged: Merged, profile: Profile, sheets: Sequence[Sheet]) -> Iterator[tuple[str, str, Any]]:
    plan, stages = merged.plan, stages_of(merged.plan)
    yield (
        "meta",
        "",
        {
            "format": FORMAT,
            "target": plan.target,
            "also": [other.target for other in plan.others],
            "stages": stages,
            "heads": {sheet.name: [column.head for column in sheet.columns] for sheet in sheets},
            "added": [[one.place, [list(cell) for cell in one.cells]] for one in merged.added],
        },
    )
    for sheet in sheets:
        yield "sheet", sheet.name, exported(sheet)
    yield "profile", "", profile.model_dump(mode="json", exclude_defaults=True)
    computed = {(one.kind, one.key): one for one in subjects(merged.computed)}
    own = edited_spots(merged)
    for subject in subjects(plan):
        before = computed[subject.kind, subject.key]
        yield subject.kind, subject.key, _entry(subject, before, own, stages)
    yield from _homeless(merged)


def _entry(subject: Subject, before: Subject, own: frozenset[tuple[str, str, str]], stages: tuple[str, ...]) -> Any:
    fields = fields_of(subject.kind, stages)
    computed = {field.key: field.get(before.value) for field in fields}
    shown = {field.key: field.get(subject.value) for field in fields}
    return {
        "label": subject.label,
        "says": subject.says,
        "computed": {key: value for key, value in computed.items() if value is not None},
        "shown": {key: value for key, value in shown.items() if value != computed[key]},
        "own": [field.key for field in fields if spot_of(subject, field.key) in own],
    }


def _homeless(merged: Merged) -> Iterator[tuple[str, str, Any]]:
    """Decisions on what is gone: kept, in case it comes back."""
    held: defaultdict[tuple[str, str], list[tuple[str, Value, Value]]] = defaultdict(list)
    for edit in merged.homeless:
        held[edit.kind, edit.key].append((edit.field, edit.computed, edit.value))
    for (kind, key), values in held.items():
        computed = {field: before for field, before, _ in values}
        shown = {field: value for field, _, value in values}
        says = (merged.says or {}).get((kind, key), "")
        yield kind, key, {"label": "", "says": says, "computed": computed, "shown": shown, "own": list(shown)}


def _rows(kind: str, key: str, held: Any) -> Iterator[tuple[Written, ...]]:
    written = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    text = _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    for start in range(0, len(text), LONGEST_PART):
        yield kind, f"|{key}", f"|{text[start : start + LONGEST_PART]}"


def read_record(sheets: Sequence[ReadSheet], name: str) -> Record:
    """The hidden sheet of a workbook.

    Args:
        sheets: All sheets of the workbook.
        name: What the file is called in messages.

    Raises:
        DraftingError: The workbook has none, so is none of ours, or the sheet is damaged or of a newer format.
    """
    sheet = next((one for one in sheets if one.name == NAME), None)
    if sheet is None:
        raise DraftingError(name, f"不是工标导出的计划（没有隐藏的工作表 {NAME}）", "用 gongbiao plan 导出的工作簿修改")
    try:
        return _record(_joined(sheet, name), name)
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        raise DraftingError(name, f"隐藏的工作表 {NAME} 损坏，认不出原来的内容", _REMEDY) from error


def _joined(sheet: ReadSheet, name: str) -> dict[tuple[str, str], Any]:
    parts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in sheet.rows[1:]:
        if len(row) != len(_HEADS) or any(not isinstance(cell.value, str) for cell in row):
            at = row[0].place if row else sheet.name
            raise DraftingError(name, f"{at}：隐藏的工作表被改过，认不出原来的内容", _REMEDY)
        kind, key, part = (str(cell.value) for cell in row)
        parts[kind, key.removeprefix("|")].append(part.removeprefix("|"))
    return {spot: json.loads("".join(texts)) for spot, texts in parts.items()}


def _record(held: Mapping[tuple[str, str], Any], name: str) -> Record:
    meta = held["meta", ""]
    if meta["format"] != FORMAT:
        raise DraftingError(name, f"格式是第 {meta['format']} 版，这里只认第 {FORMAT} 版", "用写出它的那一版工标读")
    return Record(
        target=meta["target"],
        also=tuple(meta["also"]),
        stages=tuple(meta["stages"]),
        heads={sheet: tuple(heads) for sheet, heads in meta["heads"].items()},
        profile=Profile.model_validate(held["profile", ""]),
        entries=tuple(
            _read_entry(cast(SubjectKind, kind), key, one) for (kind, key), one in held.items() if kind in _KINDS
        ),
        added=tuple(_read_added(place, held_text) for place, held_text in meta["added"]),
        told={name: tuple(map(tuple, rows)) for (kind, name), rows in held.items() if kind == "sheet"},
    )


def _read_added(place: str, held: Any) -> Added:
    """What was added; older workbooks keep it as one text."""
    cells = (("内容", held),) if isinstance(held, str) else tuple((head, text) for head, text in held)
    return Added(place, cells)


def _read_entry(kind: SubjectKind, key: str, held: Any) -> Entry:
    computed = dict(held["computed"])
    return Entry(kind, key, held["label"], held["says"], computed, computed | held["shown"], frozenset(held["own"]))
