"""What people changed where nothing is read back: told cell by cell, so that nothing goes without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.exports.text_changes import brief
from drafting.exports.update_edits import Added
from drafting.exports.update_rows import HEAD_WITHIN, cells_of
from drafting.exports.workbook_values import said
from drafting.plans.plan import Conflict
from drafting.sheet import ReadCell, ReadSheet

_FEW = 10
_ALIKE = 1 / 3
"""The share of a row's filled cells that a changed row still has in common with itself."""

Words = Sequence[str | None]
_Read = tuple[int, Sequence[ReadCell]]


@dataclass(frozen=True, slots=True)
class Unread:
    """What a sheet holds that is not read back: changes, and rows and columns that people added."""

    conflicts: tuple[Conflict, ...]
    added: tuple[Added, ...]


def unread(sheet: ReadSheet, heads: Sequence[str], told: Sequence[Words], key: str | None = None) -> Unread:
    """Compare a sheet with the words that were exported.

    Args:
        sheet: The sheet as it is now.
        heads: The heads that were exported.
        told: The rows that were exported; None for cells that are read back on their own.
        key: The head of the column that names the rows, where there is one; rows and columns that people added to such
            a sheet are read with its edits and not given here.
    """
    first, names = _heads(sheet, heads)
    if first is None:
        return Unread((Conflict(f"没有读回：工作表「{sheet.name}」的列头认不出，其中改过的照导出时的算", ()),), ())
    places = _places(heads, names)
    rows = [(at, row) for at, row in enumerate(sheet.rows) if at > first and any(not cell.blank for cell in row)]
    pairs, gone, new = _named(rows, told, places, heads.index(key)) if key else _paired(rows, told, places)
    conflicts = [one for before, row in pairs for one in _changes(before, row, places, heads, sheet.name)]
    if gone and not key:
        names_gone = "、".join(brief("·".join(text for text in one if text), 40) for one in gone[:_FEW])
        more = f" 等 {len(gone)} 行" if len(gone) > _FEW else ""
        conflicts.append(Conflict(f"没有读回：工作表「{sheet.name}」里删去的行照旧列出：{names_gone}{more}", ()))
    if key:
        return Unread(tuple(conflicts), ())
    mapped = set(places.values())
    own = [*((row, range(len(row[1]))) for row in new), *((row, _beside(row[1], mapped)) for _, row in pairs)]
    added = []
    for (at, row), columns in own:
        if any(not row[column].blank for column in columns):
            shown = sorted({0, 1, *columns})
            added.append(Added(f"{sheet.name} 第 {at + 1} 行", tuple(cells_of(row, shown, names))))
    return Unread(tuple(conflicts), tuple(added))


def _beside(row: Sequence[ReadCell], mapped: set[int]) -> Sequence[int]:
    return [at for at in range(len(row)) if at not in mapped]


def _heads(sheet: ReadSheet, heads: Sequence[str]) -> tuple[int | None, Sequence[str]]:
    """The row of the heads, and what stands in it: the one of the first rows that has most of them."""
    known = {head for head in heads if head}
    rows = [[said(cell) for cell in row] for row in sheet.rows[:HEAD_WITHIN]]
    best = max(range(len(rows)), key=lambda at: len(known & set(rows[at])), default=None)
    if best is None or 2 * len(known & set(rows[best])) < len(known):
        return None, ()
    return best, rows[best]


def _places(heads: Sequence[str], names: Sequence[str]) -> Mapping[int, int]:
    """Where each exported column stands now; one without a head where it stood."""
    return {at: names.index(head) if head else at for at, head in enumerate(heads) if not head or head in names}


def _words_of(row: Sequence[ReadCell], at: int) -> str:
    return said(row[at]) if at < len(row) else ""


_Pairs = tuple[list[tuple[Words, _Read]], list[Words], list[_Read]]


def _named(rows: Sequence[_Read], told: Sequence[Words], places: Mapping[int, int], key: int) -> _Pairs:
    held = {one[key]: one for one in told}
    known = [(held[name], row) for row in rows if (name := _words_of(row[1], places.get(key, key))) in held]
    return known, [], []


def _paired(rows: Sequence[_Read], told: Sequence[Words], places: Mapping[int, int]) -> _Pairs:
    """Rows that are as they were, then each changed one with the exported row that it has most in common with."""
    same: defaultdict[tuple[str, ...], list[Words]] = defaultdict(list)
    for one in told:
        same[tuple(one[at] or "" for at in places)].append(one)
    pairs: list[tuple[Words, _Read]] = []
    changed: list[_Read] = []
    for row in rows:
        held = same.get(tuple(_words_of(row[1], at) for at in places.values()))
        if held:
            pairs.append((held.pop(0), row))
        else:
            changed.append(row)
    left = [one for held in same.values() for one in held]
    new: list[_Read] = []
    for row in changed:
        best = max(left, key=lambda one: _alike(one, row[1], places), default=None)
        if best is None or _alike(best, row[1], places) < _ALIKE:
            new.append(row)
        else:
            left.remove(best)
            pairs.append((best, row))
    return pairs, left, new


def _alike(told: Words, row: Sequence[ReadCell], places: Mapping[int, int]) -> float:
    held = [(told[at], _words_of(row, now)) for at, now in places.items()]
    filled = [(before, after) for before, after in held if before or after]
    return sum(before == after for before, after in filled) / len(filled) if filled else 0.0


def _changes(told: Words, row: _Read, places: Mapping[int, int], heads: Sequence[str], name: str) -> Iterator[Conflict]:
    for at, now in places.items():
        before, after = told[at], _words_of(row[1], now)
        if before is not None and before != after:
            place = row[1][now].place if now < len(row[1]) else f"{name} 第 {row[0] + 1} 行"
            of = f"「{heads[at]}」" if all(heads) else ""
            what = f"没有读回：{place}{of}原是「{brief(before)}」，改成了「{after}」；这一栏由工标算出"
            yield Conflict(what, (place,))
