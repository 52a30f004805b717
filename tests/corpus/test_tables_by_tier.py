"""Invented tables of conditions by tier, in the shapes that provinces print them in."""

from __future__ import annotations

from tests.corpus.drawn import OPENING, Merged, asked, read_drawn, table


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


def test_levels_of_a_maturity_model_are_no_tiers() -> None:
    rows = read_drawn(
        OPENING, "表1 智能制造能力成熟度等级要求", table(["能力域", "一级", "二级"], ["人员", "应制定。", "应培训。"])
    )
    assert all(row.tier is None for row in rows)


def test_traditional_characters_are_read_as_the_others() -> None:
    rows = read_drawn(
        "某省智能工廠要求（智能制造车间）\n",
        table(["序號", "要素", "基礎級", "先進級要求"], ["1", "工廠建設", "不作要求", "應建設MES。"]),
    )
    assert [(row.tier, row.tier_label, row.kind) for row in rows if row.tier] == [
        ("basic", "基礎級", "not_required"),
        ("advanced", "先進級", "requirement"),
    ]


def test_stars_and_levels_over_columns() -> None:
    stars = read_drawn(OPENING, table(["指标", "★", "★★"], ["联网率", "≥30%", "≥50%"]))
    levels = read_drawn(OPENING, table(["能力", "L1", "L2"], ["联网率", "≥30%", "≥50%"]))
    assert [row.tier_label for row in stars if row.kind == "requirement"] == ["★", "★★"]
    assert [row.tier for row in levels if row.kind == "requirement"] == ["level-1", "level-2"]


def test_a_tier_all_of_whose_cells_are_merged_is_named_by_its_head() -> None:
    rows = read_drawn(OPENING, table(["要素", "基础级", "先进级"], ["安全", Merged("应无事故。", columns=2)]))
    assert [(row.plain, row.tier, row.tier_label) for row in rows if row.tier] == [
        ("先进级", "advanced", "先进级"),
        ("应无事故。", "basic", "基础级"),
    ]


def test_a_list_of_what_is_asked_asks_it() -> None:
    rows = read_drawn(
        OPENING,
        "某省智能工厂建设要求清单",
        table(
            ["序号", "层级", "能力域", "建设要求"],
            ["1", "启步级", "装备", "应联网。"],
            ["2", "成长级", "装备", "宜集成。"],
        ),
    )
    assert [(row.tier_label, row.element, row.plain) for row in rows if row.rule == "conditions.item"] == [
        ("启步级", "装备", "应联网。"),
        ("成长级", "装备", "宜集成。"),
    ]
