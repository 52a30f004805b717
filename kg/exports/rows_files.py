"""What a query answers, as a file: a workbook or a table of separated values, in which nothing runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kg.errors import GraphError
from kg.exports.cell_text import storable, taken_for_formula
from kg.exports.sheet import Cell, Column, Sheet
from kg.exports.workbook import write_workbook
from kg.replacing import replacing
from kg.rows import Plain, Rows

ENDINGS = (".xlsx", ".csv")
_WIDEST, _NARROWEST = 60, 10


def write_rows(rows: Rows, target: Path) -> None:
    """Write an answer of SELECT, CONSTRUCT or DESCRIBE; of ASK its truth.

    Args:
        rows: The answer.
        target: The file to replace or make; its ending chooses the kind.

    Raises:
        GraphError: The ending is of no known kind, or the file cannot be written.

    Source: RFC 4180; with a byte order mark, so that spreadsheets take it for UTF-8.
    """
    heads = rows.variables or ("ASK",)
    values = rows.values if rows.form != "ask" else ((rows.truth,),)
    if target.suffix == ".xlsx":
        written = [tuple(map(_cell, row)) for row in values]
        columns = tuple(Column(head, _width(head, [row[at] for row in written])) for at, head in enumerate(heads))
        write_workbook(target, [Sheet("结果", columns, written)])
    elif target.suffix == ".csv":
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(map(_harmless, heads))
        table.writerows(map(_harmless, row) for row in values)
        with replacing(target) as file:
            file.write(text.getvalue().encode("utf-8-sig"))
    else:
        kinds = " or ".join(ENDINGS)
        raise GraphError(f"file {target.name}: an answer is written as {kinds}. Choose one of these endings.")


def _cell(value: Plain) -> Cell:
    return str(value).lower() if isinstance(value, bool) else value


def _harmless(value: Plain) -> str:
    """A value as a spreadsheet shows it and never runs it."""
    text = storable("" if value is None else str(_cell(value)))
    return f"'{text}" if isinstance(value, str) and taken_for_formula(text) else text


def _width(head: str, values: list[Cell]) -> int:
    longest = max((2 * len(str(value)) for value in (head, *values) if value is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, longest))
