"""Recognition of text on pages that are only pictures: drawn by pdfium, read by the command ``tesseract``."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median
from typing import Protocol

import numpy as np
import pypdfium2

from corpus.readers.extracted import UnreadableError
from corpus.readers.pdf_file.clock import Clock
from corpus.readers.pdf_file.marks import Glyph, Sheet
from corpus.readers.pdf_file.scanned_lines import Grey, without_lines
from corpus.readers.pdf_file.signs import wide

_DPI = 300
_POINTS = 72
_MOST_PIXELS = 40_000_000
_LANGUAGE = "chi_sim"
_HINT = (
    "its letters are a picture or cannot be told (扫描件或文字无法辨认). Install Tesseract with Chinese "
    "(tesseract-ocr and tesseract-ocr-chi-sim), or give a copy with text."
)


@dataclass(frozen=True, slots=True)
class Word:
    """Recognised characters that stand together.

    Attributes:
        text: The characters.
        line: Names the printed line that they stand on.
        x0: Left edge in pixels.
        top: Upper edge in pixels.
        x1: Right edge in pixels.
        bottom: Lower edge in pixels.
    """

    text: str
    line: tuple[int, int, int]
    x0: float
    top: float
    x1: float
    bottom: float


class Recogniser(Protocol):
    """Recognition of the text of a picture."""

    def ready(self) -> bool:
        """Whether Chinese can be recognised here."""
        ...

    def words(self, picture: bytes, seconds: float) -> list[Word]:
        """The words of a grey picture in the format PGM, within a time."""
        ...


class Tesseract:
    """The command ``tesseract`` with its Chinese data."""

    def ready(self) -> bool:
        """Whether the command is there and knows Chinese."""
        command = shutil.which("tesseract")
        if command is None:
            return False
        told = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
        return _LANGUAGE in told.stdout.split()

    def words(self, picture: bytes, seconds: float) -> list[Word]:
        """The words of a picture.

        Raises:
            UnreadableError: The command fails or takes too long.
        """
        command = ["tesseract", "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(_DPI), "--psm", "3", "tsv"]
        try:
            told = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise too_long(seconds) from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise UnreadableError(f"tesseract fails on it ({error}). {_HINT}") from error
        return _words(told.stdout.decode("utf-8", "replace"))


def recognised_sheet(data: bytes, sheet: Sheet, recogniser: Recogniser, clock: Clock) -> Sheet:
    """A page with the glyphs that were recognised on its picture.

    Raises:
        UnreadableError: No recognition is installed, or it fails or takes too long.
    """
    if not recogniser.ready():
        raise UnreadableError(f"page {sheet.number}: {_HINT}")
    with clock.stopped():  # each page has a time of its own
        pixels, scale = _pixels(data, sheet)
        grey, rules = without_lines(pixels, scale)
        try:
            words = recogniser.words(_picture(grey), clock.seconds)
        except UnreadableError as error:
            raise UnreadableError(f"page {sheet.number}: {error}") from error
    return replace(sheet, glyphs=tuple(_glyphs(words, scale)), rules=tuple(rules), pictured=False)


def too_long(seconds: float) -> UnreadableError:
    """The error for a page whose recognition takes longer than it may."""
    return UnreadableError(
        f"recognising its text takes longer than {seconds:g} s (文字识别超时). "
        "Allow more with --seconds, or give a copy with text."
    )


def page_count(data: bytes) -> int:
    """How many pages a PDF has; 0 where that cannot be told."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _picture(grey: Grey) -> bytes:
    """Pixels as a picture in the format PGM."""
    height, width = grey.shape
    return f"P5 {width} {height} 255\n".encode() + grey.tobytes()


def _pixels(data: bytes, sheet: Sheet) -> tuple[Grey, float]:
    """A page drawn in grey, and how many pixels a point has."""
    scale = min(_DPI / _POINTS, (_MOST_PIXELS / (sheet.width * sheet.height)) ** 0.5)
    try:
        with pypdfium2.PdfDocument(data) as document:
            bitmap = document[sheet.number - 1].render(scale=scale, grayscale=True)
            pixels = bitmap.to_numpy()
            return np.array(pixels.reshape(bitmap.height, bitmap.width), dtype=np.uint8), scale
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise UnreadableError(f"page {sheet.number} cannot be drawn (文件已损坏). Get the file again.") from error


def _words(table: str) -> list[Word]:
    """The words of the table that tesseract prints."""
    words: list[Word] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        words.append(Word(text, line, left, top, left + width, top + height))
    return words


def _glyphs(words: Iterable[Word], scale: float) -> list[Glyph]:
    """Glyphs in points; the signs of a word share its width, the words of a line its baseline and height."""
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    heights = {key: median(word.bottom - word.top for word in line) for key, line in lines.items()}
    usual = median(heights.values()) if heights else 1.0
    glyphs: list[Glyph] = []
    for key, line in lines.items():
        height = usual if 0.75 * usual <= heights[key] <= 1.25 * usual else heights[key]
        squared = [word for word in line if wide(word.text[0])]
        base = median(word.bottom for word in squared or line) - 0.1 * height
        size = max(height, 1.0) * 1.1 / scale
        reach = 0.0
        for index, word in enumerate(line):
            x0, x1 = max(word.x0, reach), max(word.x1, reach + 1)
            if index and not wide(word.text[0]) and not wide(line[index - 1].text[-1]):
                glyphs.append(Glyph(" ", reach / scale, x0 / scale, base / scale, size, "ocr"))
            step, reach = (x1 - x0) / len(word.text), x1
            for number, sign in enumerate(word.text):
                start = (x0 + number * step) / scale
                glyphs.append(Glyph(sign, start, start + step / scale, base / scale, size, "ocr"))
    return glyphs
