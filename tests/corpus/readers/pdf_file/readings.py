"""What the tests ask of every reading of a PDF."""

from __future__ import annotations

from itertools import pairwise

from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.pdf_file.reading import read_with
from corpus.readers.pdf_file.recognition import Recogniser, Word


class Recognised:
    """A recognition of text that knows what each picture says."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)
        self.asked = 0

    def ready(self) -> bool:
        """It is there as long as it knows a text."""
        return bool(self.texts)

    def words(self, picture: bytes, seconds: float) -> list[Word]:
        """The next text as words of one line each."""
        assert picture.startswith(b"P5 ")
        text = self.texts[min(self.asked, len(self.texts) - 1)]
        self.asked += 1
        return [
            Word(line, (1, 1, number), 300, 300 + 90 * number, 300 + 50 * len(line), 350 + 90 * number)
            for number, line in enumerate(text.split("\n"))
        ]


def read(data: bytes, limits: Limits | None = None, recognised: Recogniser | None = None) -> Extracted:
    """Reads a file and holds its shape to what a shape promises."""
    got = read_with(data, limits or Limits(), recognised or Recognised())
    pages = got.shape.pages
    assert pages[0].start == 0
    assert pages[-1].end == len(got.text)
    assert all(one.end == two.start for one, two in pairwise(pages))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for heading in got.shape.headings:
        assert got.text[heading.end] == "\n"
        assert heading.start == 0 or got.text[heading.start - 1] == "\n"
    for table in got.shape.tables:
        rows = got.text[table.start : table.end].split("\n")
        assert len(rows) == 1 + max(cell.row for cell in table.cells)
        for row, text in enumerate(rows):
            cells = [got.text[cell.start : cell.end] for cell in table.cells if cell.row == row]
            assert "\t".join(cells) == text
    return got


def lines(got: Extracted) -> list[str]:
    """The lines of the stored text."""
    assert got.text.endswith("\n")
    return got.text[:-1].split("\n")
