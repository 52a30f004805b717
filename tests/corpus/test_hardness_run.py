"""The command that attacks the reading: what it counts and shows, and that it outlives what hangs a reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.hardness.__main__ import main
from evals.hardness.apart import Apart
from evals.hardness.hard_input import bare_text
from evals.hardness.run import HardnessResult, Tried, run


def test_a_short_run_counts_what_it_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seconds", "8", "--kind", "bytes, renamed", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["hardness"]
    assert told["failures"] == [] and told["tried"] == sum(told["kinds"].values()) > 0


def test_no_time_tries_nothing_and_still_shows_its_tables() -> None:
    result = run(0.0, only="text, r")
    assert result.complete and [table.rows for table in result.tables()][1:] == [(), ()]


def test_a_document_that_hangs_its_reader_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    with Apart(tmp_path, patience=0.05) as apart:
        hung = apart.take(bare_text("text", "长.txt", "第一条 企业应当联网，联网率不低于30%。\n" * 20_000))
    assert hung.outcome == "hung" and hung.wrong == ("hung",) and "File" in hung.said
    with Apart(tmp_path) as apart:
        assert apart.take(bare_text("text", "短.txt", "第一条 企业应当联网。")).outcome == "read"
    shown = HardnessResult((Tried("text", "长.txt", hung),))
    assert not shown.complete and shown.tables()[2].rows[0][:3] == ("text", "长.txt", "hung")
