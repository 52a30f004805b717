"""The files of ladders and views, opened again: texts word for word, numbers as numbers, what is inferred marked."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from drafting.comparisons.report import Cell, Column, Grid, Stretch
from drafting.comparisons.report_workbook import overview_sheet, sheet_of, write_grids
from drafting.comparisons.writing import write_ladders, write_views
from kg.ladders.ladder import Ladder, LadderCell, Step, StepChange
from kg.variants.difference import Difference, ForceChange, Words
from kg.views.table import View, ViewCell
from tests.drafting.made_up import BY_ID, FACTORY, LABELS, SCHEME, WORKSHOP, shelf

LOWER, UPPER = f"{SCHEME}/19/{WORKSHOP}/a", f"{SCHEME}/19/{FACTORY}/a"
NEW = f"{SCHEME}/19/{FACTORY}/b"


def words(clause: str, text: str) -> Words:
    at = BY_ID[clause].text.index(text)
    return Words(clause, at, at + len(text), text)


@pytest.fixture(scope="module")
def ladders() -> tuple[Ladder, ...]:
    raised = Difference(
        "weaker",
        (ForceChange("should", "shall", words(LOWER, "应"), words(UPPER, "应")),),
        left_only=(words(LOWER, "设备台账"),),
        right_only=(words(UPPER, "设备联网"),),
    )
    changes = (
        StepChange("raised", (LOWER,), (UPPER,), ("widened",), raised, 0.876),
        StepChange("new", (), (NEW,)),
        StepChange("not_restated", (LOWER,), ()),
    )
    cells = (
        LadderCell(WORKSHOP, LABELS[WORKSHOP], (LOWER,), True),
        LadderCell(FACTORY, LABELS[FACTORY], (UPPER, NEW), True),
    )
    step = Step(WORKSHOP, FACTORY, WORKSHOP, changes)
    return (Ladder(SCHEME, "19", "设备运维", "应用场景", "智能化生产", cells, (step,)),)


@pytest.fixture(scope="module")
def view() -> View:
    rows = (
        (ViewCell("自动数采率"), ViewCell("90", (UPPER,), 90.0, words(UPPER, "90%")), ViewCell("=1+1")),
        (ViewCell("有几级"), ViewCell("1 / 3", (LOWER,), 1.0), ViewCell("有要求", (NEW,), inferred=True)),
    )
    return View("thresholds", "数量要求：各文件/各级", ("量的是什么", "数值", "备注"), rows, ("只列写明的。",))


def table(path: Path, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)[sheet].iter_rows()]


def test_the_workbook_lists_every_change_and_apart_what_is_to_be_done(
    ladders: tuple[Ladder, ...], tmp_path: Path
) -> None:
    write_ladders(ladders, shelf(), tmp_path / "l.xlsx")
    everything = table(tmp_path / "l.xlsx", "全部变化")
    assert [row[4] for row in everything[1:]] == ["宜→应、扩大", "新增", "仍适用"]
    assert everything[1][6:8] == [BY_ID[LOWER].text, BY_ID[UPPER].text]
    assert everything[1][9] == 0.88
    assert [row[4] for row in table(tmp_path / "l.xlsx", "要新做或加做的")[1:]] == ["宜→应、扩大", "新增"]
    assert table(tmp_path / "l.xlsx", "台阶计数")[1][:2] == ["省级数字化车间 → 省级智能工厂", 1]
    assert table(tmp_path / "l.xlsx", "各能力子域")[1] == ["智能化生产", "19 设备运维", "应 1", "应 1、宜 1"]


def test_the_document_and_markdown_of_ladders_quote_word_for_word(ladders: tuple[Ladder, ...], tmp_path: Path) -> None:
    for ending in ("docx", "md"):
        write_ladders(ladders, shelf(), tmp_path / f"l.{ending}")
    cells = [cell for one in Document(str(tmp_path / "l.docx")).tables for row in one.rows for cell in row.cells]
    assert {BY_ID[LOWER].text, BY_ID[UPPER].text, BY_ID[NEW].text} <= {cell.text for cell in cells}
    marked = {run.text for cell in cells for one in cell.paragraphs for run in one.runs if run.underline}
    assert {"设备台账", "设备联网"} <= marked
    text = (tmp_path / "l.md").read_text(encoding="utf-8")
    assert "**应**实现**设备联网**" in text
    assert "仍然适用，不是取消" in text


def test_a_view_keeps_numbers_and_marks_what_is_inferred(view: View, tmp_path: Path) -> None:
    write_views((view,), shelf(), tmp_path / "v.xlsx")
    rows = table(tmp_path / "v.xlsx", "数量要求：各文件·各级")
    assert rows[1:] == [["自动数采率", 90, "=1+1"], ["有几级", "1 / 3", "有要求（推定）"]]
    book = openpyxl.load_workbook(tmp_path / "v.xlsx")
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    basis = table(tmp_path / "v.xlsx", "依据")[1:]
    assert [(row[1], row[2], row[6], row[8]) for row in basis] == [
        ("自动数采率", "数值", BY_ID[UPPER].text, "原文"),
        ("有几级", "数值", BY_ID[LOWER].text, "原文"),
        ("有几级", "备注", BY_ID[NEW].text, "推定"),
    ]


def test_views_in_words_begin_on_the_page_of_their_table(view: View, tmp_path: Path) -> None:
    write_views((view,), shelf(), tmp_path / "v.docx")
    opened = Document(str(tmp_path / "v.docx"))
    assert [one.orientation for one in opened.sections] == [WD_ORIENT.LANDSCAPE]
    assert opened.paragraphs[0].text == view.title
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["自动数采率", "90", "=1+1"]


def test_columns_beyond_the_alphabet_keep_their_marks(tmp_path: Path) -> None:
    stretch = Cell((Stretch("应"), Stretch("联网", "right")))
    grid = Grid("宽", tuple(Column(f"列{at}", 8) for at in range(30)), ((*(Cell(),) * 27, stretch, Cell(), Cell()),))
    assert list(sheet_of(grid).marks_at) == ["AB2"]
    write_grids(tmp_path / "w.xlsx", overview_sheet("宽表", [("行数", "1")]), [grid])
    assert table(tmp_path / "w.xlsx", "宽")[1][27] == "应联网"


def test_several_views_stand_in_one_file_under_their_titles(view: View, tmp_path: Path) -> None:
    other = View("terms", "用语", ("名称",), ((ViewCell("未来工厂"),),))
    write_views((view, other), shelf(), tmp_path / "v.md")
    headings = [line for line in (tmp_path / "v.md").read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert headings == ["# 各文件总览", f"## {view.title}", "## 用语"]
