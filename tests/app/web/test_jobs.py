"""Long work beside the pages: how far it is, giving it up, and finishing what was cut off."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from app.errors import AppError
from app.web.finishing import Finishing
from app.web.jobs import Advance, Jobs, Reached

WAIT_S = 10


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(1)
    yield made
    made.close()


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + WAIT_S
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_job_tells_how_far_it_is_and_gives_what_it_made(jobs: Jobs) -> None:
    go_on = threading.Event()

    def work(advance: Advance) -> str:
        advance("embed", 3, 8)
        assert go_on.wait(WAIT_S)
        return "made"

    job = jobs.start(work)
    wait_until(lambda: job.reached == Reached("embed", 3, 8))
    assert not job.done()
    go_on.set()
    wait_until(job.done)
    assert job.result() == "made"


def test_a_job_given_up_ends_at_its_next_report_and_makes_nothing(jobs: Jobs) -> None:
    reports: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def work(advance: Advance) -> str:
        for number in range(1000):
            reports.append(number)
            advance("embed", number, 1000)
            begun.set()
            assert go_on.wait(WAIT_S)
        return "made"

    job = jobs.start(work)
    assert begun.wait(WAIT_S)
    job.give_up()
    go_on.set()
    wait_until(job.done)
    assert job.result() is None and job.given_up
    assert reports == [0, 1]


def test_one_that_waits_its_turn_and_is_given_up_never_begins(jobs: Jobs) -> None:
    go_on = threading.Event()
    first = jobs.start(lambda advance: go_on.wait(WAIT_S))
    began: list[bool] = []
    second = jobs.start(lambda advance: began.append(True))
    second.give_up()
    go_on.set()
    wait_until(lambda: first.done() and second.done())
    assert second.result() is None and began == []


def test_what_its_work_raises_is_raised_where_it_is_asked_for(jobs: Jobs) -> None:
    def work(advance: Advance) -> None:
        raise AppError("plan: it cannot be made. Try another.")

    job = jobs.start(work)
    wait_until(job.done)
    with pytest.raises(AppError, match="cannot be made"):
        job.result()


class Changes:
    """A library with a change that was cut off."""

    def __init__(self, error: Exception | None = None) -> None:
        self.current = False
        self.finished = 0
        self._error = error

    def is_current(self) -> bool:
        return self.current

    def finish(self) -> None:
        self.finished += 1
        if self._error is not None:
            raise self._error
        self.current = True


def test_a_change_that_was_cut_off_is_finished_once(jobs: Jobs) -> None:
    changes = Changes()
    finishing = Finishing(lambda advance: changes, jobs)  # type: ignore[arg-type, return-value]
    for _ in range(50):
        finishing.look()
        time.sleep(0.005)
    assert (changes.finished, finishing.fault) == (1, None)


def test_one_that_cannot_be_finished_says_why_and_is_left(jobs: Jobs) -> None:
    error = AppError("library: it cannot be read. Restore it.")
    changes = Changes(error)
    finishing = Finishing(lambda advance: changes, jobs)  # type: ignore[arg-type, return-value]
    for _ in range(50):
        finishing.look()
        time.sleep(0.005)
    assert (changes.finished, finishing.fault) == (1, error)
