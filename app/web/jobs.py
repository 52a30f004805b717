"""Long work beside the pages: it tells how far it is, can be given up, and keeps nobody else waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

Made = TypeVar("Made")
Advance = Callable[[str, int, int], None]
"""Told the stage, the number done and the number to do."""
AT_ONCE = 2
"""Jobs that run at a time; further ones wait their turn."""


class GivenUp(BaseException):
    """A job was given up; raised out of its own reports, and no error that its work could take for one of its own."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a job is.

    Attributes:
        stage: What it is at; empty before it began.
        done: How many are done.
        total: How many are to do; 0 where that is not known.
    """

    stage: str = ""
    done: int = 0
    total: int = 0


class Job(Generic[Made]):
    """Work in the background.

    Args:
        work: Does it; given what to tell its advance, at which a job that was given up ends.
        pool: Where it runs.
    """

    def __init__(self, work: Callable[[Advance], Made], pool: ThreadPoolExecutor) -> None:
        self._reached = Reached()
        self._given_up = threading.Event()
        self._future: Future[Made] = pool.submit(self._run, work)

    @property
    def reached(self) -> Reached:
        """How far it is."""
        return self._reached

    @property
    def given_up(self) -> bool:
        """Whether it was given up."""
        return self._given_up.is_set()

    def give_up(self) -> None:
        """Ask it to end; it does at its next report, and what it wrote by then is left as its work leaves it."""
        self._given_up.set()
        self._future.cancel()

    def done(self) -> bool:
        """Whether it has ended, one way or another."""
        return self._future.done()

    def result(self) -> Made | None:
        """What it made; None where it was given up before it was ready.

        Raises:
            Exception: What its work raised.
        """
        if self._future.cancelled():
            return None
        try:
            return self._future.result()
        except GivenUp:
            return None

    def _run(self, work: Callable[[Advance], Made]) -> Made:
        self._advance("", 0, 0)
        return work(self._advance)

    def _advance(self, stage: str, done: int, total: int) -> None:
        if self.given_up:
            raise GivenUp
        self._reached = Reached(stage, done, total)


class Jobs:
    """The jobs of all sessions, a few at a time."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="job")

    def start(self, work: Callable[[Advance], Made]) -> Job[Made]:
        """Start work in the background; the session that started it keeps the job."""
        return Job(work, self._pool)

    def close(self) -> None:
        """Begin nothing new."""
        self._pool.shutdown(wait=False, cancel_futures=True)
