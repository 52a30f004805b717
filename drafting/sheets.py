"""Workbooks that people fill, written and read back: the layer's one contact with the spreadsheet library.

Every text is stored as text, also one that a spreadsheet would run. What is read is what people see: a formula is no
value, a hidden sheet says so, and no file makes the reader unpack without bounds.

Source: ECMA-376, Office Open XML; OWASP on CSV and formula injection.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import RadarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafting.generator import DraftingError
from drafting.marks import Mark, pieces
from drafting.sheet import Carried, Column, Radar, ReadCell, ReadSheet, Sheet, Use, Written
from drafting.sheet_copying import copy_sheet, free_name
from drafting.sheet_packing import check_packing
from drafting.whole_files import write_whole
from kg.exports.cell_text import row_height, storable, taken_for_formula

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000
BROAD = 200
"""Widths of columns, in all, above which a sheet prints on A3."""
LONGEST_LIST = 255
"""Signs of a drop-down list that stands in its cell."""

_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(vertical="top", horizontal="center", wrap_text=True)
_HEAD = Alignment(vertical="center", wrap_text=True)
_HEAD_FONT = Font(bold=True, color="FFFFFF")
_HEAD_FILLS: dict[Use, PatternFill] = {
    "given": PatternFill("solid", start_color="595959"),
    "required": PatternFill("solid", start_color="9C3D00"),
    "free": PatternFill("solid", start_color="1F4E79"),
    "told": PatternFill("solid", start_color="1F4E79"),
    "edited": PatternFill("solid", start_color="9C6500"),
}
_FILLS: dict[Use, PatternFill] = {
    "given": PatternFill("solid", start_color="EDEDED"),
    "edited": PatternFill("solid", start_color="FFF9E5"),
}
_LINE = Side(style="thin", color="BFBFBF")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_BROKEN = (BadZipFile, InvalidFileException, SyntaxError, zlib.error, EOFError, OSError)
_DAMAGE = (*_BROKEN, KeyError, IndexError, AttributeError, TypeError, ValueError, RuntimeError)
"""What the library raises on files that are damaged in one way or another; faults of XML are syntax errors."""


def write_sheets(path: Path, sheets: Iterable[Sheet], carried: Carried | None = None) -> None:
    """Write sheets as a workbook; the file is replaced when all is written.

    Args:
        path: The file.
        sheets: At least one.
        carried: Sheets of a workbook that ``read_sheets`` has read, to stand behind these.

    Raises:
        DraftingError: The file cannot be written, or the sheets to carry not be read.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    if carried:
        _carry(book, carried, path.name)
    packed = BytesIO()
    book.save(packed)
    write_whole(path, packed.getvalue())


def _carry(book: Workbook, carried: Carried, name: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            held = load_workbook(BytesIO(carried.content))
            for one in carried.names:
                copy_sheet(held[one], book.create_sheet(free_name(one, book.sheetnames)))
    except _DAMAGE as error:
        raise DraftingError(name, f"自己加的工作表带不过来（{type(error).__name__}）", "另存为 .xlsx 再来") from error


def _fill(written: Worksheet, sheet: Sheet) -> None:
    widths = [column.width for column in sheet.columns]
    for number, column in enumerate(sheet.columns, start=1):
        written.column_dimensions[get_column_letter(number)].width = column.width
        _write_head(cast(BookCell, written.cell(1, number)), column)
    heads = [column.head for column in sheet.columns]
    written.row_dimensions[1].height = _height(heads, [width - 3 for width in widths], 1 in sheet.spread)
    filled = [*sheet.rows, *((None,) * len(sheet.columns) for _ in range(sheet.spare))]
    for number, row in enumerate(filled, start=2):
        for at, (value, column) in enumerate(zip(row, sheet.columns, strict=True), start=1):
            _write(cast(BookCell, written.cell(number, at)), value, column)
        if any(value is not None for value in row):
            written.row_dimensions[number].height = _height(row, widths, number in sheet.spread)
    _draw(written, sheet)
    _arrange(written, sheet, len(filled) + 1)


def _height(row: Sequence[Written], widths: Sequence[int], spread: bool) -> float:
    return row_height(row[:2], [widths[0], sum(widths[1:])]) if spread else row_height(row, widths)


def _draw(written: Worksheet, sheet: Sheet) -> None:
    """What sets a report apart from a table: rows as heads, cells that reach over columns, a chart."""
    written.sheet_state = sheet.state
    if sheet.tab:
        written.sheet_properties.tabColor = sheet.tab
    for number in sheet.strong:
        for at in range(1, len(sheet.columns) + 1):
            cell = cast(BookCell, written.cell(number, at))
            cell.font, cell.alignment, cell.fill = _HEAD_FONT, _HEAD, _HEAD_FILLS["told"]
    for number in sheet.spread:
        written.merge_cells(start_row=number, end_row=number, start_column=2, end_column=len(sheet.columns))
    if sheet.radar:
        written.add_chart(_chart(written, sheet.radar), sheet.radar.place)


def _chart(written: Worksheet, radar: Radar) -> RadarChart:
    chart = RadarChart()
    chart.type, chart.title, chart.width, chart.height = "marker", radar.title, 20, 11
    for column in radar.values:
        drawn = Reference(written, min_col=column, min_row=radar.first - 1, max_row=radar.last)
        chart.add_data(drawn, titles_from_data=True)
    chart.set_categories(Reference(written, min_col=radar.names, min_row=radar.first, max_row=radar.last))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, 1, 0.25
    chart.y_axis.number_format, chart.y_axis.delete, chart.x_axis.delete = "0%", False, False
    return chart


def _write_head(cell: BookCell, column: Column) -> None:
    _write_text(cell, column.head)
    cell.font, cell.alignment, cell.fill, cell.border = _HEAD_FONT, _HEAD, _HEAD_FILLS[column.use], _FRAME
    if column.comment:
        cell.comment = _comment(column.comment)


def _write(cell: BookCell, value: Written, column: Column) -> None:
    if isinstance(value, str):
        _write_text(cell, value)
    elif value is not None:
        cell.value = value
    if column.form and not isinstance(value, str):
        cell.number_format = column.form
    elif column.as_text and not isinstance(value, int | float):
        cell.number_format = "@"
    cell.alignment = _CENTRED if column.use == "told" and isinstance(value, int | float) else _TOP
    cell.border = _FRAME
    if column.use in _FILLS:
        cell.fill = _FILLS[column.use]


def _write_text(cell: BookCell, text: str) -> None:
    cell.value = storable(text)
    cell.data_type = "s"  # never "f", whatever sign the text begins with
    if taken_for_formula(text):
        cell.quotePrefix = True  # stays text also when somebody edits the cell


def _mark(cell: BookCell, marks: Sequence[Mark]) -> None:
    """Set off stretches of a cell's text; it stays text, whatever sign it begins with."""
    cell.value = CellRichText([TextBlock(_font(mark), text) for text, mark in pieces(str(cell.value), marks)])
    cell.data_type = "s"


def _font(mark: Mark | None) -> InlineFont:
    if mark is None:
        return InlineFont(rFont="Calibri", sz=11)
    return InlineFont(rFont="Calibri", sz=11, b=True, color=Color(f"FF{mark.ink}"), u=mark.line)


def _comment(text: str) -> Comment:
    return Comment(storable(text), "工标", height=30 + 18 * (1 + len(text) // 16), width=260)


def _arrange(written: Worksheet, sheet: Sheet, last: int) -> None:
    right = get_column_letter(len(sheet.columns))
    written.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    if sheet.filtered:
        written.auto_filter.ref = f"A1:{right}{max(last, 2)}"
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        below = f"{letter}2:{letter}{max(last, 2)}"
        if column.choices:
            _offer(written, below, column.choices)
        for value, colour in column.colours.items():
            looks = DifferentialStyle(fill=PatternFill("solid", start_color=colour, end_color=colour))
            quoted = value.replace('"', '""')
            written.conditional_formatting.add(
                below, Rule("cellIs", operator="equal", formula=[f'"{quoted}"'], dxf=looks)
            )
    for place, choices in sheet.choices_at.items():
        _offer(written, place, choices)
    for place, text in sheet.comments_at.items():
        cast(BookCell, written[place]).comment = _comment(text)
    for place, marks in sheet.marks_at.items():
        _mark(cast(BookCell, written[place]), marks)
    broad = sum(column.width for column in sheet.columns) > BROAD
    written.page_setup.orientation, written.page_setup.paperSize = "landscape", 8 if broad else 9
    written.page_setup.fitToHeight = 1 if sheet.radar else 0
    written.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    written.print_title_rows = "1:1"


def _offer(written: Worksheet, places: str, choices: tuple[str, ...]) -> None:
    listed = ",".join(choices)
    if len(listed) > LONGEST_LIST or any("," in choice for choice in choices):
        raise ValueError(f"sheet {written.title}: a drop-down list is too long or holds a comma. Shorten it.")
    offer = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    offer.errorTitle, offer.error = "不在可选之列", f"只能选：{'、'.join(choices)}"[:LONGEST_LIST]
    offer.add(places)
    written.add_data_validation(offer)


def read_sheets(content: bytes, name: str) -> tuple[ReadSheet, ...]:
    """Read all sheets of a workbook.

    Args:
        content: The file.
        name: What the file is called in messages.

    Raises:
        DraftingError: It is no workbook, is damaged, or is larger than any filled template.
    """
    check_packing(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of styles and extensions that play no part here
            book = load_workbook(BytesIO(content), read_only=True)
            try:
                return tuple(_read(cast(ReadOnlyWorksheet, sheet), name) for sheet in book.worksheets)
            finally:
                book.close()
    except DraftingError:
        raise
    except _DAMAGE as error:
        raise DraftingError(
            name, f"工作簿损坏，读不出来（{type(error).__name__}）", "用 Excel 打开并另存为 .xlsx"
        ) from error


def _read(sheet: ReadOnlyWorksheet, name: str) -> ReadSheet:
    sheet.reset_dimensions()  # what the file says of its size need not be true
    rows: list[tuple[ReadCell, ...]] = []
    seen = 0
    for number, row in enumerate(cast(Worksheet, sheet).iter_rows(), start=1):
        seen += len(row) + 1
        cells = [_cell(cell, f"{sheet.title}!{get_column_letter(at)}{number}") for at, cell in enumerate(row, start=1)]
        while cells and cells[-1].blank:
            cells.pop()
        if seen > MOST_CELLS or (cells and (number > MOST_ROWS or len(cells) > MOST_COLUMNS)):
            raise DraftingError(name, f"工作表 {sheet.title} 超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列", "只留档案的内容")
        rows.append(tuple(cells))
    while rows and not rows[-1]:
        rows.pop()
    return ReadSheet(sheet.title, sheet.sheet_state != "visible", tuple(rows))


def _cell(cell: object, place: str) -> ReadCell:
    if not isinstance(cell, ReadOnlyCell) or cell.value is None:
        return ReadCell(place, None)
    value: object = cell.value
    if cell.data_type == "f":
        return ReadCell(place, None, "是公式，看到的结果未必就是内容；改成数值或文字")
    if cell.data_type == "e":
        return ReadCell(place, None, f"是错误值 {value}")
    if isinstance(value, str | bool | datetime):
        return ReadCell(place, value)
    if isinstance(value, int | float):
        shown_as_share = "%" in str(cell.number_format or "")
        return ReadCell(place, round(value * 100, 10) if shown_as_share else value, share=shown_as_share)
    return ReadCell(place, None, "是时间，不是日期")
