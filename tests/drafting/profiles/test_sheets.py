"""Workbooks hold what was written, run nothing, and are read as people see them, however they were made."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.generator import DraftingError
from drafting.sheet import Column, ReadSheet, Sheet
from drafting.sheets import read_sheets, write_sheets

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff"), min_size=1)
STORABLE = TEXT.filter(lambda text: text.strip() and not any(ord(sign) < 32 and sign not in "\t\n" for sign in text))


def packed(book: openpyxl.Workbook) -> bytes:
    """A workbook as its file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, part: str, change: tuple[bytes, bytes]) -> bytes:
    """A workbook with some bytes of one part changed."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            held = before.read(name)
            after.writestr(name, held.replace(*change) if name == part else held)
    return file.getvalue()


def values(sheet: ReadSheet) -> list[list[object]]:
    """What stands in a sheet."""
    return [[cell.value for cell in row] for row in sheet.rows]


@given(st.lists(st.one_of(STORABLE, STORABLE.map(lambda text: f"={text}"), st.sampled_from("=+-@")), min_size=1))
def test_texts_are_stored_as_they_are(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_sheets(path, [Sheet("表", (Column("文字"),), [(text,) for text in texts])])
    content = path.read_bytes()
    (sheet,) = read_sheets(content, "a.xlsx")
    assert values(sheet) == [["文字"], *([text] for text in texts)]
    assert all(cell.fault is None for row in sheet.rows for cell in row)
    stored = openpyxl.load_workbook(BytesIO(content))["表"]
    assert all(stored.cell(number, 1).data_type == "s" for number in range(1, len(texts) + 2))


def test_cells_are_read_as_people_see_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    sheet.append([1, 2.5, True, datetime(2023, 6, 1), "文字", None, 0.85, time(8, 30), "=1+1"])
    sheet["G1"].number_format = "0.0%"
    ((row,),) = (one.rows for one in read_sheets(packed(book), "a.xlsx"))
    assert [cell.value for cell in row] == [1, 2.5, True, datetime(2023, 6, 1), "文字", None, 85, None, None]
    assert [cell.place for cell in row][::4] == ["表!A1", "表!E1", "表!I1"]
    assert (row[7].fault, row[8].fault) == ("是时间，不是日期", "是公式，看到的结果未必就是内容；改成数值或文字")
    assert row[5].blank and not row[8].blank


def test_blank_ends_are_left_out_and_blank_rows_between_stay() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A4"], sheet["F9"] = "头", "尾", "  "
    (read,) = read_sheets(packed(book), "a.xlsx")
    assert values(read) == [["头"], [], [], ["尾"]]


def test_a_size_that_the_file_claims_is_not_believed() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲"])
    claimed = (b'<dimension ref="A1:A1"', b'<dimension ref="A1:XFD99999999"')
    (read,) = read_sheets(repacked(packed(book), "xl/worksheets/sheet1.xml", claimed), "a.xlsx")
    assert values(read) == [["甲"]]


@pytest.mark.parametrize("change", [(b'<row r="1"', b'<row r="4000000000"'), (b'r="A1"', b'r="XFD1"')])
def test_far_cells_are_refused(change: tuple[bytes, bytes]) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲"])
    content = repacked(packed(book), "xl/worksheets/sheet1.xml", change)
    with pytest.raises(DraftingError, match="超过 20000 行或 200 列"):
        read_sheets(content, "a.xlsx")


@pytest.mark.parametrize(
    ("part", "change", "expected"),
    [
        ("xl/worksheets/sheet1.xml", (b"<sheetData>", b"<sheetData><row"), "工作簿损坏"),
        ("xl/workbook.xml", (b"<sheets>", b""), "工作簿损坏"),
        ("xl/workbook.xml", (b"<workbook", b"<!DOCTYPE x><workbook"), "外来的 XML 声明"),
        ("xl/worksheets/sheet1.xml", (b'r="A1"', b'r="?"'), "工作簿损坏"),
    ],
)
def test_a_damaged_workbook_is_refused(part: str, change: tuple[bytes, bytes], expected: str) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲"])
    with pytest.raises(DraftingError, match=expected):
        read_sheets(repacked(packed(book), part, change), "a.xlsx")


def test_a_cut_or_foreign_archive_is_refused() -> None:
    content = packed(openpyxl.Workbook())
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    for bad in (content[:-40], content[: len(content) // 2], file.getvalue()):
        with pytest.raises(DraftingError, match="不是 Excel 工作簿"):
            read_sheets(bad, "a.xlsx")


def test_a_list_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    for choices in (("甲,乙",), tuple(f"选项{number}" for number in range(100))):
        with pytest.raises(ValueError, match="too long or holds a comma"):
            write_sheets(tmp_path / "a.xlsx", [Sheet("表", (Column("头", choices=choices),), [])])
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for text in ("旧", "新"):
        write_sheets(path, [Sheet("表", (Column("头"),), [(text,)])])
    assert values(read_sheets(path.read_bytes(), "a.xlsx")[0]) == [["头"], ["新"]]
    assert list(tmp_path.iterdir()) == [path]
