"""An answer as a file: every value in its place, and nothing in it that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kg.errors import GraphError
from kg.exports.rows_files import write_rows
from kg.rows import Rows
from kg.terms import XSD, Term

ROWS = Rows(
    "select",
    ("name", "count", "nothing"),
    (
        (Term("literal", "=1+1"), Term("literal", "7", None, f"{XSD}integer"), None),
        (Term("literal", "应，\n宜"), None, None),
    ),
)


def test_separated_values_hold_the_rows_and_run_nothing(tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    write_rows(ROWS, target)
    told = target.read_bytes()
    assert told.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(told.decode("utf-8-sig"), newline="")))
    assert rows == [["name", "count", "nothing"], ["'=1+1", "7", ""], ["应，\n宜", "", ""]]


def test_a_workbook_holds_numbers_as_numbers(tmp_path: Path) -> None:
    target = tmp_path / "rows.xlsx"
    write_rows(ROWS, target)
    sheet = load_workbook(target)["结果"]
    assert [cell.value for cell in sheet[2]] == ["=1+1", 7, None]
    assert sheet["A2"].data_type == "s"


def test_the_truth_of_ask_is_written(tmp_path: Path) -> None:
    write_rows(Rows("ask", (), (), True), tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text("utf-8-sig").split() == ["ASK", "true"]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="written as"):
        write_rows(ROWS, tmp_path / "rows.pdf")
