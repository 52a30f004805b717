"""Figures of the suite over files that were judged by hand, and the commands around them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.ingestion.__main__ import main
from evals.ingestion.alignment import Alignment
from evals.ingestion.content import Content, Split, read_content
from evals.ingestion.figures import clustered, exact, mark_names, marked, seconds_a_page, true_count
from evals.ingestion.file_made import FileMade
from evals.ingestion.judging import Judged
from evals.ingestion.report import IngestionResult
from evals.ingestion.run import explain
from evals.ingestion.suite import SuiteFile
from evals.ingestion.truth import optional_row, true_rows
from evals.report import show

BODY = "facts: {}\ntiers: []\nbody: |\n  title| 甲省办法\n  para| 本办法试行。\n"


def content(name: str, split: Split = "dev") -> Content:
    return read_content(f"id: {name}\nsplit: {split}\nfield: true\n{BODY}")


def judged(name: str, pairs: tuple[tuple[int, int], ...], split: Split = "dev") -> Judged:
    one = content(name, split)
    truth = (*true_rows(one), optional_row("首页"))
    file = SuiteFile(f"{name}.txt", "txt", one, FileMade(b"x"), truth)
    lost = tuple(n for n in range(2) if n not in {true for true, _ in pairs})
    found = Alignment(pairs, (), lost, ())
    none = Alignment((), (0, 1), (), ())
    marks = (("kind", True), ("kind", not lost), ("fact title", False))
    return Judged(file, None, 500, 0.1, 1.0, 0.5, found, none, none, (), (), marks)


def test_what_may_be_left_out_counts_neither_way() -> None:
    one = judged("a", ((0, 0), (1, 1), (2, 2)))
    assert (true_count(one), exact(one)) == (2, (2, 2))
    assert exact(one, one.lines) == (0, 2)


def test_a_share_is_of_all_rows_and_its_interval_of_documents() -> None:
    right, wrong = judged("a", ((0, 0), (1, 1))), judged("b", ((0, 0),))
    estimate = clustered([right, wrong, wrong], exact)
    assert (estimate.n, round(estimate.value, 3)) == (6, round(4 / 6, 3))
    assert (estimate.low, estimate.high) == (0.5, 1.0)
    assert clustered([right, right, right], exact).low == 1.0


def test_nothing_judged_is_nothing_known() -> None:
    estimate = clustered([judged("a", ())], marked("tier"))
    assert (estimate.n, estimate.low, estimate.high) == (0, 0.0, 1.0)
    assert clustered([], exact).n == 0


def test_marks_are_counted_by_name() -> None:
    files = [judged("a", ((0, 0), (1, 1))), judged("b", ((0, 0),))]
    assert mark_names(files) == ("kind", "fact title")
    assert [marked("kind")(file) for file in files] == [(2, 2), (1, 2)]
    assert seconds_a_page(files) == pytest.approx(0.2)


def test_files_of_the_closed_split_are_not_shown_one_by_one() -> None:
    result = IngestionResult((judged("open", ((0, 0), (1, 1))), judged("closed", ((0, 0),), "test")))
    out = io.StringIO()
    show([result], out, True)
    told = json.loads(out.getvalue())["ingestion"]
    assert list(told["detail"]) == ["open.txt"]
    assert told["totals"]["rows found exactly"]["test"]["value"] == 0.5
    assert told["totals"]["· each line a row (baseline)"]["dev"]["value"] == 0.0
    assert "closed.txt" not in out.getvalue()
    assert result.complete
    assert not replace(result, files=(replace(result.files[0], refused="damaged"),)).complete


def test_damaged_files_count_as_refused_alone() -> None:
    sound = judged("sound", ((0, 0), (1, 1)))
    damaged = replace(sound.file, name="hurt.txt", made=FileMade(b"x", damage="misread"), truth=())
    hurt = replace(sound, file=damaged, refused="hurt.txt: damaged.", coverage=0.0)
    told = IngestionResult((sound, hurt)).to_json()
    assert told["totals"]["damaged files refused"]["dev"]["value"] == 1.0
    assert told["totals"]["coverage"]["dev"]["value"] == 1.0
    assert list(told["detail"]) == ["sound.txt"]


def test_a_file_of_the_closed_split_is_not_explained() -> None:
    with pytest.raises(EvalError, match="no file of the open split"):
        list(explain("donglan-tiers.docx.docx"))


def test_the_command_writes_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--write", str(tmp_path / "suite"), "--split", "dev"]) == 0
    assert len(list((tmp_path / "suite").iterdir())) == int(capsys.readouterr().out) >= 30


def test_the_command_tells_a_wrong_name_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "nothing.txt"]) == 1
    assert capsys.readouterr().err.startswith("error: nothing.txt: ")
