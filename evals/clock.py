"""A stopwatch for what happens inside one another: each part's own time, without what it waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    """Adds up the own time of each part.

    Args:
        now: Seconds from any fixed moment.

    Attributes:
        seconds: Own time by part, in seconds.
    """

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now
        self._inner: list[float] = []
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time what is done within; what other parts do meanwhile is theirs."""
        self._inner.append(0.0)
        began = self._now()
        try:
            yield
        finally:
            taken = self._now() - began
            self.seconds[name] += taken - self._inner.pop()
            if self._inner:
                self._inner[-1] += taken

    def timed(self, name: str, function: Callable[P, R]) -> Callable[P, R]:
        """The function, its time counted as that of a part."""

        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            with self.part(name):
                return function(*args, **kwargs)

        return call
