"""How long reading one file may still take."""

from __future__ import annotations

import time
from dataclasses import dataclass

from corpus.readers.extracted import UnreadableError


@dataclass(frozen=True, slots=True)
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

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when it is over."""
        return max(0.0, self.end - time.monotonic())

    def check(self) -> None:
        """Raises UnreadableError when the time is over."""
        if time.monotonic() > self.end:
            raise UnreadableError(
                f"it takes longer than {self.seconds:g} s to read (读取超时). Split it into smaller files."
            )
