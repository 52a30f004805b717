"""What documents say of themselves, on invented texts of the shapes that such documents come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.divisions import divisions, region_in, short_name
from corpus.document_id import document_id
from corpus.facts import read_facts
from corpus.shape import HeadingPlace, Shape

NOTICE = """云岭省工业和信息化厅文件

云工信规〔2024〕7号

云岭省工业和信息化厅关于印发《云岭省智能工厂认定管理办法（试行）》的通知

各市州工业和信息化局：

根据《智能制造发展规划》（工信部联规〔2021〕207号），现将《云岭省智能工厂认定管理办法（试行）》印发给你们。

云岭省工业和信息化厅
二〇二四年三月十五日

云岭省智能工厂认定管理办法
（试行）

第一章 总则

第一条 为规范认定，制定本办法。

第八条 称号有效期为三年，期满后复核。

第九条 本办法自2024年5月1日起施行，有效期至2029年4月30日。《云岭省数字化车间认定办法》（云工信规〔2019〕3号）同时废止。
"""


def test_a_notice_that_issues_rules() -> None:
    facts = read_facts(NOTICE, None, "通知.docx")
    assert facts.title == "云岭省智能工厂认定管理办法（试行）"
    assert facts.notice == "云岭省工业和信息化厅关于印发《云岭省智能工厂认定管理办法（试行）》的通知"
    assert (facts.issuer, facts.region, facts.level) == ("云岭省工业和信息化厅", "云岭省", "provincial")
    assert (facts.year, facts.year_basis) == (2024, "文号“云工信规〔2024〕7号”")
    assert facts.number == "云工信规〔2024〕7号"
    assert facts.status == "试行；有效期至2029年4月30日"
    assert (facts.valid_from, facts.valid_until) == ("2024-05-01", "2029-04-30")
    assert [(one.title, one.number) for one in facts.repeals] == [("云岭省数字化车间认定办法", "云工信规〔2019〕3号")]
    assert {"云岭", "云岭办法", "智能工厂认定管理办法"} <= set(facts.aliases)


def test_every_fact_has_its_place() -> None:
    facts = read_facts(NOTICE, None, "通知.docx")
    number = facts.place_of("number")
    assert number is not None and NOTICE[number.start : number.end] == facts.number
    title = facts.place_of("title")
    assert title is not None and NOTICE[title.start : title.end] == "云岭省智能工厂认定管理办法\n（试行）"
    assert facts.place_of("nothing") is None


ONE_LINE = (
    "首页 > 政策文件 湖北省经济和信息化厅关于印发《湖北省智能工厂分级评价办法》的通知 鄂经信规〔2023〕2号 各市、"
    "州经信局: "
    "现将《湖北省智能工厂分级评价办法》印发给你们。 湖北省经济和信息化厅 2023年9月12日 湖北省智能工厂分级评价办法 "
    "第一章 总则 第一条 为规范评价,制定本办法。 第十二条 本办法自2023年10月15日起施行,试行期2年。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONE_LINE, ("湖北省智能工厂分级评价办法", "湖北省经济和信息化厅", "湖北省", 2023)),
        (
            "江 西 省 工 业 和 信 息 化 厅\n关于开展 2 0 2 5 年度智能工厂申报的通知\n"
            "赣工信装备字〔 2 0 2 5 〕 1 8 号\n各设区市：\n一、条件\n"
            "江西省工业和信息化厅\n2 0 2 5 年 4 月 3 日\n",
            ("江西省工业和信息化厅关于开展2025年度智能工厂申报的通知", "江西省工业和信息化厅", "江西省", 2025),
        ),
        (
            "關於印發《呼和浩特市智能工廠認定辦法》的通知\n呼工信發〔2025〕14號\n各旗縣區：\n"
            "呼和浩特市工業和信息化局\n呼和浩特市財政局\n2025年1月26日\n"
            "呼和浩特市智能工廠認定辦法\n第一條 制定本辦法。\n",
            (
                "呼和浩特市智能工廠認定辦法",
                "呼和浩特市工業和信息化局、呼和浩特市財政局",
                "内蒙古自治区呼和浩特市",
                2025,
            ),
        ),
        (
            "附件2\n\n陕西省数字化车间要素条件（2023年版）\n\n一、基本要求\n"
            "参照《能力成熟度模型》（GB/T 39116-2020）。\n",
            ("陕西省数字化车间要素条件（2023年版）", None, "陕西省", 2023),
        ),
        (
            "索引号：\t1133\t主题分类：\t工业\n发文机关：\t玉山县科技和工业信息化局\t成文日期：\t2031-03-02\n"
            "标 题：\t关于征集智能工厂项目的通知\n各企业：\n请申报。\n一、条件\n",
            ("关于征集智能工厂项目的通知", "玉山县科技和工业信息化局", "玉山县", 2031),
        ),
        (
            "青岛市工业和信息化局关于印发《青岛市甲办法》《青岛市乙办法》的通知\n青工信字〔2022〕30号\n"
            "青岛市甲办法\n第一条 施行。\n青岛市乙办法\n第一条 施行。\n",
            (
                "青岛市工业和信息化局关于印发《青岛市甲办法》《青岛市乙办法》的通知",
                "青岛市工业和信息化局",
                "山东省青岛市",
                2022,
            ),
        ),
        (
            "榆关市人民代表大会常务委员会公告\n第12号\n《榆关市养老服务条例》已于2030年8月1日通过。\n"
            "榆关市人民代表大会常务委员会\n2030年8月9日\n"
            "榆关市养老服务条例\n第一章 总则\n第一条 制定本条例。\n",
            ("榆关市养老服务条例", "榆关市人民代表大会常务委员会", "榆关市", 2030),
        ),
        (
            "工业和信息化部办公厅关于开展试点示范行动的通知\n工信厅联通装函〔2023〕212号\n各省、自治区：\n一、内容\n",
            ("工业和信息化部办公厅关于开展试点示范行动的通知", "工业和信息化部办公厅", "国家", 2023),
        ),
    ],
)
def test_title_issuer_region_and_year(text: str, expected: tuple[str, str | None, str, int]) -> None:
    facts = read_facts(text, None, "x.txt")
    assert (facts.title, facts.issuer, facts.region, facts.year) == expected


def test_a_cited_year_is_nobodys_year() -> None:
    text = (
        "智能车间建设指引\n\n一、总则\n"
        "依据《省政府关于推进工业强省的意见》（黔府发〔2018〕7号）和2019年工作部署编制。\n"
    )
    facts = read_facts(text, None, "指引.txt")
    assert (facts.year, facts.year_basis, facts.number, facts.issuer) == (None, "文中未写年份", None, None)


def test_the_validity_of_an_award_is_not_the_documents() -> None:
    text = "湖州市智能工厂认定细则\n第一条 认定有效期为三年，自2024年1月1日起计算。\n第二条 本细则自印发之日起施行。\n"
    facts = read_facts(text, None, "x.txt")
    assert (facts.valid_from, facts.valid_until, facts.status) == (None, None, None)
    assert facts.validity == "第二条本细则自印发之日起施行。"


def test_a_province_that_no_list_knows_is_never_told_as_another() -> None:
    facts = read_facts(
        "云工信规〔2031〕4号\n在云岭省行政区域内注册的企业，由省工业和信息化厅认定。\n我省智能工厂。\n", None, "x.txt"
    )
    assert facts.region == "云岭省"


def test_a_forwarded_notice_keeps_its_own_title() -> None:
    text = (
        "各县：\n"
        "现将《省厅关于开展智能工厂申报的通知》（浙经信〔2025〕9号）转发给你们。\n台州市经济和信息化局\n2025年5月6日\n"
    )
    facts = read_facts(text, None, "转发.txt")
    assert (facts.issuer, facts.region, facts.number) == ("台州市经济和信息化局", "浙江省台州市", None)


def test_the_files_own_title_is_taken_where_it_is_marked() -> None:
    text = "智能工厂行动计划\n企业智能工厂建设规范\n一、总则\n"
    start = text.index("企业智能")
    shape = Shape(headings=(HeadingPlace(start, start + len("企业智能工厂建设规范"), 0),))
    assert read_facts(text, shape, "x.docx").title == "企业智能工厂建设规范"


def test_without_any_title_the_file_names_it() -> None:
    assert read_facts("一、设备应联网，数据应采集。\n二、应建账。\n", None, "设备要求.txt").title == "设备要求"


@given(st.text(alphabet="云岭省市《》〔〕2025年号办法通知关于印发的局\n （）第一条，。", max_size=120))
def test_any_text_has_facts_with_places_inside_it(text: str) -> None:
    facts = read_facts(text, None, "x.txt")
    assert facts == read_facts(text, None, "x.txt")
    assert all(0 <= place.start <= place.end <= len(text) for place in facts.places)
    assert all(text[one.start : one.end] == one.title for one in facts.repeals)


def test_divisions() -> None:
    names = [one.name for one in divisions()]
    assert len(names) == len(set(names)) == 372
    assert len([one for one in divisions() if one.above is None]) == 35
    assert [short_name(name) for name in ("广西壮族自治区", "延边朝鲜族自治州", "浦江县")] == ["广西", "延边", "浦江"]
    told = [
        region_in(words) for words in ("福州市长乐区工业和信息化局", "秋岚市秋湖区办法", "区块链", "工业和信息化部")
    ]
    assert [region.name if region else None for region in told] == ["福建省福州市长乐区", "秋岚市秋湖区", None, None]


def test_ids_are_plain_and_tell_names_apart_that_sound_alike() -> None:
    assert document_id("folder/Notice_2025 (1).PDF") == "notice-2025-1"
    assert document_id("山西办法.docx") != document_id("陕西办法.docx")
    assert document_id("山西办法.docx").startswith("shan-xi-ban-fa-")
    assert document_id("？？.txt").startswith("document-")
    assert len(document_id("很长的名字" * 40)) <= 60


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("某阳市示范车间办法\n第一条 某阳市工业和信息化局负责本办法的解释。\n", "某阳市工业和信息化局"),
        ("某阳市示范车间办法\n第一条 本办法由市工业和信息化局会同市财政局负责解释。\n", "市工业和信息化局"),
        ("某阳市示范车间规程\n第一条 本规程由某阳市经济和信息化局制定并负责解释。\n", "某阳市经济和信息化局"),
        ("名称：某阳市经信局关于印发某阳市示范车间方案的通知\n某阳市示范车间方案\n一、类别\n", "某阳市经信局"),
        ("某阳市示范车间指引\n（某阳市发改委 某阳市工信局 2031年3月）\n一、类别\n", "某阳市发改委、某阳市工信局"),
        (
            "某云省工业和信息化厅\n某云省财政厅\n关于印发某云省智能工厂细则的通知\n某云省智能工厂细则\n第一条 总则。\n",
            "某云省工业和信息化厅、某云省财政厅",
        ),
    ],
)
def test_an_issuer_however_the_text_names_it(text: str, issuer: str) -> None:
    assert read_facts(text, None, "upload.txt").issuer == issuer


def test_rules_right_below_their_notice_bear_the_issued_name() -> None:
    facts = read_facts("某阳市财政局关于印发《某阳市技改资金办法》的通知\n第一条 总则。\n", None, "upload.txt")
    assert (facts.title, facts.notice) == ("某阳市技改资金办法", "某阳市财政局关于印发《某阳市技改资金办法》的通知")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("恩施州工业和信息化局", "湖北省恩施土家族苗族自治州"),
        ("云渡州某山县人民政府", "云渡州某山县"),
        ("上海市浦东新区经济委员会", "上海市浦东新区"),
        ("苏州工业园区管委会", None),
        ("各市州工业和信息化局", None),
    ],
)
def test_prefectures_and_districts_as_people_write_them(words: str, name: str | None) -> None:
    region = region_in(words)
    assert (region.name if region is not None else None) == name


def test_a_region_is_where_the_text_says_that_applicants_are() -> None:
    text = "智能制造项目申报指南\n一、条件\n1.在深圳市内依法登记注册的企业；\n2.具有独立法人资格。\n"
    assert read_facts(text, None, "指南.txt").region == "广东省深圳市"
    assert read_facts(text.replace("在深圳市内", "在省内"), None, "指南.txt").region is None
    assert read_facts(text.replace("在深圳市内依法登记注册", "在深圳市内外均有工厂"), None, "指南.txt").region is None
