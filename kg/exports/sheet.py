"""What a workbook holds, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None
NARROW = 10


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        head: What stands above it.
        width: In characters of the usual font; a Chinese sign takes two.
    """

    head: str
    width: int = 12

    @property
    def centred(self) -> bool:
        """Whether its values stand in the middle: short ones do, words to be read do not."""
        return self.width <= NARROW


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: At most 31 signs, none of ``[ ] : * ? / \\``.
        columns: Its columns.
        rows: Its rows below the heads, each as long as the columns.
        proposed: Whether it holds what no text states.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    proposed: bool = False
