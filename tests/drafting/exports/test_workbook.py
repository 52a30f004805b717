"""The plan as a workbook: what stands where, what it looks like, and that no text of a client is ever run."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.chart import RadarChart

from app.assembly import Workspace
from drafting.exports.update import read_edits
from drafting.exports.workbook import write_workbook
from drafting.exports.workbook_record import NAME
from drafting.exports.workbook_values import settled
from drafting.generator import DraftingError
from drafting.plans.plan import STATUS_LABELS, DomainReadiness, EvidencePlan, OtherTarget
from drafting.plans.target import read_target, requirements_of
from drafting.profiles.checking import checked
from drafting.profiles.examples import example
from drafting.profiles.yaml_tree import read_yaml
from tests.drafting.exports.workbook_cases import (
    CHANGEOVER,
    LEGAL,
    NETWORKED,
    PREDICTIVE,
    SPINDLE,
    Person,
    plan,
    profile,
    seen,
    with_chain,
    with_conflict,
)

ORDER = [NETWORKED, PREDICTIVE, "scheme/19/smart-factory/c1", SPINDLE, CHANGEOVER]


def written(made: EvidencePlan, folder: Path) -> Person:
    path = folder / "plan.xlsx"
    write_workbook(made, profile(), path)
    return seen(path)


def test_every_requirement_stands_once_and_in_order(tmp_path: Path) -> None:
    book = written(plan(), tmp_path)
    assert book.column("要求矩阵", "编号") == ORDER
    assert book.column("要求矩阵", "条文") == [item.requirement.text for item in plan().items]
    assert book.column("下级基础", "编号") == ["scheme/19/digital-workshop/a"]
    points = [point.id for item in (*plan().items, *plan().base) for point in item.points]
    assert book.column("判断点", "编号") == points


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("discrete", "zj-graded:smart-factory"),
        ("process", "zj-graded:digital-workshop"),
        ("discrete", "pujiang-plan/数字工厂"),
        ("discrete", "guangxi-modes/离散型智能制造模式"),
    ],
)
def test_every_requirement_of_a_real_target_stands_once(
    founding: Workspace, tmp_path: Path, name: str, target: str
) -> None:
    held, aimed = checked(read_yaml(example(name)), name), read_target(target, founding.shelf)
    path = tmp_path / "plan.xlsx"
    made = founding.planner.plan(held, aimed)
    write_workbook(made, held, path)
    book = seen(path)
    wanted = [clause.id for clause in requirements_of(aimed, founding.shelf)]
    assert wanted and book.column("要求矩阵", "编号") == wanted
    numbers = book.column("证据登记", "附件编号")
    assert len(set(numbers)) == len(numbers) == sum(len(item.evidence) for item in (*made.items, *made.base))
    assert set(book.column("条文来源", "条文编号")) >= set(wanted)
    assert book.column("现场核查脚本", "演示")
    back = read_edits(path)
    assert (back.target, back.profile, back.edits, back.conflicts, back.added) == (target, held, (), (), ())


def test_the_first_sheet_says_what_it_is(tmp_path: Path) -> None:
    book = written(with_conflict(plan(), "投用日期早于合同"), tmp_path)
    words = {row[0].value: row[1].value for row in book.sheet("总览").iter_rows() if row[0].value}
    assert words["内部工作底稿"] == "省级智能工厂申报举证计划"
    assert words["企业"] == "示例机械有限公司"
    assert "申报书" in str(words["性质"])
    assert words["基准日"] == "2026-10-31"
    assert "其中有证据的" in str(words["就绪度"]) and "待确认的要求" in str(words["就绪度"])
    assert "最多到" not in str(words["就绪度"])
    assert words["冲突"] == "1 处，见工作表「冲突」"
    assert book.column("冲突", "冲突") == ["投用日期早于合同"]


def test_domains_are_drawn_as_a_radar(tmp_path: Path) -> None:
    domains = tuple(
        DomainReadiness(name, {"met": 1, "gap": 1}, share, 1.0, (1, 2), (0, 1), share / 2)
        for name, share in (("技术支撑", 0.25), ("体系保障", 0.5), ("智能化生产", 0.6667))
    )
    sheet = written(replace(plan(), domains=domains), tmp_path).sheet("总览")
    (chart,) = sheet._charts  # type: ignore[attr-defined]
    assert isinstance(chart, RadarChart)
    drawn = [series.val.numRef.f for series in chart.series]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "能力域")
    assert drawn == [f"'总览'!$H${head + 1}:$H${head + 3}", f"'总览'!$I${head + 1}:$I${head + 3}"]
    assert [sheet.cell(head + at, 8).value for at in (1, 2, 3)] == [0.25, 0.5, 0.666]
    assert [sheet.cell(head + at, 9).value for at in (0, 1, 2, 3)] == ["其中有证据的", 0.125, 0.25, 0.333]
    assert [sheet.cell(head + 4, at).value for at in (1, 2, 4, 7)] == ["合计", 3, 3, 6]


def test_a_single_domain_has_no_radar(tmp_path: Path) -> None:
    assert written(plan(), tmp_path).sheet("总览")._charts == []  # type: ignore[attr-defined]


def test_what_may_be_edited_is_marked_and_offers_choices(tmp_path: Path) -> None:
    sheet = written(plan(), tmp_path).sheet("要求矩阵")
    fills = {cell.value: cell.fill.start_color.rgb for cell in sheet[1]}
    marked = {head for head, colour in fills.items() if colour == "009C6500"}
    assert marked == {"状态", "缺口", "行动", "优先级", "责任人", "完成日期", "备注", "叙述"}
    offers = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert offers == {"G2:G6": f'"{",".join(STATUS_LABELS.values())}"', "L2:L6": '"高,中,低,—"'}
    rules = {rule.formula[0] for held in sheet.conditional_formatting for rule in held.rules}
    assert rules == {f'"{label}"' for label in STATUS_LABELS.values()}
    assert sheet["N2"].number_format == "yyyy-mm-dd"


def test_sheets_print_across_with_their_heads(tmp_path: Path) -> None:
    book = written(plan(), tmp_path)
    for name in ("要求矩阵", "判断点", "缺口清单", "证据登记", "行动清单", "申报条件", "现场核查脚本", "条文来源"):
        sheet = book.sheet(name)
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1" and sheet.freeze_panes and sheet.auto_filter.ref


def test_gaps_are_only_what_is_open(tmp_path: Path) -> None:
    book = written(plan(), tmp_path)
    listed = book.column("缺口清单", "编号")
    assert listed[0] == NETWORKED and "scheme/19/smart-factory/c1" not in listed
    assert book.column("缺口清单", "优先级")[0] == "高"


def test_evidence_shows_chain_and_indicator(tmp_path: Path) -> None:
    book = written(with_chain(plan()), tmp_path)
    key = "2-19a-1"
    assert book.read("证据登记", key, "链·合同") == "HT-1"
    assert book.read("证据登记", key, "链·发票") is None
    said = [book.read("证据登记", key, head) for head in ("公式", "单位", "指标值", "分子", "分母")]
    assert said == ["联网台数÷总台数", "%", 91.5, 43, 47]
    assert book.read("证据登记", key, "已有") == "否"


def test_conditions_say_where_they_come_from(tmp_path: Path) -> None:
    book = written(plan(), tmp_path)
    assert book.read("申报条件", LEGAL, "来源") == "惯例，以当年通知为准"


def test_other_targets_stand_in_a_sheet_of_proposals(tmp_path: Path) -> None:
    made = plan()
    first = replace(made.items[0], also=(CHANGEOVER,))
    other = OtherTarget("scheme:other", (made.items[-1],), 0.5)
    book = written(replace(made, items=(first, *made.items[1:]), others=(other,)), tmp_path)
    assert book.read("其他目标", "scheme:other", "可共用证明的本目标要求（推定）") == NETWORKED
    assert book.read("要求矩阵", NETWORKED, "服务的其他目标（推定）") == CHANGEOVER


def test_due_dates_are_dates(tmp_path: Path) -> None:
    made = plan()
    first = replace(made.items[0], due="2026-12-01", remark="等设备到货")
    second = replace(made.items[1], due="2027-03")
    book = written(replace(made, items=(first, second, *made.items[2:])), tmp_path)
    assert book.read("要求矩阵", NETWORKED, "完成日期") == datetime(2026, 12, 1)
    assert book.read("要求矩阵", PREDICTIVE, "完成日期") == "2027-03"
    assert book.read("要求矩阵", NETWORKED, "备注") == "等设备到货"


def test_the_record_is_very_hidden(tmp_path: Path) -> None:
    assert written(plan(), tmp_path).book[NAME].sheet_state == "veryHidden"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path, sign: str) -> None:
    made = plan()
    text = f'{sign}HYPERLINK("http://example.invalid","x")'
    first = replace(made.items[0], remark=text, narrative=text, owner=text)
    path = tmp_path / "plan.xlsx"
    write_workbook(replace(made, items=(first, *made.items[1:])), profile(), path)
    sheet = seen(path).sheet("要求矩阵")
    for place in ("M2", "O2", "P2"):
        assert (sheet[place].data_type, sheet[place].value, sheet[place].quotePrefix) == ("s", text, True)
    assert read_edits(path).edits == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40), signs=st.text(alphabet="=+-@\t\r\n _x00D\x07\ud800", max_size=12))
def test_any_text_comes_back_as_no_edit(tmp_path: Path, text: str, signs: str) -> None:
    made = plan()
    first = replace(made.items[0], remark=signs + text, gap=text + signs, narrative=text)
    path = tmp_path / "plan.xlsx"
    write_workbook(replace(made, items=(first, *made.items[1:])), profile(), path)
    assert read_edits(path).edits == ()
    remark = seen(path).read("要求矩阵", NETWORKED, "备注")
    assert settled(remark) == settled(signs + text)


def test_a_text_too_long_for_a_cell_is_no_edit(tmp_path: Path) -> None:
    made = plan()
    first = replace(made.items[0], narrative="长" * 40_000)
    path = tmp_path / "plan.xlsx"
    write_workbook(replace(made, items=(first, *made.items[1:])), profile(), path)
    assert read_edits(path).edits == ()
    assert len(seen(path).read("要求矩阵", NETWORKED, "叙述")) == 32_767


def test_nothing_is_written_where_nothing_can_be(tmp_path: Path) -> None:
    with pytest.raises(DraftingError, match="写不进去"):
        write_workbook(plan(), profile(), tmp_path)
    assert list(tmp_path.iterdir()) == []
