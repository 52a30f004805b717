"""The suite over the product's readers: what must hold for every file of it, however well the rows are told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.ingestion.bad import BadResult
from evals.ingestion.bad import run as run_bad
from evals.ingestion.figures import clustered, exact
from evals.ingestion.judging import Judged, judge
from evals.ingestion.suite import suite_files


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Judged]:
    folder: Path = tmp_path_factory.mktemp("suite")
    return [judge(file, folder) for file in suite_files("dev")]


@pytest.fixture(scope="module")
def bad() -> BadResult:
    return run_bad()


def test_sound_files_are_read_damaged_ones_refused_and_rows_hold_the_invariants(judged: Sequence[Judged]) -> None:
    unlike = [one.file.name for one in judged if (one.refused is None) is (one.file.made.damage is not None)]
    assert unlike == []
    assert {one.file.name: one.broken for one in judged if one.broken} == {}


def test_rows_are_found_better_than_line_by_line(judged: Sequence[Judged]) -> None:
    sound = [one for one in judged if not one.file.made.damage]
    ours = clustered(sound, exact)
    lines = clustered(sound, lambda one: exact(one, one.lines))
    assert ours.value > 0.95
    assert ours.low > lines.high


def test_documents_of_other_fields_are_quiet(judged: Sequence[Judged]) -> None:
    loud = [one.file.name for one in judged if ("quiet", False) in one.marks]
    assert loud == []


def test_no_bad_file_breaks_anything(bad: BadResult) -> None:
    assert [(row.name, row.got, row.said) for row in bad.rows if row.got in ("crashed", "failed")] == []
    harmful = ("called elsewhere", "wrote beside", "slow", "not one line")
    assert [(row.name, row.wrong) for row in bad.rows if set(row.wrong) & set(harmful)] == []


def test_nothing_secret_or_hidden_comes_in(bad: BadResult) -> None:
    assert [(row.name, row.wrong) for row in bad.rows if any(one.startswith("let in") for one in row.wrong)] == []
