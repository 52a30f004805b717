"""Whatever bytes a file holds, it is read or refused, never anything else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from tests.corpus.readers.pdf_file.press import Press
from tests.corpus.readers.pdf_file.readings import Recognised, read

_LIMITS = replace(Limits(), seconds=20.0, pages=50, unpacked_bytes=8 * 1024 * 1024)
_TEXT = "申报单位应建立设备联网与数据采集系统（SCADA），联网率不低于85%，并保留记录。"


@cache
def _file() -> bytes:
    press = Press()
    top = press.paragraph(100, _TEXT * 3)
    texts = {(0, 0): "甲", (0, 1): "乙", (1, 0): "丙", (1, 1): "丁"}
    press.grid([80.0, 200.0, 400.0], [top, top + 40, top + 80], texts)
    press.page()
    press.centred(90, "第二章　评审", 16)
    press.paragraph(120, _TEXT * 2)
    return press.file()


_KINDS = ("set", "cut", "copy", "drop")
_change = st.tuples(st.sampled_from(_KINDS), st.integers(0, 10**6), st.binary(min_size=1, max_size=8))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_change, min_size=1, max_size=12))
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[str, int, bytes]]) -> None:
    data = bytearray(_file())
    for kind, place, bytes_ in changes:
        at = place % max(1, len(data))
        if kind == "set":
            data[at : at + len(bytes_)] = bytes_
        elif kind == "cut":
            del data[at:]
        elif kind == "copy":
            data[at:at] = data[max(0, at - 200) : at]
        else:
            del data[at : at + 20 * len(bytes_)]
    try:
        got = read(bytes(data), _LIMITS, Recognised("应联网。"))
    except UnreadableError as error:
        assert "\n" not in str(error)
        assert str(error).endswith((".", ")"))
    else:
        assert got.text.strip()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    try:
        read(b"%PDF-1.4\n" + data, _LIMITS)
    except UnreadableError as error:
        assert str(error)
    else:
        raise AssertionError("text was read where none is")
