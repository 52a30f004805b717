"""What people do to sheets: sort, move, delete, rename, add, and type dates and words as they like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafting.exports.update import read_edits
from drafting.exports.update_edits import Edits
from drafting.exports.update_merge import merge
from drafting.exports.workbook import write_workbook
from tests.drafting.exports.workbook_cases import NETWORKED, PREDICTIVE, SPINDLE, Person, ground, person, plan, profile

MATRIX = "要求矩阵"
FIRST, LAST = 2, 6


def prepared(path: Path) -> Path:
    write_workbook(plan(), profile(), path)
    return path


def values(edits: Edits) -> dict[tuple[str, str], Any]:
    return {(edit.key, edit.field): edit.value for edit in edits.edits}


def sort(who: Person, name: str) -> None:
    sheet = who.sheet(name)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for at, value in enumerate(row, start=1):
            sheet.cell(number, at).value = value


def test_sorted_rows_moved_columns_and_reordered_sheets_do_not_matter(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write(MATRIX, PREDICTIVE, "责任人", "张工")
        for name in (MATRIX, "判断点", "证据登记"):
            sort(who, name)
        sheet = who.sheet(MATRIX)
        for row in sheet.iter_rows():
            row[0].value, row[12].value = row[12].value, row[0].value
        sheet.insert_rows(1)
        sheet["A1"] = "领导审阅稿"
        who.book.move_sheet("证据登记", offset=-4)
        sheet.auto_filter.add_filter_column(6, ["缺项"])
        sheet.row_dimensions[3].hidden = True
    edits = read_edits(path)
    assert values(edits) == {(PREDICTIVE, "owner"): "张工"}
    assert (edits.conflicts, edits.added) == ((), ())


def test_a_renamed_sheet_is_known_by_its_heads(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write("判断点", f"{SPINDLE}#1", "状态", "缺项")
        who.sheet("判断点").title = "各点（复核）"
    edits = read_edits(path)
    assert values(edits) == {(f"{SPINDLE}#1", "status"): "gap"}
    assert edits.conflicts == ()


def test_deleted_rows_stay_in_the_plan(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write(MATRIX, NETWORKED, "责任人", "张工")
    merged = merge(read_edits(path), plan(), ground(profile()))
    write_workbook(merged.plan, profile(), path, merged)
    with person(path) as who:
        who.sheet(MATRIX).delete_rows(FIRST)
    edits = read_edits(path)
    assert values(edits) == {(NETWORKED, "owner"): "张工"}
    assert [one.what for one in edits.conflicts] == [f"删去的行照旧列出，因为计划仍然需要：{NETWORKED}"]
    assert len(merge(edits, plan(), ground(profile())).plan.items) == len(plan().items)


def test_a_deleted_sheet_is_told(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        del who.book["证据登记"]
        who.book.create_sheet("会议纪要")["A1"] = "下周复核"
    edits = read_edits(path)
    assert [one.what for one in edits.conflicts] == [
        "工作表「证据登记」不在文件里：其中的内容照导出时的算",
        "工作表「会议纪要」是自己加的，照样带到新的工作簿里（图片和图表不带）",
    ]


def test_rows_and_columns_of_ones_own_are_kept(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        sheet = who.sheet(MATRIX)
        sheet.cell(LAST + 1, 6).value = "自己加的要求"
        sheet.cell(LAST + 1, 13).value = "赵工"
        sheet.cell(1, 19).value = "领导意见"
        sheet.cell(FIRST, 19).value = "同意"
    told = "是自己加的内容，不属于任何要求，收在工作表「团队补充」"
    for _ in range(3):
        edits = read_edits(path)
        assert [(one.place, one.text) for one in edits.added] == [
            (f"{MATRIX} 第 2 行", f"编号：{NETWORKED}；领导意见：同意"),
            (f"{MATRIX} 第 7 行", "条文：自己加的要求；责任人：赵工"),
        ]
        merged = merge(edits, plan(), ground(profile()))
        assert [one.what for one in merged.plan.conflicts] == [
            f"{MATRIX} 第 2 行 {told}：编号：{NETWORKED}；领导意见：同意",
            f"{MATRIX} 第 7 行 {told}：条文：自己加的要求；责任人：赵工",
        ]
        write_workbook(merged.plan, profile(), path, merged)


def test_one_value_edited_in_two_sheets(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write("缺口清单", PREDICTIVE, "责任人", "只在这里改")
        who.write("缺口清单", NETWORKED, "责任人", "李工")
        who.write(MATRIX, NETWORKED, "责任人", "张工")
    edits = read_edits(path)
    assert values(edits) == {(PREDICTIVE, "owner"): "只在这里改", (NETWORKED, "owner"): "张工"}
    (conflict,) = edits.conflicts
    assert (
        conflict.what
        == "「责任人」在几处改得不一样：要求矩阵!M2 是「张工」；缺口清单!J2 是「李工」。按 要求矩阵!M2 的算"
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2026/9/5", "2026-09-05"),
        ("2026年9月5日", "2026-09-05"),
        ("2026.9", "2026-09"),
        (" 2027 ", "2027"),
        (46387, "2026-12-31"),
        (2027, "2027"),
    ],
)
def test_dates_are_read_however_they_are_typed(tmp_path: Path, typed: object, day: str) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write(MATRIX, NETWORKED, "完成日期", typed)
        who.sheet(MATRIX)[who.place(MATRIX, NETWORKED, "完成日期")].number_format = "General"
    assert values(read_edits(path)) == {(NETWORKED, "due"): day}


def test_numbers_and_codes_typed_as_texts_are_read(tmp_path: Path) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write("证据登记", "2-19a-1", "页码（页数）", "1,200")
        who.write("证据登记", "2-19a-1", "已有", "有")
        who.write(MATRIX, NETWORKED, "优先级", "低")
        who.write("证据登记", "2-19a-1", "有效期至", 2028)
        who.write(MATRIX, NETWORKED, "状态", " 待确认 ")
    found = {edit.field: edit.value for edit in read_edits(path).edits}
    assert found == {"pages": 1200, "held": True, "valid_until": "2028", "status": "unknown", "priority": "low"}


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("第3-5页", "第 3–5 页"),
        ("P3~P12", "第 3–12 页"),
        ("3—5", "第 3–5 页"),
        ("第 7 页", "第 7 页"),
        ("共 12 页", 12),
        ("12页", 12),
        (12, 12),
    ],
)
def test_pages_are_counted_or_named(tmp_path: Path, typed: object, pages: object) -> None:
    path = prepared(tmp_path / "plan.xlsx")
    with person(path) as who:
        who.write("证据登记", "2-19a-1", "页码（页数）", typed)
    edits = read_edits(path)
    assert [edit.value for edit in edits.edits] == [pages]
    merged = merge(edits, plan(), ground(profile()))
    write_workbook(merged.plan, profile(), path, merged)
    assert [edit.value for edit in read_edits(path).edits] == [pages]
