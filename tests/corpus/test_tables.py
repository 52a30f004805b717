"""Invented annexes in the shapes that provinces print their tables in, cut as a careful official reads them."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.clause import Clause
from tests.corpus.drawn import Merged, read_drawn, table
from tests.corpus.reading_rules import read_checked

OPENING = "某省智能工厂梯度培育实施细则\n\n一、要素条件\n\n各级智能工厂的制造车间应满足下列条件。\n"


def asked(rows: Iterable[Clause]) -> list[tuple[str | None, str, str]]:
    """Tier, kind and reading of the rows that ask something, or say that nothing is asked."""
    kinds = ("requirement", "threshold", "not_required")
    return [(row.tier, row.kind, row.plain) for row in rows if row.kind in kinds]


def test_a_cell_merged_over_tiers_is_one_row_that_holds_for_each() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["要素", "基础级", "先进级", "卓越级"],
            ["安全管理", Merged("应无重大安全事故。", columns=3)],
            ["能耗", "/", Merged("应监测能耗。", columns=2)],
        ),
    )
    assert [(row.plain, row.tier, row.tier_label, row.tiers) for row in rows if row.kind == "requirement"] == [
        ("应无重大安全事故。", "basic", "基础级", ("basic", "advanced", "excellence")),
        ("应监测能耗。", "advanced", "先进级", ("advanced", "excellence")),
    ]
    energy = next(row for row in rows if row.plain == "应监测能耗。")
    assert [energy.holds_for(tier) for tier in ("basic", "advanced", "excellence")] == [False, True, True]
    assert asked(rows)[1] == ("basic", "not_required", "/")


def test_a_head_of_two_rows_and_elements_that_reach_over_rows() -> None:
    rows = read_drawn(
        OPENING,
        table(
            [Merged("序号", 2), Merged("要素", 2), Merged("指标", 2), Merged("要求", columns=2)],
            ["基础级", "先进级"],
            ["1", Merged("装备", 2), "数控化率", "≥50%", "≥60%"],
            ["2", "联网率", "—", "≥50%"],
            ["3", Merged("能耗", columns=2), "不作要求", "应下降5%"],
        ),
    )
    assert [(row.domain, row.subdomain, row.subdomain_no, row.tier, row.kind) for row in rows if row.tier] == [
        ("装备", "数控化率", 1, "basic", "requirement"),
        ("装备", "数控化率", 1, "advanced", "requirement"),
        ("装备", "联网率", 2, "basic", "not_required"),
        ("装备", "联网率", 2, "advanced", "requirement"),
        (None, "能耗", 3, "basic", "not_required"),
        (None, "能耗", 3, "advanced", "requirement"),
    ]
    assert [row.plain for row in rows if row.rule == "table.head"] == [
        "序号",
        "要素",
        "指标",
        "要求",
        "基础级",
        "先进级",
    ]


def test_tiers_before_the_rows_and_items_in_their_cells() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["等级", "条件", "佐证材料"],
            ["基础级", "1.应有网络；\n2.数控化率不低于50%。", "清单"],
            ["先进级", "1.应有MES；2.应有APS；3.宜有数字孪生。", "截图"],
        ),
    )
    assert [(row.tier, row.label, row.plain) for row in rows if row.kind == "requirement"] == [
        ("basic", "1", "应有网络；"),
        ("basic", "2", "数控化率不低于50%。"),
        ("advanced", "1", "应有MES；"),
        ("advanced", "2", "应有APS；"),
        ("advanced", "3", "宜有数字孪生。"),
    ]
    assert [(row.tier, row.label) for row in rows if row.plain == "清单"] == [("basic", "佐证材料")]


def test_a_tier_that_stands_for_the_rows_below_it() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["等级", "序号", "条件"],
            [Merged("数字化车间", 2), "1", "应有MES。"],
            ["2", "设备联网率不低于60%。"],
            [Merged("智能工厂", 1), "1", "应有APS。"],
        ),
    )
    assert asked(rows) == [
        ("digital-workshop", "requirement", "应有MES。"),
        ("digital-workshop", "requirement", "设备联网率不低于60%。"),
        ("smart-factory", "requirement", "应有APS。"),
    ]
    assert [row.label for row in rows if row.kind == "requirement"] == ["1", "2", "1"]


def test_a_table_on_its_side_has_a_matter_in_each_column() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["级别", "工厂建设", "经营管理"],
            ["一星级", "应完成网络覆盖，建立基础数据采集。", "/"],
            ["二星级", "应建设数字孪生，实现全厂仿真。", "应建设ERP系统。"],
        ),
    )
    assert [(row.tier, row.subdomain, row.kind) for row in rows if row.tier and row.kind != "heading"] == [
        ("level-1", "工厂建设", "requirement"),
        ("level-1", "经营管理", "not_required"),
        ("level-2", "工厂建设", "requirement"),
        ("level-2", "经营管理", "requirement"),
    ]


def test_a_tier_named_by_the_caption_the_heading_or_a_band() -> None:
    head = ["序号", "环节", "要求"]
    captions = read_drawn(
        OPENING,
        "表1 基础级智能工厂要素条件",
        table(head, ["1", "生产", "应建设MES。"]),
        "表2 先进级智能工厂要素条件",
        table(head, ["1", "生产", "应集成MES。"]),
    )
    headings = read_drawn(
        "智能工厂制造车间要求\n\n一、基础级智能工厂\n\n下列条件均应满足。\n",
        table(head, ["1", "生产", "应建设MES。"]),
        "\n二、先进级智能工厂\n\n下列条件均应满足。\n",
        table(head, ["1", "生产", "应集成MES。"]),
    )
    bands = read_drawn(
        OPENING,
        table(
            head,
            [Merged("一、基础级", columns=3)],
            ["1", "生产", "应建设MES。"],
            [Merged("二、先进级", columns=3)],
            ["1", "生产", "应集成MES。"],
        ),
    )
    for rows in (captions, headings, bands):
        found = [one for one in asked(rows) if "MES" in one[2]]
        assert found == [("basic", "requirement", "应建设MES。"), ("advanced", "requirement", "应集成MES。")]


def test_one_name_of_a_tier_has_one_code_in_a_document() -> None:
    rows = read_drawn(
        OPENING,
        table(["要素", "规范级", "集成级"], ["装备", "应联网。", "应集成。"]),
        "\n另表如下。\n",
        table(["要素", "集成级", "引领示范级"], ["数据", "应采集。", "应分析。"]),
    )
    assert asked(rows) == [
        ("tier-1", "requirement", "应联网。"),
        ("tier-2", "requirement", "应集成。"),
        ("tier-2", "requirement", "应采集。"),
        ("tier-3", "requirement", "应分析。"),
    ]


def test_names_of_tiers_that_only_stand_beside_others_and_in_any_order() -> None:
    over = read_drawn(
        OPENING, table(["要素", "入门级", "提升级", "标杆级"], ["装备", "应联网。", "应集成。", "应优化。"])
    )
    before = read_drawn(OPENING, table(["档次", "条件"], ["C档", "应联网。"], ["B档", "应集成。"]))
    assert [row.tier_label for row in over if row.kind == "requirement"] == ["入门级", "提升级", "标杆级"]
    assert [(row.tier, row.tier_label) for row in before if row.kind == "requirement"] == [
        ("tier-1", "C档"),
        ("tier-2", "B档"),
    ]


def test_a_sheet_that_holds_two_annexes_holds_two_tables() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["要素", "基础级", "先进级", ""],
            ["装备", "应联网。", "应集成。", ""],
            [Merged("附件2", columns=4)],
            [Merged("智能工厂申请表", columns=4)],
            ["企业名称", "", "联系人", ""],
        ),
    )
    assert asked(rows) == [("basic", "requirement", "应联网。"), ("advanced", "requirement", "应集成。")]
    assert [row.plain for row in rows if row.kind == "form_field"] == ["企业名称", "联系人"]
    assert rows[-1].path == ("附件2 智能工厂申请表",)


def test_marks_tell_which_tiers_a_row_is_for() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["序号", "场景", "建设要求", "基础级", "先进级", "卓越级"],
            ["1", "排产", "应自动排产。", "", "√", "√"],
            ["2", "孪生", "应建设数字孪生。", "", "○", "√"],
        ),
    )
    assert [(row.plain, row.tier, row.tiers) for row in rows if row.kind == "requirement"] == [
        ("应自动排产。", "advanced", ("advanced", "excellence")),
        ("应建设数字孪生。", "excellence", ()),
    ]
    assert [row.plain for row in rows if row.rule == "tier-table.mark"] == ["√", "√", "○", "√"]


def test_indicators_are_thresholds_or_requirements_with_their_quantities() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["序号", "指标", "目标值", "说明"],
            ["1", "数控化率", "≥70%", "按上年末数据计算"],
            ["2", "智能制造投资", "不低于1000万元", "近三年累计"],
        ),
    )
    found = [row for row in rows if row.kind in ("requirement", "threshold")]
    assert [(row.label, row.kind, row.quantities[0].value) for row in found] == [
        ("数控化率", "requirement", 70.0),
        ("智能制造投资", "threshold", 1000.0),
    ]
    assert [row.kind for row in rows if row.label == "说明"] == ["table_cell", "table_cell"]


def test_how_points_are_given_binds_nobody() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["一级指标", "二级指标", "评价内容", "评分标准", "分值"],
            [Merged("基础条件", 2), "组织", "应配备专职人员。", "有人员得5分", "5"],
            ["资金", "近三年投入不低于500万元。", "达到得5分", "5"],
            [Merged("合计", columns=4), "10"],
        ),
    )
    asking = [row for row in rows if row.kind in ("requirement", "threshold")]
    assert [(row.element, row.label, row.kind, row.plain) for row in asking] == [
        ("基础条件", "组织", "requirement", "应配备专职人员。"),
        ("基础条件", "资金", "threshold", "近三年投入不低于500万元。"),
    ]
    assert [(row.label, row.kind) for row in rows if row.plain in ("有人员得5分", "10")] == [
        ("评分标准", "table_cell"),
        ("分值", "table_cell"),
    ]


def test_points_below_a_tier_stand_beside_what_it_asks() -> None:
    rows = read_drawn(
        OPENING,
        table(
            [Merged("要素", 2), Merged("基础级", columns=2), Merged("先进级", columns=2)],
            ["要求", "分值", "要求", "分值"],
            ["装备", "应联网。", "5", "应集成。", "10"],
        ),
    )
    assert asked(rows) == [("basic", "requirement", "应联网。"), ("advanced", "requirement", "应集成。")]


def test_three_columns_of_names_are_element_domain_and_label() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["一级指标", "二级指标", "三级指标", "指标要求", "权重"],
            [Merged("生产", 3), Merged("计划", 2), "排产", "应自动排产。", "5%"],
            ["调度", "应动态调度。", "5%"],
            ["质量", "检测", "应在线检测；\n（1）应留样；\n（2）应追溯。", "5%"],
        ),
    )
    assert [(row.element, row.domain, row.label, row.plain) for row in rows if row.kind == "requirement"] == [
        ("生产", "计划", "排产", "应自动排产。"),
        ("生产", "计划", "调度", "应动态调度。"),
        ("生产", "质量", "检测", "应在线检测；"),
        ("生产", "质量", "1", "应留样；"),
        ("生产", "质量", "2", "应追溯。"),
    ]


def test_what_an_authority_does_or_gives_is_asked_of_nobody() -> None:
    tasks = read_drawn(
        OPENING, table(["序号", "重点任务", "责任单位"], ["1", "应建立智能工厂培育库。", "省工业和信息化厅"])
    )
    rewards = read_drawn(OPENING, table(["级别", "奖励标准"], ["基础级", "不超过20万元"], ["先进级", "不超过50万元"]))
    assert asked(tasks) == asked(rewards) == []
    assert [(row.tier, row.kind) for row in rewards if "万元" in row.plain] == [
        ("basic", "table_cell"),
        ("advanced", "table_cell"),
    ]


def test_a_list_keeps_each_cell_with_its_head_and_a_blank_one_is_a_form() -> None:
    listed = read_drawn(
        "附件2\n\n某省智能工厂拟认定名单\n",
        table(["序号", "企业名称", "所在地"], ["1", "甲机械公司", "东市"], ["2", "乙电子公司", "西市"]),
    )
    blank = read_drawn(
        "附件3\n\n智能工厂推荐汇总表\n", table(["序号", "企业名称", "所在地"], ["1", "", ""], ["2", "", ""])
    )
    assert [(row.kind, row.label, row.plain, row.path[-1]) for row in listed if row.rule == "data.cell"] == [
        ("table_cell", "企业名称", "甲机械公司", "甲机械公司"),
        ("table_cell", "所在地", "东市", "甲机械公司"),
        ("table_cell", "企业名称", "乙电子公司", "乙电子公司"),
        ("table_cell", "所在地", "西市", "乙电子公司"),
    ]
    assert [row.plain for row in blank if row.kind == "form_field"] == ["序号", "企业名称", "所在地"]


def test_a_form_keeps_its_parts_and_fields() -> None:
    rows = read_drawn(
        "附件1\n\n智能工厂申报表\n",
        table(
            [Merged("一、基本情况", columns=4)],
            ["企业名称", "", "统一社会信用代码", ""],
            [Merged("二、建设情况", columns=4)],
            ["建设内容", Merged("（不超过500字）", columns=3)],
            [Merged("企业负责人签字：\n（盖章）\n年  月  日", columns=4)],
        ),
    )
    parts = [(row.label, row.plain) for row in rows if row.rule == "form.part"]
    assert parts == [("一", "基本情况"), ("二", "建设情况")]
    assert [row.plain for row in rows if row.kind == "form_field"] == [
        "企业名称",
        "统一社会信用代码",
        "建设内容",
        "（不超过500字）",
        "企业负责人签字：（盖章）年 月 日",
    ]


def test_a_box_is_prose() -> None:
    rows = read_drawn(OPENING, table(["二、申报条件\n（一）应有法人资格。\n（二）应建设MES。"]))
    assert [(row.section, row.label, row.kind) for row in rows[-3:]] == [
        ("二", "二", "heading"),
        ("二", "一", "requirement"),
        ("二", "二", "requirement"),
    ]


def test_a_table_goes_on_over_pages_with_its_head_again_or_without() -> None:
    rows = read_drawn(
        OPENING,
        table(["序号", "要素", "要求"], ["1", "装备", "应联网。"]),
        table(["2", "数据", "应采集。"]),
        "（续表）",
        table(["序号", "要素", "要求"], ["3", "能源", "应监测。"]),
    )
    assert [(row.element, row.kind, row.plain) for row in rows if row.rule == "conditions.item"] == [
        ("装备", "requirement", "应联网。"),
        ("数据", "requirement", "应采集。"),
        ("能源", "requirement", "应监测。"),
    ]
    assert [row.plain for row in rows if row.rule == "table.head"] == ["序号", "要素", "要求"] * 2


def test_a_title_and_a_remark_within_the_table() -> None:
    rows = read_drawn(
        OPENING,
        table(
            [Merged("表1 评价指标", columns=3)],
            ["指标", "要求", "分值"],
            ["装备", "应采用数控装备。", "10"],
            [Merged("注：满分10分，应按实评分。", columns=3)],
        ),
    )
    assert [(row.rule, row.kind) for row in rows if row.plain.startswith(("表1", "注："))] == [
        ("table.title", "heading"),
        ("table.note", "paragraph"),
    ]
    assert asked(rows) == [(None, "requirement", "应采用数控装备。")]


def test_levels_of_a_maturity_model_are_no_tiers() -> None:
    rows = read_drawn(
        OPENING, "表1 智能制造能力成熟度等级要求", table(["能力域", "一级", "二级"], ["人员", "应制定。", "应培训。"])
    )
    assert all(row.tier is None for row in rows)


def test_tables_drawn_in_plain_text() -> None:
    bars = read_checked(f"{OPENING}\n| 要素 | 基础级 | 先进级 |\n|---|:---:|---|\n| 装备 | 应联网 | / |\n")
    spaces = read_checked(f"{OPENING}\n序号    指标      要求\n1    数控化率   不低于50%\n2    联网率   不低于60%\n")
    assert asked(bars) == [("basic", "requirement", "应联网"), ("advanced", "not_required", "/")]
    assert [(row.label, row.plain) for row in spaces if row.rule == "conditions.item"] == [
        ("数控化率", "不低于50%"),
        ("联网率", "不低于60%"),
    ]


def test_traditional_characters_are_read_as_the_others() -> None:
    rows = read_drawn(
        "某省智能工廠要求（智能制造车间）\n",
        table(["序號", "要素", "基礎級", "先進級要求"], ["1", "工廠建設", "不作要求", "應建設MES。"]),
    )
    assert [(row.tier, row.tier_label, row.kind) for row in rows if row.tier] == [
        ("basic", "基礎級", "not_required"),
        ("advanced", "先進級", "requirement"),
    ]


def test_a_table_without_a_head_asks_what_its_sentences_ask() -> None:
    rows = read_drawn(OPENING, table(["工厂建设", "应建设网络，覆盖全厂。"], ["生产管理", "应建设MES，实现追溯。"]))
    assert [(row.element, row.plain) for row in rows if row.kind == "requirement"] == [
        ("工厂建设", "应建设网络，覆盖全厂。"),
        ("生产管理", "应建设MES，实现追溯。"),
    ]


def test_a_long_table_is_read_whole() -> None:
    row = ["装备", "应联网", "应集成", "/", "x", "x", "x", "x", "x", "10"]
    head = ["要素", "基础级", "先进级", "卓越级", "备注", "甲", "乙", "丙", "丁", "分值"]
    rows = read_drawn(OPENING, table(head, *[row] * 2_000))
    assert sum(row.tier == "basic" for row in rows) == 2_000
