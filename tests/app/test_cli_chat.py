"""The command chat: a question a line through a pipe, and a person at a terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from app.assembly import Workspace
from app.chat_command import FAREWELL, HELP, Talk
from drafting.answering import Limits
from drafting.generator import Silent
from tests.app import contract
from tests.app.command import Done, Gongbiao

OPENING = "智能工厂对设备运维有什么要求"


def piped(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch, lines: str, *options: str) -> Done:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    return gongbiao("chat", *options)


def test_a_pipe_gives_an_answer_object_a_line(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    done = piped(gongbiao, monkeypatch, f"{OPENING}\n\n那未来工厂呢\n有几条\n", "--json")
    first, second, third = done.lines
    assert done.status == 0 and done.err == ""
    assert all(set(one) >= contract.ANSWER | {"understood_as"} for one in done.lines)
    assert [one["question"] for one in done.lines] == [OPENING, "那未来工厂呢", "有几条"]
    assert first["understood_as"] == OPENING
    assert second["understood_as"] == "未来工厂对设备运维有什么要求"
    assert second["frame"]["tiers"] == ["future-factory"] and second["frame"]["subdomains"] == ["19"]
    assert second["understood_as"] in second["answer"]
    assert third["result"]["value"] == sum(one["id"].startswith("zj-graded/19/f") for one in second["citations"])


def test_a_new_conversation_inherits_nothing(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    done = piped(gongbiao, monkeypatch, f"{OPENING}\n/new\n那未来工厂呢\n/quit\n设备运维呢\n", "--json")
    assert [one["understood_as"] for one in done.lines] == [OPENING, "那未来工厂呢"]
    assert done.lines[1]["frame"]["subdomains"] == []


def test_a_line_that_fails_is_said_and_the_rest_is_answered(
    gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = piped(gongbiao, monkeypatch, f"{OPENING}\n{'长' * 4001}\n那未来工厂呢\n", "--json")
    assert done.status == 3
    assert "4001" in done.lines[1]["error"]
    assert done.lines[2]["frame"]["subdomains"] == ["19"]


def test_limits_hold_for_every_line(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    done = piped(gongbiao, monkeypatch, "设备运维有什么要求\n计划调度呢\n", "--json", "--tier", "future-factory")
    assert [one["frame"]["tiers"] for one in done.lines] == [["future-factory"]] * 2
    assert piped(gongbiao, monkeypatch, "", "--tier", "nonsense").status == 1


def test_a_pipe_without_json_is_read_by_people(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    done = piped(gongbiao, monkeypatch, f"{OPENING}\n那未来工厂呢\n")
    assert done.status == 0
    assert "问> 那未来工厂呢" in done.out and "按“未来工厂对设备运维有什么要求”理解" in done.out
    with pytest.raises(json.JSONDecodeError):
        json.loads(done.out)


def typed(*lines: str, end: type[BaseException] = EOFError) -> Iterator[str]:
    yield from lines
    raise end


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_a_person_ends_it_politely(
    founding: Workspace, capsys: pytest.CaptureFixture[str], end: type[BaseException]
) -> None:
    lines = typed(OPENING, "", "/help", "那未来工厂呢", "/new", "那未来工厂呢", end=end)
    status = Talk(founding, Silent(), None).with_a_person(lambda _: next(lines))
    shown = capsys.readouterr().out
    assert status == 0
    assert "→ 未来工厂对设备运维有什么要求" in shown and shown.count("→ ") == 1
    assert HELP.splitlines()[0] in shown
    assert shown.rstrip().endswith(FAREWELL)


def test_a_person_is_told_what_is_wrong_and_asks_on(founding: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    lines = iter(["长" * 4001, OPENING, "/quit"])
    assert Talk(founding, Silent(), Limits("zj-graded", None)).with_a_person(lambda _: next(lines)) == 0
    shown = capsys.readouterr()
    assert "4001" in shown.err and "设备运维" in shown.out
