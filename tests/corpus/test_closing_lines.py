"""Invented texts that lost their line breaks: what closes them is no part of their last article."""

from __future__ import annotations

import pytest

from corpus.closing_lines import closing_cuts
from tests.corpus.reading_rules import read_checked

ARTICLES = (
    "某省智能工厂管理办法 第一条 为加快智能工厂建设，结合本省实际，制定本办法。 第二条 申报企业应当在本省注册满二年。"
    " 第三条 智能工厂应建设制造执行系统，关键设备联网率不低于60%。 第四条 本办法自2026年5月1日起施行，有效期三年。"
)


@pytest.mark.parametrize(
    ("closing", "rows"),
    [
        ("某省工业和信息化厅2026年4月8日", ["某省工业和信息化厅", "2026年4月8日"]),
        (" 某省工业和信息化厅 二〇二六年四月八日", ["某省工业和信息化厅", "二〇二六年四月八日"]),
        (
            "附件：1.智能工厂申报书2.智能工厂要素条件某省工业和信息化厅2026年4月8日",
            ["附件：1.智能工厂申报书2.智能工厂要素条件", "某省工业和信息化厅", "2026年4月8日"],
        ),
        (
            " 附件：1.申报书 2.要素条件 某省工业和信息化厅 2026年4月8日",
            ["附件：", "申报书", "要素条件", "某省工业和信息化厅", "2026年4月8日"],
        ),
        (
            "（联系人：张三，电话：12345678）某省工业和信息化厅 某省财政厅2026年4月8日（此件公开发布）抄送：各市政府。",
            [
                "（联系人：张三，电话：12345678）",
                "某省工业和信息化厅",
                "某省财政厅",
                "2026年4月8日",
                "（此件公开发布）",
                "抄送：各市政府。",
            ],
        ),
    ],
)
def test_what_closes_a_text_of_one_line_stands_in_rows_of_its_own(closing: str, rows: list[str]) -> None:
    read = read_checked(ARTICLES + closing)
    last = next(index for index, row in enumerate(read) if row.plain == "本办法自2026年5月1日起施行，有效期三年。")
    assert [row.plain for row in read[last + 1 :]] == rows
    assert {row.kind for row in read[last + 1 :]} <= {"paragraph", "lead"}


@pytest.mark.parametrize(
    "text",
    [
        "某省工业和信息化厅2026年4月8日",
        "按照某省人民政府2026年4月8日",
        "本办法由某省工业和信息化厅2026年4月8日起负责解释。",
        "有效期至2026年4月8日",
        "企业应于会议召开后报某市工业和信息化局2026年4月8日",
    ],
)
def test_what_closes_nothing(text: str) -> None:
    assert closing_cuts(text) == ()
