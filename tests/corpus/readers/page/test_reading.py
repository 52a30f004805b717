"""Pages: the document is read whole, what stands around it is left out and told."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.page.reading import read
from tests.corpus.readers.page.saved_pages import BODY, MENU, OF_THE_SITE, SAVED_PAGES, TITLE, SavedPage, lines, page
from tests.corpus.readers.shape_rules import check_shape


def read_html(html: str, limits: Limits | None = None) -> Extracted:
    return read(html.encode(), limits or Limits())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("saved", [pytest.param(saved, id=shape) for shape, saved in SAVED_PAGES.items()])
def test_nothing_of_a_document_is_lost_and_nothing_of_the_site_is_kept(saved: SavedPage) -> None:
    found = read_html(saved.html)
    check_shape(found)
    text = squeezed(found.text)
    assert [said for said in saved.says if squeezed(said) not in text] == []
    assert [words for words in OF_THE_SITE if words in text] == []
    places = [text.rindex(squeezed(said)) for said in saved.says]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "line",
    [
        "所在位置：青川市高新区",
        "大",
        "无",
        "首页装帧应当统一",
        "本车间打印设备应联网",
        "A",
        "主办单位：青川省工业和信息化厅",
    ],
)
def test_a_line_of_a_document_that_resembles_a_site_s_is_kept(line: str) -> None:
    assert (
        f"\n{line}\n" in read_html(page(f"{MENU}<div><h1>{TITLE}</h1>{lines(*BODY[:4], line, *BODY[4:])}</div>")).text
    )


def test_what_is_left_out_is_told_with_its_share() -> None:
    notes = read_html(SAVED_PAGES["blocks of a content system"].html).notes
    assert any("不属于正文的" in note and "%" in note for note in notes)


def test_a_page_without_anything_around_it_has_no_notes() -> None:
    found = read_html(page(f"<h1>{TITLE}</h1>{lines(*BODY)}"))
    assert found.notes == ()
    assert found.text == "".join(f"{line}\n" for line in (TITLE, *BODY))


def test_a_lone_heading_is_the_title_and_others_count_from_it() -> None:
    found = read_html(f"<h1>{TITLE}</h1><h2>一、总则</h2><p>{BODY[3]}</p><h3>（一）条件</h3>")
    assert [(found.text[one.start : one.end], one.level) for one in found.shape.headings] == [
        (TITLE, 0), ("一、总则", 1), ("（一）条件", 2)
    ]  # fmt: skip


def test_a_title_that_only_the_window_shows_is_kept_and_told() -> None:
    found = read_html(page(lines(*BODY)))
    assert found.text.startswith(f"{TITLE}\n{BODY[0]}")
    assert any("网页标题" in note for note in found.notes)


def test_a_title_that_the_page_prints_with_its_issuer_is_not_missing() -> None:
    printed = "北原省工业和信息化厅关于开展2026年度智能工厂申报工作的通知"
    window = "北原省工业和信息化厅 通知公告 关于开展2026年度智能工厂申报工作的通知"
    found = read_html(page(lines(printed, *BODY)).replace(TITLE, window))
    assert found.text.startswith(printed) and not any("网页标题" in note for note in found.notes)


def test_merged_cells_stand_once_with_what_they_cover() -> None:
    found = read_html(SAVED_PAGES["a table alone"].html)
    assert found.text.splitlines()[0] == "要素\t等级\t"
    cells = {found.text[one.start : one.end]: one for one in found.shape.tables[0].cells}
    assert (cells["要素"].rows, cells["要素"].columns) == (2, 1)
    assert (cells["等级"].row, cells["等级"].column, cells["等级"].columns) == (0, 1, 2)
    assert cells["应建立追溯系统"].columns == 2
    assert "联网率不低于80%\u2028并应实现预警" in cells


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td colspan=100000>甲<td>乙<tr><td>丙<td>丁</table>", "甲\t\t乙\n丙\t丁\t\n"),
        ("<table><tr><td rowspan=0>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲\t乙\n\t丙\n"),
        ("<table><tr><td rowspan=9>甲</td><td>乙</td></tr></table>", "甲\t乙\n"),
        ("<table><tr><td>只有一格</td></tr></table>", "只有一格\n"),
        ("<table><caption>表1</caption><tr><td>甲<td>乙</table>", "表1\n甲\t乙\n"),
        ("<table><tr><td>甲<td>乙<td>丙<tr><td>1<td><table><tr><td>x<td>y</table><td>3<tr><td>4<td>5<td>6</table>",
         "甲\t乙\t丙\n1\tx y\t3\n4\t5\t6\n"),
    ],
    ids=["wide span", "span to the end", "span beyond the end", "one cell", "caption", "table in a cell"],
)  # fmt: skip
def test_a_table_is_laid_out_as_a_browser_does(html: str, text: str) -> None:
    found = read_html(html)
    check_shape(found)
    assert found.text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙\n"),
        ("<ol start=3><li>甲<li value=9>乙<li>丙</ol>", "3. 甲\n9. 乙\n10. 丙\n"),
        ("<ol type=A><li>甲<ol type=i><li>子<li>丑</ol><li>乙</ol>", "A. 甲\ni. 子\nii. 丑\nB. 乙\n"),
        ("<ol><li>（一）甲<li>（二）乙</ol>", "（一）甲\n（二）乙\n"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙\n"),
        ("<dl><dt>智能工厂</dt><dd>是指某某。</dd></dl>", "智能工厂\n是指某某。\n"),
    ],
)
def test_lists_show_the_numbers_that_a_browser_shows(html: str, text: str) -> None:
    assert read_html(html).text == text


def test_footnotes_are_marked_where_they_are_called_and_where_they_stand() -> None:
    html = (
        '<p>本办法所称设备<a href="#_ftn1"><sup>[1]</sup></a>应当联网。</p>'
        '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> 指数控设备。</p></div>'
    )
    assert read_html(html).text == "本办法所称设备[note:1]应当联网。\n[note:1] 指数控设备。\n"


def test_white_space_is_as_it_is_shown() -> None:
    html = (
        "<p>智能\n  工厂  应当</p><p>smart\nfactory</p><pre>第一条  总则\n第二条</pre><p>甲<br>乙&nbsp;丙&lt;5&gt;</p>"
    )
    assert read_html(html).text == "智能工厂 应当\nsmart factory\n第一条  总则\n第二条\n甲\n乙\xa0丙<5>\n"


def test_no_entity_of_the_file_s_own_is_known_and_nothing_is_fetched() -> None:
    html = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>甲乙&x;丙丁</p>'
    assert read_html(html).text == "甲乙&x;丙丁\n"


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8", "utf-16"])
def test_the_encoding_is_the_one_that_the_bytes_have_whatever_the_page_says(codec: str) -> None:
    html = '<html><head><meta charset="gb2312"></head><body><p>第一條，車間應實現設備聯網。</p></body></html>'
    assert read(html.encode(codec), Limits()).text == "第一條，車間應實現設備聯網。\n"


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<div>" * 400 + "深", "nested deeper than 256"),
        ("<div>" * 4000 + "深", "nested deeper than 256"),
        ("<frameset><frame src='a.html'></frameset>", "only frames other pages"),
        ("<html><body><div id='app'></div><script>go()</script></body></html>", "there is no text in it"),
        ("<html><body><img src='a.png'></body></html>", "pictures and no text"),
        ("<table>" + "<tr>" + "<td>x" * 30 + "</table>", "more than 20 cells"),
    ],
    ids=["deep", "very deep", "frames", "a script's", "pictures", "many cells"],
)
def test_a_page_that_cannot_be_read_says_why(html: str, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        read_html(html, Limits(cells=20))


def test_marks_inside_a_line_may_be_nested_as_deep_as_careless_pages_nest_them() -> None:
    assert read_html("<font>" * 1500 + BODY[3]).text == f"{BODY[3]}\n"


MARKS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<th colspan=2>", 
     "<br>", "<ol>", "<li>", "</li>", "<a href=/x>", "</a>", "<h1>", "</h1>", "<!--", "-->", "<span hidden>",
     "<div style='display:none'>",
     "<pre>", "&nbsp;", "&#8238;", "&", "<", ">", "第一条", "智能工厂应当建设，", "附件1", "首页",
     "\t", "\n", "【打印】", "<nav>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(MARKS, st.text(max_size=3)), max_size=60).map("".join))
def test_any_soup_of_marks_is_read_or_refused_and_its_shape_holds(html: str) -> None:
    try:
        found = read(html.encode("utf-8", errors="ignore"), Limits())
    except UnreadableError as error:
        assert str(error)
        return
    check_shape(found)
