"""The one door to Word: a page set for Chinese official papers, and what a run, a cell and a field need.

Every run carries its East Asian font; the fonts' substitutes stand in the font table, so that a machine without them
falls back to the like. What others write into a document goes through ``storable``.
Source: ECMA-376, Office Open XML; GB/T 9704-2012 for page and type sizes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Literal

from docx import Document as _open
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafting.word.styles import FANG, HEI, LATIN, fonts_part

__all__ = [
    "BODY",
    "HEAD",
    "WIDTH_MM",
    "Cell",
    "Document",
    "Paragraph",
    "Run",
    "Table",
    "add_field",
    "add_margins",
    "add_table",
    "grid",
    "lay",
    "new_document",
    "page_break_before",
    "set_cell",
    "set_row",
    "storable",
    "to_bytes",
    "write",
]

Cell = _Cell
Align = Literal["left", "centre", "right", "both"]

BODY, HEAD = FANG, HEI
WIDTH_MM = 160.0
"""Between the margins of an upright A4 page."""

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def storable(text: str) -> str:
    """The text without what XML cannot hold and without signs that turn the direction of reading."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def new_document(title: str) -> Document:
    """An empty A4 document: 仿宋 body, 黑体 heads, no author, no date of this machine beyond the day."""
    document = _open()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance, section.footer_distance = Mm(13), Mm(12)
    for name, font, size in (
        ("Normal", BODY, 12.0),
        ("Title", HEAD, 22.0),
        ("Heading 1", HEAD, 16.0),
        ("Heading 2", HEAD, 14.0),
        ("Heading 3", HEAD, 12.0),
    ):
        _set_style(document, name, font, size)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = storable(title)[:255], "", ""
    properties.last_modified_by, properties.language = "", "zh-CN"
    properties.created = properties.modified = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    _add_substitutes(document)
    return document


def _set_style(document: Document, name: str, font: str, size: float) -> None:
    style = document.styles[name]
    properties = style.element.get_or_add_rPr()
    for old in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:color"))):
        properties.remove(old)
    properties.insert(0, _fonts(font))
    style.font.size = Pt(size)
    style.font.italic = False
    style.font.bold = False
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _fonts(font: str) -> Any:
    latin = LATIN if font == BODY else font
    return _element("w:rFonts", {"w:ascii": latin, "w:hAnsi": latin, "w:cs": latin, "w:eastAsia": font})


def _element(tag: str, attributes: dict[str, str]) -> Any:
    made: Any = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


def _add_substitutes(document: Document) -> None:
    """Name in the font table what stands in for each font where it is not installed."""
    fonts = (one.target_part for one in document.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    next(fonts)._blob = fonts_part().encode()


def write(
    paragraph: Paragraph,
    text: str,
    *,
    font: str = BODY,
    size: float | None = None,
    bold: bool = False,
    colour: str | None = None,
    shade: str | None = None,
) -> Run:
    """Add text to a paragraph; line breaks stay line breaks.

    Args:
        paragraph: Where to.
        text: Anything; what cannot be stored is left out.
        font: The East Asian font.
        size: In points; the style's where None.
        bold: Whether it is bold.
        colour, shade: ``RRGGBB`` of the letters and of the ground behind them.
    """
    run = paragraph.add_run(storable(text))
    properties = run._r.get_or_add_rPr()
    properties.insert(0, _fonts(font))
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = RGBColor.from_string(colour)
    if shade is not None:
        properties.append(_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade}))
    return run


def lay(
    paragraph: Paragraph,
    align: Align = "left",
    *,
    before: float = 0.0,
    after: float = 0.0,
    line: float | None = None,
    indent: float = 0.0,
    with_next: bool = False,
) -> Paragraph:
    """Set a paragraph's place: alignment, points before and after, points or (up to 3) multiples of a line, indent."""
    shape = paragraph.paragraph_format
    shape.alignment = _ALIGN[align]
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if line is not None:
        shape.line_spacing = line if line <= 3 else Pt(line)
    shape.first_line_indent = Pt(indent) if indent else None
    shape.keep_with_next = with_next or None
    return paragraph


def page_break_before(paragraph: Paragraph) -> None:
    """Begin a new page with this paragraph."""
    paragraph.paragraph_format.page_break_before = True


def add_field(paragraph: Paragraph, instruction: str, shown: str = "1", *, size: float = 9.0) -> None:
    """Add a field that Word computes, such as ``PAGE`` or ``TOC \\o "1-3" \\h``; ``shown`` stands until it does."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), (None, shown), ("end", "")):
        run = write(paragraph, text if kind is None else "", size=size)
        if kind:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))
        elif kind == "":
            code = _element("w:instrText", {"xml:space": "preserve"})
            code.text = f" {text} "
            run._r.append(code)


def add_margins(document: Document, header: str, footer: str = "") -> None:
    """Put a line at the head of every page, and the page's number at its foot."""
    section = document.sections[0]
    write(lay(section.header.paragraphs[0], "centre"), header, font=HEAD, size=9.0, colour="7F1D1D")
    foot = lay(section.footer.paragraphs[0], "centre")
    write(foot, f"{footer}　第 " if footer else "第 ", size=9.0)
    add_field(foot, "PAGE")
    write(foot, " 页", size=9.0)


def add_table(document: Document, widths_mm: Sequence[float], rows: int) -> Table:
    """A table with thin black lines and columns of fixed width."""
    table: Table = document.add_table(rows=rows, cols=len(widths_mm))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in grid(table):
        for cell, width in zip(row, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def grid(table: Table) -> list[list[Cell]]:
    """All cells, row by row, found once: asking a table for one cell finds all of them anew."""
    columns = len(table.columns)
    flat: list[Cell] = table._cells
    return [flat[start : start + columns] for start in range(0, len(flat), columns)]


def set_cell(cell: Cell, *, shade: str | None = None, middle: bool = True, pad_mm: float = 1.2) -> Paragraph:
    """Prepare a cell: ground, vertical place and padding. Gives its first paragraph."""
    properties = cell._tc.get_or_add_tcPr()
    if shade is not None:
        properties.append(_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade}))
    margins = _element("w:tcMar", {})
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", {"w:w": str(round(pad_mm * 56.7)), "w:type": "dxa"}))
    properties.append(margins)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER if middle else WD_CELL_VERTICAL_ALIGNMENT.TOP
    first: Paragraph = cell.paragraphs[0]
    return first


def set_row(table: Table, row: int, *, least_mm: float = 0.0, repeat: bool = False, whole: bool = False) -> None:
    """Set a row: least height, whether it heads every page, and whether it may not be broken across pages."""
    one = table.rows[row]
    if least_mm:
        one.height, one.height_rule = Mm(least_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
    properties = one._tr.get_or_add_trPr()
    if whole:
        properties.append(_element("w:cantSplit", {}))
    if repeat:
        properties.append(_element("w:tblHeader", {}))


def to_bytes(document: Document) -> bytes:
    """The document as a file."""
    held = BytesIO()
    document.save(held)
    return held.getvalue()
