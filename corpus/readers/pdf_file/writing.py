"""Paragraphs and tables of a PDF as the stored text, with their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.readers.pdf_file.leaves import Leaf
from corpus.readers.pdf_file.paragraphs import Paragraph
from corpus.readers.pdf_file.tables import Table
from corpus.shape import HeadingPlace, PagePlace, Shape, TableCell, TablePlace


class Writing:
    """A text that grows by one line after the other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.end = 0
        self.tables: list[TablePlace] = []
        self.headings: list[HeadingPlace] = []
        self.starts: dict[int, int] = {}

    def line(self, text: str, page: int) -> tuple[int, int]:
        """Writes a line and returns its place."""
        self.starts.setdefault(page, self.end)
        start = self.end
        self.lines.append(text)
        self.end += len(text) + 1
        return start, start + len(text)

    def table(self, table: Table) -> None:
        """Writes a table, one line a row."""
        start = self.end
        by_row: dict[int, list[tuple[int, str, int, int]]] = {}
        for cell in table.cells:
            by_row.setdefault(cell.row, []).append((cell.column, cell.text, cell.rows, cell.columns))
        pages = dict(table.breaks)
        page, places = table.page, []
        for row in range(table.rows):
            page = pages.get(row, page)
            offset, texts = self.end, []
            for column, text, rows, columns in sorted(by_row.get(row, [])):
                places.append(TableCell(offset, offset + len(text), row, column, rows, columns))
                texts.append(text)
                offset += len(text) + 1
            self.line("\t".join(texts), page)
        self.tables.append(TablePlace(start, self.end - 1, tuple(places)))


def write(blocks: Sequence[Paragraph | Table], levels: Mapping[int, int], leaves: Sequence[Leaf]) -> tuple[str, Shape]:
    """The stored text with its shape.

    Args:
        blocks: Paragraphs and tables in the order of reading.
        levels: The level of each block that is a heading, by its number.
        leaves: The pages, for what stands aside and at their feet.
    """
    writing = Writing()
    after = {leaf.number: leaf for leaf in leaves}
    pages = [block.page for block in blocks]
    for index, block in enumerate(blocks):
        for number in [number for number in after if number < block.page]:
            _foot(writing, after.pop(number))
        if isinstance(block, Table):
            writing.table(block)
        else:
            start, end = writing.line(block.text, pages[index])
            if index in levels:
                writing.headings.append(HeadingPlace(start, end, levels[index]))
    for leaf in list(after.values()):
        _foot(writing, leaf)
    text = "".join(f"{line}\n" for line in writing.lines)
    shape = Shape(tuple(writing.tables), tuple(writing.headings), _pages(writing.starts, leaves, len(text)))
    return text, shape


def _foot(writing: Writing, leaf: Leaf) -> None:
    for number, text in leaf.footnotes:
        writing.line(f"[note:{number}]{text}", leaf.number)
    for text in leaf.aside:
        writing.line(text, leaf.number)


def _pages(starts: Mapping[int, int], leaves: Sequence[Leaf], end: int) -> tuple[PagePlace, ...]:
    """Pages that follow one another without a gap; one on which nothing starts is empty."""
    places: list[PagePlace] = []
    following = end
    for leaf in reversed(leaves):
        start = min(starts.get(leaf.number, following), following)
        places.append(PagePlace(start, following, leaf.number))
        following = start
    if places:
        first = places[-1]
        places[-1] = PagePlace(0, first.end, first.number)
    return tuple(reversed(places))
