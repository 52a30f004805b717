"""Files that are refused in one line, and the limits that are kept."""

from __future__ import annotations

import time
import zlib
from dataclasses import replace

import pytest

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from tests.corpus.readers.pdf_file.press import LEFT, Press, locked, raw_pdf, stream
from tests.corpus.readers.pdf_file.readings import lines, read

_TEXT = "申报单位应建立设备联网与数据采集系统。"
_HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _pages(count: int) -> bytes:
    press = Press()
    for number in range(count):
        press.paragraph(100, f"第{number + 1}页　{_TEXT * 3}")
        if number < count - 1:
            press.page()
    return press.file()


def _refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, limits)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_lock_without_password_opens() -> None:
    press = Press()
    press.line(LEFT, 100, _TEXT)
    assert lines(read(locked(press.file(), ""))) == [_TEXT]


def test_a_lock_with_password_is_refused() -> None:
    assert "password" in _refused(locked(_pages(1), "secret"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"hello", bytes(2000)])
def test_no_pdf_at_all(data: bytes) -> None:
    assert "damaged" in _refused(data) or "no pages" in _refused(data)


def test_a_truncated_file_is_never_read_in_part() -> None:
    whole = _pages(4)
    for share in (0.3, 0.5, 0.7, 0.9):
        cut = whole[: int(len(whole) * share)]
        try:
            got = read(cut)
        except UnreadableError:
            continue
        assert len(got.shape.pages) == 4


def test_a_file_without_pages() -> None:
    data = raw_pdf(stream(b""), _HELVETICA).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [] /Count 0     ")
    data = data.replace(b"/Type /Page ", b"/Type /Pink ")
    assert "no pages" in _refused(data)


def test_pages_that_are_announced_and_missing() -> None:
    assert "damaged" in _refused(raw_pdf(stream(b""), _HELVETICA).replace(b"/Count 1", b"/Count 7"))


def test_a_page_without_anything_has_no_text() -> None:
    assert "no text" in _refused(raw_pdf(stream(b""), _HELVETICA))


def test_more_pages_than_allowed() -> None:
    assert "3 pages" in _refused(_pages(4), replace(Limits(), pages=3))


def test_more_characters_than_allowed() -> None:
    assert "100 characters" in _refused(_pages(4), replace(Limits(), characters=100))


def test_a_stream_that_unpacks_to_too_much() -> None:
    bomb = zlib.compress(bytes(80 * 1024 * 1024), 9)
    limits = replace(Limits(), unpacked_bytes=10 * 1024 * 1024)
    assert "10 MiB" in _refused(raw_pdf(stream(bomb, b"/Filter /FlateDecode"), _HELVETICA), limits)
    twice = zlib.compress(bomb)
    assert "10 MiB" in _refused(raw_pdf(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"), _HELVETICA), limits)


def test_a_content_that_breaks_off() -> None:
    packed = zlib.compress(b"BT /F1 12 Tf 80 700 Td (Records are kept for three years.) Tj ET" * 30)
    assert "damaged" in _refused(raw_pdf(stream(packed[: len(packed) // 2], b"/Filter /FlateDecode"), _HELVETICA))


def test_a_page_of_too_many_characters() -> None:
    content = zlib.compress(b"BT /F1 1 Tf 10 700 Td (" + b"b" * 40_000 + b") Tj ET")
    assert "30,000 characters" in _refused(raw_pdf(stream(content, b"/Filter /FlateDecode"), _HELVETICA))


def test_drawings_that_call_one_another_end_in_time() -> None:
    forms = [
        stream(
            b"/N Do " * 40,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N %d 0 R >> >>" % (7 + number),
        )
        for number in range(6)
    ]
    last = stream(b"0 0 m 1 1 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    data = raw_pdf(stream(b"/N Do"), _HELVETICA, [*forms, last]).replace(
        b"/Resources << /Font", b"/Resources << /XObject << /N 6 0 R >> /Font"
    )
    start = time.monotonic()
    assert "takes longer" in _refused(data, replace(Limits(), seconds=1.0))
    assert time.monotonic() - start < 10


def test_a_scanned_page_is_refused_with_the_way_out() -> None:
    content = b" ".join(b"%d %d m %d %d %d %d %d %d c" % ((10, 20) * 4) for _ in range(400)) + b" f"
    assert "Tesseract" in _refused(raw_pdf(stream(content), _HELVETICA))


def test_a_content_that_only_lacks_its_checksum_is_whole() -> None:
    packed = zlib.compress(b"BT /F1 12 Tf 80 700 Td (Records are kept for three years.) Tj ET")
    for damaged in (packed[:-4], packed[:-1] + b"x"):
        got = read(raw_pdf(stream(damaged, b"/Filter /FlateDecode"), _HELVETICA))
        assert lines(got) == ["Records are kept for three years."]
