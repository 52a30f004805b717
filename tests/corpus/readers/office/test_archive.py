"""Office files that are damaged or were made to harm are refused in one line, and cost neither time nor memory."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from corpus.readers.budget import Budget
from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.office.archive import open_archive
from corpus.readers.word.reading import read
from corpus.readers.workbook.reading import read as read_xlsx
from tests.corpus.readers.office.office_files import cell, docx, paragraph, table, xlsx, zipped

_MIB = 1024 * 1024
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def opened(data: bytes, limits: Limits | None = None) -> None:
    open_archive(data, Budget(limits or Limits()))


def refused(data: bytes, said: str, limits: Limits | None = None) -> None:
    """Reading a Word file raises one line that says something."""
    with pytest.raises(UnreadableError, match=said) as caught:
        read(data, limits or Limits())
    assert "\n" not in str(caught.value)


def document(xml: str) -> bytes:
    """A Word file with nothing but a main part."""
    return zipped({"word/document.xml": xml})


@pytest.mark.parametrize("name", ["../out.xml", "word/../../out.xml", "/etc/passwd", "word\\document.xml", "c:/x.xml"])
def test_names_that_lead_out_of_the_archive(name: str) -> None:
    with pytest.raises(UnreadableError, match="leads out of the archive"):
        opened(zipped({"word/document.xml": "<a/>", name: "x"}))


def test_archives_that_are_cut_short() -> None:
    data = docx(paragraph("甲"))
    refused(data[:-30], "cut short or damaged")
    refused(b"PK\x03\x04", "cut short or damaged")
    refused(b"", "cut short or damaged")


def test_a_damaged_part() -> None:
    data = bytearray(docx(paragraph("甲" * 400)))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 40] = bytes(40)
    refused(bytes(data), "its part word/document.xml is damaged")


def test_old_office_files_and_passwords() -> None:
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password or is of Office 97")
    data = bytearray(docx(paragraph("甲")))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, directory + 8, 1)
    refused(bytes(data), "protected by a password")


def test_a_strange_way_of_packing() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", "<a/>")
    refused(made.getvalue(), "packed in a way")


def test_bombs_are_refused_by_their_directory() -> None:
    bomb = zipped({"word/document.xml": b" " * (30 * _MIB)})
    assert len(bomb) < _MIB
    refused(bomb, "more than 200 times")
    refused(bomb, "unpacks to more than", Limits(unpacked_bytes=20 * _MIB))
    refused(zipped({f"{number}.xml": "" for number in range(20)}), "more than 10 parts", Limits(parts=10))
    refused(docx(paragraph("甲")), "larger than 100 bytes", Limits(file_bytes=100))


def test_a_part_that_is_larger_than_declared_gives_no_more_than_declared() -> None:
    data = bytearray(zipped({"word/document.xml": b" " * 5000}))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 10)
    with pytest.raises(UnreadableError):
        read(bytes(data), Limits())


def test_a_part_that_is_there_twice() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("WORD/document.xml", "<b/>")
    refused(made.getvalue(), "is there twice")


def test_an_archive_in_an_archive_is_not_opened() -> None:
    refused(zipped({"inner.docx": docx(paragraph("甲"))}), "holds no document")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">',
    ],
)
def test_entities_and_outside_references_are_refused(head: str) -> None:
    refused(document(f'{head}<w:document xmlns:w="{_WORD}"><w:body/></w:document>'), "declares a DTD")


def test_links_to_the_outside_are_not_followed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/styles" Target="file:///etc/passwd" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/numbering" Target="../../../etc/passwd"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph("甲")}</w:body></w:document>'
    data = zipped({"word/document.xml": body, "word/_rels/document.xml.rels": relations})
    assert read(data, Limits()).text == "甲\n"


def test_parts_that_are_not_xml() -> None:
    refused(document("<a><b></a>"), "not well-formed")
    refused(document("甲"), "not well-formed")
    refused(document('<?xml version="1.0" encoding="nonsense"?><a/>'), "not well-formed")
    refused(document("<a/>"), "no Word document")


def test_deep_nesting() -> None:
    refused(docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "nested deeper than 256")
    inside = paragraph("底")
    for _ in range(60):
        inside = table([cell(inside + paragraph("")), cell("旁")])
    assert "底" in read(docx(inside), Limits()).text
    assert read(docx(paragraph("<w:ins>" * 240 + paragraph("底")[5:-6] + "</w:ins>" * 240)), Limits()).text == "底\n"


def test_many_elements_and_long_texts() -> None:
    refused(docx(paragraph("") * 200), "too many elements", Limits(characters=300))
    refused(docx(paragraph("甲" * 90) * 3), "longer than 200 characters", Limits(characters=200))


def test_the_limit_of_seconds_is_kept() -> None:
    refused(docx(paragraph("甲")), "took longer than 0 seconds", Limits(seconds=0))
    with pytest.raises(UnreadableError, match="took longer than 0 seconds"):
        read_xlsx(xlsx({"Sheet1": "<a/>"}), Limits(seconds=0))


def test_a_word_file_is_no_workbook() -> None:
    with pytest.raises(UnreadableError, match="no workbook"):
        read_xlsx(docx(paragraph("甲")), Limits())
    refused(xlsx({"Sheet1": "<a/>"}), "no Word document")
