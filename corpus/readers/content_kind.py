"""What a file is by its bytes, whatever it is called."""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO
from typing import Literal

Kind = Literal[
    "text", "html", "pdf", "docx", "xlsx", "pptx", "ofd", "opendocument", "zip", "office-97", "encrypted", "rtf",
    "mhtml", "word-xml", "archive", "image", "other",
]  # fmt: skip

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"MZ\x90\x00", "other"),
    (b"\x7fELF", "other"),
    (b"SQLite format 3\x00", "other"),
)
_PICTURES = re.compile(rb"BM....\x00\x00\x00\x00|RIFF....WEBP|....ftyp(?:heic|mif1)", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_XML = re.compile(
    rb"^\s*<\?xml[^>]*>.{0,600}?(?:progid=\"Word\.Document\"|schemas\.microsoft\.com/office/word/2003)", re.S
)
_MHTML = re.compile(rb"^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart/related", re.I)
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(
    rb"<(?:p|div|table|tr|td|span|br|ul|ol|li|h[1-6]|a|font|title|meta|section|article|center|b|strong)\b[^<>]*>", re.I
)
_MARKS = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+")
_HEAD = 8192
_LARGEST_DIRECTORY = 4 * 1024 * 1024


def content_kind(data: bytes) -> Kind:
    """The kind of a file by its content; ``text`` for whatever no other kind claims and holds no binary head."""
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if found is not None:
        return found
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in data else "office-97"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _archive_kind(data)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _PICTURES.match(head):
        return "image"
    return _written_kind(_MARKS.sub(b"", head).replace(b"\x00", b""))


def has_tags(data: bytes) -> bool:
    """Whether tags of HTML stand anywhere in the bytes, in an encoding of one or two bytes a character."""
    return _TAG.search(data) is not None or (b"\x00" in data and _TAG.search(data.replace(b"\x00", b"")) is not None)


def _written_kind(head: bytes) -> Kind:
    if _WORD_XML.match(head):
        return "word-xml"
    if _MHTML.match(head):
        return "mhtml"
    return "html" if _HTML.match(head) else "text"


def _archive_kind(data: bytes) -> Kind:
    """What a zip holds by the names of its members; ``zip`` where they cannot be read or say nothing."""
    names = _member_names(data)
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    if "OFD.xml" in names:
        return "ofd"
    if "mimetype" in names and "content.xml" in names:
        return "opendocument"
    return "zip"


def _member_names(data: bytes) -> frozenset[str]:
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) < end + 16 or struct.unpack_from("<I", data, end + 12)[0] > _LARGEST_DIRECTORY:
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error):
        return frozenset()
