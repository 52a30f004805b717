"""The page 关于: provenance, models, checks, figures, settings, licences, each at an address of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from app.check_reports import CheckReport, CheckReports
from app.checking import Outcome
from app.settings import Settings
from app.web.about.checks_view import report_html
from app.web.about.figures_view import figures
from kg.checks.verdict import Check, Said
from tests.app.html_text import texts
from tests.house.source_tree import ROOT

WAIT_S = 60
EVALUATION = ROOT / "docs" / "evaluation.md"


def one_page() -> None:
    from app.web.about.page import draw
    from app.web.opened import opened_now

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def data(built_data: Path, tmp_path: Path) -> Path:
    """A data folder of its own that shares the build."""
    for entry in built_data.iterdir():
        if entry.name != "checks":
            (tmp_path / entry.name).symlink_to(entry)
    return tmp_path


def shown(data: Path, monkeypatch: pytest.MonkeyPatch, part: str, environment: Mapping[str, str] | None = None) -> str:
    monkeypatch.setenv("GONGBIAO_DATA", str(data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    for name, value in (environment or {}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    page = AppTest.from_function(one_page, default_timeout=WAIT_S)
    page.query_params["part"] = part
    page.run()
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def test_models_are_told_with_licence_and_hash(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(data, monkeypatch, "models")
    assert "MIT" in page and "multilingual-e5-small" in page and "未启用：只以原文引述作答。" in page


def test_settings_are_told_with_what_changes_them_and_keys_are_not(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(data, monkeypatch, "settings", {"GONGBIAO_GENERATOR_KEY": "geheim-42", "GONGBIAO_DOCUMENT": "nosuch"})
    assert str(data.resolve()) in page and "GONGBIAO_EMBEDDER" in page and "nosuch（库里没有）" in page
    assert "geheim-42" not in page and "已设置（不显示）" in page


def test_a_server_that_is_set_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "都不离开这台机器" in shown(data, monkeypatch, "licences")
    page = shown(data, monkeypatch, "licences", {"GONGBIAO_GENERATOR": "openai:http://127.0.0.1:9/v1#m"})
    assert "都不离开这台机器" not in page and "openai:http://127.0.0.1:9/v1#m" in page


def test_the_last_report_is_shown_only_of_this_build(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "还没有检查过" in shown(data, monkeypatch, "checks")
    workspace = Workspace.open(Settings(data))
    assert workspace is not None
    when = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    outcomes = (Outcome(Check("provenance", True, Said("看了 3 条", "3 rows")), 0.2, False),)
    reports = CheckReports(data / "checks")
    reports.keep(CheckReport(workspace.snapshot.manifest.hash, when, outcomes))
    page = shown(data, monkeypatch, "checks")
    assert "看了 3 条" in page and f"{when.astimezone():%Y-%m-%d %H:%M}" in page
    reports.keep(CheckReport("another", when, outcomes))
    assert "另一次构建" in shown(data, monkeypatch, "checks")


def test_what_is_wrong_is_told_with_its_findings_escaped() -> None:
    check = Check("shacl", False, Said("看了 3 条", "3 rows"), (Said("<b>缺一项", "one"),), (Said("留意它", "note"),))
    page = report_html(CheckReport("x", datetime.now(UTC), (Outcome(check, 1.25, False),)))
    assert "✗ 不通过" in page and "&lt;b&gt;缺一项" in page and "<b>缺" not in page
    assert texts(page, "gb-said")[0].startswith("1 项不通过。")


def rows(found: Mapping[str, Any]) -> list[str]:
    return [
        "| " + " | ".join((f"{row['set']}（{row['questions']}）", row["system"], *row["values"])) + " |"
        for name in ("search", "answers")
        for row in found[name]["rows"]
    ]


def test_the_figures_are_those_of_the_evaluation_page() -> None:
    page, found = EVALUATION.read_text(encoding="utf-8"), figures()
    assert len(rows(found)) >= 6 and f"| 日期 date | {found['date']} |" in page
    stale = [row for row in rows(found) if row not in page]
    assert stale == [], "the figures are older than docs/evaluation.md: make it again with docs/make_evaluation_page.py"
    assert json.dumps(found, ensure_ascii=False).count("dev") == 0


def test_the_figures_are_shown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(data, monkeypatch, "figures")
    assert figures()["date"] in page and figures()["answers"]["rows"][0]["values"][0] in page
