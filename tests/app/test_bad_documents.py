"""Bad documents and bad words beside them, through the command line: one line each, nothing obeyed, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.arriving_files import files_in
from app.console import fail
from app.errors import AppError
from drafting.rendering import escape
from tests.app.command import Gongbiao


def test_an_error_shows_no_sign_that_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    assert fail(AppError("公告\x1b[31m\x07\u202e.txt: it is\nempty.")) == 1
    assert capsys.readouterr().err == "error: 公告[31m.txt: it is empty.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_folder_that_leads_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("第一条 企业应当联网。", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.txt")
    assert files_in([tmp_path], print) == (tmp_path / "甲.txt",)


@pytest.mark.parametrize("text", ["![x](http://a/b.png)", "[x](javascript:alert(1))", "<img src=x onerror=y>", "<b>"])
def test_no_picture_link_or_tag_of_a_document_is_a_mark(text: str) -> None:
    shown = escape(text)
    assert all(shown[at - 1] == "\\" for at, sign in enumerate(shown) if sign in "[]<>")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--id", "../x"),
        ("--id", "a" * 5_000),
        ("--title", "\x1b[31m红"),
        ("--region", "甲省\n乙省"),
        ("--status", "\u202e"),
    ],
)
def test_words_beside_a_file_that_cannot_be_kept_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    file = tmp_path / "甲.txt"
    file.write_text("甲省数字化车间管理办法\n第一条 申报企业应当联网。\n", encoding="utf-8")
    done = Gongbiao(tmp_path / "data", capsys)("ingest", file, option, value)
    assert done.status == 1
    assert done.error.endswith(".") and len(done.error) < 300
    assert not (tmp_path / "data" / "library").exists() or not any((tmp_path / "data" / "library").rglob("*.txt"))


@pytest.mark.parametrize("text", ["rows: 1", "- 1", "a: &a [*a]", "facts: {year: 2025-13-45}", "facts: {titel: x}"])
def test_corrections_that_cannot_be_read_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file, corrections = tmp_path / "甲.txt", tmp_path / "更正.yaml"
    file.write_text("甲省数字化车间管理办法\n第一条 申报企业应当联网。\n", encoding="utf-8")
    corrections.write_text(text, encoding="utf-8")
    done = Gongbiao(tmp_path / "data", capsys)("ingest", file, "--corrections", corrections)
    assert done.status == 1
    assert done.error.startswith("corrections 更正.yaml: ") and done.error.endswith(".")
