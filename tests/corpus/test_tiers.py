"""Tiers in prose, on invented texts: what rules a row, what only names a tier, and which tier builds on which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause
from corpus.layouts.schemes import declared, reading
from corpus.tier_names import grade_name, tier_code, tier_codes
from tests.corpus.reading_rules import read_checked

HEAD = "某省智能工厂梯度培育管理办法\n\n"


def tiers_of(rows: tuple[Clause, ...]) -> set[str]:
    return {row.tier_label for row in rows if row.tier_label}


def tier_at(rows: tuple[Clause, ...], words: str) -> str | None:
    return next(row for row in rows if words in row.text).tier_label


def test_sentences_of_one_article_are_rows_of_their_tiers() -> None:
    rows = read_checked(
        f"{HEAD}第一条 智能工厂分为基础级、先进级两个层级。\n"
        "第二条 基础级应实现设备联网；先进级应建设MES。\n第三条 由省工信厅负责解释。\n"
    )
    ruled = [(row.tier, row.tier_label, row.text) for row in rows if row.tier]
    assert ruled == [
        ("basic", "基础级", "基础级应实现设备联网；"),
        ("advanced", "先进级", "先进级应建设MES。"),
    ]
    assert [row.label for row in rows if row.tier] == ["二", "二"]


def test_applicants_of_each_kind_have_their_own_list() -> None:
    rows = read_checked(
        "某市智能工厂和数字化车间认定办法\n第一章 条件\n第一条 申报企业应具有独立法人资格。\n"
        "第二条 申报数字化车间的，应当符合下列条件：\n"
        "（一）设备联网率不低于50%；\n（二）建有制造执行系统。\n第三条 申报智能工厂的，除满足数字化车间条件外，"
        "还应符合下列条件：\n"
        "（一）数字化车间不少于2个；\n第二章 附则\n第四条 本办法自2025年1月1日起施行。\n"
    )
    assert tier_at(rows, "不低于50%") == tier_at(rows, "建有制造执行系统") == "数字化车间"
    assert tier_at(rows, "不少于2个") == "智能工厂"
    assert tier_at(rows, "独立法人") is None and tier_at(rows, "起施行") is None


def test_headings_and_items_with_titles() -> None:
    rows = read_checked(
        "申报通知\n一、申报条件\n（一）基本条件\n1.在本省注册，建设智能工厂。\n"
        "（二）基础级（市级）智能工厂申报条件\n1.数控化率不低于50%。\n"
        "（三）先进级（省级）智能工厂申报条件\n申报单位应已获评基础级智能工厂。\n1.数控化率不低于65%。\n二、"
        "程序\n1.企业申报。\n"
    )
    assert tier_at(rows, "在本省注册") is None and tier_at(rows, "企业申报。") is None
    assert tier_at(rows, "不低于50%") == "基础级"
    assert tier_at(rows, "已获评基础级") == tier_at(rows, "不低于65%") == "先进级"


def test_captions_without_numbers_rule_the_lists_below_them() -> None:
    rows = read_checked(
        "智能工厂申报条件\n\n基础级智能工厂申报条件：\n1.建立ERP；\n2.设备联网。\n先进级智能工厂申报条件：\n"
        "1.建立MES。\n联系人：李四\n"
    )
    assert [tier_at(rows, words) for words in ("建立ERP", "设备联网", "建立MES", "李四")] == [
        "基础级",
        "基础级",
        "先进级",
        None,
    ]


def test_kinds_of_works_as_chapters() -> None:
    rows = read_checked(
        "申报指南\n一、要素条件\n（一）智能车间\n1.建立车间级网络。\n（二）智能工厂\n1.在智能车间基础上，"
        "应集成MES与ERP。\n"
    )
    assert tiers_of(rows) == {"智能车间", "智能工厂"}
    assert all(row.track is None for row in rows)


def test_grades_in_brackets_and_leads_without_a_colon() -> None:
    rows = read_checked(
        "智能工厂要求\n一、智能工厂（基础级）要求\n1.应建立ERP。\n二、申报先进级智能工厂应具备以下条件\n"
        "1.建立MES。\n三、附则\n由市局解释。\n"
    )
    assert [tier_at(rows, words) for words in ("应建立ERP", "建立MES", "由市局解释")] == ["基础级", "先进级", None]


def test_kinds_and_figures_of_a_scheme_in_articles() -> None:
    rows = read_checked(
        f"{HEAD}第一章 申报条件\n"
        "第一条 申报基础级的，还应满足：\n（一）数控化率不低于50%；\n（二）投入不少于200万元。\n"
        "第二条 申报先进级的，应获评基础级，投入1000万元以上。\n第二章 支持政策\n"
        "第三条 对首次认定的先进级智能工厂，给予30万元奖励。\n第四条 称号有效期3年。\n"
    )
    told = [(row.kind, row.tier, [one.text for one in row.quantities]) for row in rows if row.kind != "heading"]
    assert told == [
        ("lead", "basic", []),
        ("requirement", "basic", ["不低于50%"]),
        ("threshold", "basic", ["不少于200万元"]),
        ("threshold", "advanced", ["1000万元以上"]),
        ("paragraph", None, ["30万元"]),
        ("paragraph", None, ["3年"]),
    ]


def test_stars_and_what_holds_for_all_above() -> None:
    rows = read_checked(
        "某市智能工厂星级评价指南\n一、划分\n智能工厂划分为一星级至四星级。\n二、要求\n"
        "1.一星级智能工厂应实现设备联网。\n"
        "2.三星级及以上智能工厂应建设MES。\n"
    )
    assert tier_at(rows, "设备联网") == "一星级"
    above = next(row for row in rows if "应建设MES" in row.text)
    assert (above.tier, above.tiers) == ("level-3", ("level-3", "level-4"))


@pytest.mark.parametrize(
    "text",
    [
        "某市智能工厂申报通知\n一、条件\n1.成熟度达到GB/T 39116三级及以上。\n2.二级及以上的企业可列入培育库。\n",
        "某省智能工厂申报通知\n一、分类\n智能工厂分为国家级、省级、市级。\n二、条件\n"
        "1.省级智能工厂申报主体应获评市级智能工厂。\n",
        "制造业数字化转型方案\n一、任务\n（一）按照国家基础级、先进级、卓越级三个层级，支持企业建设智能工厂。\n"
        "（二）鼓励获评卓越级的企业开放。\n",
        "关于开展卓越级智能工厂申报的通知\n一、条件\n1.在省内注册。\n2.达到卓越级智能工厂要求。\n",
        "智能工厂认定办法\n第一条 所称智能工厂，是指应用数字孪生的工厂。所称数字化车间，是指联网的车间。\n"
        "第二条 企业应建立MES。\n",
        "某省安全生产条例\n第一条 安全生产标准化分为一级、二级两个等级。\n第二条 一级企业应当建立制度。\n"
        "第三条 二级企业应当培训。\n",
    ],
)
def test_names_that_rule_nothing_are_no_tiers(text: str) -> None:
    assert tiers_of(read_checked(text)) == set()


def test_rights_and_grants_are_no_rules_of_a_tier() -> None:
    rows = read_checked(
        f"{HEAD}一、条件\n（一）先进级。数控化率不低于60%。\n（二）卓越级。应达到国际先进水平。\n二、其他\n"
        "1.获评先进级的企业可申报卓越级。\n2.省厅推荐申报卓越级。\n3.对认定的先进级、卓越级智能工厂，"
        "分别给予30万元、50万元奖励。\n"
    )
    assert tiers_of(rows) == {"先进级", "卓越级"}
    assert [tier_at(rows, words) for words in ("可申报卓越级", "推荐申报", "分别给予")] == [None, None, None]


def test_traditional_characters_keep_their_own_labels() -> None:
    rows = read_checked(
        "某市智能工廠辦法\n第一條 智能工廠分為基礎級、先進級兩個層級。\n第二條 基礎級智能工廠應建立ERP。\n"
    )
    assert [(row.tier, row.tier_label) for row in rows if row.tier] == [("basic", "基礎級")]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("分为基础级、先进级、卓越级和领航级四个层级", ("基础级", "先进级", "卓越级", "领航级")),
        ("由低到高划分为一星至三星", ("一星级", "二星级", "三星级")),
        ("等级分为L1、L2、L3三级", ("L1级", "L2级", "L3级")),
        ("设A类、B类两个类别", ("A类", "B类")),
        ("智能车间分为普及型、提升型、引领型三个层级", ("普及型", "提升型", "引领型")),
        ("分为国家级、省级、市级三个层级", ()),
        ("智能制造能力成熟度分为一级、二级、三级", ()),
    ],
)
def test_declared_levels(text: str, keys: tuple[str, ...]) -> None:
    assert declared(reading(text)) == keys


def test_codes_are_stable_and_told_apart() -> None:
    assert tier_codes(("启航级", "远航级", "领跑级")) == ("tier-1", "tier-2", "tier-3")
    assert tier_codes(("入门级", "提升级", "标杆级")) == ("basic", "tier-2", "tier-3")
    assert tier_codes(("A档", "B档", "价格")) == ("tier-1", "tier-2", None)
    assert tier_code("基礎級") == "basic" and grade_name("基礎級智能工廠要求") == "基礎級"


@given(
    st.lists(
        st.sampled_from(
            [
                "基础级",
                "先进级",
                "智能工厂",
                "数字化车间",
                "应",
                "的",
                "，",
                "；",
                "。",
                "\n",
                "一、",
                "（一）",
                "申报",
                "50%",
                "分为",
                "、",
                "两个层级",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_is_cut_without_loss(parts: list[str]) -> None:
    rows = read_checked("智能工厂认定办法\n" + "".join(parts))
    assert all(row.tier_label for row in rows if row.tier)


@pytest.mark.parametrize(
    ("declares", "first", "second"),
    [
        ("分为培育、示范两个等级", "培育类", "示范类"),
        ("分为甲等、乙等两个等次", "甲等", "乙等"),
        ("分为第一档、第二档两个档次", "第一档", "第二档"),
        ("分两种类型，即基本型和成长型", "基本型", "成长型"),
        ("包括智能车间、智能企业两个层次", "智能车间", "智能企业"),
    ],
)
def test_levels_by_any_name_that_the_text_declares(declares: str, first: str, second: str) -> None:
    rows = read_checked(
        f"某市智能工厂评定办法\n一、评定类型\n评定对象{declares}。\n"
        f"二、{first}条件\n设备联网率不低于50%。\n三、{second}条件\n设备联网率不低于70%。\n四、附则\n由某市某局负责解释。\n"
    )
    assert (tier_at(rows, "不低于50%"), tier_at(rows, "不低于70%")) == (first, second)
    assert tiers_of(rows) == {first, second}


def test_who_awards_a_tier_is_no_rule_of_it() -> None:
    rows = read_checked(
        f"{HEAD}第一条 智能工厂设三星级、四星级。\n第二条 申报三星级的企业，年产值应达到2000万元。\n"
        "第三条 申报四星级的企业，年产值应达到5000万元。\n第四条 三星级由县区认定，四星级由市级认定。\n"
    )
    assert tier_at(rows, "2000万元") == "三星级"
    assert tier_at(rows, "由县区认定") is None


def test_points_that_a_paragraph_counts_have_their_own_tier_and_force() -> None:
    rows = read_checked(
        "某省智能工厂管理办法\n\n第一条 智能工厂分为基础级、先进级两个等级。"
        "一是基础级应部署MES，联网率不低于50%；二是先进级宜部署APS，联网率不低于70%。\n"
        "第二条 首先，基础级工厂应建设网络；其次，先进级工厂应实现集成。\n"
    )
    assert [(row.tier, row.forces, [one.value for one in row.quantities]) for row in rows if row.tier] == [
        ("basic", ("shall",), [50.0]),
        ("advanced", ("should",), [70.0]),
        ("basic", ("shall",), []),
        ("advanced", ("shall",), []),
    ]
