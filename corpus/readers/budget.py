"""What reading one file of an office program may still spend: time, characters, cells, unpacked bytes."""

from __future__ import annotations

from time import monotonic

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits


class Budget:
    """Counts what a reading uses and refuses the file when a limit is reached.

    Attributes:
        limits: The limits that are kept.
    """

    __slots__ = ("_bytes", "_cells", "_characters", "_ends", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ends = monotonic() + limits.seconds
        self._bytes = limits.unpacked_bytes
        self._characters = limits.characters
        self._cells = limits.cells

    def check_time(self) -> None:
        """Hold the limit of seconds.

        Raises:
            UnreadableError: The time is used up.
        """
        if monotonic() > self._ends:
            raise refusal(f"reading took longer than {self.limits.seconds:g} seconds", "Split it into parts")

    def spend_bytes(self, count: int) -> None:
        """Count bytes that a part unpacked to.

        Raises:
            UnreadableError: The parts together are larger than the limit.
        """
        self._bytes -= count
        if self._bytes < 0:
            raise refusal(f"it unpacks to more than {self.limits.unpacked_bytes:,} bytes", "Split it into parts")

    def spend_characters(self, count: int) -> None:
        """Count characters of the stored text.

        Raises:
            UnreadableError: The text is longer than the limit.
        """
        self._characters -= count
        if self._characters < 0:
            raise refusal(f"its text is longer than {self.limits.characters:,} characters", "Split it into parts")

    def spend_cells(self, count: int) -> None:
        """Count cells of tables, covered ones too.

        Raises:
            UnreadableError: The tables are larger than the limit.
        """
        self._cells -= count
        if self._cells < 0:
            raise refusal(f"its tables have more than {self.limits.cells:,} cells", "Split it into parts")


def refusal(problem: str, remedy: str) -> UnreadableError:
    """The error for a file, in one line; who opened the file puts its name before it."""
    return UnreadableError(f"{problem}. {remedy}.")
