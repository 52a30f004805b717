"""Numbers of lists stand before their paragraphs as Word computes them."""

from __future__ import annotations

import pytest

from corpus.readers.limits import Limits
from corpus.readers.office.number_forms import number_text
from corpus.readers.word.reading import read
from tests.corpus.readers.office.office_files import docx, level, numbering, paragraph, style, styles

_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
_CHAPTERS = level(0, "chineseCountingThousand", "第%1章") + level(
    1, "chineseCountingThousand", "第%2条", more='<w:lvlRestart w:val="0"/>'
)
_OUTLINE = (
    level(0, "chineseCounting", "%1、", suff="nothing")
    + level(1, "chineseCounting", "（%2）", suff="nothing")
    + level(2, "decimal", "%3.", suff="space")
)


def labels(definition: str, places: list[tuple[int, int]], lists: list[tuple[int, str]] | None = None) -> list[str]:
    """What stands before paragraphs at (list, level)."""
    body = "".join(paragraph("甲", number=number, level=at) for number, at in places)
    read_file = read(docx(body, numbering=numbering([definition], lists or [(0, "")])), Limits())
    return [line.removesuffix("甲").rstrip() for line in read_file.text.splitlines()]


def test_articles_count_on_over_chapters() -> None:
    counted = labels(_CHAPTERS, [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)])
    assert counted == ["第一章", "第一条", "第二条", "第二章", "第三条"]


def test_an_outline_starts_again_under_each_higher_level() -> None:
    counted = labels(_OUTLINE, [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)])
    assert counted == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_what_follows_the_number_is_a_gap_or_nothing() -> None:
    body = paragraph("总体要求", number=1) + paragraph("目标", number=1, level=2)
    assert read(docx(body, numbering=numbering([_OUTLINE], [(0, "")])), Limits()).text == "一、总体要求\n1. 目标\n"


def test_legal_levels_print_digits_and_a_level_before_its_parent_begins_it() -> None:
    legal = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert labels(legal, [(1, 0), (1, 1), (1, 0), (1, 1)]) == ["一、", "1.1", "二、", "2.1"]
    plain = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    assert labels(plain, [(1, 1), (1, 1), (1, 0), (1, 1)]) == ["1.1", "1.2", "2", "2.1"]


def test_lists_of_one_definition_count_on_unless_one_starts_again() -> None:
    simple = level(0, "decimal", "%1.")
    lists = [(0, ""), (0, ""), (0, _RESTART.format(7))]
    assert labels(simple, [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)], lists) == ["1.", "2.", "7.", "8.", "9."]


def test_a_level_can_start_elsewhere_and_restart_after_one_level_only() -> None:
    definition = (
        level(0, "decimal", "%1.", start=5)
        + level(1, "lowerLetter", "%2)")
        + level(2, "decimal", "(%3)", more='<w:lvlRestart w:val="1"/>')
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert labels(definition, places) == ["5.", "a)", "(1)", "b)", "(2)", "6.", "(1)"]


def test_a_style_puts_its_paragraphs_into_a_list() -> None:
    definition = level(0, "chineseCountingThousand", "第%1章", more='<w:pStyle w:val="zhang"/>') + level(
        1, "chineseCountingThousand", "第%2条", more='<w:pStyle w:val="tiao"/>'
    )
    place = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    parts = styles(style("zhang", "章", place), style("tiao", "条", place), style("kuan", "款", based="tiao"))
    body = (
        paragraph("总则", style="zhang")
        + paragraph("目的", style="tiao")
        + paragraph("无号", style="tiao", number=0)
        + paragraph("范围", style="kuan")
    )
    read_file = read(docx(body, styles=parts, numbering=numbering([definition], [(0, "")])), Limits())
    assert read_file.text == "第一章 总则\n第一条 目的\n无号\n第二条 范围\n"


def test_a_definition_may_lie_in_a_style_of_lists() -> None:
    linked = '<w:numStyleLink w:val="list"/>'
    parts = styles(style("list", "list", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"))
    body = paragraph("甲", number=2) + paragraph("乙", number=1)
    numbers = numbering([level(0, "decimal", "（%1）"), linked], [(0, ""), (1, "")])
    assert read(docx(body, styles=parts, numbering=numbers), Limits()).text == "（1） 甲\n（2） 乙\n"


@pytest.mark.parametrize(
    ("sign", "font", "printed"),
    [("\uf0b7", "Symbol", ""), ("l", "Wingdings", ""), ("o", "Courier New", ""), ("•", "宋体", ""), ("★", "宋体", "★")],
)
def test_a_bullet_is_printed_only_where_it_says_something(sign: str, font: str, printed: str) -> None:
    bullet = level(0, "bullet", sign).replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>')
    assert labels(bullet, [(1, 0)]) == [printed]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("chineseCounting", {1: "一", 10: "十", 19: "十九", 20: "二十", 110: "一百一十", 1005: "一千零五"}),
        ("chineseCountingThousand", {101: "一百零一", 10_010: "一万零一十", 0: "零"}),
        ("chineseLegalSimplified", {10: "壹拾", 203: "贰佰零叁"}),
        ("ideographDigital", {10: "一〇", 21: "二一"}),
        ("ideographTraditional", {3: "丙", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {26: "z", 27: "aa", 55: "ccc"}),
        ("decimalZero", {7: "07", 12: "12"}),
        ("decimalZero3", {7: "007"}),
        ("ordinal", {1: "1st", 12: "12th", 23: "23rd"}),
        ("decimalFullWidth", {12: "１２"}),
        ("none", {3: ""}),
        ("thaiLetters", {3: "3"}),
        ("upperLetter", {-1: "-1", 1_000_000: "1000000"}),
    ],
)
def test_number_formats(form: str, written: dict[int, str]) -> None:
    assert {value: number_text(value, form) for value in written} == written


def test_numbers_of_an_undefined_list_and_of_a_strange_level_print_nothing() -> None:
    assert labels(level(0, "decimal", "%1."), [(9, 0), (1, 7), (1, 0)]) == ["", "", "1."]
