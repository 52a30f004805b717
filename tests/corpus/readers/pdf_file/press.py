"""Makes PDF files of invented texts for the tests, in the shapes that office programs and scanners leave."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Literal

from pypdf import PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SONG = "STSong-Light"
WIDTH, HEIGHT = A4
LEFT, RIGHT = 80.0, WIDTH - 80.0
_NO_START = "，。、；：！？）》”％%"
_NO_END = "（《“"


def wrapped(text: str, size: float, width: float, indent: float = 0.0) -> list[str]:
    """The lines that a text is set on, by the rules for what may begin and end a line."""
    lines, line, room = [], "", width - indent
    for token in _tokens(text):
        if line and _long(line + token.rstrip(), size) > room:
            lines.append(line)
            line, room = "", width
        line += token
    return [*lines, line]


class Press:
    """Sets pages with reportlab; heights are measured from the page's top, in points."""

    def __init__(self, size: tuple[float, float] = A4, rotate: int = 0) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(SONG))
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=size, invariant=1)
        self._height = size[1]
        self._rotate = rotate
        self._canvas.setPageRotation(rotate)

    def line(self, x: float, top: float, text: str, size: float = 12.0, mode: Literal[0, 3] = 0) -> None:
        """One line; ``mode`` 3 is invisible."""
        drawn = self._canvas.beginText(x, self._height - top)
        drawn.setFont(SONG, size)
        drawn.setTextRenderMode(mode)
        drawn.textOut(text)
        self._canvas.drawText(drawn)

    def centred(self, top: float, text: str, size: float = 12.0) -> None:
        """One line in the middle of the page."""
        self.line((WIDTH - _long(text, size)) / 2, top, text, size)

    def paragraph(
        self, top: float, text: str, left: float = LEFT, right: float = RIGHT, size: float = 12.0, indent: float = 2.0
    ) -> float:
        """A paragraph; returns the height where the next one begins."""
        for number, line in enumerate(wrapped(text, size, right - left, indent * size)):
            self.line(left + (indent * size if number == 0 else 0), top, line, size)
            top += 1.7 * size
        return top

    def grid(self, xs: Sequence[float], ys: Sequence[float], texts: Mapping[tuple[int, int], str]) -> None:
        """A table of ruled fields; a text wraps in its field."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for (row, column), text in texts.items():
            for number, line in enumerate(wrapped(text, 10, xs[column + 1] - xs[column] - 8)):
                self.line(xs[column] + 4, ys[row] + 14 + 14 * number, line, 10)

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A straight line."""
        self._canvas.line(x0, self._height - top, x1, self._height - bottom)

    def turned(self, x: float, top: float, text: str, degrees: float, size: float = 12.0) -> None:
        """One line that runs at an angle, counted against the clock."""
        self._canvas.saveState()
        self._canvas.translate(x, self._height - top)
        self._canvas.rotate(degrees)
        self._canvas.setFont(SONG, size)
        self._canvas.drawString(0, 0, text)
        self._canvas.restoreState()

    def picture(self, pixels: bytes) -> None:
        """A picture over the whole page."""
        self._canvas.drawImage(ImageReader(io.BytesIO(pixels)), 0, 0, WIDTH, HEIGHT)

    def page(self) -> None:
        """Ends the page."""
        self._canvas.showPage()
        self._canvas.setPageRotation(self._rotate)

    def file(self) -> bytes:
        """The file; the last page is ended."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def locked(data: bytes, user: str) -> bytes:
    """A file that asks for a password, or for none where it is empty."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def raw_pdf(content: bytes, font: bytes, more: Sequence[bytes] = (), page: bytes = b"") -> bytes:
    """A file of one page whose parts are written out: its drawing commands, its font ``F1``, and further objects."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> " + page + b" >>",
        content,
        font,
        *more,
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def stream(data: bytes, attributes: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), attributes, data)


def _tokens(text: str) -> list[str]:
    """What a line break cannot divide: words, and signs with what must not begin or end a line."""
    tokens: list[str] = []
    for sign in text:
        word = sign.isascii() and not sign.isspace() and sign not in _NO_END
        if tokens and (
            sign in _NO_START
            or sign == " "
            or tokens[-1][-1] in _NO_END
            or (word and tokens[-1][-1].isascii() and not tokens[-1][-1].isspace())
        ):
            tokens[-1] += sign
        else:
            tokens.append(sign)
    return tokens


def _long(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, SONG, size))
