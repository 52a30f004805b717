"""A Word document put together: headings with a table of contents, sections upright and across, charts, one file.

Source: ECMA-376, Office Open XML, parts 1 and 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from drafting.word.charts import Chart, chart_part, chart_workbook, drawing, packed
from drafting.word.markup import escaped, live, paragraph, run
from drafting.word.styles import WORDS, fonts_part, numbering_part, styles_part
from drafting.word.tables import TWIPS
from drafting.word.theme import theme_part

Way = Literal["upright", "across", "compact"]
Numbering = Literal["plain", "from one", "on"]
UPRIGHT_WIDTH, ACROSS_WIDTH = 156.0, 247.0
WIDTHS: Mapping[Way, float] = MappingProxyType({"upright": UPRIGHT_WIDTH, "across": ACROSS_WIDTH, "compact": 174.0})
"""Millimetres between the margins."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIZE: Mapping[Way, tuple[int, int]] = {"upright": (210, 297), "across": (297, 210), "compact": (210, 297)}
_MARGINS: Mapping[Way, tuple[int, int, int, int]] = {
    "upright": (37, 26, 35, 28),
    "across": (28, 25, 26, 25),
    "compact": (22, 18, 20, 18),
}
"""Above, right, below, left."""
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str
    bookmark: str


@dataclass(slots=True)
class WordDocument:
    """A document that grows from top to bottom.

    Attributes:
        title: Its title, as the file's properties have it.
        running: What stands above each page but the cover.
    """

    title: str
    running: str
    _body: list[str] = field(default_factory=list)
    _headings: list[_Heading] = field(default_factory=list)
    _charts: list[Chart] = field(default_factory=list)
    _counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    _way: Way = "upright"
    _sections: int = 0
    _contents_at: int | None = None

    def add(self, *parts: str) -> None:
        """Add paragraphs and tables."""
        self._body.extend(parts)

    def heading(self, level: int, text: str, *, appendix: bool = False, marks: str = "", here: bool = False) -> None:
        """Add a heading; those of the first two levels are numbered and stand in the table of contents.

        Args:
            level: From 1 to 3.
            text: The words.
            appendix: Whether it is, or stands in, an appendix.
            marks: Runs after the words.
            here: Whether a heading of the first level stays on the page that it comes on.
        """
        properties = '<w:pageBreakBefore w:val="0"/>' if here else ""
        bookmark = None
        if level < 3:
            number = self._number(level, appendix=appendix)
            name = f"_Toc{9000000 + len(self._headings)}"
            bookmark = (len(self._headings) + 1, name)
            self._headings.append(_Heading(level, number + text, name))
            properties += f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="2"/></w:numPr>' if appendix else ""
        self.add(paragraph(f"Heading{level}", run(text), marks, properties=properties, bookmark=bookmark))

    def contents(self, title: str) -> None:
        """Put the table of contents here."""
        self.add(paragraph("ContentsTitle", run(title)))
        self._contents_at = len(self._body)

    def chart(self, chart: Chart) -> None:
        """Add a chart."""
        self._charts.append(chart)
        number = len(self._charts)
        self.add(paragraph("Chart", drawing(chart, number, f"rIdChart{number}")))

    def end_cover(self) -> None:
        """End the cover: a section without header and footer."""
        self.add(_break(_section("upright", "plain")))

    def turn(self, way: Way) -> None:
        """Go on on a new page that lies this way, if it does not already."""
        if way != self._way and not self._body:
            self._way = way
        elif way != self._way:
            self.add(_break(_section(self._way, self._numbering())))
            self._way = way
            self._sections += 1

    def file(self) -> bytes:
        """The document as a file."""
        parts = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relations(
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": self._properties(),
            "word/document.xml": self._document(),
            "word/_rels/document.xml.rels": self._document_relations(),
            "word/styles.xml": styles_part(),
            "word/settings.xml": _settings(contents=self._contents_at is not None),
            "word/fontTable.xml": fonts_part(),
            "word/numbering.xml": numbering_part(),
            "word/theme/theme1.xml": theme_part(),
            "word/header1.xml": f"<w:hdr {WORDS}>{paragraph('Header', run(self.running))}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {WORDS}>{_page_number()}</w:ftr>",
        }
        held = {name: (_HEAD + text).encode() for name, text in parts.items()}
        for number, chart in enumerate(self._charts, 1):
            relation = _relations(("rId1", f"{_OFFICE}/package", f"../embeddings/chart{number}.xlsx"))
            held[f"word/charts/chart{number}.xml"] = (_HEAD + chart_part(chart)).encode()
            held[f"word/charts/_rels/chart{number}.xml.rels"] = (_HEAD + relation).encode()
            held[f"word/embeddings/chart{number}.xlsx"] = chart_workbook(chart)
        return packed(held)

    def _numbering(self) -> Numbering:
        return "on" if self._sections else "from one"

    def _number(self, level: int, *, appendix: bool) -> str:
        if level == 1:
            self._counts[1] = 0
            place = 2 if appendix else 0
            self._counts[place] += 1
            return f"附录{chr(ord('A') + self._counts[2] - 1)} " if appendix else f"{chinese(self._counts[0])}、"
        self._counts[1] += 1
        return f"（{chinese(self._counts[1])}）"

    def _document(self) -> str:
        body = list(self._body)
        if self._contents_at is not None:
            body.insert(self._contents_at, _contents(self._headings))
        last = _section(self._way, self._numbering())
        return f'<w:document {WORDS} xmlns:r="{_OFFICE}"><w:body>{"".join(body)}{last}</w:body></w:document>'

    def _document_relations(self) -> str:
        own = [
            (f"rId{number}", f"{_OFFICE}/{kind}", f"{name}.xml")
            for number, (kind, name) in enumerate(
                (
                    ("styles", "styles"),
                    ("settings", "settings"),
                    ("fontTable", "fontTable"),
                    ("numbering", "numbering"),
                    ("header", "header1"),
                    ("footer", "footer1"),
                    ("theme", "theme/theme1"),
                ),
                1,
            )
        ]
        charts = [
            (f"rIdChart{number}", f"{_OFFICE}/chart", f"charts/chart{number}.xml")
            for number in range(1, len(self._charts) + 1)
        ]
        return _relations(*own, *charts)

    def _types(self) -> str:
        plain = (("rels", "vnd.openxmlformats-package.relationships+xml"), ("xml", "xml"))
        sheet = ("xlsx", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        defaults = "".join(
            f'<Default Extension="{end}" ContentType="application/{kind}"/>' for end, kind in (*plain, sheet)
        )
        named = {"document": "document.main", "header1": "header", "footer1": "footer"}
        named |= {name: name for name in ("styles", "settings", "fontTable", "numbering")}
        parts = [(f"/word/{name}.xml", f"{_WORD}.{kind}+xml") for name, kind in named.items()]
        parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        parts.append(("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
        drawn = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        parts += [(f"/word/charts/chart{number}.xml", drawn) for number in range(1, len(self._charts) + 1)]
        overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
        return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'

    def _properties(self) -> str:
        return (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escaped(self.title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
        )


def chinese(number: int) -> str:
    """A number from 1 to 99 as headings count: 一, 十, 十一, 二十, 二十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )


def _relations(*rows: tuple[str, str, str]) -> str:
    held = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def _section(way: Way, numbering: Numbering) -> str:
    width, height = (round(side * TWIPS) for side in _SIZE[way])
    above, right, below, left = (round(side * TWIPS) for side in _MARGINS[way])
    around = (
        ""
        if numbering == "plain"
        else '<w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    )
    start = '<w:pgNumType w:start="1"/>' if numbering == "from one" else ""
    turned = ' w:orient="landscape"' if way == "across" else ""
    return (
        f'<w:sectPr>{around}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{above}" w:right="{right}" w:bottom="{below}" w:left="{left}" w:header="850" w:footer="992" '
        f'w:gutter="0"/>{start}</w:sectPr>'
    )


def _break(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{section}</w:pPr></w:p>'


def _page_number() -> str:
    return paragraph("Footer", run("— "), live("PAGE", "1"), run(" —"))


def _settings(*, contents: bool) -> str:
    """The settings; where there are contents, the program is asked for their page numbers when it opens the file."""
    update = '<w:updateFields w:val="true"/>' if contents else ""
    return (
        f'<w:settings {WORDS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"{update}<w:compat>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def _contents(headings: list[_Heading]) -> str:
    opened = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve">'
        ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    closed = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = [
        paragraph(
            f"TOC{one.level}",
            opened if place == 0 else "",
            f'<w:hyperlink w:anchor="{one.bookmark}" w:history="1">',
            run(f"{one.text}\t"),
            live(f"PAGEREF {one.bookmark} \\h", "…"),
            "</w:hyperlink>",
        )
        for place, one in enumerate(headings)
    ]
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{''.join(entries)}{paragraph('Gap', closed)}</w:sdtContent></w:sdt>"
        f"{paragraph('Fine', run('页码在 Word 中打开时更新；没有更新的，右键目录，选「更新域」。'))}"
    )
