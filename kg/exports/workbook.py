"""Sheets written as an Excel workbook: the layer's one contact with the spreadsheet library.

Every text is stored as text, also one that a spreadsheet would take for a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kg.errors import GraphError
from kg.exports.cell_text import row_height, storable, taken_for_formula
from kg.exports.sheet import Cell, Column, Sheet
from kg.replacing import replacing

LARGEST_SHEET = 1_048_576
FILTER_SIGN = 3
"""How many characters of a head the sign of its filter covers."""

_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(vertical="top", horizontal="center", wrap_text=True)
_HEAD = Alignment(vertical="center", wrap_text=True)
_HEAD_FONT = Font(bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", start_color="1F4E79")
_PROPOSED_FILL = PatternFill("solid", start_color="7F6000")


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write sheets with a frozen, filtered head row; the file is replaced when all is written.

    Args:
        path: The file.
        sheets: At least one.

    Raises:
        GraphError: A sheet has more rows than a workbook can hold, or the file cannot be written.
    """
    listed = tuple(sheets)
    for sheet in listed:
        if len(sheet.rows) >= LARGEST_SHEET:
            raise GraphError(f"sheet {sheet.name}: {len(sheet.rows)} rows are too many. Export the graph instead.")
    packed = BytesIO()  # packed first: a full disk then ends the writing of a file, not of an archive half done
    book = Workbook(write_only=True)
    for sheet in listed:
        _fill(cast(Worksheet, book.create_sheet(sheet.name)), sheet)
    book.save(packed)
    with replacing(path) as file:
        file.write(packed.getbuffer())


def _fill(written: Worksheet, sheet: Sheet) -> None:
    """Stream a sheet; what is told of rows and columns has to come before them."""
    _arrange(written, sheet)
    widths = [column.width for column in sheet.columns]
    heads = [column.head for column in sheet.columns]
    written.row_dimensions[1].height = row_height(heads, [width - FILTER_SIGN for width in widths])
    written.append(list(_heads(written, sheet)))
    for number, row in enumerate(sheet.rows, start=2):
        written.row_dimensions[number].height = row_height(row, widths)
        written.append([_cell(written, *pair) for pair in zip(row, sheet.columns, strict=True)])


def _arrange(written: Worksheet, sheet: Sheet) -> None:
    last = get_column_letter(len(sheet.columns))
    written.freeze_panes = "A2"
    written.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    for number, column in enumerate(sheet.columns, start=1):
        written.column_dimensions[get_column_letter(number)].width = column.width
    written.page_setup.orientation = "landscape"
    written.page_setup.fitToHeight = 0
    written.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    written.print_title_rows = "1:1"
    if sheet.proposed:
        written.sheet_properties.tabColor = "BF9000"


def _heads(written: Worksheet, sheet: Sheet) -> Iterator[BookCell]:
    for column in sheet.columns:
        cell = _text(written, column.head)
        cell.font, cell.alignment = _HEAD_FONT, _HEAD
        cell.fill = _PROPOSED_FILL if sheet.proposed else _HEAD_FILL
        yield cell


def _cell(written: Worksheet, value: Cell, column: Column) -> BookCell:
    if isinstance(value, str):
        cell = _text(written, value)
    else:
        cell = WriteOnlyCell(written, value)
        cell.number_format = "0.00" if isinstance(value, float) else "General"
    cell.alignment = _CENTRED if column.centred or not isinstance(value, str) else _TOP
    return cell


def _text(written: Worksheet, text: str) -> BookCell:
    cell = WriteOnlyCell(written, storable(text))
    cell.data_type = "s"  # never "f", whatever sign the text begins with
    if taken_for_formula(text):
        cell.quotePrefix = True  # stays text also when somebody edits the cell
    return cell
