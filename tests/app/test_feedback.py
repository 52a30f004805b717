"""Feedback stays in one file, a line each, whatever is written into it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.assembly import Workspace
from app.errors import AppError
from app.feedback import LONGEST, feedback_file, feedback_on, keep_feedback
from drafting.conversation import Conversation, Reply


@pytest.fixture(scope="module")
def reply(founding: Workspace) -> Reply:
    return founding.conversing.find("智能工厂对设备运维有什么要求", Conversation())


def test_each_is_a_line_that_says_what_it_is_about(reply: Reply, tmp_path: Path) -> None:
    keep_feedback(tmp_path, feedback_on(reply, "useful", "", "build"))
    path = keep_feedback(tmp_path, feedback_on(reply, "wrong", " 第一行\n第二行 \ud800", "build"))
    assert path == feedback_file(tmp_path)
    first, second = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    assert (first["verdict"], second["verdict"]) == ("useful", "wrong")
    assert second["comment"].startswith("第一行\n第二行")
    assert second["question"] == reply.turn.question and second["status"] == "answered"
    assert second["citations"] == [clause.id for clause in reply.answer.citations]
    assert second["conclusion"] == reply.answer.sections[0].said[0].text
    assert path.stat().st_mode & 0o077 == 0


def test_a_comment_has_its_bounds(reply: Reply) -> None:
    assert len(feedback_on(reply, "wrong", "长" * (LONGEST + 5), "build").comment) == LONGEST


def test_what_cannot_be_written_is_said(reply: Reply, tmp_path: Path) -> None:
    feedback_file(tmp_path).mkdir()
    with pytest.raises(AppError, match="cannot be written"):
        keep_feedback(tmp_path, feedback_on(reply, "useful", "", "build"))
