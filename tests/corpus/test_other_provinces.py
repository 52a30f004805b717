"""Invented documents of other provinces, in the shapes that such documents come in, cut as a reader would cut them."""

from __future__ import annotations

from tests.corpus.reading_rules import demands, read_checked

TIER_TABLES = """某省智能工厂梯度建设评价要求

一、评价要求

（一）基本条件

申报企业应在本省注册，具有独立法人资格。

（二）能力要求

各级智能工厂能力要求见表1、表2。

表1 生产环节

\t能力项
\t基础级
\t先进级
\t卓越级

\t1.生产作业
\t1）应建立作业标准；
2）应采集数据。
\t（1）应建设MES；
（2）鼓励采用数字孪生。
\t应实现自决策。

\t2.设备管理
\t——
\t应建立设备台账。
\t

\t
\t
\t
\t

\t3.能源管理
\t不作要求
\t综合能耗下降应不低于5%。
\ta）应建立系统；
b）离散行业：宜开展核算。

表2 管理环节

\t能力项
\t基础级
\t先进级
\t卓越级

\t4.供应链
\t／
\t应评价供应商。
\t应协同。
"""


def test_tier_tables_with_other_tier_names_and_numbering() -> None:
    rows = read_checked(TIER_TABLES)
    cells = [(row.subdomain_no, row.tier, row.label, row.kind, row.plain) for row in rows if row.tier]
    assert cells == [
        (1, "basic", "1", "requirement", "应建立作业标准；"),
        (1, "basic", "2", "requirement", "应采集数据。"),
        (1, "advanced", "1", "requirement", "应建设MES；"),
        (1, "advanced", "2", "requirement", "鼓励采用数字孪生。"),
        (1, "excellence", None, "requirement", "应实现自决策。"),
        (2, "basic", None, "not_required", "——"),
        (2, "advanced", None, "requirement", "应建立设备台账。"),
        (3, "basic", None, "not_required", "不作要求"),
        (3, "advanced", None, "requirement", "综合能耗下降应不低于5%。"),
        (3, "excellence", "a", "requirement", "应建立系统；"),
        (3, "excellence", "b", "requirement", "离散行业：宜开展核算。"),
        (4, "basic", None, "not_required", "／"),
        (4, "advanced", None, "requirement", "应评价供应商。"),
        (4, "excellence", None, "requirement", "应协同。"),
    ]
    assert [row.industry for row in rows if row.industry] == ["离散行业"]
    assert next(row for row in rows if row.plain.startswith("申报企业应")).kind == "requirement"
    assert {row.tier_label for row in rows if row.tier} == {"基础级", "先进级", "卓越级"}


def test_windows_line_ends_change_no_reading() -> None:
    unix, windows = read_checked(TIER_TABLES), read_checked(TIER_TABLES.replace("\n", "\r\n"))
    assert [(row.id, row.kind, row.plain) for row in unix] == [(row.id, row.kind, row.plain) for row in windows]


def test_a_table_cut_in_the_middle_keeps_what_is_there() -> None:
    rows = read_checked(
        "表1 要求\n\t子域\n\t数字化车间\n\t智能工厂\n\n\t1.计划\n\ta）应编制计划；\nb）应下达计划。\n\t"
    )
    assert demands(rows) == [("a", "requirement", "应编制计划；"), ("b", "requirement", "应下达计划。")]


def test_two_naming_columns_and_grades_nobody_knows() -> None:
    rows = read_checked(
        "智能工厂能力要求\n\n\t能力域\n\t能力子域\n\t规范级\n\t集成级\n\n\t生产\n\t计划调度\n\t应编制计划。\n\t应采用APS。\n\n"
        "\t\n\t质量管控\n\t无\n\t应在线检测。\n"
    )
    assert [(row.domain, row.subdomain, row.tier, row.kind) for row in rows if row.tier] == [
        ("生产", "计划调度", "tier-1", "requirement"),
        ("生产", "计划调度", "tier-2", "requirement"),
        ("生产", "质量管控", "tier-1", "not_required"),
        ("生产", "质量管控", "tier-2", "requirement"),
    ]


def test_tables_that_count_from_one_again_have_places_of_their_own() -> None:
    table = "表{0} 要求\n\t子域\n\t基础级\n\t先进级\n\n\t1.项目{0}\n\t应建设智能工厂。\n\t/\n\n"
    rows = read_checked(table.format(1) + table.format(2))
    assert [row.id for row in rows if row.tier == "basic"] == ["doc/table-1/1/basic", "doc/table-2/1/basic"]


def test_a_tier_table_with_a_row_a_line_or_no_blank_lines() -> None:
    one_line = read_checked(
        "智能工厂分级\n\n能力项\t数字化车间\t智能工厂\n1.计划调度\t应编制计划\t应采用APS\n2.设备运维\t/\t应建台账\n"
    )
    no_blanks = read_checked(
        "智能工厂分级\n\n\t能力项\n\t数字化车间\n\t智能工厂\n\t1.计划调度\n\t应编制计划\n\t应采用APS\n\t2.设备运维\n\t/\n\t应建台账\n"
    )
    expected = [
        ("计划调度", "digital-workshop", "requirement", "应编制计划"),
        ("计划调度", "smart-factory", "requirement", "应采用APS"),
        ("设备运维", "digital-workshop", "not_required", "/"),
        ("设备运维", "smart-factory", "requirement", "应建台账"),
    ]
    for rows in (one_line, no_blanks):
        assert [(row.subdomain, row.tier, row.kind, row.plain) for row in rows if row.tier] == expected


def test_grades_as_chapters_are_tiers() -> None:
    rows = read_checked(
        "智能工厂培育要素条件\n\n一、基础级智能工厂\n（一）工厂建设\n1.计划调度。应用ERP编制计划。\n2.生产作业。数控化率不低于60%。\n"
        "二、先进级智能工厂\n应建设数字孪生工厂，实现优化。\n"
    )
    assert [(row.tier, row.tier_label, row.kind, row.label) for row in rows if row.kind != "heading"] == [
        ("basic", "基础级", "requirement", "1"),
        ("basic", "基础级", "requirement", "2"),
        ("advanced", "先进级", "requirement", None),
    ]


def test_hard_wrapped_lines_are_one_sentence() -> None:
    rows = read_checked(
        "某省制造业数字化转型行动方案\n\n一、重点任务\n\n"
        "（一）建设智能工厂。支持企业运用工业互联网、大数据、人工智能等技术改造生\n产线，应建设制造执行系统（MES），实现生产过程的数字\n"
        "化管理。鼓励企业上云用数。\n\n1、建设数字化车间。每年培育100个左右。\n2、建设智能工厂。投资不少于1000万元。\n"
    )
    assert demands(rows) == [
        (
            "一",
            "requirement",
            "建设智能工厂。支持企业运用工业互联网、大数据、人工智能等技术改造生产线，应建设制造执行系统（MES），"
            "实现生产过程的数字化管理。鼓励企业上云用数。",
        ),
        ("1", "paragraph", "建设数字化车间。每年培育100个左右。"),
        ("2", "threshold", "建设智能工厂。投资不少于1000万元。"),
    ]
    assert [row.id for row in rows if row.label in ("1", "2")] == ["doc/1.1/1", "doc/1.1/2"]


def test_an_annex_table_with_points() -> None:
    rows = read_checked(
        "附件1\n\n智能工厂评价指标\n\n一级指标\t二级指标\t评分标准\t分值\n智能装备\t数控化率\t数控化率不低于60%得满分\t10\n"
        "\t联网率\t联网率不低于80%得满分\t10\n智能生产\t排产\t采用APS系统自动排产\t15\n"
    )
    assert [(row.element, row.label, row.plain) for row in rows if row.kind == "requirement"] == [
        ("智能装备", "数控化率", "数控化率不低于60%得满分"),
        ("智能装备", "联网率", "联网率不低于80%得满分"),
        ("智能生产", "排产", "采用APS系统自动排产"),
    ]
    assert [row.plain for row in rows if row.label == "分值"] == ["10", "10", "15"]


def test_a_form_that_is_the_whole_document() -> None:
    rows = read_checked(
        "附件2\n\n智能工厂申报书\n\n企业名称（盖章）：________________\n联系人：            电话：\n\n"
        "\t一、企业基本信息\n\n\t企业名称\n\t\n\t信用代码\n\t\n"
    )
    assert demands(rows) == [
        (None, "form_field", "企业名称（盖章）：________________"),
        (None, "form_field", "联系人： 电话："),
        (None, "form_field", "企业名称"),
        (None, "form_field", "信用代码"),
    ]


def test_a_document_without_structure_is_paragraphs() -> None:
    rows = read_checked("今天天气很好，我们去公园散步。\n\n后来下雨了。大家都应回家。\n")
    assert [row.kind for row in rows] == ["paragraph", "paragraph"]


def test_a_law_of_another_field_has_neither_requirements_nor_tiers() -> None:
    rows = read_checked(
        "某某水资源保护法\n第一章 总则\n第一条 单位和个人应当节约用水，不得污染水源。\n第二章 监督\n"
        "第二条 车间排水应当达标，县级以上人民政府应当加强监督管理和执法检查。\n\n"
        "\t项目\n\t一级\n\t二级\n\n\t水质\n\t应达标\n\t应优良\n"
    )
    assert not {row.kind for row in rows} & {"requirement", "threshold", "not_required"}
    assert all(row.tier is None for row in rows)


def test_paragraphs_indented_by_tabs_are_no_table() -> None:
    rows = read_checked(
        "关于建设智能工厂的通知\n\n\t为推进智能制造，现将事项通知如下。\n\n\t一、企业应建设制造执行系统。\n"
    )
    assert [(row.kind, row.plain) for row in rows] == [
        ("heading", "关于建设智能工厂的通知"),
        ("lead", "为推进智能制造，现将事项通知如下。"),
        ("requirement", "企业应建设制造执行系统。"),
    ]
