"""How a plan's plain tables look in Word: widths, colours of statuses, and which words are set smaller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.exports.plan_tables import Rows
from drafting.exports.wording import STATUS_TINTS, held
from drafting.plans.plan import STATUS_LABELS
from drafting.word.document import ACROSS_WIDTH, UPRIGHT_WIDTH
from drafting.word.tables import KEPT_ACROSS, KEPT_UPRIGHT, Column, Row, table

_TINTS: Mapping[str, tuple[str, str]] = {
    **{STATUS_LABELS[status]: (tint.ink, tint.fill) for status, tint in STATUS_TINTS.items()},
    held(True): (STATUS_TINTS["met"].ink, STATUS_TINTS["met"].fill),
    held(False): (STATUS_TINTS["partial"].ink, STATUS_TINTS["partial"].fill),
}
_COLOURED = frozenset({"状态", "判定", "已有/待补"})
_CENTRED = frozenset(
    {"编号", "序号", "状态", "判定", "优先级", "力度", "类别", "附件编号", "已有/待补", "解决要点数", "其中「应」"}
)
_FINE = frozenset({"审查要点", "条件", "理由"})


def upright(rows: Rows, shares: Sequence[float]) -> str:
    """A table across an upright page; the columns' widths are to each other as the shares are."""
    return _laid(rows, shares, UPRIGHT_WIDTH, KEPT_UPRIGHT)


def across(rows: Rows, shares: Sequence[float]) -> str:
    """A table across a page that lies on its side."""
    return _laid(rows, shares, ACROSS_WIDTH, KEPT_ACROSS)


def _laid(rows: Rows, shares: Sequence[float], width: float, kept: int) -> str:
    whole = sum(shares)
    numeric = all(_short(row[1:]) for row in rows.rows)
    columns = [
        Column(head, width * share / whole, centred=head in _CENTRED or (numeric and place > 0))
        for place, (head, share) in enumerate(zip(rows.heads, shares, strict=True))
    ]
    return table(columns, [_row(rows.heads, cells) for cells in rows.rows], rows.title, kept)


def _short(cells: Sequence[str]) -> bool:
    return all(len(cell) <= 7 for cell in cells)


def _row(heads: Sequence[str], cells: Sequence[str]) -> Row:
    tints = {
        place: _TINTS[cell]
        for place, (head, cell) in enumerate(zip(heads, cells, strict=True))
        if head in _COLOURED and cell in _TINTS
    }
    fine = frozenset(place for place, head in enumerate(heads) if head in _FINE)
    return Row(tuple(cells), tints, fine)
