"""The tables over all documents; a cell that rests on clauses is a button that shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from app.labels import Language
from app.overview_tables import view_label
from app.web.language import say
from corpus.clause import Clause
from kg.views.table import View, ViewCell
from kg.views.topics import depth

CELL = "cell:"
"""Begins the value of a cell's button; its row and column follow."""
_MERGED: Mapping[str, int] = {"thresholds": 2, "systems": 1, "terms": 1}
"""How many columns on the left are shown only where they change."""
_PICKED: Mapping[str, frozenset[int]] = {"thresholds": frozenset({9}), "terms": frozenset({3})}
"""Columns with buttons, where several columns of a row rest on the same clauses."""
_LONGEST = 160
_DEPTHS: Mapping[str, int] = {"未提及": 0, "提及": 1, "不做要求": 1, "有要求": 2, "分类有要求": 3, "分级有要求": 3}
_MEASURED = "＋量化"


def view_html(view: View, rows: Sequence[int], clauses: Mapping[str, Clause], lang: Language) -> str:
    """A view as a table.

    Args:
        view: The view.
        rows: Numbers of the rows that are shown.
        clauses: Clauses by id.
        lang: The language of the labels.
    """
    used = [at for at in range(len(view.columns)) if any(view.rows[row][at].text for row in rows)]
    heads = "".join(f'<th scope="col">{escape(view_label(view.columns[at], lang))}</th>' for at in used)
    parts = []
    former: list[str] = []
    for row in rows:
        cells = view.rows[row]
        keys = [cell.text for cell in cells[: _MERGED.get(view.name, 0)]]
        same = [former[: at + 1] == keys[: at + 1] for at in range(len(keys))]
        former = keys
        drawn = "".join(_cell(view, row, at, clauses, at < len(same) and same[at]) for at in used)
        anew = ' class="gb-anew"' if same and not same[0] else ""
        parts.append(f"<tr{anew}>{drawn}</tr>")
    title = escape(view_label(view.title, lang))
    return (
        f'<div class="gb-wide" tabindex="0" role="region" aria-label="{title}">'
        f'<table class="gb-matrix gb-view gb-view-{view.name}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(parts)}</tbody></table></div>"
    )


def _cell(view: View, row: int, at: int, clauses: Mapping[str, Clause], same: bool) -> str:
    cell = view.rows[row][at]
    if same:
        return "<td></td>"
    name = ' scope="row"' if at == 0 else ""
    tag = "th" if at == 0 else "td"
    level = _depth(cell, clauses) if view.name == "topics" and at else None
    style = f' class="gb-depth-{level[0]}"' if level else ""
    inside = _heat(cell, level[1]) if level else _words(cell)
    if cell.clauses and at in _PICKED.get(view.name, frozenset({at})):
        told = escape(
            say("{row}，{column}：{told}", row=view.rows[row][0].text, column=view.columns[at], told=cell.text)
        )
        aria = f' aria-label="{told}"' if level else ""
        inside = f'<button type="button" class="gb-cell" data-pick="{CELL}{row}.{at}"{aria}>{inside}</button>'
    return f"<{tag}{name}{style}>{inside}</{tag}>"


def _words(cell: ViewCell) -> str:
    text = cell.text if len(cell.text) <= _LONGEST else f"{cell.text[:_LONGEST]}…"
    mark = f' <span class="gb-proposed">{escape(say("推定"))}</span>' if cell.inferred and cell.text else ""
    return f"{escape(text)}{mark}".replace("\n", "<br>")


def _depth(cell: ViewCell, clauses: Mapping[str, Clause]) -> tuple[int, str] | None:
    """How deeply a document goes into a topic, from 0 to 4, with its name; None where the row is no capability."""
    told = depth([clauses[one] for one in cell.clauses])
    if not cell.text.startswith(told):
        return None
    return _DEPTHS[told.removesuffix(_MEASURED)] + told.endswith(_MEASURED), told


def _heat(cell: ViewCell, told: str) -> str:
    """The number of clauses that ask something, how deep they go, and how many of them likeness of meaning put here."""
    named = say(told.removesuffix(_MEASURED)) + (say(_MEASURED) if told.endswith(_MEASURED) else "")
    count = f"<b>{int(cell.value)}</b> " if cell.value else ""
    likely = f' <i class="gb-proposed">{escape(say("推定 {count}", count=len(cell.likely)))}</i>' if cell.likely else ""
    return f"{count}<span>{escape(named)}</span>{likely}"
