"""Each part gets its own time alone, and the parts of an activity make up all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.assembly import Workspace
from app.settings import Settings
from evals import speed_run
from evals.clock import Clock
from evals.errors import EvalError
from evals.question import parse_questions
from evals.time_spent import PARTS, TimeSpent, time_spent
from tests.evals.fake_system import FakeWorkspace, Writer

QUESTIONS = ("智能工厂对设备运维有什么要求", "机器坏之前能不能提前知道", "数字化车间的仓库怎么管")


def test_what_happens_inside_is_not_counted_twice() -> None:
    times = iter([0.0, 1.0, 4.0, 4.5, 6.0, 10.0])
    clock = Clock(lambda: next(times))
    inner = clock.timed("inner", lambda: "done")
    with clock.part("outer"):
        assert inner() == inner() == "done"
    assert dict(clock.seconds) == {"inner": 4.5, "outer": 5.5}


def test_a_failure_ends_its_part() -> None:
    times = iter([0.0, 1.0, 3.0, 4.0])
    clock = Clock(lambda: next(times))
    with pytest.raises(ValueError, match="no"), clock.part("outer"), clock.part("inner"):
        raise ValueError("no")
    assert dict(clock.seconds) == {"inner": 2.0, "outer": 2.0}


@pytest.fixture(scope="module")
def spent(built_data: Path) -> dict[str, TimeSpent]:
    opened = Workspace.open(Settings(built_data))
    assert opened is not None
    workspace = Workspace(opened.settings, opened.snapshot, lambda name, folder: Writer("。"))  # type: ignore[arg-type, return-value]
    return {one.activity: one for one in time_spent(workspace, QUESTIONS, QUESTIONS[:2])}


def test_a_search_reads_embeds_and_retrieves_and_does_nothing_else(spent: dict[str, TimeSpent]) -> None:
    search = spent["search"]
    assert search.questions == 2
    assert {part for part, taken in search.milliseconds.items() if taken} == {"understanding", "embedding", "retrieval"}


def test_an_answer_finds_and_renders_and_only_a_written_one_uses_the_model(spent: dict[str, TimeSpent]) -> None:
    quiet, written = spent["ask without generation"].milliseconds, spent["ask"].milliseconds
    assert quiet["finding"] > 0 and quiet["rendering"] > 0 and quiet["model"] == 0
    assert written["model"] > 0 and set(written) == set(PARTS)


def test_the_small_product_cannot_be_taken_apart() -> None:
    with pytest.raises(EvalError, match="Open a built data folder"):
        time_spent(FakeWorkspace(), QUESTIONS, ())


def test_speed_times_every_activity_but_its_first_call(founding: Workspace) -> None:
    lines = [
        f'{{"id": "{n}", "question": "{text}", "kind": "lookup", "status": "answered"}}'
        for n, text in enumerate(QUESTIONS)
    ]
    found = speed_run.run(founding, [parse_questions("dev", "\n".join(lines))])
    timings = {one["name"]: one for one in found.to_json()["timings"]}
    assert set(timings) == {"query embedding alone", "search", "ask without generation", "ask"}
    assert {one["n"] for one in timings.values()} == {len(QUESTIONS) - 1}
    first, second = found.tables()
    assert first.rows[0][4] == "1.00" and [row[0] for row in second.rows] == [one.activity for one in found.spent]
