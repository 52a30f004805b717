"""Word files: styled headings, everything typed flat, or numbers that Word computes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from evals.ingestion.content import Content, Grid, Line
from evals.ingestion.file_made import FileMade, Maker
from evals.ingestion.truth import printed

_CENTRED = ("title", "title2", "chapter", "number")
_LEVELS: Mapping[str, int] = MappingProxyType({"title": 0, "title2": 1, "chapter": 1, "h1": 1, "h2": 2})
RUNNING_HEAD = "内部资料 注意保管"
_COUNTED = "一二三四五六七八九十"
_BY = f'{nsdecls("w")} w:id="7" w:author="审核" w:date="2031-01-01T00:00:00Z"'
_DELETED = f"<w:del {_BY}><w:r><w:delText>删去的话</w:delText></w:r></w:del>"
_INSERTED = f'<w:ins {_BY}><w:r><w:t xml:space="preserve">{{words}}</w:t></w:r></w:ins>'
_HIDDEN = f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>隐藏的话</w:t></w:r>"
_STYLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        r"第(.+)章": ("第%1章", "chineseCountingThousand"),
        r"第(.+)条": ("第%1条", "chineseCountingThousand"),
        r"（(.+)）": ("（%1）", "chineseCountingThousand"),
        r"([一二三四五六七八九十]+)、": ("%1、", "chineseCountingThousand"),
        r"(\d+)\.": ("%1.", "decimal"),
    }
)


def styled(content: Content) -> FileMade:
    """Headings by Word's styles, numbers typed; a running head that is no part of the text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = RUNNING_HEAD
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(document, block)
        elif block.role in _LEVELS:
            document.add_heading(printed(block), _LEVELS[block.role])
        else:
            _paragraph(document, block)
    return FileMade(_saved(document), foreign=(RUNNING_HEAD,))


def flat(content: Content) -> FileMade:
    """Everything a normal paragraph, words cut into runs."""
    document = docx.Document()
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(document, block)
        else:
            _paragraph(document, block)
    return FileMade(_saved(document))


def numbered(content: Content) -> FileMade:
    """The numbers of chapters, articles and items stand only in Word's lists."""
    document = docx.Document()
    lists = _Lists(document)
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(document, block)
            continue
        number = lists.number_of(block)
        if number is None:
            _paragraph(document, block)
        else:
            lists.apply(document.add_paragraph(block.text), number)
    return FileMade(_saved(document))


def revised(content: Content) -> FileMade:
    """With tracked changes and hidden words: what was inserted counts, what was deleted not."""
    document = docx.Document()
    for block in content.blocks:
        if isinstance(block, Grid):
            _table(document, block)
            continue
        text = printed(block)
        paragraph = document.add_paragraph(text[: len(text) // 2])
        for piece in (_DELETED, _INSERTED.format(words=escape(text[len(text) // 2 :])), _HIDDEN):
            paragraph._p.append(parse_xml(piece))
    return FileMade(_saved(document), foreign=("删去的话", "隐藏的话"))


class _Lists:
    """Word's lists, one for each run of labels that counts upwards from the first."""

    def __init__(self, document: Document) -> None:
        self._numbering = document.part.numbering_part.element
        self._count = 0
        self._running: dict[str, tuple[int, int]] = {}

    def number_of(self, line: Line) -> int | None:
        """The list that prints a line's label, or None where none can."""
        for pattern, (text, form) in _STYLES.items():
            match = re.fullmatch(pattern, line.label)
            value = _value(match[1]) if match else None
            if value is None:
                continue
            number, last = self._running.get(text, (0, -1))
            if value == 1:
                number = self._new(text, form)
            elif value != last + 1:
                return None
            self._running[text] = (number, value)
            return number
        return None

    def apply(self, paragraph: Paragraph, number: int) -> None:
        """Put a paragraph into a list."""
        mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(mark))

    def _new(self, text: str, form: str) -> int:
        self._count += 1
        one = 900 + self._count
        abstract = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{one}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
        self._numbering.insert(0, parse_xml(abstract))
        number = f'<w:num {nsdecls("w")} w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>'
        self._numbering.append(parse_xml(number))
        return one


def _value(printed_number: str) -> int | None:
    if printed_number.isdigit():
        return int(printed_number)
    tens, ten, ones = printed_number.rpartition("十")
    if not all(sign in _COUNTED for sign in printed_number):
        return None
    high = (_COUNTED.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return high + (_COUNTED.index(ones) + 1 if ones else 0)


def _paragraph(document: Document, line: Line) -> None:
    text = printed(line)
    paragraph = document.add_paragraph()
    for at in range(0, len(text), 7):
        run = paragraph.add_run(text[at : at + 7])
        run.bold = line.role in _LEVELS
    if line.role in _CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.role == "sign":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _table(document: Document, grid: Grid) -> None:
    table = document.add_table(grid.rows, grid.columns)
    table.style = "Table Grid"
    for cell in grid.cells:
        place = table.cell(cell.row, cell.column)
        if cell.rows > 1 or cell.columns > 1:
            place = place.merge(table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1))
        for spare in place.paragraphs[1:]:
            spare._p.getparent().remove(spare._p)
        first, *more = cell.text.split("\n")
        place.paragraphs[0].text = first
        for text in more:
            place.add_paragraph(text)


def _saved(document: Document) -> bytes:
    for style in ("Normal", "Heading 1", "Heading 2", "Title"):
        document.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "SimSun")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


WORDS: Mapping[str, Maker] = MappingProxyType(
    {"docx": styled, "docx-flat": flat, "docx-numbered": numbered, "docx-revised": revised}
)
