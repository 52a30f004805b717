"""What people do where nothing is read back: it is carried over, or told with its cell; none of it vanishes."""

from __future__ import annotations

from pathlib import Path

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from drafting.exports.markdown import markdown
from drafting.exports.text_changes import brief
from drafting.exports.update import read_edits
from drafting.exports.update_edits import Merged
from drafting.exports.update_merge import merge
from drafting.exports.workbook import write_workbook
from tests.drafting.exports.workbook_cases import NETWORKED, PREDICTIVE, Person, ground, person, plan, profile, seen

MATRIX, GAPS, ACTIONS, SCRIPT, TEAM = "要求矩阵", "缺口清单", "行动清单", "现场核查脚本", "团队补充"


def prepared(folder: Path) -> Path:
    path = folder / "plan.xlsx"
    write_workbook(plan(), profile(), path)
    return path


def again(path: Path) -> Merged:
    merged = merge(read_edits(path), plan(), ground(profile()))
    write_workbook(merged.plan, profile(), path, merged)
    return merged


def told(merged: Merged) -> list[str]:
    return [one.what for one in merged.conflicts]


def test_a_sheet_of_ones_own_is_carried_over_round_after_round(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        own = who.book.create_sheet("会议纪要", 0)
        assert isinstance(own, Worksheet)
        own["A1"], own["B2"], own["B3"] = "下周复核", 0.25, "=SUM(B2,1)"
        own["C3"] = "=[其他.xlsx]表!A1"
        own["A1"].font, own["A1"].fill = Font(bold=True), PatternFill("solid", start_color="FFEE00")
        own["B2"].number_format = "0%"
        own.column_dimensions["A"].width = 33
        own.merge_cells("A5:C5")
    for _ in range(2):
        again(path)
        book = seen(path).book
        sheet = book["会议纪要"]
        assert book.sheetnames.index("会议纪要") > book.sheetnames.index("条文来源")
        assert (sheet["A1"].value, sheet["A1"].font.bold, sheet["A1"].fill.start_color.rgb) == (
            "下周复核",
            True,
            "00FFEE00",
        )
        assert (sheet["B2"].value, sheet["B2"].number_format, sheet["B3"].data_type) == (0.25, "0%", "f")
        assert (sheet["C3"].value, sheet["C3"].data_type) == ("=[其他.xlsx]表!A1", "s")
        assert (sheet.column_dimensions["A"].width, str(next(iter(sheet.merged_cells.ranges)))) == (33, "A5:C5")


def test_a_sheet_of_ones_own_never_takes_the_name_of_one_of_the_plans(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        assert "冲突" not in who.book.sheetnames
        who.book.create_sheet("冲突")["A1"] = "我们自己的"
    again(path)
    assert seen(path).sheet("冲突（自有）")["A1"].value == "我们自己的"


def test_rows_of_ones_own_come_back_with_all_their_cells_and_can_be_edited_on(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        for name, head, text in (
            (MATRIX, "叙述", "另有一条"),
            ("证据登记", "材料名称", "补充合同"),
            (GAPS, "行动", "催办"),
        ):
            sheet = who.sheet(name)
            column = next(cell.column for cell in sheet[1] if cell.value == head)
            sheet.cell(sheet.max_row + 2, column).value = text
    again(path)
    with person(path) as who:
        assert who.column(TEAM, "叙述")[:3] == ["另有一条", None, None]
        assert [one.partition(" ")[0] for one in who.column(TEAM, "来自")[:3]] == [MATRIX, GAPS, "证据登记"]
        who.sheet(TEAM).delete_rows(2)
        who.sheet(TEAM)["A10"] = "例会"
        who.sheet(TEAM)["B10"] = "新的一行"
    merged = again(path)
    assert [text for one in merged.added for _, text in one.cells] == ["催办", "补充合同", "新的一行"]
    again(path)
    assert {"催办", "补充合同", "新的一行"} <= {
        cell.value for row in seen(path).sheet(TEAM).iter_rows() for cell in row
    }


def test_changes_in_what_is_only_read_are_told_with_cell_old_and_new(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        was = who.sheet(ACTIONS)["B2"].value
        who.sheet(ACTIONS)["B2"] = "先找顾问"
        who.write(MATRIX, NETWORKED, "条文", "我改的条文")
        who.sheet("总览")["B5"] = "2027-01-01"
    said = told(again(path))
    assert f"没有读回：{ACTIONS}!B2「行动」原是「{brief(was)}」，改成了「先找顾问」；这一栏由工标算出" in said
    assert any(one.startswith(f"没有读回：{MATRIX}!") and "改成了「我改的条文」" in one for one in said)
    assert any(one.startswith("没有读回：总览!B5") and "2027-01-01" in one for one in said)
    assert len(said) == 3
    assert told(again(path)) == []


def test_rows_and_notes_beside_what_is_only_read_go_to_the_teams_sheet(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        sheet = who.sheet(ACTIONS)
        sheet.cell(1, 7).value = "进度"
        sheet.cell(2, 7).value = "已启动"
        sheet.cell(sheet.max_row + 1, 2).value = "请外部顾问"
        first = sheet["B2"].value
    added = [one.text for one in again(path).added]
    assert added == ["行动：请外部顾问", f"序号：1；行动：{first}；进度：已启动"]


def test_deleted_rows_of_a_list_are_told_and_sorted_ones_are_not(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        sort(who, ACTIONS)
    assert told(again(path)) == []
    with person(path) as who:
        gone = who.sheet("条文来源")["A3"].value
        who.sheet("条文来源").delete_rows(3)
    (said,) = told(again(path))
    assert said.startswith("没有读回：工作表「条文来源」里删去的行照旧列出：") and gone in said


def sort(who: Person, name: str) -> None:
    sheet = who.sheet(name)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for at, value in enumerate(row, start=1):
            sheet.cell(number, at).value = value


def test_who_stands_where_on_the_spot_is_kept_and_shown_everywhere(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        who.sheet(SCRIPT)["C2"], who.sheet(SCRIPT)["E2"] = "一号车间", "王主任"
    for _ in range(2):
        merged = again(path)
        assert told(merged) == []
        assert (seen(path).sheet(SCRIPT)["C2"].value, seen(path).sheet(SCRIPT)["E2"].value) == ("一号车间", "王主任")
        assert "王主任" in markdown(merged.plan)


def test_priority_gap_and_action_can_be_edited_in_the_list_of_gaps(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        who.write(GAPS, PREDICTIVE, "优先级", "低")
        who.write(GAPS, PREDICTIVE, "行动", "先做点检")
    for _ in range(2):
        merged = again(path)
        item = next(one for one in merged.plan.items if one.requirement.id == PREDICTIVE)
        assert (item.priority, item.action) == ("low", "先做点检")


def test_a_long_text_that_was_edited_is_told_by_where_it_differs(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with person(path) as who:
        who.write(MATRIX, NETWORKED, "叙述", "现状：我们自己写的。" * 30)
    changed = profile(
        practices=[{"points": [f"{NETWORKED}#1"], "state": "在用", "since": "2023-06", "how": "车间布网"}]
    )
    now = plan(changed)
    (said,) = (one for one in told(merge(read_edits(path), now, ground(changed))) if "「叙述」" in one)
    assert "导出后算出的文字变了" in said and "保留人工写的" in said and len(said) < 400
