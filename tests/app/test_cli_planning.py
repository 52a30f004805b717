"""Plans and forms from the command line: what each command writes, refuses and keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.app.command import Gongbiao

CONTRACT = {"document", "tier", "track", "profile_id", "items", "base", "conditions", "summary", "verified"}
EVIDENCE = {"no", "type", "what", "must_show", "from_system", "owner", "held"}
ITEM = {
    "requirement",
    "status",
    "points",
    "evidence",
    "systems",
    "national",
    "also",
    "gap",
    "action",
    "priority",
    "narrative",
    "sentences",
    "placeholders",
}


@pytest.fixture
def profile(gongbiao: Gongbiao, tmp_path: Path) -> Path:
    file = tmp_path / "档案.yaml"
    done = gongbiao("plan", "--example", "process", "--out", str(file))
    assert done.status == 0 and "虚构" in file.read_text(encoding="utf-8")
    return file


def test_a_plan_has_the_contracts_keys_and_every_requirement_once(gongbiao: Gongbiao, profile: Path) -> None:
    plan = gongbiao("plan", "--profile", str(profile), "--target", "zj-graded:smart-factory", "--json").object
    assert set(plan) >= CONTRACT
    asked = [row["id"] for row in map(json.loads, gongbiao("clauses", "--tier", "smart-factory").out.splitlines())]
    planned = [item["requirement"]["id"] for item in plan["items"]]
    assert len(planned) == 67 and planned == [one for one in asked if one in set(planned)]
    assert len(plan["base"]) == 47
    for item in plan["items"]:
        assert set(item) >= ITEM
        assert item["narrative"]
        assert {"question", "status", "basis"} <= set(item["points"][0])
        assert all(
            {"no", "type", "what", "must_show", "from_system", "owner", "held"} <= set(row) for row in item["evidence"]
        )
    numbers = [row["no"] for item in (*plan["base"], *plan["items"]) for row in item["evidence"]]
    assert len(numbers) == len(set(numbers))
    assert plan["verified"] is True
    shown = [row for row in plan["script"] if row["subject"] == "19.设备运维"]
    assert len(shown) == 1 and all(shown[0][part] for part in ("domain", "place", "screen", "people", "show"))
    assert plan["summary"]["by_status"]["unknown"] < 7


def test_document_tier_and_track_say_the_same_as_a_target(gongbiao: Gongbiao, profile: Path) -> None:
    named = gongbiao(
        "plan", "--profile", str(profile), "--document", "zj-graded", "--tier", "省级数字化车间", "--json"
    ).object
    assert (named["target"], named["tier_label"], len(named["items"])) == (
        "zj-graded:digital-workshop",
        "省级数字化车间",
        47,
    )
    track = gongbiao("plan", "--profile", str(profile), "--target", "guangxi-modes/流程型智能制造模式", "--json").object
    assert track["track"] == "流程型智能制造模式" and len(track["items"]) == 7


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".md", ".json"])
def test_a_plan_is_written_in_each_form(gongbiao: Gongbiao, profile: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"计划{suffix}"
    target = "zj-graded:digital-workshop"
    assert gongbiao("plan", "--profile", str(profile), "--target", target, "--out", str(file)).status == 0
    content = file.read_bytes()
    assert len(content) > 10_000
    if suffix == ".docx":
        assert any("内部工作底稿" in one.text for one in Document(str(file)).paragraphs)
    elif suffix == ".xlsx":
        assert "要求矩阵" in load_workbook(file).sheetnames
    else:
        assert "应基于设备制造、运行和检/维修数据" in content.decode("utf-8")


def test_edits_of_a_workbook_come_back(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    target = "zj-graded:digital-workshop"
    assert gongbiao("plan", "--profile", str(profile), "--target", target, "--out", str(first)).status == 0
    book = load_workbook(first)
    sheet = book["要求矩阵"]
    heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    row = next(cell.row for cell in sheet["A"] if cell.value == "zj-graded/19/digital-workshop/a")
    sheet.cell(row, heads["责任人"]).value = "张三"
    sheet.cell(row, heads["备注"]).value = "年底前补"
    book.save(first)
    plan = gongbiao("plan", "--update", str(first), "--out", str(second), "--json").object
    item = next(one for one in plan["items"] if one["requirement"]["id"] == "zj-graded/19/digital-workshop/a")
    assert (item["owner"], item["remark"]) == ("张三", "年底前补")
    again = gongbiao("plan", "--update", str(second), "--json").object
    assert next(one for one in again["items"] if one["owner"] == "张三")["remark"] == "年底前补"


def test_a_project_keeps_profile_evidence_edits_and_exports(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "甲公司"
    target = "zj-graded:digital-workshop"
    folder.mkdir()
    profile.rename(folder / "profile.yaml")
    assert gongbiao("plan", "--project", str(folder), "--target", target, "--out", "计划.xlsx").status == 0
    assert (folder / "exports" / "计划.xlsx").is_file()
    (folder / "evidence" / "截图.png").write_bytes(b"x")
    told = gongbiao("plan", "--project", str(folder), "--target", target, "--json").object["conflicts"]
    assert "evidence/ 里的「截图.png」没有登记到档案的证据里" in [one["what"] for one in told]


def test_a_project_keeps_the_profile_that_it_is_given(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "甲公司", "zj-graded:digital-workshop"
    first = gongbiao("plan", "--project", str(folder), "--profile", str(profile), "--target", target)
    assert first.status == 0 and "档案已放进项目文件夹" in first.err
    assert (folder / "profile.yaml").read_bytes() == profile.read_bytes()
    assert gongbiao("plan", "--project", str(folder), "--target", target).status == 0
    profile.write_text(profile.read_text(encoding="utf-8") + "# 改过\n", encoding="utf-8")
    refused = gongbiao("plan", "--project", str(folder), "--profile", str(profile), "--target", target)
    assert refused.status == 1 and "里面已有 profile.yaml" in refused.error and "移走" in refused.error


def test_a_workbook_that_is_replaced_stays_beside_the_new_one(
    gongbiao: Gongbiao, profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "计划.xlsx"
    gongbiao("plan", "--profile", str(profile), "--target", "zj-graded:digital-workshop", "--out", str(file))
    book = load_workbook(file)
    book.create_sheet("会议纪要")["A1"] = "下周复核"
    book.save(file)
    edited = file.read_bytes()
    done = gongbiao("plan", "--update", str(file), "--out", str(file))
    kept = tmp_path / "计划.before.xlsx"
    assert done.status == 0 and kept.name in done.err.replace("\n", "")
    assert kept.read_bytes() == edited
    assert load_workbook(file)["会议纪要"]["A1"].value == "下周复核"
    gongbiao("plan", "--update", str(kept), "--out", str(file))
    assert kept.read_bytes() == edited and (tmp_path / "计划.before-2.xlsx").is_file()


def test_a_filled_template_is_no_pdf(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    target = ("--target", "zj-graded:digital-workshop")
    given = ("--profile", str(profile), *target, "--into", str(profile), "--out", str(tmp_path / "o.pdf"))
    done = gongbiao("plan", *given)
    assert done.status == 2 and ".docx" in done.error and not (tmp_path / "o.pdf").exists()


def test_a_sentence_is_traced_to_the_facts_and_the_clause(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "计划.json"
    target = "zj-graded:digital-workshop"
    gongbiao("plan", "--profile", str(profile), "--target", target, "--out", str(file))
    chain = gongbiao("trace", f"{file}#zj-graded/9/digital-workshop/a:1", "--json").object
    assert chain["clauses"][0]["clause"] == "zj-graded/9/digital-workshop/a" and chain["clauses"][0]["holds"]
    assert chain["sentence"]["facts"] and all(chain["sentence"]["facts"].values())
    judged = gongbiao("trace", f"{file}#zj-graded/9/digital-workshop/a#1", "--json").object
    said = judged["sentence"]["text"].partition(" → ")[2]
    assert said.startswith(("满足（", "部分满足（", "缺项（", "待确认（", "不适用（"))
    for place, why in (
        ("zj-graded/9/digital-workshop/a:99", "counted from 1"),
        ("zj-graded/9/digital-workshop/a#0", "points, counted from 1"),
        ("zj-graded/nowhere", "the plan has no requirement zj-graded/nowhere"),
        ("", "it names no requirement"),
    ):
        lost = gongbiao("trace", f"{file}#{place}")
        assert lost.status == 1 and why in lost.error and "Error" not in lost.error and "Stop" not in lost.error


def test_templates_ask_the_questions_of_the_target(gongbiao: Gongbiao, tmp_path: Path) -> None:
    small, whole = tmp_path / "小.yaml", tmp_path / "全.xlsx"
    done = gongbiao("plan", "--template", str(small), "--target", "zj-graded:digital-workshop")
    assert done.status == 0
    text = small.read_text(encoding="utf-8")
    assert "zj-graded/19/digital-workshop/a#1" in text and "/smart-factory/" not in text
    assert gongbiao("plan", "--template", str(whole)).status == 0
    rows = [row[0].value for row in load_workbook(whole)["问卷"].iter_rows()]
    assert "zj-graded/44/future-factory/b#1" in rows and "zj-graded/1/digital-workshop/a#1" in rows


def test_a_form_is_filled_and_says_what_is_missing(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "表.docx"
    done = gongbiao("form", "--document", "pujiang-plan", "--annex", "1", "--profile", str(profile), "--out", str(file))
    assert done.status == 0 and "还缺" in done.out
    cells = [cell.text for table in Document(str(file)).tables for row in table.rows for cell in row.cells]
    assert any("通讯地址" in text for text in cells)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--target", "zj-graded:smart-factory"), "--profile"),
        (("--profile", "nowhere.yaml", "--target", "zj-graded:smart-factory"), "nowhere.yaml"),
        (("--profile", "{profile}", "--target", "zj-graded"), "it names no tier"),
        (("--profile", "{profile}", "--target", "zj-graded:top"), "has no tier top"),
        (("--profile", "{profile}", "--target", "pujiang-plan"), "it names no track"),
        (("--profile", "{profile}", "--target", "atlantis:x"), "no document atlantis"),
        (
            (
                "--profile",
                "{profile}",
            ),
            "--target",
        ),
        (("--profile", "{profile}", "--target", "zj-graded:smart-factory", "--out", "x.pdf"), ".docx"),
        (("--profile", "{profile}", "--target", "zj-graded:smart-factory", "--also", "national:顶级"), "no tier"),
        (("--template", "x.txt"), ".yaml or .xlsx"),
        (("--example", "steel", "--out", "x.yaml"), "steel"),
        (("--example", "discrete"), "--out"),
        (("--update", "{profile}"), "档案.yaml"),
        (("--tier", "smart-factory"), "--document"),
    ],
)
def test_wrong_wishes_get_one_line(gongbiao: Gongbiao, profile: Path, arguments: tuple[str, ...], said: str) -> None:
    done = gongbiao("plan", *(one.replace("{profile}", str(profile)) for one in arguments))
    assert done.status in (1, 2) and said in done.error


def test_nothing_of_a_client_enters_the_data_folder(gongbiao: Gongbiao, profile: Path, tmp_path: Path) -> None:
    name = "广西示例水性新材料有限公司"
    assert name in profile.read_text(encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in gongbiao.data.rglob("*") if path.is_file()}
    target = "zj-graded:digital-workshop"
    done = gongbiao("plan", "--profile", str(profile), "--target", target, "--out", str(tmp_path / "计划.xlsx"))
    assert name in done.out
    after = {path: path.stat().st_mtime_ns for path in gongbiao.data.rglob("*") if path.is_file()}
    assert after == before
