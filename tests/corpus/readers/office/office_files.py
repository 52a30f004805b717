"""Makes small Word and Excel files for tests, from raw XML where a library would not write what a test needs."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of parts, the same bytes for the same parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def sign(element: str) -> str:
    """A run that holds one element: a break, a mark of a field."""
    return f"<w:r>{element}</w:r>"


def paragraph(content: str, *, style: str = "", number: int | None = None, level: int = 0, more: str = "") -> str:
    """A paragraph; content that begins with ``<`` is XML, other content a text."""
    inside = content if content.startswith("<") else run(content) if content else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = "" if number is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{place}{more}</w:pPr>{inside}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells; a cell that does not begin with ``<w:tc>`` is a text."""
    lines = ("".join(one if one.startswith("<w:tc>") else cell(one) for one in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def level(number: int, form: str, text: str, *, start: int = 1, more: str = "", suff: str = "tab") -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(definitions: Sequence[str], lists: Sequence[tuple[int, str]]) -> str:
    """A part of numbering: definitions from 0, lists from 1, each with its definition and its overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in enumerate(definitions)
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
        for number, (definition, overrides) in enumerate(lists, start=1)
    )
    return f"<w:numbering {_NAMESPACES}>{abstract}{numbers}</w:numbering>"


def styles(*definitions: str) -> str:
    """A part of styles."""
    return f"<w:styles {_NAMESPACES}>{''.join(definitions)}</w:styles>"


def style(name: str, title: str, inside: str = "", *, based: str = "", kind: str = "paragraph") -> str:
    """A style with an id and a name."""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title}"/>{parent}{inside}</w:style>'


def notes(kind: str, *texts: str) -> str:
    """A part of footnotes or endnotes, their ids from 1."""
    inside = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>{run(text)}")}</w:{kind}>'
        for number, text in enumerate(texts, start=1)
    )
    return f"<w:{kind}s {_NAMESPACES}>{inside}</w:{kind}s>"


def wrapped(root: str, inside: str) -> str:
    """A part of Word with any root: a header, the comments."""
    return f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>"


def docx(body: str, content_type: str = _MAIN_WORD, **parts: str) -> bytes:
    """A Word file with a body and further parts by their role: ``numbering``, ``styles``, ``footnotes``, ``header``."""
    document = f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return _package(
        "word/document.xml", document, content_type, {f"word/{role}.xml": (role, xml) for role, xml in parts.items()}
    )


def sheet(rows: str, more: str = "", before: str = "") -> str:
    """A worksheet."""
    return f'<worksheet xmlns="{_SHEET}">{before}<sheetData>{rows}</sheetData>{more}</worksheet>'


def xlsx(sheets: Mapping[str, str], *, attributes: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A workbook of worksheets by name, with further parts by role: ``sharedStrings``, ``styles``."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="sheet{number}" {(attributes or {}).get(name, "")}/>'
        for number, name in enumerate(sheets, start=1)
    )
    book = f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    linked = {f"xl/{role}.xml": (role, xml) for role, xml in parts.items()}
    linked |= {f"xl/sheet{number}.xml": ("worksheet", xml) for number, xml in enumerate(sheets.values(), start=1)}
    return _package("xl/workbook.xml", book, _MAIN_SHEET, linked)


def _package(main: str, content: str, content_type: str, parts: Mapping[str, tuple[str, str]]) -> bytes:
    folder, _, name = main.partition("/")

    def link(part: str, role: str) -> str:
        target = part.removeprefix(f"{folder}/")
        return f'<Relationship Id="{target.removesuffix(".xml")}" Type="{_OFFICE}/{role}" Target="{target}"/>'

    relations = "".join(link(part, role) for part, (role, _) in parts.items())
    listing = f"{folder}/_rels/{name}.rels"
    top = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{top}</Relationships>',
            listing: f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
            main: content,
            **{part: xml for part, (_, xml) in parts.items()},
        }
    )
