"""Whatever bytes come, an office file is read or refused: no other error, no shape outside its text, in time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.extracted import Extracted, Reader, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.word.reading import read as read_docx
from corpus.readers.workbook.reading import read as read_xlsx
from tests.corpus.readers.office.office_files import (
    cell,
    docx,
    level,
    notes,
    numbering,
    paragraph,
    run,
    sheet,
    sign,
    style,
    styles,
    table,
    xlsx,
    zipped,
)
from tests.corpus.readers.shape_rules import check_shape

_LIMITS = Limits(seconds=5, unpacked_bytes=4 * 1024 * 1024, characters=20_000, cells=2_000)
_BODY = (
    paragraph("某省办法", style="1")
    + paragraph(run("总则") + sign('<w:footnoteReference w:id="1"/>'), number=1)
    + table([cell("要素", '<w:vMerge w:val="restart"/>'), cell("等级", '<w:gridSpan w:val="2"/>')], ["", "甲", "乙"])
    + paragraph(sign('<w:fldChar w:fldCharType="begin"/>') + run("域") + sign('<w:fldChar w:fldCharType="end"/>'))
)
_DOCX = docx(
    _BODY,
    numbering=numbering([level(0, "chineseCounting", "第%1章")], [(0, "")]),
    styles=styles(style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')),
    footnotes=notes("footnote", "脚注"),
)
_ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45717</v></c></row>'
    '<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><f>1</f><v>0.5</v></c></row>'
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MERGES = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
_HIDDEN = '<cols><col min="3" max="4" hidden="1"/></cols>'
_XLSX = xlsx(
    {"指标": sheet(_ROWS, _MERGES, _HIDDEN)},
    sharedStrings=f'<sst xmlns="{_SHEET}"><si><t>要素</t></si></sst>',
    styles=f'<styleSheet xmlns="{_SHEET}"><numFmts><numFmt numFmtId="200" formatCode="yyyy/m/d;@"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>',
)  # fmt: skip
_READERS: dict[str, tuple[Reader, bytes]] = {"docx": (read_docx, _DOCX), "xlsx": (read_xlsx, _XLSX)}

Change = tuple[int, int]


def attempt(reader: Reader, data: bytes) -> Extracted | None:
    """What a reader gives, its shape checked; None where it refuses in one line."""
    try:
        read = reader(data, _LIMITS)
    except UnreadableError as error:
        assert "\n" not in str(error)
        return None
    check_shape(read)
    return read


def changed(data: bytes, changes: list[Change], cut: int) -> bytes:
    """Bytes with some overwritten, and the end cut off."""
    made = bytearray(data)
    for place, value in changes:
        made[place % len(made)] = value
    return bytes(made[: len(made) - cut % len(made)] if cut else made)


def with_parts(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each part changed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


_CHANGES = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=8)


@pytest.mark.parametrize("kind", _READERS)
def test_the_files_themselves_are_read(kind: str) -> None:
    read = attempt(*_READERS[kind])
    assert read is not None and "要素" in read.text


@pytest.mark.parametrize("kind", _READERS)
@given(changes=_CHANGES, cut=st.integers(0, 400) | st.just(0))
@settings(deadline=6_000)
def test_changed_bytes(kind: str, changes: list[Change], cut: int) -> None:
    reader, data = _READERS[kind]
    made = changed(data, changes, cut)
    assert attempt(reader, made) == attempt(reader, made)


@pytest.mark.parametrize("kind", _READERS)
@given(changes=_CHANGES, part=st.integers(0, 20))
@settings(deadline=6_000)
def test_changed_bytes_inside_a_part(kind: str, changes: list[Change], part: int) -> None:
    reader, data = _READERS[kind]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        chosen = archive.namelist()[part % len(archive.namelist())]
    made = with_parts(data, lambda name, content: changed(content, changes, 0) if name == chosen else content)
    assert attempt(reader, made) == attempt(reader, made)


@pytest.mark.parametrize("kind", _READERS)
@given(old=st.integers(0, 400), new=st.integers(0, 400) | st.sampled_from(["-1", "99999999999", "", "甲", "1e9", "on"]))
@settings(deadline=6_000)
def test_attributes_exchanged(kind: str, old: int, new: int | str) -> None:
    reader, data = _READERS[kind]

    def exchange(name: str, content: bytes) -> bytes:
        pieces = content.decode().split('"')
        values = range(1, len(pieces) - 1, 2)
        if values and name.endswith(".xml"):
            pieces[values[old % len(values)]] = new if isinstance(new, str) else pieces[values[new % len(values)]]
        return '"'.join(pieces).encode()

    made = with_parts(data, exchange)
    assert attempt(reader, made) == attempt(reader, made)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert attempt(read_docx, data) is None
    assert attempt(read_xlsx, b"PK\x03\x04" + data) is None
