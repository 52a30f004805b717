"""Pages without a text layer: only these are recognised, and their ruled lines make tables."""

from __future__ import annotations

import io
import time

import numpy as np
import pytest
from PIL import Image

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.pdf_file.recognition import Tesseract, Word, too_long
from corpus.readers.pdf_file.scanned_lines import without_lines
from tests.corpus.readers.pdf_file.press import LEFT, Press
from tests.corpus.readers.pdf_file.readings import Recognised, lines, read

_TEXT = "申报单位应建立设备联网与数据采集系统。"


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (600, 848), 240).save(out, "PNG")
    return out.getvalue()


def test_only_pages_without_text_are_recognised() -> None:
    press = Press()
    press.paragraph(100, _TEXT * 4)
    press.page()
    press.picture(_picture())
    press.page()
    press.picture(_picture())
    press.paragraph(100, _TEXT * 3)
    recognised = Recognised("第二条　应联网。")
    got = read(press.file(), recognised=recognised)
    assert recognised.asked == 1
    assert lines(got) == [_TEXT * 4, "第二条　应联网。", _TEXT * 3]
    assert got.notes[0].startswith("第2页没有文字层")


class Slow:
    """A recognition that takes its time."""

    def __init__(self, takes: float) -> None:
        self.takes = takes
        self.allowed: list[float] = []

    def ready(self) -> bool:
        return True

    def words(self, picture: bytes, seconds: float) -> list[Word]:
        self.allowed.append(seconds)
        time.sleep(self.takes)
        return [Word(f"第{len(self.allowed)}条车间应联网。", (0, 0, 0), 100, 500, 900, 560)]


def _scan(pages: int) -> bytes:
    press = Press()
    for number in range(pages):
        if number:
            press.page()
        press.picture(_picture())
    return press.file()


def test_recognition_has_its_time_for_each_page_and_not_for_the_file() -> None:
    slow = Slow(0.4)
    got = read(_scan(4), Limits(seconds=1.0), slow)
    assert slow.allowed == [1.0] * 4
    assert [line[:3] for line in lines(got)] == ["第1条", "第2条", "第3条", "第4条"]


def test_each_page_that_is_recognised_is_told_and_can_end_the_reading() -> None:
    told: list[tuple[int, int]] = []
    read(_scan(3), Limits(told=lambda done, total: told.append((done, total))), Slow(0))
    assert told == [(0, 3), (1, 3), (2, 3)]

    def enough(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    slow = Slow(0)
    with pytest.raises(InterruptedError):
        read(_scan(3), Limits(told=enough), slow)
    assert len(slow.allowed) == 1


def test_a_page_that_takes_too_long_is_named_with_what_to_do() -> None:
    class Endless(Slow):
        def words(self, picture: bytes, seconds: float) -> list[Word]:
            raise too_long(seconds)

    with pytest.raises(UnreadableError, match=r"page 1: recognising .* longer than 120 s .* --seconds"):
        read(_scan(2), Limits(), Endless(0))


def test_lines_of_a_scan_are_found_and_wiped() -> None:
    page = np.full((600, 800), 255, dtype=np.uint8)
    page[100:103, 50:750] = 0
    page[300:303, 50:750] = 0
    page[100:303, 400:403] = 0
    page[150:170, 100:104] = 0
    clean, rules = without_lines(page, 2.0)
    assert sum(rule.lies for rule in rules) == 2
    assert sum(not rule.lies for rule in rules) == 1
    assert clean[200, 401] == 255
    assert clean[101, 600] == 255
    assert clean[160, 102] == 0


@pytest.mark.skipif(not Tesseract().ready(), reason="Tesseract with Chinese is not installed")
def test_the_real_recognition_reads_a_picture_of_text() -> None:
    import pypdfium2

    press = Press()
    for number in range(4):
        press.line(LEFT, 100 + 40 * number, f"Article {number + 1} Keep records for 3 years", 18)
    with pypdfium2.PdfDocument(press.file()) as document:
        picture = document[0].render(scale=2).to_pil().convert("L")
    out = io.BytesIO()
    picture.save(out, "PNG")
    scan = Press()
    scan.picture(out.getvalue())
    from corpus.readers.pdf_file.reading import read as read_for_real

    got = read_for_real(scan.file(), Limits())
    assert "records" in got.text
    assert "核对" in got.notes[0]
