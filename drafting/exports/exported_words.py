"""The words of a sheet as a workbook gives them back when nobody has touched it."""

from __future__ import annotations

from datetime import date

from drafting.exports.workbook_values import settled
from drafting.sheet import Column, Sheet, Written


def exported(sheet: Sheet) -> list[list[str | None]]:
    """The words of each row; None for a cell that people edit, which is read back on its own."""
    return [
        [
            None if column.use == "edited" else _words(value, column)
            for value, column in zip(row, sheet.columns, strict=True)
        ]
        for row in sheet.rows
    ]


def _words(value: Written, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(settled(value) or "").strip()
    return f"{round(value * 100, 10) if '%' in column.form else value:.15g}"
