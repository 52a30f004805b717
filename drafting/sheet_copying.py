"""A sheet that people made, copied into another workbook: values, looks, widths; no pictures and no charts.

The sheets are those of the spreadsheet library, which only the module that reads and writes workbooks imports.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Any

LONGEST_NAME = 31
_OWN = "（自有）"


def copy_sheet(held: Any, made: Any) -> None:
    """Copy a sheet into a new one.

    A formula stays one, unless it reads another file, which the new workbook would not know: that stays as its text.

    Args:
        held: The sheet as it was read in full.
        made: An empty sheet.
    """
    for row in held.iter_rows():
        for cell in row:
            if cell.value is not None or cell.has_style:
                _copy_cell(cell, made.cell(cell.row, cell.column))
    for merged in held.merged_cells.ranges:
        made.merge_cells(str(merged))
    for letter, dimension in held.column_dimensions.items():
        made.column_dimensions[letter].width = dimension.width
        made.column_dimensions[letter].min, made.column_dimensions[letter].max = dimension.min, dimension.max
    for number, dimension in held.row_dimensions.items():
        made.row_dimensions[number].height = dimension.height
    made.freeze_panes, made.sheet_state = held.freeze_panes, held.sheet_state
    made.sheet_properties.tabColor = held.sheet_properties.tabColor


def _copy_cell(cell: Any, made: Any) -> None:
    made.value = cell.value
    if isinstance(cell.value, str) and (cell.data_type != "f" or "[" in cell.value):
        made.data_type = "s"
    for look in ("font", "fill", "border", "alignment"):
        setattr(made, look, copy(getattr(cell, look)))
    made.number_format = cell.number_format
    if cell.comment:
        made.comment = copy(cell.comment)


def free_name(name: str, taken: Collection[str]) -> str:
    """A name for a sheet that none has yet: its own, or its own marked as one that people made."""
    known = {one.lower() for one in taken}
    made, number = name, 1
    while made.lower() in known:
        mark = _OWN if number == 1 else f"{_OWN}{number}"
        made, number = f"{name[: LONGEST_NAME - len(mark)]}{mark}", number + 1
    return made
