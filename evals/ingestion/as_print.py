"""PDF files as an office program prints them: one column or two, running heads, page numbers, ruled tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from types import MappingProxyType

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from evals.ingestion.content import Content, Grid, Line
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

FONT = "STSong-Light"
SIZE = 12
LEADING = 22
MARGIN = 72
GAP = 24
HEAD = "智能制造政策汇编"
_BIG = ("title", "title2")
_CENTRED = ("title", "title2", "chapter", "number")
_UNINDENTED = ("attach", "attachlist", "caption")
_CELL = 10
_WORD = re.compile(r"[A-Za-z0-9.%]+|.")


def printed_file(content: Content, columns: int = 1) -> FileMade:
    """Print a document.

    Args:
        content: The document; a file in two columns should hold no table.
        columns: Of text on a page.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    pages = _Pages(canvas, columns)
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(pages, block)
        else:
            _paragraph(pages, block)
    pages.finish()
    canvas.save()
    numbers = tuple(f"- {number} -" for number in range(1, pages.number + 1))
    return FileMade(out.getvalue(), foreign=(HEAD, *numbers) if pages.number > 1 else (), around=(HEAD, *numbers))


def locked_file(words: str, password: str) -> bytes:
    """A page that a password keeps shut."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=StandardEncryption(password, canPrint=0))
    canvas.setFont(FONT, SIZE)
    canvas.drawString(MARGIN, MARGIN, words)
    canvas.save()
    return out.getvalue()


class _Pages:
    """Where the next line goes: down a column, to the next column, to the next page."""

    def __init__(self, canvas: Canvas, columns: int) -> None:
        self.canvas = canvas
        self.number = 1
        self.width = (A4[0] - 2 * MARGIN - GAP * (columns - 1)) / columns
        self._columns = columns
        self._column = 0
        self.y = A4[1] - MARGIN

    @property
    def x(self) -> float:
        """The left edge of the column."""
        return MARGIN + self._column * (self.width + GAP)

    def room(self, height: float) -> None:
        """Go on in the next column or page where so much does not fit."""
        if self.y - height >= MARGIN:
            return
        self.y = A4[1] - MARGIN
        self._column += 1
        if self._column == self._columns:
            self.finish()
            self.canvas.showPage()
            self._column = 0
            self.number += 1

    def finish(self) -> None:
        """Print the running head and the page's number."""
        self.canvas.setFont(FONT, 9)
        self.canvas.drawCentredString(A4[0] / 2, A4[1] - 40, HEAD)
        self.canvas.drawCentredString(A4[0] / 2, 36, f"- {self.number} -")


def _paragraph(pages: _Pages, line: Line) -> None:
    size = 18 if line.role in _BIG else SIZE
    centred = line.role in _CENTRED
    indent = 0 if centred or line.role in _UNINDENTED or line.role == "sign" else 2
    for at, text in enumerate(_broken(printed(line), pages.width, size, indent)):
        pages.room(LEADING)
        pages.y -= LEADING
        pages.canvas.setFont(FONT, size)
        wide = pdfmetrics.stringWidth(text, FONT, size)
        left = pages.x + (indent * size if at == 0 else 0)
        if centred:
            left = pages.x + (pages.width - wide) / 2
        elif line.role == "sign":
            left = pages.x + pages.width - wide
        pages.canvas.drawString(left, pages.y, text)


def _broken(text: str, width: float, size: float, indent: int) -> Iterator[str]:
    line, used = "", indent * size
    for word in _WORD.findall(text):
        wide = pdfmetrics.stringWidth(word, FONT, size)
        if used + wide > width and word not in "，。；：、）》”":
            yield line
            line, used = "", 0
        line += word
        used += wide
    if line:
        yield line


def _cell_lines(text: str, width: float) -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from _broken(paragraph, width, _CELL, 0)


def _table(pages: _Pages, grid: Grid) -> None:
    column = pages.width / grid.columns
    lines = {
        (cell.row, cell.column): tuple(_cell_lines(cell.text, column * cell.columns - 2 * _CELL)) for cell in grid.cells
    }
    heights = [
        (max((len(lines[c.row, c.column]) for c in grid.cells if c.row == row and c.rows == 1), default=1) + 1) * 14
        for row in range(grid.rows)
    ]
    pages.room(sum(heights))
    top = pages.y - 8
    for cell in grid.cells:
        x, y = pages.x + cell.column * column, top - sum(heights[: cell.row])
        height = sum(heights[cell.row : cell.row + cell.rows])
        pages.canvas.rect(x, y - height, column * cell.columns, height)
        pages.canvas.setFont(FONT, _CELL)
        for at, text in enumerate(lines[cell.row, cell.column]):
            pages.canvas.drawString(x + 6, y - 14 * (at + 1), text)
    pages.y = top - sum(heights) - 8


PRINTS: Mapping[str, Maker] = MappingProxyType({"pdf": printed_file, "pdf-columns": partial(printed_file, columns=2)})
