"""Printed lines become the paragraphs that were written, over lines and pages."""

from __future__ import annotations

from tests.corpus.readers.pdf_file.press import LEFT, RIGHT, WIDTH, Press, wrapped
from tests.corpus.readers.pdf_file.readings import lines, read

_LONG = "申报单位应建立覆盖研发、生产和服务全过程的数据采集系统（SCADA），联网率不低于85%，并保留三年以上的运行记录。"
_REPEATS = {"一": 1, "二": 3, "三": 2, "四": 4, "五": 1, "六": 2, "七": 3, "八": 2}
_ARTICLES = [f"第{number}条　{_LONG * repeat}" for number, repeat in _REPEATS.items()]


def _plain(text: str) -> str:
    return text.replace("\u3000", " ")


def test_lines_that_the_width_breaks_are_one_paragraph() -> None:
    press = Press()
    top = 100.0
    for text in _ARTICLES:
        top = press.paragraph(top, text)
    assert [_plain(line) for line in lines(read(press.file()))] == [_plain(text) for text in _ARTICLES]


def test_a_paragraph_goes_on_over_pages_without_their_heads_and_numbers() -> None:
    press = Press()
    top, page = 120.0, 1
    for text in _ARTICLES * 3:
        for number, line in enumerate(_set(text)):
            if top > 720:
                _close(press, page)
                press.page()
                top, page = 120.0, page + 1
            press.line(LEFT + (24 if number == 0 else 0), top, line)
            top += 20.4
    _close(press, page)
    got = read(press.file())
    assert page >= 3
    assert [_plain(line) for line in lines(got)] == [_plain(text) for text in _ARTICLES * 3]
    assert "云泽省智能工厂培育办法汇编" in got.notes[0]
    assert "页码" in got.notes[0]


def test_an_annex_number_at_the_top_of_each_page_is_no_running_head() -> None:
    press = Press()
    for number in (1, 2, 3):
        press.line(LEFT, 100, f"附件{number}")
        press.paragraph(125, _LONG * 2)
        press.page()
    assert [line for line in lines(read(press.file())) if line.startswith("附件")] == ["附件1", "附件2", "附件3"]


def test_paragraphs_without_indent_part_at_short_lines_and_labels() -> None:
    texts = [_LONG, f"（一）{_LONG}", f"（二）{_LONG * 2}", "特此通知。", _LONG * 2]
    press = Press()
    top = 100.0
    for text in texts:
        top = press.paragraph(top, text, indent=0)
    assert lines(read(press.file())) == texts


def test_words_keep_their_blanks_and_lose_their_hyphens() -> None:
    press = Press()
    press.line(LEFT, 100, "The applicant shall keep all of the records of its own manu-")
    press.line(LEFT, 118, "facturing execution system for three years, and the suppliers")
    press.line(LEFT, 136, "share their quality data.")
    assert lines(read(press.file())) == [
        "The applicant shall keep all of the records of its own manufacturing execution system for three years, "
        "and the suppliers share their quality data."
    ]


def test_a_title_over_two_lines_is_one_heading() -> None:
    press = Press()
    press.centred(90, "云泽省智能工厂梯度培育", 22)
    press.centred(124, "管理实施细则（试行）", 22)
    press.centred(160, "第一章　总则", 16)
    press.paragraph(190, _ARTICLES[1])
    got = read(press.file())
    headings = [(got.text[place.start : place.end], place.level) for place in got.shape.headings]
    assert [(_plain(text), level) for text, level in headings] == [
        ("云泽省智能工厂梯度培育管理实施细则（试行）", 0),
        ("第一章 总则", 1),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    press = Press()
    press.centred(80, "关于两栏排印的说明", 20)
    middle = WIDTH / 2
    left = [f"第{number}条　{_LONG}" for number in "一二三"]
    right = [f"第{number}条　{_LONG}" for number in "四五六"]
    for texts, x0, x1 in ((left, LEFT, middle - 10), (right, middle + 10, RIGHT)):
        top = 120.0
        for text in texts:
            top = press.paragraph(top, text, x0, x1, 10)
    press.paragraph(
        top + 10, "本说明自印发之日起施行，由云泽省工业和信息化厅负责解释，有效期五年，此前印发的文件同时废止。"
    )
    got = read(press.file())
    assert [_plain(line) for line in lines(got)[:7]] == [
        "关于两栏排印的说明",
        *(_plain(text) for text in (*left, *right)),
    ]
    assert any("分栏" in note for note in got.notes)


def test_footnotes_stand_by_themselves_and_leave_their_marks() -> None:
    press = Press()
    press.line(LEFT + 24, 100, "本办法所称智能工厂")
    press.line(LEFT + 24 + 9 * 12, 95, "1", 6)
    press.line(LEFT + 24 + 9 * 12 + 4, 100, "是指数据驱动的工厂。")
    press.paragraph(125, _LONG * 2)
    press.line(LEFT, 740, "1", 5)
    press.line(LEFT + 6, 742, "参见附件所列的术语。", 8)
    got = lines(read(press.file()))
    assert got[0] == "本办法所称智能工厂[note:1]是指数据驱动的工厂。"
    assert got[-1] == "[note:1]参见附件所列的术语。"


def _set(text: str) -> list[str]:
    return wrapped(text, 12, RIGHT - LEFT, 24)


def _close(press: Press, page: int) -> None:
    press.centred(60, "云泽省智能工厂培育办法汇编", 9)
    press.centred(800, f"- {page} -", 10)


def test_the_title_stands_below_the_letterhead() -> None:
    press = Press()
    press.centred(90, "云泽省工业和信息化厅", 32)
    press.centred(150, "云泽省工业和信息化厅关于组织开展", 22)
    press.centred(184, "智能工厂认定申报工作的通知", 22)
    press.paragraph(230, _LONG * 3)
    got = read(press.file())
    titles = [got.text[place.start : place.end] for place in got.shape.headings if place.level == 0]
    assert titles == ["云泽省工业和信息化厅关于组织开展智能工厂认定申报工作的通知"]
