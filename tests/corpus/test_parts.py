"""Several documents in one file, annexes old and new style, tables of contents: invented texts of such shapes."""

from __future__ import annotations

import pytest

from tests.corpus.reading_rules import demands, read_checked

TWO_RULES = """某工信规〔2025〕3号

各市工业和信息化局：

现将《某省智能工厂认定办法》《某省数字化车间认定办法》印发给你们，请遵照执行。

某省工业和信息化厅
2025年3月10日

（此件主动公开）

某省智能工厂认定办法

第一章 总则

第一条 为规范智能工厂认定，制定本办法。

第二章 条件

第二条 申报企业应具备以下条件：

（一）关键设备数控化率不低于70%。

某省数字化车间认定办法

第一章 总则

第一条 为规范数字化车间认定，制定本办法。

第二章 条件

第二条 申报企业应具备以下条件：

（一）设备联网率不低于60%。
"""


def test_two_rules_in_one_file_count_anew() -> None:
    rows = read_checked(TWO_RULES)
    asked = [row for row in rows if row.kind == "requirement"]
    assert [(row.id, row.section, row.path) for row in asked] == [
        ("doc/2.2/1", "第二条", ("某省智能工厂认定办法", "第二章 条件", "第二条")),
        ("doc/part-2/2.2/1", "第二条", ("某省数字化车间认定办法", "第二章 条件", "第二条")),
    ]
    assert [row.plain for row in rows if row.rule == "outline.title"] == [
        "某省智能工厂认定办法",
        "某省数字化车间认定办法",
    ]


def test_a_notice_and_the_scheme_that_it_brings_are_two_documents() -> None:
    rows = read_checked(
        "关于开展智能工厂申报的通知\n各市工业和信息化局：\n现将有关事项通知如下：\n"
        "一、请组织企业申报。\n二、申报企业应当真实填报。\n"
        "某省工业和信息化厅\n2025年4月1日\n某省智能工厂梯度培育\n实施方案\n为加快智能工厂建设，制定本方案。\n"
        "一、申报条件\n（一）企业应当在本省注册。\n二、申报程序\n（一）企业提出申请。\n"
    )
    assert [(row.id, row.kind) for row in rows if row.path[:1] == ("某省智能工厂梯度培育实施方案",)] == [
        ("doc/part-2/title", "heading"),
        ("doc/part-2/p1", "paragraph"),
        ("doc/part-2/1", "heading"),
        ("doc/part-2/1/1", "requirement"),
        ("doc/part-2/2", "heading"),
        ("doc/part-2/2/1", "step"),
    ]
    assert [row.id for row in rows if row.plain in ("某省工业和信息化厅", "2025年4月1日")] == [
        "doc/front/p3",
        "doc/front/p4",
    ]


@pytest.mark.parametrize(
    ("mark", "place", "section"),
    [
        ("附件1\n智能工厂要素条件\n", "annex-1", "附件1"),
        ("附件1：智能工厂要素条件\n", "annex-1", "附件1"),
        ("附件 1-2\n智能工厂要素条件\n", "annex-1-2", "附件1-2"),
        ("附件一\n智能工厂要素条件\n", "annex-1", "附件一"),
        ("附表2 智能工厂要素条件\n", "annex-2", "附件2"),
        ("附录A（规范性）\n智能工厂要素条件\n", "annex-A", "附录A"),
    ],
)
def test_annexes_of_every_style_are_places_of_their_own(mark: str, place: str, section: str) -> None:
    rows = read_checked(
        "某市智能工厂管理办法\n第一条 为建设智能工厂，制定本办法。\n第二条 本办法自发布之日起施行。\n\n"
        f"{mark}\n一、基础要求\n1.应建立制造执行系统。\n2.应采集生产数据。\n"
    )
    asked = [row for row in rows if row.kind == "requirement"]
    assert [row.id for row in asked] == [f"doc/{place}/1/1", f"doc/{place}/1/2"]
    assert {row.section for row in asked} == {f"{section} 一"}
    assert all("智能工厂要素条件" in row.path[0] for row in asked)


def test_annexes_that_are_only_named_head_nothing() -> None:
    rows = read_checked(
        "关于智能工厂申报的通知\n一、申报条件\n1.企业应当在本省注册。\n"
        "附件：1.智能工厂申报书\n      2.推荐汇总表\n      3.要素条件\n"
        "某市工业和信息化局\n2025年5月8日\n抄送：某市财政局。\n"
    )
    assert [(row.id, row.kind, row.label) for row in rows][3:] == [
        ("doc/1/p1", "paragraph", None),
        ("doc/1/p2", "paragraph", "2"),
        ("doc/1/p3", "paragraph", "3"),
        ("doc/end/p1", "paragraph", None),
        ("doc/end/p2", "paragraph", None),
        ("doc/end/p3", "paragraph", None),
    ]
    assert all(row.path == () for row in rows if row.id.startswith("doc/end"))
    listed = read_checked(
        "关于申报的通知\n请按要求申报智能工厂、智能车间。\n附件1：智能工厂申报书\n"
        "附件2：汇总表\n某市工信局\n2025年5月8日\n"
    )
    assert not [row for row in listed if row.id.startswith("doc/annex")]


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n第一章 总则\n第二章 条件\n",
        "目 录\n第一章 总则……………1\n第二章 条件……………3\n",
        "目录\n- 第一章 总则\n- 第二章 条件\n",
    ],
)
def test_a_table_of_contents_is_no_second_set_of_headings(contents: str) -> None:
    rows = read_checked(
        f"某省智能工厂条例\n{contents}第一章 总则\n第一条 为发展智能制造，制定本条例。\n"
        f"第二章 条件\n第二条 企业应当建立信息化系统。\n"
    )
    chapters = [(row.id, row.plain) for row in rows if row.kind == "heading" and row.label]
    assert chapters == [("doc/1", "总则"), ("doc/2", "条件")]
    assert [row.id for row in rows if row.rule == "outline.contents"] != []
    assert demands(rows)[-1] == ("二", "requirement", "企业应当建立信息化系统。")


def test_numbers_with_gaps_stay_as_they_are_printed() -> None:
    rows = read_checked(
        "某省智能工厂管理办法（摘要）\n第一条 为建设智能工厂，制定本办法。\n"
        "第四条 申报企业应当建立制造执行系统。\n第九条 本办法由省厅负责解释。\n"
    )
    assert [row.section for row in rows if row.label] == ["第一条", "第四条", "第九条"]
    assert [row.id for row in rows if row.label] == ["doc/front/1", "doc/front/4", "doc/front/9"]
