"""Reads workbooks (xlsx, xlsm, xltx, strict and transitional, also as WPS and LibreOffice save them).

Every visible sheet in order, each cell as it is shown: number formats applied, formulas by the value that was saved
with them. Left out and told in notes: hidden sheets, rows and columns, comments, drawings.

Source: ECMA-376 (Office Open XML), part 1, 18 (SpreadsheetML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.readers.budget import Budget, refusal
from corpus.readers.composing import Block, TextLine, compose
from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.office.package import Package, open_package
from corpus.readers.office.xml_tree import below, descendants, switched_on
from corpus.readers.workbook.cells import Book, Matter, Tally, read_sheet, read_strings
from corpus.readers.workbook.formats import read_formats
from corpus.readers.workbook.layout import sheet_blocks

_UNNAMED = re.compile(r"(?:sheet|工作表|表)\s*1?", re.IGNORECASE)
_LOOKS = frozenset({"x:conditionalFormatting", "x:dataValidations", "x:sheetViews", "x:extLst", "x:rPh", "x:pageSetup"})
_HOLLOW = frozenset({"x:row", "x:c"})
_DRAWN = frozenset({"xdr:pic", "xdr:sp", "other:pic", "other:sp", "other:graphicFrame"})
_TOLD: dict[Matter, str] = {
    "rows": "隐藏的行未收录（{} 行）。",
    "columns": "隐藏的列未收录（{} 列）。",
    "formulas": "公式没有保存结果，该处为空（{} 处）。",
    "errors": "单元格显示为错误值，照录（{} 处）。",
    "unseen": "数字格式使数值不显示，未收录（{} 处）。",
    "covered": "被合并单元格盖住的内容未收录（{} 处）。",
    "comments": "批注未收录（{} 条）。",
    "drawings": "图片、图形未收录（{} 处），其中文字未读。",
    "charts": "图表工作表未收录（{} 张）。",
}


@dataclass(frozen=True, slots=True)
class _Tab:
    """A sheet as the workbook lists it."""

    name: str
    part: str


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a workbook.

    Raises:
        UnreadableError: It is damaged, protected, no workbook, or larger than the limits.
    """
    package = open_package(data, Budget(limits), "xl/workbook.xml")
    tally = Tally()
    tabs, hidden = _tabs(package, tally)
    blocks = list(_blocks(package, tabs, tally))
    text, shape = compose(blocks)
    notes = [sentence.format(tally[matter]) for matter, sentence in _TOLD.items() if tally[matter]]
    if hidden:
        notes.insert(0, f"隐藏的工作表未收录：{'、'.join(hidden)}。")
    if "macroEnabled" in package.content:
        notes.append("文件带宏，宏未读取、未运行。")
    return Extracted(text, "xlsx", shape, tuple(notes))


def _tabs(package: Package, tally: Tally) -> tuple[list[_Tab], list[str]]:
    """The visible sheets, and the names of the hidden ones."""
    tree = package.tree(package.main)
    sheets = below(tree, "x:sheets")
    if sheets is None:
        raise refusal("it is no workbook", "Open it in Excel or WPS and save it as xlsx")
    links = {link.id: link for link in package.links(package.main)}
    tabs: list[_Tab] = []
    hidden: list[str] = []
    for sheet in sheets:
        name, link = sheet.get("name", ""), links.get(sheet.get("r:id", ""))
        if sheet.get("state", "visible") != "visible":
            hidden.append(name)
        elif link is None:
            raise refusal(f"its sheet {name} is missing", "Open it in Excel or WPS and save it again")
        elif link.role == "worksheet":
            tabs.append(_Tab(name, link.part))
        else:
            tally["charts"] += 1
    return tabs, hidden


def _blocks(package: Package, tabs: list[_Tab], tally: Tally) -> Iterator[Block]:
    properties = below(package.tree(package.main), "x:workbookPr")
    book = Book(
        read_strings(package.linked_tree("sharedStrings")),
        read_formats(package.linked_tree("styles")),
        properties is not None and properties.get("date1904") is not None and bool(switched_on(properties, "date1904")),
    )
    named = len(tabs) > 1 or any(not _UNNAMED.fullmatch(tab.name.strip()) for tab in tabs)
    for tab in tabs:
        sheet = read_sheet(package.tree(tab.part, _LOOKS, _HOLLOW), book, tally, package.budget)
        _count_beside(package, tab, tally)
        if not sheet.texts:
            continue
        if named and tab.name.strip():
            yield TextLine(tab.name.strip(), 1)
        yield from sheet_blocks(sheet, tab.name, package.budget)


def _count_beside(package: Package, tab: _Tab, tally: Tally) -> None:
    """Comments and drawings of a sheet."""
    for link in package.links(tab.part):
        if link.role == "comments":
            tally["comments"] += sum(one.tag == "x:comment" for one in descendants(package.tree(link.part)))
        elif link.role == "drawing":
            tally["drawings"] += sum(one.tag in _DRAWN for one in descendants(package.tree(link.part)))
