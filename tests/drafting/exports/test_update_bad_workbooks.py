"""Workbooks that cannot be read back: one error each, that names the file, the cell and what to do."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafting.exports.update import LARGEST_FILE, read_edits
from drafting.exports.workbook import write_workbook
from drafting.exports.workbook_record import NAME
from drafting.generator import DraftingError
from tests.drafting.exports.workbook_cases import NETWORKED, PREDICTIVE, person, plan, profile

MATRIX = "要求矩阵"


def typed(sheet: str, key: str, head: str, value: object) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with person(path) as who:
            who.write(sheet, key, head, value)

    return spoil


def missing(path: Path) -> None:
    path.unlink()


def foreign(path: Path) -> None:
    Workbook().save(path)


def a_text(path: Path) -> None:
    path.write_text("编号,状态\n", encoding="utf-8")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def broken_sheet(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:500]
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (64 * 1024 * 1024))


def huge(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(LARGEST_FILE + 1)


def without_record(path: Path) -> None:
    with person(path) as who:
        del who.book[NAME]


def touched_record(path: Path) -> None:
    with person(path) as who:
        who.book[NAME]["C3"] = "|{"


def number_in_record(path: Path) -> None:
    with person(path) as who:
        who.book[NAME]["C3"] = 5


def another_format(path: Path) -> None:
    with person(path) as who:
        cell = who.book[NAME]["C2"]
        cell.value = str(cell.value).replace('"format":1', '"format":2')


def headless(path: Path) -> None:
    with person(path) as who:
        who.sheet(MATRIX)["A1"] = "序号"


BAD = {
    "missing": (missing, "读不到"),
    "foreign": (foreign, f"没有隐藏的工作表 {NAME}"),
    "text": (a_text, "不是 Excel 工作簿"),
    "truncated": (truncated, "不是 Excel 工作簿，或已损坏"),
    "broken sheet": (broken_sheet, "工作簿损坏"),
    "bomb": (bomb, "解压后超过"),
    "huge": (huge, "文件超过 20 MB"),
    "without record": (without_record, f"没有隐藏的工作表 {NAME}"),
    "touched record": (touched_record, f"隐藏的工作表 {NAME} 损坏"),
    "number in record": (number_in_record, f"{NAME}!A3：隐藏的工作表被改过"),
    "another format": (another_format, "格式是第 2 版，这里只认第 1 版"),
    "headless": (headless, "工作表「要求矩阵」里找不到列头「编号」"),
    "status": (
        typed(MATRIX, NETWORKED, "状态", "部份满足"),
        "要求矩阵!G2「状态」「部份满足」不是状态，是不是「部分满足」",
    ),
    "formula": (typed(MATRIX, PREDICTIVE, "备注", "=A1"), "要求矩阵!O3「备注」是公式"),
    "date": (typed(MATRIX, NETWORKED, "完成日期", "国庆前"), "要求矩阵!N2「完成日期」「国庆前」不是日期"),
    "no such day": (
        typed(MATRIX, NETWORKED, "完成日期", "2026-02-30"),
        "要求矩阵!N2「完成日期」「2026-02-30」不是日期",
    ),
    "pages": (
        typed("证据登记", "2-19a-1", "页码（页数）", "十二页"),
        "证据登记!N2「页码（页数）」「十二页」不是页数或页码",
    ),
    "held": (typed("证据登记", "2-19a-1", "已有", "快了"), "证据登记!G2「已有」「快了」不是「是」或「否」"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_workbook_gets_one_clear_error(tmp_path: Path, name: str) -> None:
    spoil, said = BAD[name]
    path = tmp_path / "客户计划.xlsx"
    write_workbook(plan(), profile(), path)
    spoil(path)
    with pytest.raises(DraftingError, match=re.escape(said)) as caught:
        read_edits(path)
    assert "客户计划.xlsx" in caught.value.what
    assert caught.value.remedy


def test_all_wrong_cells_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(plan(), profile(), path)
    with person(path) as who:
        for row in range(2, 7):
            for column in "GN":
                who.sheet(MATRIX)[f"{column}{row}"] = "？"
        who.write("判断点", f"{NETWORKED}#1", "状态", "？")
    with pytest.raises(DraftingError) as caught:
        read_edits(path)
    assert len(re.findall(r"要求矩阵!", caught.value.why)) == 10
    assert caught.value.why.endswith("；还有 1 处")
