"""A profile goes into a workbook and comes back the same; people can fill it, and it runs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from drafting.generator import DraftingError
from drafting.profiles.examples import Example, example
from drafting.profiles.reading import read_profile
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.slots import Slot, slots
from drafting.profiles.workbook import write_workbook
from tests.drafting.profiles.made_up_profile import made_up_questions

QUESTIONS = made_up_questions()
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
TEXTS = st.one_of(
    TEXT, TEXT.map(lambda text: f"={text}"), st.sampled_from(["@a", "-1", "+1", "1.10", "2023-06", "TRUE"])
)
NAMED = TEXTS.map(str.strip).filter(lambda text: text and not any(sign in text for sign in "\ufffe\uffff"))
NUMBERS = st.one_of(st.integers(0, 10**9), st.decimals(0, 10**6, places=2).map(float))
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A workbook takes a tenth of a second: too long to shrink one."""

PER_KIND = {
    "text": NAMED,
    "number": NUMBERS,
    "date": st.dates().map(str) | st.sampled_from(["2023", "2023-06", "2023年6月"]),
    "yes": st.booleans(),
    "words": st.lists(st.text("甲乙、《》a", min_size=1).filter(lambda word: word.strip()), max_size=3),
}
BOUND = {"已覆盖", "应覆盖", "联网台数", "自动化台数", "依托", "证明什么", "格式", "编号", "不适用的理由"}
"""Titles of fields that stand in a relation to others."""


def value(slot: Slot) -> st.SearchStrategy[Any]:
    """Any value of a field."""
    if slot.share:
        return NUMBERS.map(lambda share: f"{share}%")
    return st.sampled_from(sorted(slot.choices)) if slot.kind == "choice" else PER_KIND[slot.kind]


def row(kind: type[Row]) -> st.SearchStrategy[dict[str, Any]]:
    """Any row, with the fields that may be left out now there, now not."""
    free = [slot for slot in slots(kind) if slot.title not in BOUND]
    return st.fixed_dictionaries(
        {slot.key: value(slot) for slot in free if slot.required},
        optional={slot.key: value(slot) for slot in free if not slot.required},
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any profile whose rows have ids of their own and whose answers differ."""
    held: dict[str, Any] = {}
    for key, _, kind, many in sections():
        if key == "ledger":
            continue
        drawn = draw(st.lists(row(kind), max_size=2)) if many else [draw(row(kind))]
        for number, one in enumerate(drawn):
            if "id" in kind.model_fields:
                one["id"] = f"{key}-{number}"
            if key == "practices":
                one |= {"points": [f"x#{number}", f"y#{number}"], "how": f"{number}", "reason": "甲"}
        held[key] = drawn if many else drawn[0]
    held["ledger"] = [{"project": one["id"], "item": "甲", "kind": "其他", "amount": 1} for one in held["projects"]]
    return Profile.model_validate(held)


def message(book: openpyxl.Workbook, path: Path) -> str:
    """What reading a changed workbook says."""
    book.save(path)
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_profile_comes_back_the_same(full: Profile, tmp_path: Path) -> None:
    for questions in (QUESTIONS, ()):
        write_workbook(full, questions, tmp_path / "a.xlsx")
        again = read_profile(tmp_path / "a.xlsx")
        assert again.model_copy(update={"practices": ()}) == full.model_copy(update={"practices": ()})
        assert {frozenset(one.points): one.how for one in again.practices} == {
            frozenset(one.points): one.how for one in full.practices
        }
        assert again == full


def by_point(profile: Profile) -> dict[str, list[dict[str, Any]]]:
    """What every point is answered: one practice for several points may come back as several."""
    found: dict[str, list[dict[str, Any]]] = {}
    for practice in profile.practices:
        for one in practice.points:
            found.setdefault(one, []).append(practice.model_dump(exclude={"points"}))
    return found


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=WITHOUT_SHRINKING)
@given(profiles())
def test_any_profile_comes_back_the_same(folder: Path, profile: Profile) -> None:
    write_workbook(profile, QUESTIONS, folder / "any.xlsx")
    again = read_profile(folder / "any.xlsx")
    assert again.model_copy(update={"practices": ()}) == profile.model_copy(update={"practices": ()})
    assert by_point(again) == by_point(profile)


@pytest.mark.parametrize("name", get_args(Example))
def test_the_examples_come_back_the_same(folder: Path, name: str) -> None:
    (folder / "example.yaml").write_text(example(name), encoding="utf-8")
    profile = read_profile(folder / "example.yaml")
    write_workbook(profile, (), folder / "example.xlsx")
    again = read_profile(folder / "example.xlsx")
    assert again.model_copy(update={"practices": ()}) == profile.model_copy(update={"practices": ()})
    assert by_point(again) == by_point(profile)


def test_the_empty_template_lacks_only_what_is_required(tmp_path: Path) -> None:
    write_workbook(None, QUESTIONS, tmp_path / "a.xlsx")
    with pytest.raises(
        DraftingError, match=r"档案!B2 档案编号：必填.*档案!B5 基准日.*企业!B2 企业名称.*企业!B19 行业类型"
    ):
        read_profile(tmp_path / "a.xlsx")


def test_people_can_fill_it(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["填写说明", *(title for _, title, _, _ in sections())]
    for sheet in book.worksheets:
        assert (sheet.freeze_panes or "").endswith("2"), sheet.title
        assert all(cell.alignment.wrap_text for cell in sheet[1])
    systems = book["系统"]
    heads = {cell.value: cell for cell in systems[1]}
    told = {str(head): cell.comment.text for head, cell in heads.items() if cell.comment}
    assert told["状态"] == "只有在用才算数" and "2023-06" in told["投用日期"]
    offers = {str(one.sqref): one.formula1 for one in systems.data_validations.dataValidation}
    assert offers[f"D2:D{systems.max_row}"] == '"在用,试运行,在建,计划,停用,没有,不适用"'
    assert any(one.formula1 == '"是,否"' for one in book["装备"].data_validations.dataValidation)
    assert {str(one.sqref) for one in book["企业"].data_validations.dataValidation} == {"B5", "B19", "B21"}
    assert systems["E3"].number_format == "@"


def test_the_questionnaire_has_a_row_a_question(book: openpyxl.Workbook) -> None:
    heads, *rows = book["问卷"].iter_rows(values_only=True)
    assert heads[:10] == (
        "问题编号",
        "能力域",
        "能力子域",
        "等级",
        "约束词",
        "问题",
        "满足的标准",
        "条文",
        "这题填什么",
        "状态",
    )
    assert [row[0] for row in rows] == ["demo/1/a#1", "demo/1/a#2", "demo/1/b#1"]
    assert rows[1][1:8] == (
        "生产",
        "1 设备管理",
        "省级智能工厂",
        "宜",
        "几台联网？",
        "有记录",
        "应报工，\n宜联网；",
    )
    told = "状态、投用日期，并填分子、分母（已覆盖、应覆盖）（或数值，单位 %）：关键设备（关键的全部）"
    assert [row[8] for row in rows] == ["状态、投用日期", told, "状态、投用日期，并填数值、单位"]
    guide = {str(row[0]): str(row[1]) for row in book["填写说明"].iter_rows(values_only=True)}
    assert "部分满足" in guide["分子、分母和数值"] and "应：必须做到" in guide["约束词"]
    assert book["问卷"].conditional_formatting
    assert [row[9] for row in rows] == ["在用", "不适用", "在用"]
    assert book["问卷"]["F2"].fill.start_color.rgb.endswith("EDEDED")


def test_no_text_is_run(book: openpyxl.Workbook) -> None:
    cell = book["系统"]["C4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=SUM(A1)", "s", True)


def cell_changed(book: openpyxl.Workbook, sheet: str, place: str, value: object) -> None:
    target: Any = book[sheet]
    target[place] = value


@pytest.mark.parametrize(
    ("sheet", "place", "entered", "expected"),
    [
        ("系统", "D2", "再用", "系统!D2 状态：「再用」不在可选之列，是不是「在用」？"),
        ("系统", "D2", None, "系统!D2 状态：必填，没有填"),
        ("系统", "E2", "去年", "系统!E2 投用日期：「去年」不是日期"),
        ("系统", "F2", 9, "系统!F2 已覆盖：已覆盖 9 大于应覆盖 4"),
        ("系统", "F2", "=1+2", "系统!F2：是公式"),
        ("系统", "F2", "#REF!", "系统!F2：是错误值 #REF!"),
        ("系统", "D1", "状太", "系统!D1：「状太」不是这张表的栏目，是不是「状态」？"),
        ("系统", "D1", "名称", "系统!1：缺少必填的栏目 状态"),
        ("系统", "C1", "状态", "系统!D1：栏名「状态」写了两遍"),
        ("系统", "P3", "批注", "系统!P3：这一列没有栏名，却写了内容"),
        ("企业", "A2", "公司名", "企业!A2：「公司名」不是档案的项目；有 企业名称、简称、"),
        ("企业", "B19", "化工", "企业!B19 行业类型：「化工」不在可选之列"),
        ("投资台账", "A2", "P9", "投资台账!A2 项目编号：「P9」在档案里没有，是不是「P1」？"),
        ("问卷", "A2", None, "问卷!A2 问题编号：必填"),
        ("问卷", "Q2", "MES；ERP", "问卷!Q2 依托：「ERP」在档案里没有；先在"),
    ],
)
def test_a_wrong_cell_is_named(
    book: openpyxl.Workbook, tmp_path: Path, sheet: str, place: str, entered: object, expected: str
) -> None:
    cell_changed(book, sheet, place, entered)
    assert expected in message(book, tmp_path / "b.xlsx")


def test_an_unknown_or_hidden_sheet_is_named(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["系统"].title = "系统表"
    book["计划"].sheet_state = "hidden"
    said = message(book, tmp_path / "b.xlsx")
    assert "工作表「系统表」：档案没有这个栏目，是不是「系统」？" in said
    assert "工作表「计划」：是隐藏的" in said


def test_a_missing_sheet_is_named(book: openpyxl.Workbook, tmp_path: Path) -> None:
    del book["企业"]
    assert "企业：必填，没有填" in message(book, tmp_path / "b.xlsx")


def test_equal_answers_are_joined_and_changed_ones_part(book: openpyxl.Workbook, full: Profile, tmp_path: Path) -> None:
    sheet: Worksheet = book["问卷"]
    at = next(cell.column for cell in sheet[1] if cell.value == "做法")
    sheet.cell(4, at).value = "每周报工"
    book.save(tmp_path / "b.xlsx")
    answers = read_profile(tmp_path / "b.xlsx").practices
    assert [one.points for one in answers] == [("demo/1/a#1",), ("demo/1/a#2",), ("demo/1/b#1",)]
    assert answers[2].how == "每周报工" and answers[0].how == full.practices[0].how


def test_bare_answers_stay_apart(full: Profile, tmp_path: Path) -> None:
    points = full.practices[0].points
    assert len(points) == 2
    bare = full.practices[0].model_copy(update={"how": "没有", "effect": None})
    write_workbook(full.model_copy(update={"practices": (bare,)}), QUESTIONS, tmp_path / "a.xlsx")
    assert [one.points for one in read_profile(tmp_path / "a.xlsx").practices] == [(one,) for one in points]


def test_sorted_rows_and_blank_ones_do_no_harm(book: openpyxl.Workbook, full: Profile, tmp_path: Path) -> None:
    book["系统"].insert_rows(2, amount=3)
    book.save(tmp_path / "b.xlsx")
    assert read_profile(tmp_path / "b.xlsx") == full


def test_what_was_there_stays_when_writing_fails(full: Profile, tmp_path: Path) -> None:
    with pytest.raises(DraftingError, match="写不进去"):
        write_workbook(full, QUESTIONS, tmp_path / "没有的文件夹" / "a.xlsx")
    folder = tmp_path / "a.xlsx"
    folder.mkdir()
    with pytest.raises(DraftingError, match="写不进去"):
        write_workbook(full, QUESTIONS, folder)
    assert list(tmp_path.iterdir()) == [folder]
