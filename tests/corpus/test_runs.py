"""Lines that lost their line breaks, cut where labels count upwards and nowhere else."""

from __future__ import annotations

import pytest

from corpus.lines import split_lines
from corpus.runs import split_runs
from tests.corpus.reading_rules import demands, read_checked


def stretches(text: str) -> list[str]:
    return [one.text.strip() for one in split_runs(split_lines(text)) if not one.blank]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、申报条件。应联网。二、申报程序。企业自愿。", ["一、申报条件。应联网。", "二、申报程序。企业自愿。"]),
        (
            "第四条 应具备： （一）数控化率达标； （二）设备联网。",
            ["第四条 应具备：", "（一）数控化率达标；", "（二）设备联网。"],
        ),
        ("第三条 企业自评。 第四条 市局初审。", ["第三条 企业自评。", "第四条 市局初审。"]),
        ("第三条 企业自评。 第七条 市局初审。", ["第三条 企业自评。", "第七条 市局初审。"]),
        ("要求如下：1.设备联网；2.数据采集。", ["要求如下：", "1.设备联网；", "2.数据采集。"]),
        ("第一章 总则 第一条 为规范管理，制定本办法。", ["第一章 总则", "第一条 为规范管理，制定本办法。"]),
    ],
)
def test_a_run_of_labels_parts_a_line(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "依据第三条、第四条的规定，企业应当自评。",
        "符合本办法 第三条 规定的， 第四条 所列材料可以免交。",
        "按照前款第（一）项、第（二）项办理。",
        "占比为3.5，日期为2024.1.2，编号1.0和2.0。",
        "参见附件1、附件2，依照附表1.填写，附表2.填写。",
        "一是设备联网，二是数据采集，三是优化。",
        "第一、二、三产业协同发展。",
        "备注：1、验收时到场；2、材料齐全。",
        "应具备（1）联网；（2）采集。",
        "系统覆盖十一、十二月份的数据。",
    ],
)
def test_what_is_cited_or_counted_parts_nothing(text: str) -> None:
    assert stretches(text) == [text]


ONE_LINE = (
    "某工信发〔2025〕8号 各市工业和信息化局： 为培育智能工厂，现将《某省智能工厂管理细则》印发你们，请遵照执行。 "
    "某省工业和信息化厅 2025年5月6日 某省智能工厂管理细则 第一章 总 则 第一条 为规范智能工厂培育，制定本细则。 "
    "第二章 申报条件 第二条 申报企业应当具备下列条件： （一）在本省注册； "
    "（二）数控化率不低于60%； （三）投资不少于500万元。 "
    "第三章 认定程序 第三条 企业符合第二条规定的，向市工业和信息化局提出申请。 "
    "第四章 附则 第四条 本细则自2025年6月1日起施行。"
)


def test_a_document_on_one_line_is_read_as_on_many() -> None:
    rows = read_checked(ONE_LINE)
    assert demands(rows) == [
        (None, "paragraph", "某工信发〔2025〕8号"),
        (None, "paragraph", "各市工业和信息化局："),
        (None, "paragraph", "为培育智能工厂，现将《某省智能工厂管理细则》印发你们，请遵照执行。"),
        (None, "paragraph", "某省工业和信息化厅"),
        (None, "paragraph", "2025年5月6日"),
        ("一", "paragraph", "为规范智能工厂培育，制定本细则。"),
        ("二", "lead", "申报企业应当具备下列条件："),
        ("一", "requirement", "在本省注册；"),
        ("二", "requirement", "数控化率不低于60%；"),
        ("三", "threshold", "投资不少于500万元。"),
        ("三", "step", "企业符合第二条规定的，向市工业和信息化局提出申请。"),
        ("四", "paragraph", "本细则自2025年6月1日起施行。"),
    ]
    headings = [row.plain for row in rows if row.kind == "heading"]
    assert headings == ["某省智能工厂管理细则", "总 则", "申报条件", "认定程序", "附则"]
    assert [row.section for row in rows if row.kind == "threshold"] == ["第二条"]


def test_labels_glued_to_the_text_before_them_count_in_a_long_line() -> None:
    filler = "为深入实施智能制造工程，加快制造业数字化转型，推动智能工厂梯度培育，" * 5
    rows = read_checked(
        f"{filler}现通知如下：一、培育工作（一）申报条件1.申报主体在省内注册，（二）申报材料1.申报主体编制申报书，"
        "附件：1.要素条件2.材料清单"
    )
    assert [(row.section, row.plain) for row in rows if row.kind == "heading"] == [
        ("一", "培育工作"),
        ("一（一）", "申报条件"),
        ("一（二）", "申报材料"),
    ]
    assert [(row.label, row.kind, row.plain) for row in rows if row.rule in ("outline.item", "outline.annex-name")] == [
        ("1", "requirement", "申报主体在省内注册，"),
        ("1", "step", "申报主体编制申报书，"),
        ("1", "paragraph", "要素条件"),
        ("2", "paragraph", "材料清单"),
    ]
