"""The styles of Word documents: the typography of Chinese official documents, with East Asian and Latin fonts.

Body 仿宋, headings 黑体, title 宋体; each font has the other names that systems know it by. Tables are set smaller.

Source: GB/T 9704—2012 for the order of fonts and the margins; ECMA-376 for the markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LATIN = "Times New Roman"
SONG, HEI, FANG, KAI = "宋体", "黑体", "仿宋", "楷体"
_OTHER_NAMES: Mapping[str, tuple[str, str, str]] = {
    SONG: ("SimSun,Songti SC,Noto Serif CJK SC", "roman", "02010600030101010101"),
    HEI: ("SimHei,Heiti SC,Noto Sans CJK SC", "swiss", "02010609060101010101"),
    FANG: ("FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC", "modern", "02010609060101010101"),
    KAI: ("KaiTi,楷体_GB2312,Kaiti SC,Noto Serif CJK SC", "modern", "02010609060101010101"),
    LATIN: ("Liberation Serif", "roman", "02020603050405020304"),
}
_LATIN_OF: Mapping[str, str] = {HEI: "Arial"}
_GREY = "595959"
_KEPT = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        name: As Word shows it.
        font: The East Asian font.
        size: In points.
        bold: Whether it is bold.
        ink: Colour ``RRGGBB``; None for black.
        before: Paragraph properties that the schema wants before spacing.
        spacing: Attributes of the spacing.
        after: Paragraph properties that the schema wants after spacing.
    """

    name: str
    font: str
    size: float
    bold: bool = False
    ink: str | None = None
    before: str = ""
    spacing: str = 'w:line="440" w:lineRule="exact"'
    after: str = ""


def _centred(name: str, font: str, size: float, above: int, below: int, *, bold: bool = False) -> Style:
    spacing = f'w:before="{above}" w:after="{below}" w:line="360" w:lineRule="auto"'
    return Style(name, font, size, bold, spacing=spacing, after='<w:jc w:val="center"/>')


def _heading(level: int, size: float, above: int, below: int, *, fresh: bool = False) -> Style:
    start = "<w:pageBreakBefore/>" if fresh else ""
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if level < 3 else ""
    return Style(
        f"heading {level}",
        HEI,
        size,
        before=f"{_KEPT}{start}{number}",
        spacing=f'w:before="{above}" w:after="{below}" w:line="300" w:lineRule="auto"',
        after=f'<w:outlineLvl w:val="{level - 1}"/>',
    )


_TIGHT = 'w:before="20" w:after="20" w:line="252" w:lineRule="auto"'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
_BAR = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="1F4E79"/></w:pBdr>'
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'


def _entry(level: int) -> Style:
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs>'
    indent = f'<w:ind w:left="{(level - 1) * 420}"/>'
    spacing = f'w:before="{60 if level == 1 else 0}" w:line="360" w:lineRule="exact"'
    return Style(f"toc {level}", HEI if level == 1 else FANG, 12, before=tab, spacing=spacing, after=indent)


PARAGRAPHS: Mapping[str, Style] = {
    "Normal": Style("Normal", FANG, 12),
    "Narrative": Style("正文缩进", FANG, 12, after=_INDENT),
    "Title": _centred("Title", SONG, 26, 1200, 900, bold=True),
    "PageTitle": Style(
        "文首标题",
        SONG,
        16,
        bold=True,
        spacing='w:after="200" w:line="300" w:lineRule="auto"',
        after='<w:jc w:val="center"/>',
    ),
    "CoverLine": _centred("封面信息", FANG, 16, 60, 60),
    "CoverMark": _centred("封面标记", HEI, 16, 0, 0),
    "CoverNote": Style(
        "封面说明", KAI, 11, spacing='w:before="120" w:line="400" w:lineRule="exact"', after='<w:jc w:val="center"/>'
    ),
    "ContentsTitle": _centred("目录标题", HEI, 18, 0, 240),
    "Heading1": _heading(1, 18, 0, 240, fresh=True),
    "Heading2": _heading(2, 15, 280, 140),
    "Heading3": _heading(3, 13, 320, 80),
    "TOC1": _entry(1),
    "TOC2": _entry(2),
    "Clause": Style(
        "条文",
        KAI,
        12,
        before=f'{_KEPT}{_BAR}<w:shd w:val="clear" w:color="auto" w:fill="F2F6FA"/>',
        spacing='w:before="60" w:after="60" w:line="420" w:lineRule="exact"',
        after='<w:ind w:left="227"/>',
    ),
    "Fine": Style("说明", FANG, 10.5, ink=_GREY, spacing='w:after="60" w:line="320" w:lineRule="exact"'),
    "Brief": Style("要点", FANG, 10, spacing='w:after="50" w:line="292" w:lineRule="exact"'),
    "KeptFine": Style(
        "说明（与下段同页）", FANG, 10.5, ink=_GREY, before=_KEPT, spacing='w:line="320" w:lineRule="exact"'
    ),
    "Label": Style(
        "小标题", HEI, 11, before=_KEPT, spacing='w:before="160" w:after="60" w:line="320" w:lineRule="exact"'
    ),
    "TableText": Style("表内文字", SONG, 9, spacing=_TIGHT),
    "TableFine": Style("表内说明", SONG, 8, ink=_GREY, spacing=_TIGHT),
    "TableHead": Style("表头", HEI, 9, before="<w:keepNext/>", spacing=_TIGHT, after='<w:jc w:val="center"/>'),
    "Chart": Style(
        "图",
        FANG,
        12,
        spacing='w:before="60" w:after="60" w:line="240" w:lineRule="auto"',
        after='<w:jc w:val="center"/>',
    ),
    "Gap": Style("表后间隔", FANG, 4, spacing='w:line="120" w:lineRule="exact"'),
    "Header": Style(
        "header",
        FANG,
        9,
        ink=_GREY,
        before=_RULE,
        spacing='w:line="240" w:lineRule="auto"',
        after='<w:jc w:val="center"/>',
    ),
    "Footer": Style("footer", SONG, 12, spacing='w:line="240" w:lineRule="auto"', after='<w:jc w:val="center"/>'),
}

_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="68" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="68" w:type="dxa"/></w:tblCellMar>'
)


def styles_part() -> str:
    """The part that holds the styles."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}<w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Framed"><w:name w:val="框线表"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_FRAME}</w:tblBorders>{_CELL}</w:tblPr></w:style>'
    )
    return f"<w:styles {WORDS}>{defaults}{''.join(_style(*one) for one in PARAGRAPHS.items())}{table}</w:styles>"


def fonts_part() -> str:
    """The part that names the fonts, each with what may stand in for it."""
    return f"<w:fonts {WORDS}>{''.join(_font(name) for name in (*_OTHER_NAMES, 'Arial'))}</w:fonts>"


def numbering_part() -> str:
    """The part that numbers headings: 一、 and （一） in the chapters, 附录A and （一） in the appendices."""
    chapters = _levels("chineseCountingThousand", "%1、")
    appendices = _levels("upperLetter", "附录%1 ")
    return (
        f'<w:numbering {WORDS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{chapters}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{appendices}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _levels(kind: str, shape: str) -> str:
    made = ((0, kind, shape, ""), (1, "chineseCountingThousand", "（%2）", ""))
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level, form, text, style in made
    )


def _style(identifier: str, style: Style) -> str:
    standard = style.name.isascii()
    kind = ' w:default="1"' if identifier == "Normal" else "" if standard else ' w:customStyle="1"'
    parent = "" if identifier == "Normal" else '<w:basedOn w:val="Normal"/>'
    look = _fonts(style.font) + ("<w:b/><w:bCs/>" if style.bold else "")
    look += f'<w:color w:val="{style.ink}"/>' if style.ink else ""
    look += f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identifier}"><w:name w:val="{style.name}"/>{parent}<w:qFormat/>'
        f"<w:pPr>{style.before}<w:spacing {style.spacing}/>{style.after}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _fonts(east: str) -> str:
    latin = _LATIN_OF.get(east, LATIN)
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _font(name: str) -> str:
    if name not in _OTHER_NAMES:
        return f'<w:font w:name="{name}"/>'
    others, family, shape = _OTHER_NAMES[name]
    signs = "00" if name.isascii() else "86"
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:panose1 w:val="{shape}"/>'
        f'<w:charset w:val="{signs}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
