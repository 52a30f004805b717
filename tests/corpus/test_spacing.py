"""Numbers with blanks between their digits, characters of full width, traditional characters."""

from __future__ import annotations

import pytest

from corpus.folding import folded
from corpus.force import governing, provisions
from corpus.labels import read_label
from corpus.lines import plain_reading
from corpus.quantity import quantities
from corpus.spacing import compact


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("不低于 3 0 %", "不低于30%"),
        ("2 0 2 4 年 1 2 月 3 1 日", "2024年12月31日"),
        ("20 24 年度", "2024年度"),
        ("投资 5 0 0 万元以上", "投资500万元以上"),
        ("GB/T 3 9 1 1 6-2 0 2 0", "GB/T 39116-2020"),
        ("可用率 9 9 . 9 %", "可用率99.9%"),
        (
            "企业在本市境内注册满两年，上一年度营业收入不低于2\n 0 0 0万元",
            "企业在本市境内注册满两年，上一年度营业收入不低于2000万元",
        ),
        (
            "企业在本市境内注册满两年，上一年度营业收入不低于20\n00万元",
            "企业在本市境内注册满两年，上一年度营业收入不低于2000万元",
        ),
        ("某政发〔2 0 2 5〕1 2 号", "某政发〔2025〕12号"),
    ],
)
def test_a_number_printed_apart_is_read_in_one_piece(text: str, read: str) -> None:
    assert plain_reading(text) == read


@pytest.mark.parametrize(
    "text",
    ["表 1 2 列", "选项 1 2 3 4 5", "12 30%", "3.5 2 0", "附件 1 2 份", "1 2", "共 5 家 30 人", "5\n5\n10\n3\n2"],
)
def test_two_numbers_that_stand_apart_stay_two(text: str) -> None:
    assert compact(text).text == text


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("数控化率不低于 3 0 %，", ("不低于 3 0 %", ">=", 30.0, "%")),
        ("数控化率不低于３０％，", ("不低于３０％", ">=", 30.0, "%")),
        ("投資達５００萬元以上，", ("達５００萬元以上", ">=", 500.0, "万元")),
        ("申报企业的关键设备应当联网，数控化率不低于7 \n5 %，", ("不低于7 \n5 %", ">=", 75.0, "%")),
        ("周期不超過 1 2 個月，", ("不超過 1 2 個月", "<=", 12.0, "个月")),
    ],
)
def test_a_quantity_keeps_its_place_in_the_printed_text(text: str, stated: tuple[str, str, float, str]) -> None:
    (found,) = quantities(text, offset=100)
    assert (found.text, found.comparator, found.value, found.unit) == stated
    assert text[found.start - 100 : found.end - 100] == found.text


def test_every_character_of_a_compact_text_knows_its_place() -> None:
    text = "自 2 0 2 5 年起，投资 5 0 0 万元，占比 3 0 %"
    read = compact(text)
    assert [text[read.original(index)] for index in range(len(read.text))] == list(read.text)


def test_folding_keeps_every_place() -> None:
    text = "第３條　企業應當建設製造執行系統（ＭＥＳ），宜聯網；鼓勵應用５Ｇ。"
    assert len(folded(text)) == len(text)
    assert folded(text) == "第3条　企业应当建设制造执行系统（MES），宜联网；鼓励应用5G。"
    assert [text[one.start : one.end] for one in governing(text)] == ["應當", "宜", "鼓勵"]
    assert [one.force for one in provisions(text)] == ["shall", "should", "encouraged"]


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("第 十 二 条 企业", "article", "12"),
        ("第十二條　企業", "article", "12"),
        ("第３章 總則", "chapter", "3"),
        ("〔一〕企业", "cn_paren", "1"),
        ("【二】企业", "cn_paren", "2"),
        ("（ 十 二 ）企业", "cn_paren", "12"),
        ("（一）、企业", "cn_paren", "1"),
        ("一．总体要求", "cn", "1"),
        ("１．企业", "dot", "1"),
        ("1、企业", "dot", "1"),
        ("⑵企业", "paren", "2"),
        ("⒊企业", "dot", "3"),
        ("③企业", "circled", "3"),
        ("Ⅱ.企业", "roman", "2"),
        ("IV、企业", "roman", "IV"),
        ("B.企业", "capital", "B"),
        ("附件 1-2", "annex", "1-2"),
        ("附件一：", "annex", "1"),
        ("2.5G网络", "dot", "2"),
        ("3.3D打印", "dot", "3"),
    ],
)
def test_labels_of_many_styles(text: str, style: str, number: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.style, label.number) == (style, number)
