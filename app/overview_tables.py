"""Views over all documents as tables for people: dense, with what repeats left blank and long quotations cut."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.labels import Language
from kg.views.table import View, ViewCell

INFERRED = "≈"
"""Stands before what likeness of meaning, and no text, says."""

_ENGLISH: Mapping[str, str] = {
    "主题与文件对照": "Topics by documents",
    "各文件的数量要求": "Figures that the documents ask for",
    "各文件点名的系统与技术": "Systems and technologies that the documents name",
    "名称相同而所指不同": "Names that documents use differently",
    "文件与年份": "Documents and years",
    "主题": "Topic",
    "组": "Group",
    "量的是什么": "Measured",
    "文件": "Document",
    "对谁": "Holds of",
    "关系": "Compares",
    "数值": "Value",
    "单位": "Unit",
    "折算": "Normalised",
    "性质": "Kind",
    "原文": "Source text",
    "种类": "Kind",
    "名称": "Name",
    "作什么用": "Used as",
    "原文怎么说": "Source text",
    "有何不同": "What differs",
    "年份": "Year",
    "年份从何而来": "Basis of the year",
    "发布者": "Issuer",
    "层级": "Level",
    "状态": "Status",
    "引用、依据或修订什么（原文）": "Cites or builds on (source text)",
}
_RATIOS: Mapping[str, tuple[int, ...]] = {
    "thresholds": (4, 20, 14, 18, 8, 6, 6, 8, 10, 24),
    "terms": (12, 12, 12, 46, 38),
    "versions": (10, 22, 18, 10, 6, 16, 38),
}
"""Widths of columns against each other; of the other views they follow from what the columns hold."""

_MERGED: Mapping[str, int] = {"thresholds": 2, "systems": 1, "terms": 1}
"""How many columns on the left are printed only where they change."""

_QUOTED = {"terms": 150, "thresholds": 60, "versions": 400}
_BLOCKS = frozenset({"systems"})
"""Views whose first column is printed as a line of its own above the rows that share it."""
_NARROW, _WIDE = 9, 20
_INFERRED_TOLD = "推知：按意思归入，或年份由旁证得出。"
_PLENTY = 1000
_EMPTY = frozenset({"未提及", "无", "—"})
_HELD = "\N{NO-BREAK SPACE}"
"""Keeps a note from being broken at its spaces, which Chinese lines are not."""


def view_table(view: View, lang: Language = "zh") -> RenderableType:
    """A view: its title, its table, and how to read it."""
    used = [place for place in range(len(view.columns)) if not view.rows or _filled(view, place)]
    blocks = view.name in _BLOCKS
    table = Table(header_style="bold", expand=True, title=view_label(view.title, lang), title_justify="left")
    for place in used[blocks:]:
        table.add_column(view_label(view.columns[place], lang), overflow="fold", ratio=_width(view, place))
    merged = 0 if blocks else _MERGED.get(view.name, 0)
    former: list[str] = []
    for row in view.rows:
        key = [cell.text for cell in row[: max(merged, blocks)]]
        same = [former[: place + 1] == key[: place + 1] for place in range(len(key))]
        if key and not same[0]:
            table.add_section()
            if blocks:
                table.add_row(Text(key[0], style="bold"))
        cells = (Text() if place < merged and same[place] else _cell(view, row[place]) for place in used[blocks:])
        table.add_row(*cells)
        former = key
    return Group(table, Text("\n".join(_notes(view)), style="dim"))


def _notes(view: View) -> list[str]:
    inferred = any(cell.inferred for row in view.rows for cell in row)
    told = (*view.notes, f"{INFERRED} {_INFERRED_TOLD}") if inferred else view.notes
    return [f"·{note}".replace(" ", _HELD) for note in told]


def _width(view: View, place: int) -> int:
    """A column's width against the others: as its view says, else what nine of ten of its cells need."""
    if view.name in _RATIOS:
        return _RATIOS[view.name][place]
    needed = sorted(max(cell_len(line) for line in row[place].text.split("\n")) for row in view.rows)
    most = needed[len(needed) * 9 // 10] if needed else 0
    return min(max(most, _NARROW), _WIDE)


def _filled(view: View, place: int) -> bool:
    return any(row[place].text for row in view.rows)


def _cell(view: View, cell: ViewCell) -> Text:
    text = re.sub(r"按意思归入(\d+)条", rf"{INFERRED}\1", cell.text)
    longest = _QUOTED.get(view.name, _PLENTY) if cell.words else _PLENTY
    if len(text) > longest:
        text = f"{text[: longest - 1]}…"
    if cell.inferred and INFERRED not in text:
        text = f"{INFERRED}{text}"
    return Text(text, style="dim" if text in _EMPTY else "cyan" if cell.inferred else "")


def view_label(text: str, lang: Language) -> str:
    """The title of a view or the head of one of its columns; a document's name stays as it is."""
    return _ENGLISH.get(text, text) if lang == "en" else text
