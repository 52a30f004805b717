"""The sheet of what the team wrote where nothing of the plan stands: rows and columns of their own, kept for good."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.exports.update_edits import Added
from drafting.exports.workbook_values import said
from drafting.sheet import Column, ReadSheet, Sheet

TEAM = "团队补充"
_FROM = "来自"


def team_sheet(added: Sequence[Added]) -> Sheet:
    """What was added: where it stood, and each of its cells below the head that it had."""
    heads = dict.fromkeys(head for one in added for head, _ in one.cells)
    columns = (Column(_FROM, 22, "edited"), *(Column(head, 28, "edited") for head in heads))
    rows = [(one.place, *(dict(one.cells).get(head) for head in heads)) for one in added]
    return Sheet(TEAM, columns, rows, spare=10, frozen=1)


def read_team(sheet: ReadSheet) -> tuple[Added, ...]:
    """What the team's sheet holds now: rows may have come, changed or gone in it."""
    first = next((at for at, row in enumerate(sheet.rows) if row and said(row[0]) == _FROM), None)
    if first is None:
        return tuple(
            Added(f"{sheet.name} 第 {number} 行", tuple((f"第 {at} 列", said(cell)) for at, cell in enumerate(row, 1)))
            for number, row in enumerate(sheet.rows, 1)
            if row
        )
    heads = [said(cell) for cell in sheet.rows[first]]
    found = []
    for number, row in enumerate(sheet.rows[first + 1 :], first + 2):
        told = [(heads[at] if at < len(heads) else "", said(cell)) for at, cell in enumerate(row)]
        cells = tuple((head or f"第 {at + 1} 列", text) for at, (head, text) in enumerate(told) if text and at)
        if cells:
            found.append(Added(told[0][1] or f"{sheet.name} 第 {number} 行", cells))
    return tuple(found)
