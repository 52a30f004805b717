"""An error is one line; what it has no room for goes before it, for people alone."""

from __future__ import annotations

import pytest

from app.console import fail
from corpus.errors import CorpusError
from drafting.generator import DraftingError


def test_details_stand_before_the_one_line_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    error = DraftingError("档案.yaml", "（1）甲 另有 1 处问题", "改好后再读", ("甲[红]" + "长" * 200, "乙"))
    assert fail(error, details=True) == 1
    assert capsys.readouterr().err.splitlines() == [*error.details, f"error: {error}"]
    assert fail(error) == 1
    assert capsys.readouterr().err == f"error: {error}\n"


def test_a_person_at_a_screen_has_the_line_in_chinese_too(capsys: pytest.CaptureFixture[str]) -> None:
    error = CorpusError("空.txt: it is empty. Give the document itself (文件为空).")
    fail(error, chinese=True)
    assert [line.strip() for line in capsys.readouterr().err.splitlines()] == [
        "空.txt：文件是空的。请提供文件本身。",
        f"error: {error}",
    ]
    fail(error)
    assert capsys.readouterr().err == f"error: {error}\n"
