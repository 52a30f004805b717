"""Everything as a workbook: whole, word for word, marked where it is proposed, and harmless to open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.library import Document
from kg.errors import GraphError
from kg.exports.holdings import Holdings
from kg.exports.sheet import Column, Sheet
from kg.exports.sheets import sheets, write_sheets
from kg.exports.workbook import write_workbook
from kg.mapped import mapped_claims
from ontology.mappings import load_mappings
from tests.kg.founding import founding_documents, graph_of

CLAIMS = load_mappings()


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return founding_documents()


@pytest.fixture(scope="module")
def held(documents: tuple[Document, ...]) -> Holdings:
    graph = graph_of(documents)
    return Holdings(documents, graph, mapped_claims(graph, CLAIMS))


@pytest.fixture(scope="module")
def book(held: Holdings, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("book") / "all.xlsx"
    write_sheets(path, held)
    return openpyxl.load_workbook(path)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows by head; a head that stands twice is an error."""
    heads, *rows = sheet.iter_rows(values_only=True)
    assert len(set(heads)) == len(heads)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_a_workbook_can_be_read_by_people(book: openpyxl.Workbook) -> None:
    expected = ["说明", "文件", "条款", "矩阵", "系统", "国家对应（推定）", "典型场景（推定）", "内置查询"]
    assert book.sheetnames == expected
    assert {row["工作表"] for row in rows_of(book["说明"])} == set(expected[1:])
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[get_column_letter(n)].width >= 6 for n in range(1, sheet.max_column + 1))
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(max_row=5) for cell in row)
        assert all(sheet.row_dimensions[number].height >= 15 for number in range(1, sheet.max_row + 1))


def test_the_clauses_are_all_there_word_for_word(book: openpyxl.Workbook, documents: tuple[Document, ...]) -> None:
    rows = rows_of(book["条款"])
    clauses = [clause for document in documents for clause in document.clauses]
    assert [row["编号"] for row in rows] == [clause.id for clause in clauses]
    texts = {document.meta.id: document.text for document in documents}
    for row in rows:
        start, end = row["起点"], row["终点"]
        assert isinstance(start, int) and isinstance(end, int)
        printed = texts[str(row["文件"])][start:end]
        assert row["原文"] == printed.replace("\r\n", "\n")
    (row,) = [row for row in rows if row["编号"] == "zj-graded/19/smart-factory/a"]
    assert (row["子域编号"], row["能力子域"], row["等级"]) == (19, "设备运维", "省级智能工厂")
    assert (row["种类"], row["用词"]) == ("要求", "应")


def test_the_matrix_counts_what_the_document_says_of_itself(book: openpyxl.Workbook) -> None:
    rows = [row for row in rows_of(book["矩阵"]) if row["文件"] == "zj-graded"]
    assert [row["编号"] for row in rows] == list(range(1, 45))
    for tier, requirements, slashes in (("省级数字化车间", 47, 20), ("省级智能工厂", 67, 10), ("未来工厂", 111, 0)):
        cells = [row[tier] for row in rows]
        assert cells.count("/") == slashes
        assert sum(cell for cell in cells if isinstance(cell, int)) == requirements


def test_systems_are_counted_by_document_and_tier(book: openpyxl.Workbook, documents: tuple[Document, ...]) -> None:
    (mes,) = [row for row in rows_of(book["系统"]) if row["代码"] == "MES"]
    asked = [c for one in documents for c in one.clauses if c.kind == "requirement" and "MES" in c.systems]
    workshop = [c for c in asked if c.tier == "digital-workshop" and c.document == "zj-graded"]
    assert (mes["名称"], mes["要求合计"]) == ("制造执行系统", len(asked))
    assert mes["zj-graded 省级数字化车间"] == len(workshop) > 0


def test_what_is_proposed_is_marked_so(book: openpyxl.Workbook) -> None:
    rows = rows_of(book["国家对应（推定）"])
    assert len(rows) == len(CLAIMS) and {row["状态"] for row in rows} == {"推定"}
    assert all(row["理由"] and isinstance(row["置信度"], float) for row in rows)
    scenarios = rows_of(book["典型场景（推定）"])
    assert [row["序号"] for row in scenarios] == list(range(1, 41))
    assert {row["可信度"] for row in scenarios} == {"A", "B"}
    assert all(book[name].sheet_properties.tabColor for name in book.sheetnames if "推定" in name)


def test_a_workbook_can_be_headed_in_english(held: Holdings) -> None:
    names = [sheet.name for sheet in sheets(replace(held, language="en"))]
    assert names[:3] == ["About", "Documents", "Clauses"] and all(len(name) <= 31 for name in names)
    heads = [column.head for sheet in sheets(replace(held, language="en")) for column in sheet.columns]
    assert "Confidence" in heads and "置信度" not in heads


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "#N/A", "12", "TRUE", "=", "’"],
)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    write_workbook(tmp_path / "b.xlsx", [Sheet("s", (Column("=h"),), [(text,)])])
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["s"]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is (text[0] in "=+-@\t\n＝")
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=h", "s")


def test_what_a_cell_cannot_hold_is_cut_or_replaced(tmp_path: Path) -> None:
    rows = [("长" * 40_000, "a\x00b\x1fc\ud800d\ufffe", None, 1, 0.5)]
    columns = tuple(Column(head) for head in "abcde")
    write_workbook(tmp_path / "b.xlsx", [Sheet("s", columns, rows)])
    (_, found) = openpyxl.load_workbook(tmp_path / "b.xlsx")["s"].iter_rows(values_only=True)
    assert len(str(found[0])) == 32_767 and str(found[0]).endswith("…")
    assert found[1:] == ("a\ufffdb\ufffdc\ufffdd\ufffd", None, 1, 0.5)


def test_a_sheet_that_is_too_long_is_told(tmp_path: Path) -> None:
    class Endless(list[tuple[int]]):
        def __len__(self) -> int:
            return 1_048_576

    with pytest.raises(GraphError, match="sheet s: 1048576 rows are too many"):
        write_workbook(tmp_path / "b.xlsx", [Sheet("s", (Column("a"),), Endless())])
    assert list(tmp_path.iterdir()) == []
