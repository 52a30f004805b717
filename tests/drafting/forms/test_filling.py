"""A form prints what the text prints, says what the profile says, and asks for the rest."""

from __future__ import annotations

import re

import pytest

from drafting.forms.filling import fill_form
from drafting.forms.form import Filled, Form
from drafting.forms.layout import known_forms, layouts_of
from drafting.forms.sources import FIELD_NAMES, is_source
from drafting.generator import DraftingError
from tests.drafting.forms.made_forms import COMPANY, FINANCES, LEDGER, PLAN, PROJECT, bare, box, filled, profile, shelf

ANNEXES = ("1", "2", "3", "4")
PRINTED = ("form_field", "heading", "lead", "paragraph")


def printed_clauses(annex: str) -> list[str]:
    root = f"{PLAN}/annex-{annex}/"
    rows = [one for one in shelf().of(PLAN, kinds=PRINTED) if one.id.startswith(root)]
    return [one.id for one in rows if one.id != f"{root}title"]


def words(text: str) -> str:
    return re.sub(r"\s", "", text.replace("[bookmark: _GoBack]", ""))


@pytest.mark.parametrize("annex", ANNEXES)
def test_every_printed_field_stands_once_and_in_order_with_its_words(annex: str) -> None:
    form = filled(annex)
    made = [one for one in form.entries if one.printed]
    assert [one.clause for one in made] == printed_clauses(annex)
    for one in made:
        clause = shelf().by_id[one.clause]
        assert words(clause.text) in words(one.printed).replace("（√）", "（）")
    assert form.heading == f"附件{annex}"
    assert words(form.title) == words(shelf().by_id[f"{PLAN}/annex-{annex}/title"].text)


@pytest.mark.parametrize("annex", ANNEXES)
def test_every_form_says_that_it_is_a_draft_of_a_draft(annex: str) -> None:
    form = filled(annex)
    assert form.banner == "征求意见稿附件·草稿，仅供内部准备"
    assert any("不是正式表式" in note and "征求意见稿" in note for note in form.notes)


def test_a_made_up_enterprise_is_called_so_on_every_page() -> None:
    form = filled("1", profile={"id": "x", "fictional": "是", "as_of": "2026-10"})
    assert form.banner.startswith("虚构示例·")


def test_the_application_holds_what_the_profile_says() -> None:
    form = filled("1")
    said = {
        "p1": "浦江某某锁业有限公司",
        "field-2": "浦江县某路1号",
        "field-4": "张某",
        "field-5": "3000",
        "field-19": "锁芯车间数字化改造",
        "field-22": "2024-03-01 至 2026-02-28",
        "field-23": "周某",
        "field-24": "138xxxx0000",
        "field-26": "139xxxx0000",
        "field-29": "人均产出提高三成",
        "field-31": "机器人焊接单元和制造执行系统",
        "field-34": "先联网后排产",
    }
    assert {field: box(form, field).filled.said for field in said} == said
    assert box(form, "field-2").filled.basis == ("company.address",)
    assert form.missing == (
        "邮政编码", "企业经济性质", "总资产", "固定资产总额", "资产负债率（％）",
        "2020年上缴税金", "2020年信息化总投入", "传真",
    )  # fmt: skip


def test_the_printed_year_takes_figures_of_that_year_alone() -> None:
    form = filled("1")
    assert [box(form, "field-12", number).filled.said for number in (0, 1)] == ["8000", "7300"]
    assert box(form, "field-14").filled == Filled(missing=("2020年上缴税金",))
    assert box(form, "field-17").filled.said == "（截至 2026-09）"
    without = filled("1", finances=FINANCES[1:])
    assert box(without, "field-12").filled == Filled(missing=("2020年企业营业收入",))
    assert "档案里另有 2025、2026 年的经营数据，没有代入“2020年”一栏。" in without.notes


def test_half_a_year_is_not_the_year() -> None:
    form = filled("1", finances=({"year": "2020-06", "revenue": 1},))
    assert box(form, "field-12").filled.missing == ("2020年企业营业收入",)


def test_the_gap_in_the_printed_numbers_stays_and_is_told() -> None:
    form = filled("1")
    parts = [one.printed for one in form.entries if one.look == "part"]
    assert parts == ["一、企业基本情况", "二、企业经营情况", "三、项目基本情况", "六、审核意见"]
    assert "所印编号由“三”跳到“六”，原文没有四、五，本表照印，不补编。" in form.notes


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("数字工厂", "数字工厂"),
        ("数字化车间", "数字工厂"),
        ("未来工厂", "未来工厂"),
        ("数字化制造及行业平台化服务", "数字化制造及行业平台化服务"),
        ("中小企业数字化制造及行业平台化服务", "数字化制造及行业平台化服务"),
    ],
)
def test_the_project_type_is_ticked_among_the_printed_options(kind: str, option: str) -> None:
    entry = box(filled("1", projects=(PROJECT | {"kind": kind},)), "field-21")
    assert re.findall(r"（√）(\S+)", entry.printed) == [option]
    assert entry.printed.count("（） ") + entry.printed.count("（）") == 3
    assert not entry.missing


@pytest.mark.parametrize("kind", ["工厂", "智能化改造诊断服务", "机器换人"])
def test_no_type_is_ticked_where_the_kind_names_none_of_them(kind: str) -> None:
    form = filled("1", projects=(PROJECT | {"kind": kind},))
    assert "√" not in box(form, "field-21").printed
    assert "项目类型" in form.missing


def test_a_type_may_be_given() -> None:
    form = fill_form(PLAN, "1", profile(), shelf(), track="智能工厂")
    assert "（√）智能工厂" in box(form, "field-21").printed
    assert form.track == "智能工厂"


def test_without_a_project_its_fields_are_asked_for() -> None:
    form = fill_form(PLAN, "1", bare(), shelf())
    assert box(form, "field-19").filled == Filled(missing=("项目名称",))
    assert (form.thresholds, form.ledger, form.arithmetic) == ((), (), ())
    assert any("应当正好 1 个" in note for note in form.notes)
    two = filled("1", projects=(PROJECT, PROJECT | {"id": "P2"}))
    assert any("有 2 个，应当正好 1 个" in note for note in two.notes)
    assert box(two, "field-19").filled.said == ""


def values(form: Form) -> list[str]:
    return [one.filled.said for one in form.entries if one.filled.said]


def test_the_promise_takes_the_project_name_and_nothing_else() -> None:
    form = filled("2", company=COMPANY | {"legal_representative": "张某"})
    assert values(form) == ["锁芯车间数字化改造"]
    hands = {one.clause.rsplit("/", 1)[1]: one.filled for one in form.entries if one.by_hand}
    assert hands == {"p3": Filled(), "p4": Filled(), "p5": Filled()}
    assert [one.printed for one in form.entries][-2] == "年   月   日"


def test_the_acceptance_shows_its_arithmetic_and_leaves_the_experts_their_fields() -> None:
    form = filled("3")
    assert box(form, "field-7").filled.said == "350"
    assert box(form, "field-8").filled.said == "150"
    assert "150÷500＝30.00%" in box(form, "field-9").filled.said
    assert box(form, "field-10").filled.said == "2024-03-01"
    assert next(form.entries).printed == "验收时间： 2021年  月  日"
    experts = [one for one in form.entries if one.by_hand]
    assert len(experts) == 14
    assert all(one.filled == Filled() for one in experts)
    assert {one.clause.rsplit("/", 1)[1] for one in experts if "专家" in one.by_hand} == {"field-14", "field-16"}


def test_what_was_built_is_told_point_by_point_and_the_gains_are_asked_for() -> None:
    measures = ({"name": "产品不良率", "value": 0.8, "unit": "%", "period": "2026-09", "baseline": 2.5},)
    systems = ({"name": "制造执行系统", "state": "试运行", "since": "2025-06"}, {"name": "旧系统", "state": "停用"})
    told = box(filled("3", measures=measures, systems=systems), "field-13").filled
    assert "2、机器人焊接单元和制造执行系统" in told.said
    assert "项目开工后开始试运行的系统（尚未正式投用）：制造执行系统（2025-06）" in told.said
    assert "投用的系统：" not in told.said
    assert "旧系统" not in told.said
    assert "质量提升方面的企业指标：产品不良率 0.8%（2026-09），基期 2.5%" in told.said
    assert "能耗减少的数据（改造前后、统计期、来源）" in told.missing
    assert not any("质量提升" in one for one in told.missing)


def test_an_acceptance_before_the_end_is_said_to_be_too_early() -> None:
    early = filled("3", projects=(PROJECT | {"end": "2026-12-31"},))
    assert any(note.startswith("竣工时间 2026-12-31 在档案基准日 2026-10 之后") for note in early.notes)
    assert not any("竣工时间" in note for note in filled("3").notes)
    assert not any("竣工时间" in note for note in filled("1", projects=(PROJECT | {"end": "2026-12-31"},)).notes)


def test_the_outline_lists_facts_below_each_item_and_draws_no_conclusion() -> None:
    equipment = ({"name": "数控车床", "count": 10, "networked": 6, "state": "在用", "since": "2022-01"},)
    form = filled("4", equipment=equipment)
    first = box(form, "1/1")
    said = {fact.name: fact.filled.said for fact in first.facts}
    assert said["利税"] == "2025年 830 万元（利润总额 520＋上缴税金 310）"
    assert said["销售收入（企业营业收入）"] == "2025年 9600 万元"
    assert first.tables[0].rows == (("数控车床", "", "", "10", "2022-01", "在用"),)
    assert "设备的品牌、型号" in first.missing
    assert box(form, "1/2").facts[0].filled.said == "6/10 台"
    assert [one.by_hand for one in form.entries if one.look != "part"] == ["诊断机构"] * 8
    assert box(form, "3").missing == ("是否愿意配合开展管理创新咨询服务",)


def test_the_outline_lists_the_ledger_of_the_project_alone() -> None:
    table = next(one for one in box(filled("4", ledger=LEDGER), "2/2").tables if "金额（万元）" in one.heads)
    assert len(table.rows) == 4


@pytest.mark.parametrize("annex", ANNEXES)
def test_nothing_is_filled_from_a_bare_profile_but_the_name(annex: str) -> None:
    form = fill_form(PLAN, annex, bare(), shelf())
    assert set(values(form)) <= {"某厂"}
    assert form.missing


@pytest.mark.parametrize(
    ("document", "annex", "said"),
    [
        (PLAN, "5", "it has no form 5"),
        (PLAN, "", "it has no form"),
        ("zj-graded", "1", "it has no forms"),
        ("nowhere", "1", "no such document"),
    ],
)
def test_an_unknown_form_is_refused(document: str, annex: str, said: str) -> None:
    with pytest.raises(DraftingError, match=said):
        fill_form(document, annex, profile(), shelf())


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(DraftingError, match="no track 超级工厂"):
        fill_form(PLAN, "1", profile(), shelf(), track="超级工厂")


def test_every_source_of_every_layout_is_known() -> None:
    assert known_forms() == {PLAN: ANNEXES}
    for layout in layouts_of(PLAN).values():
        for block in layout.blocks:
            for place in (one for row in (*block.rows, block.lines) for one in row):
                assert all(is_source(one) for one in (place.fill, place.gap, place.add) if one)
                assert all(one in FIELD_NAMES for one in place.facts)
