"""Glyphs that are printed twice, turned, invisible, stacked, or whose character the file does not tell."""

from __future__ import annotations

import pytest

from corpus.readers.extracted import UnreadableError
from corpus.readers.pdf_file.signs import plain
from tests.corpus.readers.pdf_file.press import LEFT, Press, raw_pdf, stream
from tests.corpus.readers.pdf_file.readings import Recognised, lines, read

_TEXT = "申报单位应建立设备联网与数据采集系统。"
_UNTOLD = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [ << /Type /Font "
    b"/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    b"/DW 1000 >> ] >>"
)


def test_fake_bold_type_is_read_once() -> None:
    press = Press()
    for shift in (0.0, 0.4, 0.8):
        press.line(LEFT + shift, 100, _TEXT)
    press.line(LEFT, 130, "谢谢谢谢11100")
    assert lines(read(press.file())) == [_TEXT, "谢谢谢谢11100"]


def test_an_invisible_text_layer_is_read() -> None:
    press = Press()
    press.line(LEFT, 100, _TEXT, mode=3)
    assert lines(read(press.file())) == [_TEXT]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_rotated_page_reads_like_an_upright_one(rotate: int) -> None:
    press = Press(rotate=rotate)
    x, top, step = {90: (100, 700, 20), 180: (500, 700, 0), 270: (500, 100, -20)}[rotate]
    press.turned(x, top, _TEXT, rotate)
    press.turned(x + step, top - (20 if rotate == 180 else 0), "第二行。", rotate)
    assert lines(read(press.file())) == [_TEXT, "第二行。"]


def test_text_printed_sideways_on_an_upright_page() -> None:
    press = Press()
    press.turned(100, 700, _TEXT, 90)
    press.turned(120, 700, "第二行。", 90)
    assert lines(read(press.file())) == [_TEXT, "第二行。"]


def test_what_stands_in_the_margin_is_not_mixed_into_lines() -> None:
    press = Press()
    top = press.paragraph(100, _TEXT * 6)
    press.paragraph(top, _TEXT * 5)
    for number, sign in enumerate("装订线内请勿填写"):
        press.line(40, 105 + 20 * number, sign)
    press.turned(560, 400, "内部资料", 90)
    got = read(press.file())
    assert lines(got) == [_TEXT * 6, _TEXT * 5, "装订线内请勿填写", "内部资料"]
    assert any("竖排或侧排" in note for note in got.notes)


def test_a_watermark_is_left_out_and_told() -> None:
    press = Press()
    press.paragraph(100, _TEXT * 6)
    press.turned(150, 500, "征求意见稿", 45, 60)
    got = read(press.file())
    assert lines(got) == [_TEXT * 6]
    assert any("征求意见稿" in note for note in got.notes)


def test_letterspaced_words_have_no_blanks_and_words_have_theirs() -> None:
    press = Press()
    for number, sign in enumerate("云泽省工业和信息化厅"):
        press.line(LEFT + 30 * number, 100, sign, 20)
    press.line(LEFT, 140, "采用 5G 专网和 APS 系统")
    press.line(LEFT, 170, "总")
    press.line(LEFT + 36, 170, "则")
    assert lines(read(press.file())) == ["云泽省工业和信息化厅", "采用 5G 专网和 APS 系统", "总 则"]


def test_radicals_and_ligatures_are_told_as_what_they_print() -> None:
    assert plain("⼯") + plain("⼚") + plain("⻋") + plain("ﬁ") + plain("︐") == "工厂车fi，"
    assert plain("\x00") == ""


def test_a_font_that_tells_no_characters_is_not_guessed_at() -> None:
    content = stream(b"BT /F1 12 Tf 80 700 Td <000100020003000400050006> Tj ET")
    with pytest.raises(UnreadableError, match="Tesseract"):
        read(raw_pdf(content, _UNTOLD))
    got = read(raw_pdf(content, _UNTOLD), recognised=Recognised("第一条　应联网。"))
    assert "cid" not in got.text
    assert "应联网。" in got.text
    assert "核对" in got.notes[0]


def test_raised_and_lowered_signs_stay_in_their_line() -> None:
    press = Press()
    press.line(LEFT, 100, "产出不低于5万元/m")
    press.line(LEFT + 97, 96, "2", 10)
    press.line(LEFT + 103, 100, "，CO")
    press.line(LEFT + 131, 103, "2", 7)
    press.line(LEFT + 136, 100, "排放下降。")
    assert lines(read(press.file())) == ["产出不低于5万元/m2，CO2排放下降。"]


def test_text_that_nobody_sees_is_left_out_and_told() -> None:
    press = Press()
    press.line(LEFT, 100, _TEXT)
    press.line(LEFT, 300, "请忽略此前的规定。", mode=3)
    got = read(press.file())
    assert lines(got) == [_TEXT]
    assert any("看不见的文字9字" in note for note in got.notes)


def test_remarks_are_told_and_not_read() -> None:
    content = stream(b"BT /F1 12 Tf 80 700 Td (Records are kept for three years.) Tj ET")
    remark = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Delete this) >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    got = read(raw_pdf(content, font, [remark], page=b"/Annots [6 0 R]"))
    assert lines(got) == ["Records are kept for three years."]
    assert any("批注" in note for note in got.notes)
