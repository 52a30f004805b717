"""What is read of a workbook: sheets in order, cells as they show, titles and remarks beside their tables."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.workbook.reading import read
from corpus.shape import LINE_BREAK, HeadingPlace
from tests.corpus.readers.office.office_files import sheet, xlsx
from tests.corpus.readers.shape_rules import check_shape

_LIST = "汇总"


def extracted(book: Workbook, limits: Limits | None = None) -> Extracted:
    made = BytesIO()
    book.save(made)
    return read(made.getvalue(), limits or Limits())


def one_sheet(*rows: tuple[str | float | bool | date | None, ...], title: str = "Sheet1") -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet of rows."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    return book, page


def row_of(number: int, *texts: str) -> str:
    """A row of raw cells."""
    inside = "".join(f'<c r="{chr(65 + at)}{number}" t="str"><v>{text}</v></c>' for at, text in enumerate(texts))
    return f'<row r="{number}">{inside}</row>'


def cells(read_file: Extracted, index: int = 0) -> list[tuple[str, int, int, int, int]]:
    found = read_file.shape.tables[index]
    lines = read_file.text[found.start : found.end].split("\n")
    for one in found.cells:
        assert lines[one.row].split("\t")[one.column] == read_file.text[one.start : one.end]
    return [(read_file.text[one.start : one.end], one.row, one.column, one.rows, one.columns) for one in found.cells]


def test_a_table_with_its_title_and_remark() -> None:
    book, page = one_sheet(
        ("附件2",),
        ("某省智能工厂评价表",),
        ("指标", "要求", "分值"),
        ("联网", "应联网", 10),
        (None, "宜上云", 5),
        ("注：得分为自评。",),
    )
    for merge in ("A2:C2", "A4:A5", "A6:C6"):
        page.merge_cells(merge)
    read_file = extracted(book)
    assert read_file.text == (
        "附件2\n某省智能工厂评价表\n指标\t要求\t分值\n联网\t应联网\t10\n\t宜上云\t5\n注：得分为自评。\n"
    )
    assert cells(read_file)[3] == ("联网", 1, 0, 2, 1)
    assert read_file.shape.tables[0].name == "Sheet1"


def test_rows_without_text_part_tables() -> None:
    book, _ = one_sheet(("甲", "乙"), ("1", "2"), (), (), ("丙", "丁"), ("3", "4"))
    assert extracted(book).text == "甲\t乙\n1\t2\n\n丙\t丁\n3\t4\n"


def test_a_sheet_of_one_column_is_prose() -> None:
    book, _ = one_sheet(("第一条 目的",), ("第二条 范围\n本办法",))
    read_file = extracted(book)
    assert (read_file.text, read_file.shape.tables) == ("第一条 目的\n第二条 范围\n本办法\n", ())


def test_sheets_are_named_where_their_names_say_something() -> None:
    book, _ = one_sheet(("甲",), title="说明")
    book.create_sheet(_LIST)["B2"] = "乙"
    read_file = extracted(book)
    assert read_file.text == "说明\n甲\n\n汇总\n乙\n"
    assert read_file.shape.headings == (HeadingPlace(0, 2, 1), HeadingPlace(6, 8, 1))
    assert extracted(one_sheet(("甲",), title="工作表1")[0]).text == "甲\n"


def test_values_are_read_as_they_show() -> None:
    book, page = one_sheet(("率", "额", "日", "号", "真"), (0.305, 1234567.5, date(2025, 3, 1), 7, True))
    for column, code in zip("ABCD", ("0.0%", "#,##0.00", 'yyyy"年"m"月"', "000"), strict=True):
        page[f"{column}2"].number_format = code
    assert extracted(book).text.splitlines()[1] == "30.5%\t1,234,567.50\t2025年3月\t007\tTRUE"


def test_texts_that_look_like_formulas_stay_texts() -> None:
    book, page = one_sheet(("项", "值"), ("一", "@甲"), ("二", "+5"), ("三", "-"))
    page["B2"], page["B2"].data_type = "=1+1", "s"
    assert extracted(book).text == "项\t值\n一\t=1+1\n二\t+5\n三\t-\n"


def test_rich_texts_and_line_breaks() -> None:
    book, page = one_sheet(("甲", "乙"), ("丙\r\n丁", "戊"))
    page["B2"] = CellRichText("应", TextBlock(InlineFont(b=True), "联网"))
    assert extracted(book).text == f"甲\t乙\n丙{LINE_BREAK}丁\t应联网\n"


def test_what_is_hidden_is_left_out_and_told() -> None:
    book, page = one_sheet(("甲", "乙", "丙"), ("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    book.create_sheet("密").sheet_state = "hidden"
    page["A1"].comment = Comment("批", "人")
    page["C4"] = "=A1"
    read_file = extracted(book)
    assert read_file.text == "甲\t丙\n1\t3\n7\t\n"
    assert read_file.notes == (
        "隐藏的工作表未收录：密。",
        "隐藏的行未收录（1 行）。",
        "隐藏的列未收录（1 列）。",
        "公式没有保存结果，该处为空（1 处）。",
        "批注未收录（1 条）。",
    )


def test_a_blank_column_between_stays_and_a_wide_gap_does_not() -> None:
    book, page = one_sheet(("名称", None, "日期"), ("甲", None, "乙"))
    assert extracted(book).text == "名称\t\t日期\n甲\t\t乙\n"
    page["XFD1"] = "远"
    assert extracted(book).text == "名称\t\t日期\t远\n甲\t\t乙\t\n"


def test_wide_and_long_merges_cost_nothing() -> None:
    near = row_of(1, "题", "甲") + row_of(2, "乙", "丙")
    merges = "".join(f'<mergeCell ref="{place}"/>' for place in ("A3:XFD900000", "A1000000:A1048576", "ZZZZ1:A2", "B2"))
    read_file = read(xlsx({"Sheet1": sheet(near + row_of(1_000_000, "尾", "巴"), merges)}), Limits())
    assert read_file.text == "题\t甲\n乙\t丙\n\n尾\t巴\n"
    assert cells(read_file, 1) == [("尾", 0, 0, 1, 1), ("巴", 0, 1, 1, 1)]


def test_empty_cells_that_only_look_like_something_cost_nothing() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="1"/><c r="B{row}" s="1"/></row>' for row in range(2, 2000))
    shown = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'
    assert read(xlsx({"Sheet1": sheet(shown + rows)}), Limits(characters=200)).text == "甲\n"


def test_cells_without_places_and_with_escapes() -> None:
    escaped = '<c t="inlineStr"><is><t>一_x000D_\n二_xD800_</t></is></c><c><v>3</v></c>'
    rows = f'<row>{escaped}</row><row><c t="e"><v>#REF!</v></c><c t="b"><v>0</v></c></row>'
    read_file = read(xlsx({"Sheet1": sheet(rows)}), Limits())
    assert read_file.text == f"一{LINE_BREAK}二\t3\n#REF!\tFALSE\n"
    assert read_file.notes == ("单元格显示为错误值，照录（1 处）。",)


def test_a_merged_cell_hides_what_it_covers() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
    read_file = read(xlsx({"Sheet1": sheet(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')}), Limits())
    assert (read_file.text, read_file.notes) == ("1\t\t3\n", ("被合并单元格盖住的内容未收录（1 处）。",))


def test_merged_cells_that_overlap_cover_nothing_twice() -> None:
    merges = '<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="A2:B2"/></mergeCells>'
    read_file = read(xlsx({"Sheet1": sheet(row_of(1, "甲", "乙", "丁") + row_of(2, "丙", "", "戊"), merges)}), Limits())
    check_shape(read_file)
    assert [cell[3:] for cell in cells(read_file)] == [(1, 1), (2, 1), (1, 1), (1, 1), (1, 1)]


def test_shared_texts_and_a_reference_to_none() -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>甲</t>'
        "<rPh sb='0' eb='1'><t>jia</t></rPh></si></sst>"
    )
    rows = '<row><c t="s"><v>{}</v></c></row>'
    assert read(xlsx({"Sheet1": sheet(rows.format(0))}, sharedStrings=strings), Limits()).text == "甲\n"
    with pytest.raises(UnreadableError, match="text that is not there"):
        read(xlsx({"Sheet1": sheet(rows.format(1))}, sharedStrings=strings), Limits())


def test_too_many_cells_and_too_long_texts_are_refused() -> None:
    book, _ = one_sheet(*[("甲", "乙")] * 30)
    with pytest.raises(UnreadableError, match="more than 50 cells"):
        extracted(book, Limits(cells=50))
    with pytest.raises(UnreadableError, match="longer than 100 characters"):
        read(xlsx({"Sheet1": sheet('<row><c t="str"><v>甲乙丙</v></c></row>' * 30)}), Limits(characters=100))
