"""Reads PDF: the text layer by its geometry, pages without one by recognition where that is at hand."""

from __future__ import annotations

from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.pdf_file.clock import Clock
from corpus.readers.pdf_file.layout import lay_out, listed
from corpus.readers.pdf_file.leaves import Leaf, leaf_of
from corpus.readers.pdf_file.marks import UNKNOWN, Sheet
from corpus.readers.pdf_file.recognition import Recogniser, Tesseract, page_count, recognised_sheet
from corpus.readers.pdf_file.sheets import read_sheets

_FEW = 12
_UNKNOWN_SHARE = 0.1


def read(data: bytes, limits: Limits) -> Extracted:
    """Reads a PDF.

    Raises:
        UnreadableError: It is damaged, locked, empty, beyond a limit, or a page of it has no text that can be read and
            no recognition of text is installed.
    """
    return read_with(data, limits, Tesseract())


def read_with(data: bytes, limits: Limits, recogniser: Recogniser) -> Extracted:
    """Reads a PDF with a given recognition of text for pages without a text layer."""
    if len(data) > limits.file_bytes:
        raise UnreadableError(f"it is larger than {limits.file_bytes:,} bytes (文件过大). Split it into smaller files.")
    clock = Clock.of(limits.seconds)
    leaves: list[Leaf] = []
    recognised: list[int] = []
    unknown: list[int] = []
    annotated: list[int] = []
    characters = pages = 0
    for sheet in read_sheets(data, limits, clock):
        if _needs_recognition(sheet):
            if limits.told is not None:
                limits.told(sheet.number - 1, max(sheet.number, pages := pages or page_count(data)))
            sheet = recognised_sheet(data, sheet, recogniser, clock)
            recognised.append(sheet.number)
        elif any(glyph.text == UNKNOWN for glyph in sheet.glyphs):
            unknown.append(sheet.number)
        if sheet.annotated:
            annotated.append(sheet.number)
        leaves.append(leaf_of(sheet))
        characters += len(sheet.glyphs)
        if characters > limits.characters:
            raise UnreadableError(f"it has more than {limits.characters:,} characters (字数过多). Split it.")
        clock.check()
    text, shape, notes = lay_out(leaves, clock)
    if not text.strip():
        raise UnreadableError("the PDF has no text on any page (没有文字). Give a copy with text.")
    if sum(len(table.cells) for table in shape.tables) > limits.cells:
        raise UnreadableError(f"its tables have more than {limits.cells:,} cells (单元格过多). Split it.")
    return Extracted(text, "pdf", shape, (*_warnings(recognised, unknown, annotated), *notes))


def _needs_recognition(sheet: Sheet) -> bool:
    """Whether a page's letters are only drawn, or the file does not tell what they are."""
    if sheet.unknown > _UNKNOWN_SHARE * (sheet.known + sheet.unknown):
        return True
    return sheet.pictured and sheet.known < _FEW


def _warnings(recognised: list[int], unknown: list[int], annotated: list[int]) -> tuple[str, ...]:
    told = (
        (recognised, "没有文字层，由文字识别（OCR）得出，须对照原件核对。"),
        (unknown, "有个别字符文件未注明是什么字，以“\ufffd”代替。"),
        (annotated, "有填在表单域里或批注里的文字，没有读出。"),
    )
    return tuple(f"第{listed(pages)}页{what}" for pages, what in told if pages)
