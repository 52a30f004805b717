"""Killed at any moment, a command leaves the library as it was or as it was to be."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from evals.crashes import Crashes
from evals.errors import EvalError
from tests.app.ingesting_parts import Desk
from tests.corpus.holding import OTHER, RULES

COMMAND = (sys.executable, "-m", "tests.app.small_command")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_killed_command_loses_nothing(desk: Desk) -> None:
    files = [desk.file("a.txt", RULES), desk.file("b.txt", OTHER)]
    crashes = Crashes(desk.data, files, random.Random(5), COMMAND)
    crashes.learn()
    rounds = [crashes.round(crashes.next_deed()) for _ in range(3)]
    assert [one.faults for one in rounds] == [(), (), ()]
    assert all(one.found in ("before", "after") for one in rounds)


def test_what_is_lost_is_noticed(desk: Desk) -> None:
    file = desk.file("a.txt", RULES)
    crashes = Crashes(desk.data, [file], random.Random(5), COMMAND)
    crashes.learn()
    desk.ingest(file)
    crashes.state()
    next((desk.data / "library" / "texts").iterdir()).write_text("x", encoding="utf-8")
    assert "changed or damaged" in crashes.round(("build",)).faults[0]


def test_a_command_that_fails_is_told(desk: Desk) -> None:
    with pytest.raises(EvalError, match="ended with 1"):
        Crashes(desk.data, [desk.root / "missing.txt"], random.Random(5), COMMAND).learn()
