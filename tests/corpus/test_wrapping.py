"""Lines of a fixed width joined into paragraphs, and real ends of paragraphs kept."""

from __future__ import annotations

import pytest

from corpus.lines import split_lines
from corpus.paragraphs import paragraphs
from corpus.wrapping import read_wrapping
from tests.corpus.reading_rules import read_checked

PARAGRAPHS = (
    "智能工厂通过部署智能制造装备、工业软件和系统，推动生产设备和信息系统互联互通，实现产品全生命周期和供应链全环节的综合优化。",
    "（一）基础要求。申报企业应当建立制造执行系统，对生产过程的数据进行采集、分析和应用，关键设备数控化率不低于百分之七十，联网率不低于百分之八十。",
    "（二）网络要求。申报企业应当建立覆盖车间的工业网络，网络可用率不低于99.9%，并按照国家标准建立信息安全管理制度和技术防护体系。",
)


def wrapped(width: int, *, blank: bool = False, indent: str = "", trailing: str = "") -> str:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        text = indent + paragraph
        lines += [text[start : start + width] + trailing for start in range(0, len(text), width)]
    return "某省智能工厂建设要求\n" + ("\n\n" if blank else "\n").join(lines) + "\n某省工业和信息化厅\n2025年3月2日\n"


@pytest.mark.parametrize("width", [21, 28, 36, 60])
@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_lines_of_one_width_are_paragraphs_again(width: int, blank: bool, indent: str) -> None:
    rows = read_checked(wrapped(width, blank=blank, indent=indent, trailing="  "))
    read = [row.plain for row in rows if row.kind != "heading"]
    expected = [PARAGRAPHS[0], *(one.split("）", 1)[1] for one in PARAGRAPHS[1:]), "某省工业和信息化厅", "2025年3月2日"]
    assert read == expected


def test_a_full_line_that_ends_a_sentence_goes_on_only_where_indents_tell_paragraphs() -> None:
    flush = (
        "申报企业应当建立制造执行系统，实现数据采集和分析。\n关键设备应当联网，并按照国家标准建立信息安全体系和\n"
        "管理制度，对生产过程的数据进行采集和分析，实现优化\n运行，提高生产效率和产品质量，降低能源消耗和成本，\n"
        "持续改进，形成闭环，做到可追溯、可分析、可预测的精\n益管理，不断提升智能制造水平，带动产业链上下游的企\n业协同。\n"
    )
    assert len(paragraphs(flush, split_lines(flush))) == 2
    indented = "\u3000\u3000" + flush + "\u3000\u3000企业应当自评，并对材料的真实性负责，不得弄虚作假。\n"
    assert len(paragraphs(indented, split_lines(indented))) == 2


def test_a_page_number_inside_a_sentence_belongs_to_it() -> None:
    text = "申报企业应当建立制造执行系统，对生产过程的数据进行采集和\n— 3 —\n分析，关键设备数控化率不低于70%。\n— 4 —\n"
    rows = read_checked(text)
    assert [row.plain for row in rows] == [
        "申报企业应当建立制造执行系统，对生产过程的数据进行采集和分析，关键设备数控化率不低于70%。",
        "— 4 —",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "联系人：王某，电话：0000-0000000，邮箱一个\n附件：1.申报书，\n",
        "本页面发布于2024年，欢迎各位访问本单位门户网站\n通知公告\n",
        "首页 > 政策文件 > 规范性文件，共有一百二十三条记录\n某某市关于申报智能工厂的通知，请查收\n",
        "某市工业和信息化局、某市财政局、某市发展和改革委员会\n2025年3月2日\n",
    ],
)
def test_lines_that_stand_alone_are_joined_to_nothing(text: str) -> None:
    assert len(paragraphs(text, split_lines(text))) == 2


def test_equally_long_names_are_a_list() -> None:
    text = "".join(f"GB/T 1234{number}-2020 某某行业通用的技术规范要求\n" for number in range(8))
    assert read_wrapping(split_lines(text)).width is None
    assert len(paragraphs(text, split_lines(text))) == 8


def test_a_citation_at_the_start_of_a_line_is_no_label() -> None:
    text = "申报企业应当按照本办法的规定提交申报材料，凡是符合本办法\n第三条规定的企业，可以免交财务报表。\n"
    assert [row.plain for row in read_checked(text)] == [text.replace("\n", "")]


def test_lines_may_be_counted_in_characters() -> None:
    said = (
        "本办法自2031年7月1日起施行，有效期至2034年6月30日，2029年印发的《某省数字化车间认定办法》（某工信发〔2027〕18号）同时废止，"
        "2030年已经认定的数字化车间、智能工厂按照原办法管理，2031年以后新申报的企业按照本办法执行，并于2032年12月31日前完成自评价，"
        "自评价结果作为2033年复核的依据，复核不合格的，由2034年起取消其称号。"
    )
    text = "\n".join(said[start : start + 30] for start in range(0, len(said), 30)) + "\n"
    assert [row.plain for row in read_checked(text)] == [said]


def test_lines_that_break_in_a_sentence_are_joined_however_ragged() -> None:
    text = (
        "第一条 高级工厂应当在初级工厂的基础上，实现全部流程的\n数据贯通，关键装备互联\n率不低于8 5 %，废品\n"
        "率下降1 5 %以上。\n第二条 企业应当自评，\n并对结果负责，不得造假。\n"
    )
    assert [row.plain for row in read_checked(text)] == [
        "高级工厂应当在初级工厂的基础上，实现全部流程的数据贯通，关键装备互联率不低于85%，废品率下降15%以上。",
        "企业应当自评，并对结果负责，不得造假。",
    ]


@pytest.mark.parametrize("second", ["率先应用新技术，并推广。", "性能稳定，运行可靠。", "及时报送数据，接受核查。"])
def test_a_short_line_is_joined_to_no_line_that_may_begin_a_sentence(second: str) -> None:
    text = f"数据贯通，装备互联\n{second}\n"
    assert len(paragraphs(text, split_lines(text))) == 2
