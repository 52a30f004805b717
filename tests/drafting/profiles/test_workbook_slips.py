"""A slip in a filled workbook is told once, and what it does not touch is read as it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from drafting.generator import DraftingError
from drafting.profiles.reading import read_profile
from drafting.profiles.sections import Profile


def message(book: openpyxl.Workbook, path: Path) -> str:
    """What reading a changed workbook says."""
    book.save(path)
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    return str(caught.value)


def cell_changed(book: openpyxl.Workbook, sheet: str, place: str, value: object) -> None:
    target: Any = book[sheet]
    target[place] = value


def test_a_column_of_ones_own_is_told_once_and_the_rest_is_read(book: openpyxl.Workbook, tmp_path: Path) -> None:
    systems = book["系统"]
    last = systems.max_column + 1
    systems.cell(1, last).value = "备注"
    for row in (2, 3, 4):
        systems.cell(row, last).value = "看过"
    systems["E2"] = "去年"
    said = message(book, tmp_path / "b.xlsx")
    assert "「备注」不是这张表的栏目；有 " in said and "系统!E2 投用日期：「去年」不是日期" in said
    assert "（2）" in said and "（3）" not in said


def test_a_missing_column_is_told_once(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["系统"].delete_cols(4)
    said = message(book, tmp_path / "b.xlsx")
    assert said.endswith("b.xlsx: 系统!1：缺少必填的栏目 状态. 改好后再读.")


def test_a_misnamed_column_is_told_once_and_read(book: openpyxl.Workbook, tmp_path: Path) -> None:
    cell_changed(book, "系统", "C1", "系统的名称")
    said = message(book, tmp_path / "b.xlsx")
    assert "系统!C1：「系统的名称」不是这张表的栏目，是不是「系统名称」？" in said and "（1）" not in said


def test_a_questionnaire_without_its_ids_is_told_so(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["问卷"].delete_cols(1)
    assert message(book, tmp_path / "b.xlsx").endswith("b.xlsx: 问卷!1：缺少必填的栏目 问题编号. 改好后再读.")


def test_shares_are_read_as_they_are_shown(book: openpyxl.Workbook, tmp_path: Path) -> None:
    products = book["产品"]
    at = next(cell.column for cell in products[1] if cell.value == "占营收比重")
    for shown, share in ((0.85, 85), (0.004, 0.4)):
        products.cell(2, at).value = shown
        products.cell(2, at).number_format = "0.0%"
        book.save(tmp_path / "b.xlsx")
        assert read_profile(tmp_path / "b.xlsx").products[0].share == share
    products.cell(2, at).number_format = "General"
    assert "「0.004」是 0.4% 还是 0.004%？" in message(book, tmp_path / "b.xlsx")
    cell_changed(book, "经营", "B2", 0.5)
    book["经营"]["B2"].number_format = "0%"
    assert "经营!B2 企业营业收入：「50%」的单位不是万元" in message(book, tmp_path / "b.xlsx")


def test_a_questionnaire_of_an_earlier_template_is_still_read(
    book: openpyxl.Workbook, full: Profile, tmp_path: Path
) -> None:
    cell_changed(book, "问卷", "I1", "要数的对象")
    book.save(tmp_path / "b.xlsx")
    assert read_profile(tmp_path / "b.xlsx") == full
