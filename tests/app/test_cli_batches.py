"""Many questions from a file: one result a line, in order, whatever a line holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.batches import run_batch
from retrieval.errors import RetrievalError
from tests.app import contract
from tests.app.command import Gongbiao

QUESTIONS: list[dict[str, Any]] = [
    {"id": "b", "question": "智能工厂对设备运维有什么要求"},
    {"id": "a", "question": "宫保鸡丁怎么做"},
    {"id": 7, "question": "MES是什么意思"},
]


def written(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def lines(*values: Any) -> str:
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text(lines(*QUESTIONS), encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "keys"), [("search", contract.SEARCH), ("ask", contract.ANSWER)])
def test_each_line_has_its_answer_in_order(
    gongbiao: Gongbiao, source: Path, tmp_path: Path, command: str, keys: frozenset[str]
) -> None:
    done = gongbiao(command, "--batch", source, "--out", tmp_path / "out.jsonl")
    results = written(tmp_path / "out.jsonl")
    assert done.status == 0 and done.out == ""
    assert [one["id"] for one in results] == ["b", "a", 7]
    assert all({"id"} | keys <= set(one) for one in results)
    for question, result in zip(QUESTIONS, results, strict=True):
        alone = gongbiao(command, str(question["question"]), "--json").object
        assert {**result, "latency_ms": 0} == {"id": question["id"], **alone, "latency_ms": 0}


def test_ten_hits_a_question(gongbiao: Gongbiao, source: Path, tmp_path: Path) -> None:
    gongbiao("search", "--batch", source, "--out", tmp_path / "out.jsonl")
    assert {len(one["hits"]) for one in written(tmp_path / "out.jsonl")} == {10}


def echo(question: str) -> dict[str, Any]:
    if question == "fail":
        raise RetrievalError("question fail: it failed. Try another.")
    return {"said": question}


@pytest.mark.parametrize(
    ("line", "identifier", "said"),
    [
        ('{"id": "x"}', "x", "question: Field required"),
        ('{"id": "x", "question": 3}', "x", "question: Input should be a valid string"),
        ('{"id": "x", "question": null}', "x", "question: Input should be a valid string"),
        ('{"id": "x", "question": "q", "documnet": "zj-graded"}', "x", "documnet: Extra inputs are not permitted"),
        ('{"question": "q"}', 2, "id: Field required"),
        ("[1]", 2, "Input should be an object"),
        ("{broken", 2, "Invalid JSON"),
        ('{"id": "x", "question": "fail"}', "x", "question fail: it failed"),
    ],
)
def test_a_line_that_fails_says_why_and_the_run_goes_on(tmp_path: Path, line: str, identifier: Any, said: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(f"{lines({'id': 1, 'question': 'p'})}{line}\n\n{lines({'id': 3, 'question': 'q'})}", "utf-8")
    assert run_batch(source, target, echo) == 3
    first, failed, last = written(target)
    assert (first, last) == ({"id": 1, "said": "p"}, {"id": 3, "said": "q"})
    assert set(failed) == {"id", "error"} and failed["id"] == identifier and said in failed["error"]


def test_signs_that_end_a_line_of_text_do_not_end_a_line_of_json(tmp_path: Path) -> None:
    source, question = tmp_path / "in.jsonl", "设备\u2028运维\u0085要求"
    source.write_text(lines({"id": "a", "question": question}), encoding="utf-8-sig", newline="\r\n")
    assert run_batch(source, tmp_path / "out.jsonl", echo) == 0
    assert written(tmp_path / "out.jsonl") == [{"id": "a", "said": question}]


def test_an_empty_file_is_an_empty_result(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    assert run_batch(tmp_path / "in.jsonl", tmp_path / "out.jsonl", echo) == 0
    assert written(tmp_path / "out.jsonl") == []


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_is_no_text_leaves_what_was_there(tmp_path: Path, content: bytes | None) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    if content is not None:
        source.write_bytes(content)
    target.write_text("before", encoding="utf-8")
    with pytest.raises(RetrievalError, match="it cannot be read"):
        run_batch(source, target, echo)
    assert target.read_text(encoding="utf-8") == "before"


def test_a_result_that_cannot_be_written_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(RetrievalError, match="cannot be written"):
        run_batch(source, tmp_path / "out", echo)
    with pytest.raises(RetrievalError, match="cannot be written"):
        run_batch(source, tmp_path / "nosuch" / "out", echo)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "questions.jsonl"]


@pytest.mark.parametrize("command", ["search", "ask"])
def test_a_batch_needs_a_place_to_write_to(gongbiao: Gongbiao, source: Path, command: str) -> None:
    done = gongbiao(command, "--batch", source)
    assert done.status == 2 and "--out" in done.error
