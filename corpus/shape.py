"""What a file shows beside its words: where its tables, headings and pages stand in the stored text.

A text alone tells much of this by tabs and numbers; a file of an office program tells it surely. Positions count code
points of the stored text. A document without a shape is read from its text alone.
"""

from __future__ import annotations

from dataclasses import dataclass

LINE_BREAK = "\u2028"
"""What stands for a line break inside a cell, so that a row of a table stays one line of the stored text."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that stands in a table; one that a merged cell covers is not listed.

    Attributes:
        start: First code point of its text.
        end: One past the last; ``start == end`` where nothing is printed in it.
        row: Counted from 0.
        column: Counted from 0.
        rows: How many rows it covers.
        columns: How many columns it covers.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table: adjoining lines of the stored text, one a row, its cells separated by tabs.

    Attributes:
        start: First code point of its first row.
        end: One past the last of its last row.
        cells: Its cells by row and column.
        name: The name of a workbook's sheet; None elsewhere.
    """

    start: int
    end: int
    cells: tuple[TableCell, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A line that the file marks as a heading.

    Attributes:
        start: First code point of the line.
        end: One past its last.
        level: 1 for the outermost; 0 for the document's title.
    """

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page of a printed file.

    Attributes:
        start: First code point that stands on it.
        end: One past the last.
        number: Counted from 1, as a viewer counts.
    """

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Shape:
    """Where tables, headings and pages stand, each in the order of the text."""

    tables: tuple[TablePlace, ...] = ()
    headings: tuple[HeadingPlace, ...] = ()
    pages: tuple[PagePlace, ...] = ()

    def page_at(self, position: int) -> int | None:
        """The number of the page that a position stands on, or None where the file has no pages."""
        return next((page.number for page in self.pages if page.start <= position < page.end), None)
