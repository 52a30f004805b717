"""Invented annexes of indicators, points, lists and forms, cut as a careful official reads them."""

from __future__ import annotations

from tests.corpus.drawn import OPENING, Merged, asked, read_drawn, table
from tests.corpus.reading_rules import read_checked


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


def test_a_form_whose_lines_lack_their_last_cells_is_one() -> None:
    rows = read_drawn("附件1\n\n智能工厂申请\n", table(["企业名称", "", "所在市"], ["申请等级", "", "地址"]))
    assert [row.plain for row in rows if row.kind == "form_field"] == ["企业名称", "所在市", "申请等级", "地址"]


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


def test_tables_drawn_in_plain_text() -> None:
    bars = read_checked(f"{OPENING}\n| 要素 | 基础级 | 先进级 |\n|---|:---:|---|\n| 装备 | 应联网 | / |\n")
    spaces = read_checked(f"{OPENING}\n序号    指标      要求\n1    数控化率   不低于50%\n2    联网率   不低于60%\n")
    assert asked(bars) == [("basic", "requirement", "应联网"), ("advanced", "not_required", "/")]
    assert [(row.label, row.plain) for row in spaces if row.rule == "conditions.item"] == [
        ("数控化率", "不低于50%"),
        ("联网率", "不低于60%"),
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


def test_what_only_explains_a_row_names_nothing() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["序号", "指标", "指标说明", "基础级", "先进级"],
            ["1", "联网率", "联网设备数量占设备总数的比例，按套数计算", "≥30%", "≥50%"],
        ),
    )
    assert {row.subdomain for row in rows if row.tier} == {"联网率"}
    assert [row.kind for row in rows if row.label == "指标说明"] == ["table_cell"]


def test_a_lead_within_a_cell_leads_to_its_items() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["序号", "项目", "内容"], ["1", "条件", "（一）应具备下列资格：\n1.应注册；\n2.应纳税。\n（二）应联网。"]
        ),
    )
    assert [(row.label, row.kind, row.plain) for row in rows if row.rule == "conditions.item"] == [
        ("一", "lead", "应具备下列资格："),
        ("1", "requirement", "应注册；"),
        ("2", "requirement", "应纳税。"),
        ("二", "requirement", "应联网。"),
    ]


def test_an_outline_to_fill_in_is_a_form_and_a_table_of_figures_is_data() -> None:
    outline = read_drawn(
        "附件2\n\n智能工厂申报书（提纲）\n",
        table(["企业简介", "（包括主营业务、规模等）"], ["建设情况", "（描述建设内容）"]),
    )
    figures = read_drawn(OPENING, table(["地区", "2024年", "2025年"], ["东市", "12", "15"]))
    assert {row.kind for row in outline if row.rule == "form.field"} == {"form_field"}
    assert [(row.label, row.plain, row.kind) for row in figures if row.rule == "data.cell"] == [
        ("地区", "东市", "table_cell"),
        ("2024年", "12", "table_cell"),
        ("2025年", "15", "table_cell"),
    ]


def test_contents_with_tabs_before_the_pages_are_no_table() -> None:
    rows = read_checked(
        "某省智能工厂方案\n\n目录\n一、总则\t1\n二、附则\t5\n\n一、总则\n\n应建设智能工厂。\n二、附则\n\n施行。\n"
    )
    assert not [row for row in rows if row.kind in ("form_field", "table_cell")]


def test_a_page_laid_out_in_a_row_of_cells_is_prose() -> None:
    page = "智能工厂管理办法\n第一条 企业应申报智能工厂。\n第二条 工厂应联网。\n一、甲\n二、乙\n三、丙\n四、丁"
    rows = read_drawn(OPENING, table(["首页\n通知", page]))
    assert [row.label for row in rows if row.section.startswith("第")] == ["一", "二"]
    assert not [row for row in rows if row.kind == "form_field"]


def test_a_single_line_with_a_tab_is_prose() -> None:
    rows = read_checked(f"{OPENING}\n联系人：张某\t电话：12345\n\n应建设智能工厂。\n")
    assert [row.rule for row in rows if "张某" in row.plain] == ["outline.paragraph"]
