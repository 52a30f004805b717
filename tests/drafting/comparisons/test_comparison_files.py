"""A comparison's files, opened again by their libraries: every text word for word, every count right."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook

from drafting.comparisons.tones import LEFT_INK, RELATION_LABELS, RIGHT_INK
from drafting.comparisons.writing import write_comparison
from drafting.generator import DraftingError
from tests.drafting.comparisons.made_up_comparison import (
    ALONE_LEFT,
    BOTH,
    CLAUSES,
    FIRST,
    FORMULA,
    ONE,
    OTHER,
    SCENARIOS,
    SECOND,
    comparison,
    shelf,
    with_the_national_level,
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("comparison")
    for ending in ("xlsx", "docx", "md"):
        write_comparison(comparison(), shelf(), folder / f"a.{ending}")
    return folder


@pytest.fixture(scope="module")
def book(written: Path) -> Workbook:
    return openpyxl.load_workbook(written / "a.xlsx", rich_text=True)


@pytest.fixture(scope="module")
def opened(written: Path) -> Opened:
    return Document(str(written / "a.docx"))


def column(book: Workbook, sheet: str, head: str) -> list[str]:
    heads = [str(cell.value) for cell in book[sheet][1]]
    at = next(place for place, one in enumerate(heads) if one.startswith(head))
    return ["" if row[at].value is None else str(row[at].value) for row in book[sheet].iter_rows(min_row=2)]


def test_the_workbook_has_every_row_and_every_text_word_for_word(book: Workbook) -> None:
    assert book.sheetnames == ["总览", "各主题", "对照", "只有左边", "只有右边", "应宜变化", "数字变化"]
    assert column(book, "对照", "关系") == [RELATION_LABELS[row.relation] for row in comparison().rows]
    left, right = column(book, "对照", "左边原文"), column(book, "对照", "右边原文")
    assert (left[0], right[0]) == (ONE.text, OTHER.text)
    assert left[2] == f"【e）】{FIRST.text}\n【f）】{SECOND.text}"
    assert column(book, "对照", "左边编号")[2] == f"{FIRST.id}\n{SECOND.id}"
    assert [*column(book, "只有左边", "原文"), *column(book, "只有右边", "原文")] == [FORMULA, CLAUSES[-1].text]


def test_forces_and_numbers_stand_on_sheets_of_their_own(book: Workbook) -> None:
    assert column(book, "应宜变化", "应、宜变化") == ["左“宜”，右“应”"]
    assert column(book, "数字变化", "数字变化") == ["数采率：左 不低于90%，右 不低于80%（左边要求更高）"]
    assert column(book, "对照", "只有右边写到")[0] == "系统：MES"
    assert column(book, "对照", "把握") == ["0.91", "1", "0.8", "", ""]


def test_words_that_differ_are_set_off_within_their_cells(book: Workbook) -> None:
    cells = {str(cell.value): cell.value for row in book["对照"].iter_rows() for cell in row}
    marked = {}
    for text in (ONE.text, OTHER.text):
        value = cells[text]
        assert isinstance(value, CellRichText)
        blocks = [one for one in value if isinstance(one, TextBlock) and one.font.b]
        assert all(one.font.u for one in blocks)
        marked[text] = [(one.text, str(one.font.color and one.font.color.rgb)[2:]) for one in blocks]
    assert marked[ONE.text] == [("宜", LEFT_INK), ("不低于90%", LEFT_INK)]
    assert marked[OTHER.text] == [("应", RIGHT_INK), ("不低于80%", RIGHT_INK), ("接入MES", RIGHT_INK)]


def test_no_cell_is_run_and_heads_stay(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        assert sheet.freeze_panes is not None
    assert all(book[name].auto_filter.ref for name in book.sheetnames[1:])
    cell = next(cell for row in book["只有左边"].iter_rows() for cell in row if cell.value == FORMULA)
    assert cell.quotePrefix


def test_the_overview_counts_relations_and_topics(book: Workbook) -> None:
    facts = {str(row[0].value): str(row[1].value) for row in book["总览"].iter_rows(min_row=2)}
    assert facts["左边"] == "《某省分级建设要求》（scheme，5 条）"
    assert facts["对上的"] == "3 行：左边 4 条、右边 3 条，每条只数一次；一条可以与另一边几条对上"
    assert all(facts[RELATION_LABELS[one]].startswith("1 行") for one in ("equal", "weaker", "overlaps", "only_left"))
    assert facts[RELATION_LABELS["stronger"]].startswith("0 行")
    assert facts["《建设要求》"] == "2025 年（文中写明）；状态：试行"
    topics = [[cell.value for cell in row] for row in book["各主题"].iter_rows(min_row=2)]
    assert [row[:2] for row in topics] == [
        ["9 数据共享", 1],
        ["17 质量管控", 2],
        ["19 设备运维", 1],
        ["总体（按意思归入）", 1],
    ]


def words_of(opened: Opened) -> list[str]:
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in opened.paragraphs), *cells]


def test_the_document_has_every_text_word_for_word(opened: Opened) -> None:
    said = "\n".join(words_of(opened))
    for clause in CLAUSES:
        assert clause.text in said
    assert f"【4 · e）】{FIRST.text}\n【4 · f）】{SECOND.text}" in said
    headings = [one.text for one in opened.paragraphs if one.style and one.style.style_id == "Heading1"]
    assert headings == ["概况", "逐项对照", "只有左边的条文", "只有右边的条文"]


def test_marked_words_are_underlined_in_the_document(opened: Opened) -> None:
    runs = [
        run
        for table in opened.tables
        for row in table.rows
        for cell in row.cells
        for p in cell.paragraphs
        for run in p.runs
    ]
    marked = [(run.text, str(run.font.color.rgb)) for run in runs if run.underline]
    assert ("宜", LEFT_INK) in marked
    assert ("接入MES", RIGHT_INK) in marked
    assert ("并留存记录", RIGHT_INK) in marked


def test_tables_lie_across_the_page(opened: Opened) -> None:
    assert [one.orientation for one in opened.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_markdown_has_every_text_as_words_and_marks_in_bold(written: Path) -> None:
    text = (written / "a.md").read_text(encoding="utf-8")
    assert "**宜**开展设备预测性维护，数采率**不低于90**%。" in text
    assert "**应**开展设备预测性维护，数采率**不低于80**%，<br>**接入MES**。" in text
    assert r"鼓励\*共享\*\[数据\](x)。" in text
    assert r"\|\<b\>粗\</b\>" in text
    rows = [line for line in text.splitlines() if line.startswith("| 部分重合 |")]
    assert len(rows) == 2  # the count, and the row itself
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 5 for line in rows)


def test_the_national_level_is_proposed_in_title_sheet_and_page(tmp_path: Path) -> None:
    for ending in ("xlsx", "docx", "md"):
        write_comparison(with_the_national_level(), shelf(), tmp_path / f"n.{ending}", SCENARIOS)
    book = openpyxl.load_workbook(tmp_path / "n.xlsx")
    assert "对照（推定，非官方）" in book.sheetnames
    assert "推定，非官方" in str(book["总览"]["B1"].value)
    assert column(book, "对照（推定，非官方）", "右边原文") == ["设备故障诊断与预测"]
    assert column(book, "对照（推定，非官方）", "对应（推定，非官方）") == ["场景较窄"]
    opened = Document(str(tmp_path / "n.docx"))
    assert "推定，非官方" in opened.sections[0].header.paragraphs[0].text
    assert "设备故障诊断与预测（场景较窄，把握 0.85）" in words_of(opened)
    assert "推定，非官方" in (tmp_path / "n.md").read_text(encoding="utf-8").splitlines()[0]


def test_two_tiers_of_one_document_are_not_told_as_dropped(tmp_path: Path) -> None:
    own = comparison()
    write_comparison(comparison(right=own.left), shelf(), tmp_path / "t.md")
    assert "仍然适用，不是取消" in (tmp_path / "t.md").read_text(encoding="utf-8")


def test_nothing_in_common_says_so(tmp_path: Path) -> None:
    alone = tuple(row for row in comparison().rows if row.relation == "only_left")
    for ending in ("xlsx", "docx", "md"):
        write_comparison(comparison(rows=alone), shelf(), tmp_path / f"e.{ending}")
    assert "没有讲同一件事的条文。" in (tmp_path / "e.md").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(tmp_path / "e.xlsx")
    assert column(book, "数字变化", "主题") == ["没有。"]
    assert column(book, "只有左边", "编号") == [ALONE_LEFT.id]


def test_the_same_comparison_makes_the_same_document(tmp_path: Path) -> None:
    contents = []
    for name in ("one.docx", "two.docx"):
        write_comparison(comparison(), shelf(), tmp_path / name)
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]
    assert BOTH.text in "\n".join(words_of(Document(BytesIO(contents[0]))))


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(DraftingError, match=r"\.xlsx、\.docx、\.md"):
        write_comparison(comparison(), shelf(), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
