"""Comparing from the command line, on the founding documents."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from kg.triples import comparison_text
from tests.app.command import Gongbiao
from tests.app.contract import COMPARED, COMPARED_ROW, RELATIONS

DOCUMENTS = ("zj-graded", "zj-guideline", "zj-trial", "pujiang-plan", "guangxi-modes")
SAYING = {"requirement", "threshold", "step", "table_cell", "paragraph", "term"}


def clauses(gongbiao: Gongbiao, document: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in gongbiao("clauses", "--document", document).lines}


@pytest.mark.parametrize(("left", "right"), list(combinations(DOCUMENTS, 2)))
def test_every_two_documents_are_compared_and_no_requirement_is_left_out(
    gongbiao: Gongbiao, left: str, right: str
) -> None:
    made = gongbiao("compare", left, right, "--json").object
    assert set(made) >= COMPARED
    ours, theirs = clauses(gongbiao, left), clauses(gongbiao, right)
    for row in made["rows"]:
        assert set(row) >= COMPARED_ROW
        assert row["relation"] in RELATIONS
        assert set(row["left"]) <= set(ours) and set(row["right"]) <= set(theirs)
        assert bool(row["left"]) is (row["relation"] != "only_right")
        assert bool(row["right"]) is (row["relation"] != "only_left")
    for side, rows in (("left", ours), ("right", theirs)):
        met = {one for row in made["rows"] for one in row[side]}
        assert [
            one for one, row in rows.items() if row["kind"] in ("requirement", "threshold") and one not in met
        ] == []


def test_every_verbatim_twin_is_equal_in_a_row_of_its_own_and_nothing_else_is(gongbiao: Gongbiao) -> None:
    ours, theirs = clauses(gongbiao, "zj-graded"), clauses(gongbiao, "zj-guideline")
    twins = {
        (one, other)
        for one, other in product(ours, theirs)
        if ours[one]["kind"] == theirs[other]["kind"] == "requirement"
        and comparison_text(ours[one]["plain"]) == comparison_text(theirs[other]["plain"])
    }
    rows = gongbiao("compare", "zj-graded", "zj-guideline", "--json").object["rows"]
    equal = [(tuple(row["left"]), tuple(row["right"])) for row in rows if row["relation"] == "equal"]
    assert set(equal) == {((one,), (other,)) for one, other in twins}
    assert len(equal) == len(twins) == 16


def test_each_difference_points_to_its_words_in_the_source(gongbiao: Gongbiao) -> None:
    rows = gongbiao("compare", "pujiang-plan", "zj-trial", "--json").object["rows"]
    known = clauses(gongbiao, "pujiang-plan") | clauses(gongbiao, "zj-trial")
    checked = 0
    for row in rows:
        told = row["differences"]
        words = [one["words"] for one in (*told["added"], *told["dropped"])] + told["left_only"] + told["right_only"]
        words += [one[side] for one in (*told["forces"], *told["quantities"]) for side in ("left_words", "right_words")]
        for one in filter(None, words):
            clause = known[one["id"]]
            assert clause["text"][one["start"] - clause["start"] : one["end"] - clause["start"]] == one["text"] != ""
            checked += 1
        for name in told["added"]:
            assert name["words"]["id"] in row["right"]
        for name in told["dropped"]:
            assert name["words"]["id"] in row["left"]
    assert checked > 50


def test_a_topic_limits_the_comparison(gongbiao: Gongbiao) -> None:
    made = gongbiao("compare", "zj-trial", "zj-graded", "--topic", "数字孪生", "--json").object
    known = clauses(gongbiao, "zj-trial") | clauses(gongbiao, "zj-graded")
    naming = {
        one
        for one, row in known.items()
        if "数字孪生" in row["technologies"]
        or any("数字孪生" in said for said in (row["label"] or "", row["element"] or "", *row["path"][-1:]))
    }
    found = {one for row in made["rows"] for one in (*row["left"], *row["right"])}
    assert {one for one in naming if known[one]["kind"] in SAYING} <= found
    assert all({*row["left"], *row["right"]} & naming for row in made["rows"])


def test_two_tiers_are_compared_cell_by_cell(gongbiao: Gongbiao) -> None:
    made = gongbiao("compare", "zj-graded:digital-workshop", "zj-graded:省级智能工厂", "--json").object
    known = clauses(gongbiao, "zj-graded")
    filed = [row for row in made["rows"] if row["basis"] and "同在" in row["basis"]]
    assert len(filed) > 25
    assert all(len({known[one]["subdomain_no"] for one in (*row["left"], *row["right"])}) == 1 for row in filed)
    across = [row for row in made["rows"] if row["left"] and row["right"] and row not in filed]
    assert all(row["score"] >= 0.5 for row in across) and len(across) < len(filed)


def test_the_national_scenarios_stand_as_proposed(gongbiao: Gongbiao) -> None:
    made = gongbiao("compare", "zj-graded", "national", "--json").object
    assert "推定" in made["right_title"]
    assert {one for row in made["rows"] for one in row["right"]} == {f"scenario:{number}" for number in range(1, 41)}
    assert all(row["relation"] != "equal" for row in made["rows"])
    shown = gongbiao("compare", "zj-graded", "national", "--topic", "设备运维").out
    assert "推定" in shown and "设备维修维护" in shown


def test_a_comparison_is_written_as_a_workbook_a_document_and_markdown(gongbiao: Gongbiao, tmp_path: Path) -> None:
    made = gongbiao("compare", "pujiang-plan", "zj-trial", "--json").object
    for ending in (".xlsx", ".docx", ".md"):
        done = gongbiao("compare", "pujiang-plan", "zj-trial", "--out", tmp_path / f"对比{ending}")
        assert done.status == 0 and done.out == "" and f"对比{ending}" in done.err.replace("\n", "")
    sheets = load_workbook(tmp_path / "对比.xlsx").worksheets
    assert any(sheet.max_row == 1 + len(made["rows"]) for sheet in sheets)
    assert Document(str(tmp_path / "对比.docx")).tables
    assert "浦江县" in (tmp_path / "对比.md").read_text(encoding="utf-8")


def test_a_briefing_is_told_or_written(gongbiao: Gongbiao, tmp_path: Path) -> None:
    told = gongbiao("compare", "pujiang-plan", "zj-trial", "--briefing").out
    assert "逐字相同" in told and "500万" in told
    page = tmp_path / "要点.docx"
    done = gongbiao("compare", "pujiang-plan", "zj-trial", "--briefing", "--out", page)
    assert (done.status, done.out) == (0, "")
    assert Document(str(page)).paragraphs


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("zj-graded", "jiangsu"), "no document jiangsu"),
        (("zj-graded:9", "zj-trial"), "no tier 9"),
        (("pujiang-plan/车间", "zj-trial"), "no track 车间"),
        (("national", "zj-graded"), "no document national"),
        (("zj-graded", "zj-graded:smart-factory"), "in common"),
        (("zj-graded", "zj-trial", "--out", "对比.pdf"), "对比.pdf"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_line(gongbiao: Gongbiao, arguments: tuple[str, ...], part: str) -> None:
    done = gongbiao("compare", *arguments)
    assert done.status == 1 and part in done.error
