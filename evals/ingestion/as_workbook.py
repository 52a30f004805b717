"""Workbooks: what stands above and below a table as merged lines, the table with its merged cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evals.ingestion.content import Block, Content, Grid, Line
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

SHEET = "建设条件"
DRAFT = "内部测算底稿"


def workbook(content: Content) -> FileMade:
    """One sheet with a name; a second, empty one."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = SHEET
    book.create_sheet("Sheet2")
    _fill(sheet, content.blocks)
    return FileMade(_saved(book), around=(SHEET,))


def _fill(sheet: Worksheet, blocks: Sequence[Block]) -> None:
    columns = max((block.columns for block in blocks if isinstance(block, Grid)), default=1)
    row = 1
    for block in blocks:
        if isinstance(block, Grid):
            _table(sheet, block, row)
            row += block.rows
            continue
        sheet.cell(row, 1, printed(block))
        if columns > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        row += 1


def sheets(content: Content) -> FileMade:
    """Each annex on a sheet of its own, a hidden sheet between them."""
    book = Workbook()
    parts: list[list[Block]] = [[]]
    for block in content.blocks:
        if isinstance(block, Line) and block.role == "attach" and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    book.worksheets[0].title = "正文"
    _fill(book.worksheets[0], parts[0])
    secret: Worksheet = book.create_sheet("底稿")
    secret["A1"] = DRAFT
    secret.sheet_state = "hidden"
    for number, part in enumerate(parts[1:], 1):
        _fill(book.create_sheet(f"附表{number}"), part)
    return FileMade(_saved(book), around=("正文", *(f"附表{n}" for n in range(1, len(parts)))), foreign=(DRAFT,))


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


BOOKS: Mapping[str, Maker] = MappingProxyType({"xlsx": workbook, "xlsx-sheets": sheets})
