"""The run over the founding corpus: every way on both halves, and the same keys as the tables."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from evals import tiers_run
from evals.errors import EvalError
from evals.tiers_run import TiersResult, same_labels
from tests.evals.fake_system import FakeWorkspace
from tests.kg.ladders.small import ROWS


@pytest.fixture(scope="module")
def result(founding: Workspace) -> TiersResult:
    return tiers_run.run(founding)


def test_every_way_is_measured_on_both_halves(result: TiersResult) -> None:
    shown = result.to_json()
    assert set(shown["systems"]) == {"gongbiao", "alignment", "words", "labels"}
    assert all(set(halves) == {"dev", "held-out"} for halves in shown["systems"].values())
    assert sum(shown["judged"].values()) == 199 and result.complete
    assert [len(table.rows) for table in result.tables()] == [4, 4, 7]


def test_the_ladders_beat_the_labels(result: TiersResult) -> None:
    for half in ("dev", "held-out"):
        ours, labels = (result.figures[name, half].pairs[2] for name in ("gongbiao", "labels"))
        assert ours > labels


def test_labels_are_the_same_or_not() -> None:
    assert same_labels(ROWS[:2], ROWS[2:5]).tolist() == [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]


def test_a_workspace_without_ladders_is_told() -> None:
    with pytest.raises(EvalError, match="it builds no ladders"):
        tiers_run.run(FakeWorkspace())
