"""What a maker of files gives: bytes, and the lines that it put around the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evals.ingestion.content import Content


@dataclass(frozen=True, slots=True)
class FileMade:
    """A file of the suite.

    Attributes:
        data: Its bytes.
        around: Lines that stand in the file but are no part of the document, and may be kept or left out.
        damage: Why the file must be refused, else None: then no row is to be found.
        foreign: Lines that a reader of pages must leave out: navigation, running heads, page numbers.
    """

    data: bytes
    around: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    damage: str | None = None


Maker = Callable[[Content], FileMade]
