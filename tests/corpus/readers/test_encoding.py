"""Bytes are read in the encoding that makes a text of them, strictly, and what was found is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.encoding import decode, plausibility
from corpus.readers.extracted import UnreadableError

SIMPLIFIED = "第一条　为规范青川省智能车间认定，制定本办法。\n车间设备联网率不低于50%，应建立追溯系统。\n"
TRADITIONAL = "第一條　車間應實現設備聯網，應當建立追溯系統。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"), ("gbk", "GB18030"), ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16（无标记）"), ("utf-16-be", "UTF-16（无标记）"), ("utf-32", "UTF-32"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "第一条"])
def test_each_encoding_is_told_by_its_bytes(codec: str, name: str, text: str) -> None:
    found = decode(text.encode(codec))
    assert (found.text, found.encoding) == (text, name)
    assert bool(found.notes) == (name != "UTF-8")


def test_big5_is_told_from_gbk() -> None:
    found = decode(TRADITIONAL.encode("big5"))
    assert (found.text, found.encoding) == (TRADITIONAL, "Big5")


def test_a_western_text_is_read_as_one() -> None:
    text = "Smart factory – “requirements” for the naïve manufacturer’s café\n"
    assert decode(text.encode("cp1252")).text == text


def test_what_a_file_declares_is_kept_to_only_where_it_makes_a_text() -> None:
    data = SIMPLIFIED.encode("gb18030")
    assert decode(data, "gb2312").encoding == "GB2312"
    assert decode(data, "big5").encoding == "GB18030"
    assert decode(data, "no-such-encoding").encoding == "GB18030"
    assert decode(SIMPLIFIED.encode(), "gb2312").encoding == "UTF-8"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert decode(f"甲{end}乙{end}{end}丙".encode()).text == "甲\n乙\n\n丙"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (SIMPLIFIED.encode()[:-2], "UTF-8 with 1 broken place"),
        (SIMPLIFIED.encode().replace("智".encode(), b"\xe6\x99"), "UTF-8 with 1 broken place.*after “.*青川省”"),
        (codecs.BOM_UTF8 + SIMPLIFIED.encode("gb18030"), "marked as UTF-8 but byte 0"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "marked as UTF-16"),
        (bytes(range(128, 256)) * 4, "none of UTF-8"),
    ],
    ids=["cut off", "a byte lost", "wrong mark", "half a pair", "no text"],
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        decode(data)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, "gb2312", "utf-16", "big5", "x"]))
def test_any_bytes_are_read_or_refused(data: bytes, declared: str | None) -> None:
    try:
        found = decode(data, declared)
    except UnreadableError as error:
        assert str(error)
        return
    assert "\r" not in found.text


@given(st.text(max_size=100))
def test_plausibility_is_a_share(text: str) -> None:
    assert 0.0 <= plausibility(text) <= 1.0


def test_a_few_zeros_do_not_make_another_encoding() -> None:
    text = "第一条 本办法\x00自发布之日起施行。\n第二条 智能工厂应实现设备联网，关键设备联网率不低于百分之六十。\n"
    assert (decode(text.encode()).text, decode(text.encode()).encoding) == (text, "UTF-8")
    assert decode("a=1\nb=2\n".encode("utf-16-le")).text == "a=1\nb=2\n"
