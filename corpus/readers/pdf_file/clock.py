"""How long reading one file may still take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.readers.extracted import UnreadableError


@dataclass(slots=True)
class Clock:
    """A deadline for one file.

    Attributes:
        seconds: What was allowed.
        end: When it is over, on the monotonic clock.
    """

    seconds: float
    end: float

    @classmethod
    def of(cls, seconds: float) -> Clock:
        """A clock that starts now."""
        return cls(seconds, time.monotonic() + seconds)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """What is done meanwhile does not count: it has a time limit of its own."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.end += time.monotonic() - began

    def check(self) -> None:
        """Raises UnreadableError when the time is over."""
        if time.monotonic() > self.end:
            raise UnreadableError(
                f"it takes longer than {self.seconds:g} s to read (读取超时). "
                "Allow more with --seconds, or split it into smaller files."
            )
