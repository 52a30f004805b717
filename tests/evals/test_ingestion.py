"""The suite of reading: its notation, its files, its truth and its measures, with the reader left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from corpus.clause import Clause, Quantity
from evals.errors import EvalError
from evals.ingestion.alignment import FoundRow, align
from evals.ingestion.as_text import lines_of
from evals.ingestion.content import Grid, documents, read_content
from evals.ingestion.marks import bare, marks, read_quantity, said_of
from evals.ingestion.suite import SuiteFile, suite_files
from evals.ingestion.truth import TrueRow, true_rows
from evals.ingestion.variants import CHANGES, abridged, spaced, traditional

SMALL = """
id: small
split: dev
field: true
facts: {title: 甲省办法}
tiers: [[基础级]]
body: |
  title| 甲省办法
  tier 基础级
  req （一）| 联网率不低于50%； ◇Q=>=50%
  tier -
  table head=1 cols=elem,req@基础级
  + 场景 || 基础级
  + 设计 || 应用软件应受控。◇F=shall
  + ^ || /
"""


@pytest.fixture(scope="module")
def files() -> Mapping[str, SuiteFile]:
    return {file.name: file for file in suite_files()}


def rows_of(source: str, *texts: str) -> list[FoundRow]:
    return [FoundRow(text, source.index(text), source.index(text) + len(text)) for text in texts]


def test_a_document_in_the_notation_gives_its_rows() -> None:
    content = read_content(SMALL)
    rows = true_rows(content)
    assert [row.text for row in rows] == [
        "甲省办法", "联网率不低于50%；", "场景", "基础级", "设计", "应用软件应受控。", "/",
    ]  # fmt: skip
    assert (rows[1].label, rows[1].tier, rows[1].quantities) == ("（一）", "基础级", (">=50%",))
    assert (rows[5].tier, rows[5].forces) == ("基础级", ("shall",))
    assert rows[6].kinds == frozenset({"not_required"})
    grid = content.blocks[-1]
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.rows) for cell in grid.cells if cell.rows > 1] == [("设计", 2)]


@pytest.mark.parametrize("line", ["  本行无角色", "  para| 一 ◇Z=1", "  table head=1 cols=elem,req\n  + 一个"])
def test_broken_notation_is_told(line: str) -> None:
    with pytest.raises(EvalError):
        read_content(SMALL + line + "\n")


def test_the_suite_is_large_and_split_by_document(files: Mapping[str, SuiteFile]) -> None:
    assert len(files) >= 60
    assert {file.name.rpartition(".")[2] for file in files.values()} == {"txt", "md", "html", "docx", "pdf", "xlsx"}
    used = {file.content.id: file.content.split for file in files.values()}
    assert set(used) == {content.id for content in documents()}
    assert min(list(used.values()).count(split) for split in ("dev", "test")) >= 10
    assert all(file.made.data for file in files.values())


def test_the_same_suite_is_made_every_time(files: Mapping[str, SuiteFile]) -> None:
    texts = ("yunling-rules.txt-wrap38.txt", "yunling-rules.md-saved.md", "lanhe-notice.pdf.pdf")
    assert [name for name in texts if suite_files(name=name)[0].made.data != files[name].made.data] == []


def test_every_quantity_of_the_truth_can_be_read() -> None:
    written = [one for content in documents() for row in true_rows(content) for one in row.quantities or ()]
    assert len(written) > 60
    assert all(said_of(_quantity(one)) == one for one in written)


def _quantity(written: str) -> Quantity:
    comparator, value, value_max, unit = read_quantity(written)
    return Quantity(written, comparator, value, value_max, unit, 0, 1)  # type: ignore[arg-type]


def test_every_tier_of_the_truth_is_the_document_s() -> None:
    for content in documents():
        for dressed in (content, *(change(content) for change in CHANGES.values())):
            names = {name for names in dressed.tiers for name in names} | {None, "?"}
            assert {row.tier for row in true_rows(dressed)} <= names, content.id


def test_files_hold_the_words_of_the_truth(files: Mapping[str, SuiteFile]) -> None:
    gb = files["yunling-rules.txt-gb18030.txt"]
    assert "第六条 申报基础级智能工厂的" in gb.made.data.decode("gb18030")
    wrapped = files["yunling-rules.txt-wrap38.txt"].made.data.decode()
    assert max(map(len, wrapped.splitlines())) <= 38
    assert "".join(wrapped.split()) == "".join("".join(lines_of(files["yunling-rules.txt.txt"].content)).split())
    with zipfile.ZipFile(io.BytesIO(files["yunling-rules.docx-numbered.docx"].made.data)) as packed:
        assert "第六条" not in packed.read("word/document.xml").decode()


def test_what_must_not_be_read_stands_in_the_files(files: Mapping[str, SuiteFile]) -> None:
    revised = files["yunling-rules.docx-revised.docx"]
    with zipfile.ZipFile(io.BytesIO(revised.made.data)) as packed:
        words = packed.read("word/document.xml").decode()
    assert words.count("<w:delText") == words.count("<w:vanish") > 10
    page = files["yunling-rules.html-links.html"]
    assert all(line in page.made.data.decode() for line in page.made.foreign)
    with zipfile.ZipFile(io.BytesIO(files["lanhe-notice.xlsx-sheets.xlsx"].made.data)) as packed:
        assert packed.read("xl/workbook.xml").decode().count('state="hidden"') == 1


def test_changes_change_text_and_truth_together() -> None:
    rules = next(content for content in documents() if content.id == "yunling-rules")
    assert any("不低于5 5 %" in row.text for row in true_rows(spaced(rules)))
    assert len(true_rows(abridged(rules))) < len(true_rows(rules))
    changed = traditional(rules)
    assert str(changed.facts["title"]).startswith("雲嶺省")
    assert ("基礎級", "基礎級智能工廠") in changed.tiers
    assert any("應當" in row.text for row in true_rows(changed))


def test_rows_are_found_cut_elsewhere_missed_or_invented() -> None:
    source = "第一条 甲方应当登记。乙方备案。\n另有一句。\n首页 导航\n"
    truth = [TrueRow("甲方应当登记。"), TrueRow("乙方备案。"), TrueRow("另有一句。"), TrueRow("本句不在文中。")]
    found = align(truth, rows_of(source, "甲方应当登记。乙方备案。", "另有一句。", "首页 导航"), source, source[:20])
    assert found.pairs == ((2, 1),)
    assert found.borders == (0, 1)
    assert found.missed == (3,)
    assert found.invented == (2,)


def test_line_breaks_within_a_row_do_not_count_and_another_right_cut_does() -> None:
    source = "附件：1.汇\n总表\n"
    truth = [TrueRow("附件：1.汇总表", also=("汇总表",))]
    assert align(truth, rows_of(source, "汇\n总表"), source, source).pairs == ((0, 0),)


def test_words_outside_every_row_are_missed() -> None:
    source = "在行内。\n不在行内。\n"
    truth = [TrueRow("在行内。"), TrueRow("不在行内。")]
    assert align(truth, rows_of(source, "在行内。")[:1], source, source).missed == (1,)


def test_marks_of_a_row_are_judged_each_by_itself() -> None:
    true = TrueRow("联网率不低于50%；", (), "（一）", frozenset({"requirement"}), "基础级", ("none",), (">=50%",))
    quantity = Quantity("不低于50%", ">=", 50.0, None, "%", 3, 9)
    clause = Clause(
        "x/1", "x", "", (), "requirement", true.text, true.text, 0, 9, "r", label="一", tier="t",
        tier_label="基础级智能工厂", quantities=(quantity,),
    )  # fmt: skip
    assert dict(marks(true, clause, [("基础级", "基础级智能工厂")])) == {
        "kind": True, "label": True, "tier": True, "force": True, "quantity": True,
    }  # fmt: skip
    assert dict(marks(true, clause, [("基础级",)]))["tier"] is False


def test_labels_are_compared_without_their_dress() -> None:
    assert bare("第十二条") == bare("十二") == "十二"
    assert bare("（一）") == bare("一、") == "一"
