"""Tables of a Word document: a line a row, cells between tabs, merged cells with what they cover."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.word.reading import read
from corpus.shape import LINE_BREAK
from tests.corpus.readers.office.office_files import cell, docx, level, numbering, paragraph, run, sign, table

_DOWN = '<w:vMerge w:val="restart"/>'
_ON = "<w:vMerge/>"

Placed = tuple[str, int, int, int, int]


def extracted(body: str, **parts: str) -> Extracted:
    return read(docx(body, **parts), Limits())


def cells(read_file: Extracted, index: int = 0) -> list[Placed]:
    """The text, row, column, rows and columns of a table's cells, after what holds for every table was checked."""
    found = read_file.shape.tables[index]
    lines = read_file.text[found.start : found.end].split("\n")
    for one in found.cells:
        assert lines[one.row].split("\t")[one.column] == read_file.text[one.start : one.end]
    assert all(before.end < after.start for before, after in pairwise(found.cells))
    return [(read_file.text[one.start : one.end], one.row, one.column, one.rows, one.columns) for one in found.cells]


def test_a_table_stands_between_its_paragraphs() -> None:
    read_file = extracted(paragraph("表1") + table(["指标", "要求"], ["联网率", "60%"]) + paragraph("注"))
    assert read_file.text == "表1\n指标\t要求\n联网率\t60%\n注\n"
    assert cells(read_file) == [("指标", 0, 0, 1, 1), ("要求", 0, 1, 1, 1), ("联网率", 1, 0, 1, 1), ("60%", 1, 1, 1, 1)]


def test_merged_cells_stand_once_with_what_they_cover() -> None:
    read_file = extracted(
        table(
            [cell("要素", _DOWN), cell("等级", '<w:gridSpan w:val="2"/>')],
            [cell("", _ON), "基础级", "先进级"],
            ["联网", cell("应联网", '<w:gridSpan w:val="2"/>')],
        )
    )
    assert read_file.text == "要素\t等级\t\n\t基础级\t先进级\n联网\t应联网\t\n"
    assert cells(read_file) == [
        ("要素", 0, 0, 2, 1),
        ("等级", 0, 1, 1, 2),
        ("基础级", 1, 1, 1, 1),
        ("先进级", 1, 2, 1, 1),
        ("联网", 2, 0, 1, 1),
        ("应联网", 2, 1, 1, 2),
    ]


def test_columns_that_nobody_sees_are_left_out() -> None:
    wide = '<w:gridSpan w:val="100000"/>'
    read_file = extracted(table([cell("甲", wide), cell("乙", '<w:gridSpan w:val="3"/>')], [cell("丙", wide), "丁"]))
    assert read_file.text == "甲\t乙\n丙\t丁\n"


def test_a_row_may_begin_later_and_a_cell_may_go_on_from_nothing() -> None:
    later = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("丙") + "</w:tr>"
    body = table([cell("甲", _ON), "乙"]).replace("</w:tbl>", f"{later}</w:tbl>")
    assert cells(extracted(body)) == [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 1), ("丙", 1, 1, 1, 1)]


def test_a_cell_that_goes_on_with_another_width_stands_for_itself() -> None:
    body = table([cell("甲", _DOWN + '<w:gridSpan w:val="2"/>'), "乙"], [cell("丙", _ON), "丁", "戊"])
    assert cells(extracted(body))[2:] == [("丙", 1, 0, 1, 1), ("丁", 1, 1, 1, 1), ("戊", 1, 2, 1, 1)]


def test_old_style_merges_across() -> None:
    body = table([cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "乙"], ["一", "二", "三"])
    assert cells(extracted(body))[:2] == [("甲", 0, 0, 1, 2), ("乙", 0, 2, 1, 1)]


def test_text_under_a_merged_cell_is_kept_and_told() -> None:
    read_file = extracted(table([cell("甲", _DOWN), "乙"], [cell("被盖", _ON), "丙"]))
    assert cells(read_file)[0] == (f"甲{LINE_BREAK}被盖", 0, 0, 2, 1)
    assert read_file.notes == ("被合并单元格盖住的文字并入该单元格（1 处）。",)


def test_lines_and_tables_inside_a_cell_stay_in_their_cell() -> None:
    inner = table(["内一", "内二"], ["内三", ""])
    many = cell(paragraph("首") + paragraph("") + paragraph(f"{run('次')}{sign('<w:br/>')}{run('三')}") + inner)
    broken = LINE_BREAK.join(["首", "次", "三", "内一 内二", "内三"])
    assert extracted(table([many, f"<w:tc>{paragraph(run('甲') + sign('<w:tab/>') + run('乙'))}</w:tc>"])).text == (
        f"{broken}\t甲 乙\n"
    )


def test_numbers_count_on_through_cells() -> None:
    rows = [[cell(paragraph("甲", number=1)), cell(paragraph("乙", number=1))], [cell(paragraph("丙", number=1)), "丁"]]
    numbers = numbering([level(0, "decimal", "%1.", suff="space")], [(0, "")])
    assert extracted(table(*rows), numbering=numbers).text == "1. 甲\t2. 乙\n3. 丙\t丁\n"


def test_a_box_drawn_around_text_is_text() -> None:
    read_file = extracted(table([cell(paragraph("第一段") + table(["甲", "乙"]) + paragraph("第二段"))]))
    assert read_file.text == "第一段\n甲\t乙\n第二段\n"
    assert len(read_file.shape.tables) == 1


def test_a_table_of_one_column_is_text() -> None:
    inside = cell(paragraph("一、总则") + paragraph("正文。"))
    read_file = extracted(table(["附件1"], [inside], [""]))
    assert (read_file.text, read_file.shape.tables) == ("附件1\n一、总则\n正文。\n", ())


def test_rows_in_wrappers_are_read_and_deleted_or_hidden_ones_are_not() -> None:
    def row(properties: str, text: str) -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cell(text)}{cell('乙')}</w:tr>"

    wrapped = f"<w:sdt><w:sdtContent>{row('', '控件')}</w:sdtContent></w:sdt>"
    body = f"<w:tbl>{row('<w:del/>', '删')}{row('<w:hidden/>', '藏')}{wrapped}{row('', '留')}</w:tbl>"
    read_file = extracted(body)
    assert read_file.text == "控件\t乙\n留\t乙\n"
    assert read_file.notes == ("带修订：删除的文字未收录（2 字）。", "隐藏的表格行未收录（1 行）。")


def test_a_table_without_cells_is_nothing() -> None:
    assert extracted(paragraph("甲") + "<w:tbl><w:tr/></w:tbl>" + paragraph("乙")).text == "甲\n乙\n"


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 5 cells"):
        read(docx(table(["甲", "乙"], ["丙", "丁"], ["戊", "己"])), Limits(cells=5))
