"""The rows of a file in reading order, under their headings, as safe HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from app.web.language import say
from app.web.parts.words import KIND, badges
from corpus.clause import Clause

_SHORT = 110
_LONGEST_LABEL = 10


def rows_html(
    text: str, rows: Sequence[Clause], page_at: Callable[[int], int | None], corrected: Callable[[Clause], bool]
) -> str:
    """The table; each row's words are the button that opens it.

    Args:
        text: The stored text.
        rows: The rows.
        page_at: The page that a position stands on; None where the file has no pages.
        corrected: Whether a person corrected a row.
    """
    names = (("种类", ""), ("等级", "gb-in-wide"), ("内容", ""), ("页", "gb-in-number gb-in-wide"))
    heads = "".join(f'<th scope="col" class="{style}">{escape(say(name))}</th>' for name, style in names)
    parts: list[str] = []
    path: tuple[str, ...] = ()
    for row in rows:
        if row.path != path and row.path:
            told = " › ".join(row.path)
            parts.append(f'<tr class="gb-in-path"><th scope="rowgroup" colspan="4">{escape(told)}</th></tr>')
        path = row.path
        parts.append(_row(row, _label(text, row), page_at(row.start), corrected(row)))
    return (
        f'<table class="gb-in-table gb-in-rows"><thead><tr>{heads}</tr></thead><tbody>{"".join(parts)}</tbody></table>'
    )


def _row(row: Clause, label: str, page: int | None, corrected: bool) -> str:
    shown = "".join(
        f'<span class="gb-force gb-{style}" title="{escape(meaning)}">{escape(name)}</span> '
        for style, name, meaning in badges(row)
    )
    kind = "" if row.forces == ("none",) else f'<span class="gb-in-under">{escape(say(KIND[row.kind]))}</span>'
    words = " ".join(row.plain.split()) or row.text
    short = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
    label_html = f'<span class="gb-label">{escape(label)}</span>' if label else ""
    tier = escape(row.tier_label or "")
    narrow = f'<span class="gb-in-under gb-in-narrow">{tier}</span>' if tier else ""
    mark = f'<span class="gb-in-state gb-in-corrected">{escape(say("已更正"))}</span> ' if corrected else ""
    return (
        f'<tr><td>{shown}{kind}{narrow}</td><td class="gb-in-wide gb-in-tier">{tier}</td>'
        f'<td><button type="button" class="gb-in-pick gb-in-words" data-pick="{escape(row.id)}">'
        f"{mark}{label_html}{escape(short)}</button></td>"
        f'<td class="gb-in-number gb-in-wide">{page or ""}</td></tr>'
    )


def _label(text: str, row: Clause) -> str:
    """What the text prints before a row on its line, such as 第二条 or （一）; nothing where that is a cell."""
    line_start = text.rfind("\n", 0, row.start) + 1
    line = text[line_start : row.start].strip()
    return line if len(line) <= _LONGEST_LABEL and "\t" not in text[line_start : row.start] else ""
