"""A PDF's pages as printed: glyphs, rules and pictures, read from the page's own drawing commands.

Everything that a stream unpacks to is bounded before it is unpacked; scripts, embedded files and links are never read.
"""

from __future__ import annotations

import io
import logging
import math
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.pdf_file.clock import Clock
from corpus.readers.pdf_file.marks import UNKNOWN, Glyph, Rule, Sheet

DAMAGE = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    NotImplementedError,
    StopIteration,
    struct.error,
    zlib.error,
)
"""What the library lets through when it meets a file that is not as the format wants it."""
_DAMAGED = "the PDF is damaged (文件已损坏). Get the file again, or save it anew from a PDF viewer."
_MIB = 1024 * 1024
_CONTENT_BYTES = 24 * _MIB
_OLD_PACKED_BYTES = 2 * _MIB
_SHEET_GLYPHS = 30_000
_SHEET_RULES = 5_000
_THIN = 2.6
_INVISIBLE = 3
_OUTLINES = 300
_SUBSET = re.compile(r"^[A-Z]{6}\+")


class _Budget:
    """What may still be unpacked of one file."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = limit

    def inflate(self, data: bytes) -> tuple[bytes, bool]:
        """What the bytes unpack to, and whether it ended as it should."""
        unpacked, whole = _unpacked(zlib.decompressobj(), data, self.left + 1)
        if not whole:  # Only its checksum may be wrong or missing, which loses nothing.
            unpacked, whole = _unpacked(zlib.decompressobj(-zlib.MAX_WBITS), data[2:], self.left + 1)
        self.left -= len(unpacked)
        if self.left < 0:
            raise UnreadableError(
                f"it unpacks to more than {self.limit // _MIB} MiB (解压后过大). Save it anew with fewer pages."
            )
        return unpacked, whole


class _Stream(PDFStream):
    """A stream that is measured before the library unpacks it."""

    def __init__(self, stream: PDFStream, budget: _Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.budget = budget
        self.whole = True

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher is not None and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, _ in self.get_filters():
            kind = literal_name(name)
            if kind in {"FlateDecode", "Fl"}:
                data, whole = self.budget.inflate(data)
                self.whole = self.whole and whole
            elif kind in {"ASCII85Decode", "A85"}:
                data = ascii85decode(data)
            elif kind in {"ASCIIHexDecode", "AHx"}:
                data = asciihexdecode(data)
            elif kind in {"LZWDecode", "LZW", "RunLengthDecode", "RL"} and len(data) > _OLD_PACKED_BYTES:
                raise UnreadableError("a part of it is packed in an outdated way and too large. Save it anew as PDF.")
            else:
                break
        super().decode()


class _Parser(PDFParser):
    def __init__(self, data: bytes, budget: _Budget) -> None:
        super().__init__(io.BytesIO(data))
        self._budget = budget

    def push(self, *objs: Any) -> None:
        super().push(*((pos, _Stream(obj, self._budget) if isinstance(obj, PDFStream) else obj) for pos, obj in objs))


class _Interpreter(PDFPageInterpreter):
    def do_q(self) -> None:
        if isinstance(self.device, _Device):
            self.device.clock.check()
        super().do_q()


class _Device(PDFLayoutAnalyzer):
    """Collects what one page after the other draws."""

    def __init__(self, resources: PDFResourceManager, clock: Clock) -> None:
        super().__init__(resources)
        self.clock = clock
        self.clear(1.0, 1.0)

    def clear(self, width: float, height: float) -> None:
        self.size = (width, height)
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []
        self.pictured = 0.0
        self.outlines = 0
        self.mode = 0

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self.clock.check()
        self.mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: tuple[float, float, float, float, float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        advance = float(font.char_width(cid) * fontsize * scaling)
        if len(self.glyphs) >= _SHEET_GLYPHS:
            raise UnreadableError(
                f"one page holds more than {_SHEET_GLYPHS:,} characters (单页字数过多). Save it anew as PDF."
            )
        a, b, c, d, e, f = matrix
        along, size = math.hypot(a, b), math.hypot(c, d) * abs(fontsize)
        x, base = e + c * rise, self.size[1] - (f + d * rise)
        name = _SUBSET.sub("", str(font.fontname or ""))
        if font.is_vertical():
            glyph = Glyph(_said(font, cid), x - size / 2, x + size / 2, base + 0.88 * size, size, name, 0, False)
        else:
            shown = self.mode != _INVISIBLE
            glyph = Glyph(_said(font, cid), x, x + advance * along, base, size, name, _turn(a, b), True, shown)
        if all(math.isfinite(value) for value in (glyph.x0, glyph.x1, glyph.base, glyph.size)) and glyph.text:
            self.glyphs.append(glyph)
        return advance

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.clock.check()
        super().begin_figure(name, bbox, matrix)

    def render_image(self, name: str, stream: PDFStream) -> None:
        width, height = (float(value) for value in self.size)
        item = self.cur_item
        self.pictured += min(item.width, width) * min(item.height, height) / (width * height)

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        self.clock.check()
        part: list[tuple[float, float]] = []
        for step in (*path, ("m",)):
            if step[0] == "m":
                self._draw(part, stroke)
                part = []
            if step[0] in "vcy":
                self.outlines += 1
                part = []
            elif len(step) >= 3:
                part.append(self._place(step[-2], step[-1]))
            elif step[0] == "h" and part:
                part.append(part[0])

    def _place(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.ctm
        return a * x + c * y + e, self.size[1] - (b * x + d * y + f)

    def _draw(self, points: list[tuple[float, float]], stroke: bool) -> None:
        if len(points) < 2 or len(self.rules) >= _SHEET_RULES:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if bottom - top <= _THIN < x1 - x0:
            self.rules.append(Rule(x0, (top + bottom) / 2, x1, (top + bottom) / 2))
        elif x1 - x0 <= _THIN < bottom - top:
            self.rules.append(Rule((x0 + x1) / 2, top, (x0 + x1) / 2, bottom))
        elif stroke:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ay - by) <= 0.5 < abs(ax - bx):
                    self.rules.append(Rule(min(ax, bx), ay, max(ax, bx), ay))
                elif abs(ax - bx) <= 0.5 < abs(ay - by):
                    self.rules.append(Rule(ax, min(ay, by), ax, max(ay, by)))


def read_sheets(data: bytes, limits: Limits, clock: Clock) -> Iterator[Sheet]:
    """The pages in order.

    Raises:
        UnreadableError: The file is damaged, locked by a password, without pages, or beyond a limit.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # It warns of each font that leaves something out.
    try:
        document = PDFDocument(_Parser(data, _Budget(limits.unpacked_bytes)))
        yield from _sheets(document, limits, clock)
    except PDFEncryptionError as error:
        raise UnreadableError("the PDF is locked by a password (文件已加密). Save a copy without password.") from error
    except DAMAGE as error:
        raise UnreadableError(_DAMAGED) from error


def _sheets(document: PDFDocument, limits: Limits, clock: Clock) -> Iterator[Sheet]:
    resources = PDFResourceManager()
    device = _Device(resources, clock)
    interpreter = _Interpreter(resources, device)
    number = 0
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        clock.check()
        if number > limits.pages:
            raise UnreadableError(f"it has more than {limits.pages} pages (页数过多). Split it into smaller files.")
        yield _sheet(page, number, interpreter, device)
    pages = resolve1(document.catalog.get("Pages"))
    promised = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
    if not number:
        raise UnreadableError("the PDF has no pages (没有页面). Get the file again.")
    if isinstance(promised, int) and promised > number:
        raise UnreadableError(f"{promised} pages are announced and {number} are there: {_DAMAGED}")


def _sheet(page: PDFPage, number: int, interpreter: _Interpreter, device: _Device) -> Sheet:
    x0, y0, x1, y1 = (float(value) for value in page.mediabox)
    width, height = abs(x1 - x0), abs(y1 - y0)
    if page.rotate in (90, 270):
        width, height = height, width
    if not (width > 1 and height > 1 and math.isfinite(width * height)):
        raise UnreadableError(_DAMAGED)
    contents = [resolve1(stream) for stream in page.contents]
    drawn = sum(len(stream.get_data()) for stream in contents if isinstance(stream, PDFStream))
    if drawn > _CONTENT_BYTES:
        raise UnreadableError(f"page {number} draws more than {_CONTENT_BYTES // _MIB} MiB. Save it anew as PDF.")
    if not all(stream.whole for stream in contents if isinstance(stream, _Stream)):
        raise UnreadableError(f"page {number} breaks off: {_DAMAGED}")
    device.clear(width, height)
    interpreter.process_page(page)
    pictured = device.pictured > 0.3 or device.outlines > _OUTLINES
    return Sheet(number, width, height, tuple(device.glyphs), tuple(device.rules), pictured, _is_annotated(page))


def _is_annotated(page: PDFPage) -> bool:
    """Whether a filled field or a remark of the page holds text."""
    remarks = resolve1(page.annots)
    found = [resolve1(one) for one in remarks] if isinstance(remarks, list) else []
    return any(isinstance(one, dict) and (resolve1(one.get("V")) or resolve1(one.get("Contents"))) for one in found)


def _unpacked(packer: Any, data: bytes, most: int) -> tuple[bytes, bool]:
    try:
        return packer.decompress(data, most), packer.eof
    except zlib.error:
        return b"", False


def _said(font: PDFFont, cid: int) -> str:
    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return UNKNOWN


def _turn(a: float, b: float) -> int:
    angle = math.degrees(math.atan2(b, a)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 3 else -1
