"""Workbooks: what stands above and below a table as merged lines, the table with its merged cells."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evals.ingestion.content import Content, Grid
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

SHEET = "建设条件"


def workbook(content: Content) -> FileMade:
    """One sheet with a name; a second, empty one."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = SHEET
    book.create_sheet("Sheet2")
    columns = max((block.columns for block in content.blocks if isinstance(block, Grid)), default=1)
    row = 1
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(sheet, block, row)
            row += block.rows
            continue
        sheet.cell(row, 1, printed(block))
        if columns > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        row += 1
    return FileMade(_saved(book), around=(SHEET,))


def formulas(words: str) -> bytes:
    """Formulas without a stored value, and texts that only look like formulas."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.append([words, "=1+1"])
    sheet.append(["=cmd|'/c calc'!A0", "+86 123"])
    sheet["A2"].data_type = "s"
    return _saved(book)


def far_cell(words: str) -> bytes:
    """One cell at the top, one at the last row and column that a sheet can have."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet["A1"] = words
    sheet["XFD1048576"] = words
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _table(sheet: Worksheet, grid: Grid, top: int) -> None:
    for cell in grid.cells:
        row, column = top + cell.row, 1 + cell.column
        if cell.text:
            sheet.cell(row, column, int(cell.text) if cell.text.isdigit() else cell.text)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + cell.rows - 1, end_column=column + cell.columns - 1
            )


BOOKS: Mapping[str, Maker] = MappingProxyType({"xlsx": workbook})
