"""Views over all documents as tables for people: dense, with what repeats left blank and long quotations cut."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
    "topics": (16, 20),
    "thresholds": (18, 10, 16, 7, 6, 5, 8, 9, 26),
    "systems": (5, 15, 17),
    "terms": (10, 10, 9, 46, 40),
    "versions": (9, 24, 20, 8, 6, 18, 38),
}
"""Widths of columns against each other; the last one stands for all that follow."""

_MERGED: Mapping[str, int] = {"thresholds": 1, "systems": 1, "terms": 1}
"""How many columns on the left are printed only where they change."""

_QUOTED = {"terms": 96, "thresholds": 60, "versions": 400}
_PLENTY = 1000


def view_table(view: View, lang: Language = "zh") -> RenderableType:
    """A view: its title, its table, and how to read it."""
    used = [place for place in range(len(view.columns)) if not view.rows or _filled(view, place)]
    table = Table(header_style="bold", title=_label(view.title, lang), title_justify="left", title_style="bold")
    for place in used:
        ratios = _RATIOS.get(view.name, (1,))
        table.add_column(_label(view.columns[place], lang), overflow="fold", ratio=ratios[min(place, len(ratios) - 1)])
    former: Sequence[str] = ()
    for row in view.rows:
        merged = _MERGED.get(view.name, 0)
        key = [cell.text for cell in row[:merged]]
        if former and key != list(former):
            table.add_section()
        cells = (Text() if place < merged and key == former else _cell(view, row[place]) for place in used)
        table.add_row(*cells)
        former = key
    legend = (
        f"{INFERRED} 推知：按意思归入，或年份由旁证得出。"
        if any(one.inferred for row in view.rows for one in row)
        else ""
    )
    notes = [f"· {note}" for note in (*view.notes, legend) if note]
    return Group(table, Text("\n".join(notes), style="dim"))


def _filled(view: View, place: int) -> bool:
    return any(row[place].text for row in view.rows)


def _cell(view: View, cell: ViewCell) -> Text:
    text = re.sub(r"按意思归入(\d+)条", rf"{INFERRED}\1", cell.text)
    longest = _QUOTED.get(view.name, _PLENTY) if cell.words else _PLENTY
    if len(text) > longest:
        text = f"{text[: longest - 1]}…"
    if cell.inferred and INFERRED not in text:
        text = f"{INFERRED}{text}"
    return Text(text, style="cyan" if cell.inferred else "")


def _label(text: str, lang: Language) -> str:
    return _ENGLISH.get(text, text) if lang == "en" else text
