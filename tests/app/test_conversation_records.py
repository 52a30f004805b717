"""Long conversations are kept under names that nobody guesses, and nothing else of the data folder is reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.conversation_records import ConversationRecords, Question
from app.errors import AppError
from drafting.answering import Limits
from drafting.conversation import MOST_TURNS

ASKED = (Question(text="设备运维有什么要求", tier="future-factory"), Question(text="有几条"))


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    records = ConversationRecords(tmp_path)
    name = records.keep(ASKED)
    assert len(name) == 32 and records.read(name) == ASKED
    assert ASKED[0].limits == Limits(tier="future-factory")
    assert records.keep((*ASKED, *ASKED), name) == name and len(records.read(name)) == 4
    assert records.keep(ASKED) != name


def test_a_forgotten_one_is_gone(tmp_path: Path) -> None:
    records = ConversationRecords(tmp_path)
    name = records.keep(ASKED)
    records.forget(name)
    records.forget(name)
    assert records.read(name) == () and list(tmp_path.rglob("*.json")) == []


@pytest.mark.parametrize("name", ["../current", "", "f" * 31, "F" * 32, "0" * 32])
def test_a_name_of_another_make_reaches_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "current").write_text("build")
    records = ConversationRecords(tmp_path)
    records.forget(name)
    assert records.read(name) == () and (tmp_path / "current").exists()


def test_a_damaged_record_counts_as_none(tmp_path: Path) -> None:
    records = ConversationRecords(tmp_path)
    name = records.keep(ASKED)
    (tmp_path / "conversations" / f"{name}.json").write_bytes(b'{"questions": [{"text": ""}]}\xff')
    assert records.read(name) == ()


def test_only_so_many_turns_and_conversations_are_kept(tmp_path: Path) -> None:
    records = ConversationRecords(tmp_path, most=3)
    names = [records.keep(ASKED * MOST_TURNS) for _ in range(5)]
    assert [len(records.read(name)) for name in names] == [0, 0, MOST_TURNS, MOST_TURNS, MOST_TURNS]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "conversations").write_text("a file in the way")
    with pytest.raises(AppError, match="cannot be written"):
        ConversationRecords(tmp_path).keep(ASKED)
