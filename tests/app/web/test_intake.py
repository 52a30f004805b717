"""The page 文件入库: a file is seen before anything is kept, and what a person corrects goes with it."""

from __future__ import annotations

import re
import time
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.arriving_files import UploadedFile
from app.assembly import Workspace, library_changes
from app.assessed import Assessed, Ingested
from app.ingesting import Ingesting
from app.settings import Settings
from app.web.intake.batch import Batch
from app.web.intake.correcting import corrections_of, with_facts, with_row
from app.web.intake.differences import differences_html, pieces_html
from app.web.intake.place import place_told
from app.web.intake.rows_table import rows_html
from app.web.intake.summed import summary_html
from app.web.intake.waiting_table import waiting_html
from app.web.parts.plain import plain
from corpus.holdings.given import Given
from corpus.shape import PagePlace, Shape, TableCell, TablePlace
from kg.editions.differing import edition_rows, word_pieces
from tests.app.html_text import texts
from tests.corpus.holding import LATER, RULES

WAIT_S = 60
MARKUP = "第五条 <img src=x onerror=alert(1)> **粗** 的申报书应当退回。\n"
ROW = "申报工厂宜建立能源管理系统。"


@pytest.fixture(scope="module")
def ingesting(built_data: Path) -> Ingesting:
    return Ingesting(library_changes(Settings(built_data, generator="none")))


@pytest.fixture(scope="module")
def assessed(ingesting: Ingesting) -> Assessed:
    (found,) = ingesting.assess([UploadedFile("云岭.txt", f"{RULES}{MARKUP}".encode())])
    return found


def row_of(one: Assessed, words: str) -> Any:
    return next(row for row in one.clauses if row.text == words)


def test_files_keep_their_numbers_whatever_becomes_of_the_others(assessed: Assessed) -> None:
    batch = Batch().looked_at([assessed, assessed])
    assert [one.number for one in batch.files] == [1, 2] and batch.admissible == batch.files
    batch = batch.without([1]).looked_at([assessed, assessed])
    assert [one.number for one in batch.files] == [2, 3]
    assert [one.id for one in batch.said(3, Given("x"))] == [None, "x"]
    rest = batch.after([2, 3], [Ingested("a", "added"), Ingested("b", "rejected")])
    assert [one.number for one in rest.files] == [3]


def test_only_facts_that_differ_are_said_and_an_emptied_one_is_taken_away(assessed: Assessed) -> None:
    assert assessed.facts is not None
    read = assessed.facts
    told = {name: getattr(read, name) for name in ("title", "issuer", "region", "level", "year", "status")}
    assert with_facts(Given(), read, told) == Given()  # type: ignore[arg-type]
    given = with_facts(Given(), read, {**told, "year": 2024, "region": None})  # type: ignore[dict-item]
    assert given.facts == {"year": 2024} and corrections_of(given).fact_changes() == {"region": None}
    again = with_facts(given, read, told)  # type: ignore[arg-type]
    assert again.facts == {} and corrections_of(again).fact_changes() == {}


def test_a_row_is_corrected_further_and_as_it_was(ingesting: Ingesting, assessed: Assessed) -> None:
    row = row_of(assessed, ROW)
    given = with_row(Given(), row, assessed.clauses, {"kind": "threshold"})
    given = with_row(given, row, assessed.clauses, {"tier": "星级"})
    (correction,) = corrections_of(given).rows
    assert (correction.kind, correction.tier, correction.text) == ("threshold", "星级", ROW)
    (revised,) = ingesting.revise([assessed], [given])
    assert row_of(revised, ROW).kind == "threshold" and row_of(revised, ROW).tier_label == "星级"
    assert corrections_of(with_row(given, row, assessed.clauses, {})).rows == ()
    ignored = with_row(Given(), row, assessed.clauses, {"ignore": True})
    assert corrections_of(with_row(ignored, row, assessed.clauses, {"ignore": False})).rows == ()


def test_the_place_names_page_sheet_and_cell() -> None:
    table = TablePlace(3, 8, (TableCell(3, 5, 0, 0), TableCell(6, 8, 0, 1)), "指标")
    shape = Shape((table,), (), (PagePlace(0, 2, 1), PagePlace(3, 8, 2)))
    assert place_told("一\n\n二三\t四五", shape, 6, 8) == "第 2 页；工作表“指标”；第 1 行第 2 列；第 3 行，字符 6–8"


def test_markup_of_a_document_stays_text(assessed: Assessed) -> None:
    shown = rows_html(assessed.text, assessed.clauses, lambda position: None, lambda row: False)
    assert "<img" not in shown and "&lt;img src=x onerror=alert(1)&gt;" in shown
    named = Batch().looked_at([Assessed("<b>.txt", "rejected", Given(), reason="x")])
    assert "<b>" not in waiting_html(named.files) and "&lt;b&gt;.txt" in waiting_html(named.files)


def test_a_tier_tells_its_rows_by_kind_so_that_no_lead_is_taken_for_a_condition(ingesting: Ingesting) -> None:
    tiered = RULES.replace("第二条 申报工厂应", "第二条 一级工厂应满足以下条件：\n（一）").replace(
        "第三条 申报工厂宜", "第三条 二级工厂应满足以下条件：\n（一）宜"
    )
    (found,) = ingesting.assess(
        [UploadedFile("分级.txt", tiered.replace("第一条 ", "第一条 分为一级、二级。").encode())]
    )
    assert found.assessment is not None
    shown = re.sub(r"<[^>]+>", " ", summary_html(found.assessment, found.clauses))
    tiers = {one.name: one.rows for one in found.assessment.tiers if one.rows}
    told = re.findall(r"(\S+?)（(\d+) 条：([^）]+)）", shown.replace("、", "、 "))
    assert tiers and {name: int(rows) for name, rows, _ in told} == tiers
    assert all(sum(map(int, re.findall(r"\d+", kinds))) == int(rows) for _, rows, kinds in told)
    assert any("引导语" in kinds for _, _, kinds in told)


def test_what_changed_between_editions_is_told_by_signs(ingesting: Ingesting, assessed: Assessed) -> None:
    pieces = word_pieces("联网率达到<70>%。", "联网率达到80%。")
    plain = unescape(re.sub(r"<[^>]+>", "", pieces_html(pieces)))
    assert plain == "联网率达到[-<70>-]{+80+}%。"
    (later,) = ingesting.assess([UploadedFile("later.txt", LATER.encode())])
    rows = edition_rows(assessed.clauses, later.clauses, {})
    shown = differences_html(rows)
    assert "− 删去" in shown and "+ 新增" in shown and "<img" not in shown


def one_page() -> None:
    from app.web.intake.page import draw
    from app.web.opened import opened_now

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def page(built_data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return AppTest.from_function(one_page, default_timeout=WAIT_S)


def html(page: AppTest) -> str:
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def finished(page: AppTest) -> str:
    """Waits for the work that was begun; what the page shows then."""
    end = time.monotonic() + WAIT_S
    while "intake-running" in page.session_state and page.session_state["intake-running"] is not None:
        assert time.monotonic() < end, "the work does not end"
        time.sleep(0.1)
        page.run()
    return html(page)


def dropped(page: AppTest, *given: tuple[str, bytes]) -> str:
    page.run()
    page.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in given]).run()
    return finished(page)


def button(page: AppTest, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def test_an_empty_page_says_what_to_do(page: AppTest) -> None:
    assert "收入之前什么都不保存" in html(page.run())


def test_a_dropped_file_is_understood_and_nothing_is_kept(page: AppTest, built_data: Path) -> None:
    shown = dropped(page, ("云岭.txt", RULES.encode()), ("空.txt", b" "))
    assert "条款式" in shown and "落在条目里" in shown
    assert texts(shown, "gb-document") == ["云岭省数字工厂评定办法 新文件"]
    assessed = page.session_state["intake-batch"].files[0].assessed.assessment
    assert assessed is not None and f"其余 {assessed.coverage - assessed.structured:.1%} 是普通段落" in shown
    assert not (built_data / "library").exists()
    page.session_state["intake-picked"] = 2
    shown = html(page.run())
    assert texts(shown, "gb-error") == ["空.txt：文件是空的。请提供文件本身。"]
    assert [one.label for one in page.button if one.label.startswith("收入")] == []


def test_a_corrected_row_and_fact_are_seen_at_once(page: AppTest) -> None:
    dropped(page, ("云岭.txt", RULES.encode()))
    batch = page.session_state["intake-batch"]
    row = row_of(batch.files[0].assessed, ROW)
    page.session_state["intake-place"] = row.id
    shown = html(page.run())
    assert texts(shown, "gb-span") == [ROW] and "字符" in shown
    next(one for one in page.selectbox if one.label == "种类").select("threshold")
    button(page, "更正").click().run()
    finished(page)
    assert row_of(page.session_state["intake-batch"].files[0].assessed, ROW).kind == "threshold"
    page.session_state["intake-view"] = "facts"
    html(page.run())
    next(one for one in page.text_input if one.label == "地区").set_value("云岭省岭南市")
    button(page, "改用这些信息").click().run()
    finished(page)
    revised = page.session_state["intake-batch"].files[0].assessed
    assert revised.record is not None and revised.record.region == "云岭省岭南市"
    assert row_of(revised, ROW).kind == "threshold"


def test_a_namesake_is_offered_as_an_edition_and_an_unlike_file_is_refused(page: AppTest, built_data: Path) -> None:
    workspace = Workspace.open(Settings(built_data, generator="none"))
    assert workspace is not None
    founding = workspace.documents[0]
    altered = founding.text.replace("车间", "车间（修订）", 3)
    shown = dropped(page, ("新版.txt", altered.encode()), ("云岭.txt", RULES.encode()))
    assert f"库里已有同名文件《{founding.meta.title}》" in shown
    assert [texts(shown, "gb-document"), texts(shown, "gb-in-maybe")[-1][:8]] == [
        [f"{founding.meta.title} 可能是新版"], "库里已有同名文件",
    ]  # fmt: skip
    offered = button(page, f"作为《{plain(founding.meta.title)}》的新版")
    kinds = {one.label: one.proto.type for one in page.button}
    assert [label for label, kind in kinds.items() if kind == "primary"] == [offered.label]
    assert kinds["作为另一份文件收入"] == kinds["全部收入（2 份）"] == "secondary"
    offered.click().run()
    assert texts(finished(page), "gb-document") == [f"{founding.meta.title} 新版或更新"]
    assert button(page, "全部收入（2 份）").proto.type == "primary"
    assert page.session_state["intake-batch"].files[0].assessed.id == "zj-graded@2"
    page.session_state["intake-picked"] = 2
    page.run()
    next(one for one in page.selectbox if one.key == "edition-of:2").select("zj-guideline").run()
    shown = finished(page)
    assert len(texts(shown, "gb-error")) == 1 and page.session_state["intake-batch"].files[1].assessed.id is None
    button(page, "作为另一份文件").click().run()
    finished(page)
    assert page.session_state["intake-batch"].files[1].assessed.status == "added"


def test_a_document_of_the_library_tells_where_it_comes_from(page: AppTest) -> None:
    page.query_params["part"] = "library"
    page.query_params["document"] = "zj-graded"
    shown = html(page.run())
    assert "浙江省“未来工厂”分级建设要求" in shown and "这份文件随产品提供，不能移除。" in shown
    assert [one.label for one in page.button if one.label.startswith("移除")] == []
    assert page.query_params["document"] == "zj-graded"
