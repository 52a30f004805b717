"""The bytes of bad files: damaged, disguised, locked, overgrown or hostile."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

WORDS = (
    "甲省智能工厂管理办法\n第一条 申报企业应当依法登记注册，关键设备联网率不低于60%。\n"
    "第二条 本办法由省工业和信息化厅负责解释。"
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)
_ROOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
OLE_HEAD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def word(body: str, more: Mapping[str, bytes] | None = None, head: str = "", links: str = "") -> bytes:
    """A Word file of raw parts.

    Args:
        body: What stands in ``w:body``.
        more: Further parts by name.
        head: What stands before the document's root, such as a DTD.
        links: Relationships of the document.
    """
    document = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {_WORD}><w:body>{body}</w:body></w:document>'
    link = f'<Relationship Id="rId1" Type="{_ROOT}/officeDocument" Target="word/document.xml"/></Relationships>'
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": (_RELS + link).encode(),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": f"{_RELS}{links}</Relationships>".encode(),
        **(more or {}),
    }
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def paragraphs(text: str = WORDS) -> str:
    """Paragraphs of a Word file, a line each."""
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))


def bomb() -> bytes:
    """A Word file of some hundred kilobytes that unpacks to 400 MB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS + "</Relationships>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def nested_archives(depth: int = 40) -> bytes:
    """A Word file with an archive in an archive in an archive among its parts."""
    inner = b"core"
    for level in range(depth):
        inner = packed({f"{level}.zip": inner})
    return word(paragraphs(), {"word/embeddings/again.zip": inner})


def entities(path: str) -> bytes:
    """A Word file whose text would be another file's content."""
    head = f'<!DOCTYPE w [<!ENTITY secret SYSTEM "file://{path}">]>'
    return word(f"{paragraphs()}<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>", head=head)


def laughs() -> bytes:
    """A Word file whose entities multiply."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE w [<!ENTITY e0 "哈哈哈哈哈哈哈哈">{lines}]>'
    return word(f"{paragraphs()}<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", head=head)


def referring(address: str) -> bytes:
    """A Word file that names a template, a picture and a link elsewhere."""
    kinds = ("attachedTemplate", "image", "hyperlink", "subDocument")
    links = "".join(
        f'<Relationship Id="x{n}" Type="{_ROOT}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    return word(paragraphs(), links=links)


def climbing() -> bytes:
    """A Word file with parts named to leave the folder that they would be unpacked to."""
    names = ("../../climbed.txt", "/climbed.txt", "..\\climbed.txt", "word/../../../climbed.txt")
    return word(paragraphs(), dict.fromkeys(names, b"climbed"))


def circling() -> bytes:
    """A Word file whose list styles refer to each other in a circle."""
    one = '<w:abstractNum w:abstractNumId="{0}"><w:numStyleLink w:val="s{1}"/></w:abstractNum>'
    numbering = (
        f'<?xml version="1.0"?><w:numbering {_WORD}>{one.format(1, 2)}{one.format(2, 1)}'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )
    mark = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    link = f'<Relationship Id="n1" Type="{_ROOT}/numbering" Target="numbering.xml"/>'
    body = paragraphs().replace("<w:p>", f"<w:p>{mark}")
    return word(body, {"word/numbering.xml": numbering.encode()}, links=link)


def deep_word(depth: int = 20_000) -> bytes:
    """A Word file with elements within elements."""
    return word("<w:sdt><w:sdtContent>" * depth + paragraphs() + "</w:sdtContent></w:sdt>" * depth)


def pictures_only() -> bytes:
    """A Word file that holds a picture and no words."""
    return word("<w:p><w:r><w:drawing/></w:r></w:p>", {"word/media/image1.png": _png()})


def scanned() -> bytes:
    """A PDF whose only page is a grey picture."""
    picture = zlib.compress(bytes(200) * 280)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /Im 5 0 R >> >> >>",
        b"<< /Length 27 >>\nstream\n595 0 0 842 0 0 cm /Im Do  \nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture),
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
