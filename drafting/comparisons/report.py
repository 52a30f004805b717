"""A report as plain values that Word, Excel and Markdown are written from: headings, sentences and grids of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["plain", "left", "right"]
"""Which side's own words a stretch is; ``plain`` where it is neither's."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a cell's text.

    Attributes:
        text: The characters.
        mark: ``left`` or ``right`` where only that side has them.
    """

    text: str
    mark: MarkKind = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        stretches: Its text in pieces; joined they are the text.
        value: The number that it is, for sorting; None for words.
        tone: What its colour says, a key of ``tones.TONES``; an empty string for none.
    """

    stretches: tuple[Stretch, ...] = ()
    value: float | None = None
    tone: str = ""

    @property
    def text(self) -> str:
        """The text whole."""
        return "".join(stretch.text for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        head: What stands above it.
        width: In characters of the usual font, for Excel; Word shares its page in the same proportions.
        centred: Whether its cells are centred.
        fine: Whether the lines after a cell's first are set smaller, as remarks.
    """

    head: str
    width: int
    centred: bool = False
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        name: What it is called; in Excel its sheet, at most 31 signs, none of ``[ ] : * ? / \\``.
        columns: Its columns.
        rows: Its rows, each as long as the columns.
        frozen: How many columns stay when one scrolls.
        empty: What is said where it has no rows.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0
    empty: str = "没有。"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report.

    Attributes:
        level: Of its heading, from 1; 0 where it has none.
        heading: Its heading.
        said: Paragraphs below it.
        grid: A table below them.
        broad: Whether its table wants a page that lies on its side.
    """

    level: int
    heading: str
    said: tuple[str, ...] = ()
    grid: Grid | None = None
    broad: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report that is read from top to bottom.

    Attributes:
        title: Its title, in lines.
        under: Lines below the title.
        running: What stands above each page.
        blocks: Its parts.
        unofficial: Whether it holds what no text states, and says so wherever its title stands.
    """

    title: str
    under: tuple[str, ...]
    running: str
    blocks: tuple[Block, ...]
    unofficial: bool = False

    @property
    def name(self) -> str:
        """The title in one line."""
        return self.title.replace("\n", "")


def words(text: str, tone: str = "") -> Cell:
    """A cell of plain words."""
    return Cell((Stretch(text),) if text else (), tone=tone)


def number(value: float | None, form: str = "") -> Cell:
    """A cell that is a number; blank where there is none."""
    return Cell() if value is None else Cell((Stretch(format(value, form)),), value)


def stacked(cells: Iterable[Cell]) -> Cell:
    """Cells below each other as one."""
    pieces: list[Stretch] = []
    for cell in cells:
        pieces += [Stretch("\n"), *cell.stretches] if pieces else cell.stretches
    return Cell(tuple(pieces))
