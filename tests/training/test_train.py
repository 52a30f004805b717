"""The command: what it refuses, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.example import EXAMPLES, Example, TrainingError, load_examples
from training.train import main, parser


def test_a_line_that_is_no_example_is_named(tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{"task": "gist"}\n', encoding="utf-8")
    with pytest.raises(TrainingError, match=r"some\.jsonl, line 1: .* Correct the line"):
        load_examples(tmp_path)


def test_all_examples_are_read() -> None:
    assert {path.name for path in EXAMPLES.glob("*.jsonl")} == set(load_examples())
    assert parser().parse_args([]).examples == EXAMPLES


def test_without_examples_there_is_nothing_to_learn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--examples", str(tmp_path), "--run", str(tmp_path / "run")]) == 1
    assert "there are none of these tasks" in capsys.readouterr().err


def test_a_run_is_not_begun_over_another_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "checkpoint.pt").touch()
    assert main(["--run", str(tmp_path)]) == 1
    assert "--resume, or begin anew with --anew" in capsys.readouterr().err


def test_a_damaged_example_stops_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = {"lead": "应", "predicate": "每月校准压力表，并将结果记入台账"}
    wrong = Example(
        task="gist", origin="invented", source="压力表规程", kind="plain", values=values, target="购置量子计算机。"
    )
    (tmp_path / "some.jsonl").write_text(wrong.model_dump_json() + "\n", encoding="utf-8")
    assert main(["--examples", str(tmp_path), "--run", str(tmp_path / "run")]) == 1
    assert "1 do not pass" in capsys.readouterr().err
