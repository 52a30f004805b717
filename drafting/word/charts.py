"""A native chart of shares by name, as Word, WPS and LibreOffice draw and edit it: a radar, or bars where few.

The chart's part holds the values it was drawn from, and a small workbook in it lets people edit them.

Source: ECMA-376, Office Open XML, part 1, DrawingML charts and SpreadsheetML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from drafting.word.markup import escaped, quoted

FEWEST_OF_A_RADAR = 3
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WORKBOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU = 36_000
"""English metric units in a millimetre."""
_COLOURS = (("1F4E79", "solid"), ("C55A11", "sysDash"), ("548235", "sysDot"))


@dataclass(frozen=True, slots=True)
class Chart:
    """Shares from 0 to 1 by name.

    Attributes:
        title: What it shows.
        names: The names around the radar, or along the axis.
        series: The values of each series, by its name, one for each name.
        width: In millimetres.
    """

    title: str
    names: tuple[str, ...]
    series: Mapping[str, tuple[float, ...]]
    width: float = 145

    @property
    def kind(self) -> str:
        """``radar``, or ``bar`` where a radar would have no area."""
        return "radar" if len(self.names) >= FEWEST_OF_A_RADAR else "bar"

    @property
    def height(self) -> float:
        """In millimetres."""
        return self.width * (0.68 if self.kind == "radar" else 0.4)

    @property
    def told(self) -> str:
        """The chart in words, for those who do not see it."""
        rows = (
            f"{name}：{'，'.join(f'{series} {values[place]:.1%}' for series, values in self.series.items())}"
            for place, name in enumerate(self.names)
        )
        return f"{self.title}。{'；'.join(rows)}。"


def drawing(chart: Chart, number: int, relation: str) -> str:
    """The run that shows a chart; ``relation`` names its part."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(chart.width * _EMU)}" cy="{round(chart.height * _EMU)}"/>'
        f'<wp:docPr id="{number}" name="图表 {number}" descr={quoted(chart.told)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" '
        f'xmlns:r="{_OFFICE}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def chart_part(chart: Chart) -> str:
    """The part that holds a chart; it finds its workbook as ``rId1``."""
    series = "".join(_series(chart, place) for place in range(len(chart.series)))
    axes = '<c:axId val="1001"/><c:axId val="1002"/>'
    if chart.kind == "radar":
        drawn = f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{series}{axes}</c:radarChart>'
    else:
        drawn = (
            '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'{series}<c:gapWidth val="120"/>{axes}</c:barChart>'
        )
    return (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_OFFICE}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{drawn}{_axes()}'
        '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{_line("none", 0, "solid", space=True)}'
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Times New Roman"/>'
        '<a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def chart_workbook(chart: Chart) -> bytes:
    """The workbook that a chart is edited from."""
    rows = [("", *chart.series), *zip(chart.names, *chart.series.values(), strict=True)]
    cells = "".join(
        f'<row r="{number}">{"".join(_cell(value, place, number) for place, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    package = f"{_PACKAGE}/relationships"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_WORKBOOK}" xmlns:r="{_OFFICE}"><sheets><sheet name="Sheet1" sheetId="1"'
        ' r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_WORKBOOK}"><sheetData>{cells}</sheetData></worksheet>',
    }
    return packed({name: (_HEAD + text).encode() for name, text in parts.items()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts as an Office file; the same parts make the same bytes."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return held.getvalue()


def _cell(value: str | float, place: int, number: int) -> str:
    at = f"{chr(ord('A') + place)}{number}"
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escaped(value)}</t></is></c>'
    return f'<c r="{at}"><v>{value!r}</v></c>'


def _series(chart: Chart, place: int) -> str:
    name, values = list(chart.series.items())[place]
    column, last = chr(ord("B") + place), len(chart.names) + 1
    colour, dash = _COLOURS[place % len(_COLOURS)]
    if chart.kind == "radar":
        looks = _line(colour, 28_575, dash)
        dot = _line(colour, 9_525, "solid", fill=colour)
        looks += f'<c:marker><c:symbol val="circle"/><c:size val="4"/>{dot}</c:marker>'
        labels = ""
    else:
        looks = _line(colour, 9_525, "solid", fill=colour) + '<c:invertIfNegative val="0"/>'
        shown = "".join(
            f'<c:{what} val="{int(what == "showVal")}"/>'
            for what in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
        )
        labels = f'<c:dLbls><c:numFmt formatCode="0.0%" sourceLinked="0"/>{shown}</c:dLbls>'
    cache = f'<c:ptCount val="{len(values)}"/>{_points([repr(value) for value in values])}'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx>{_words(f"Sheet1!${column}$1", (name,))}</c:tx>'
        f"{looks}{labels}<c:cat>{_words(f'Sheet1!$A$2:$A${last}', chart.names)}</c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>0.0%</c:formatCode>{cache}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _words(at: str, words: Sequence[str]) -> str:
    cache = f'<c:strCache><c:ptCount val="{len(words)}"/>{_points([escaped(word) for word in words])}</c:strCache>'
    return f"<c:strRef><c:f>{at}</c:f>{cache}</c:strRef>"


def _points(values: Sequence[str]) -> str:
    return "".join(f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values))


def _axes() -> str:
    grid = f"<c:majorGridlines>{_line('D0D0D0', 6_350, 'solid')}</c:majorGridlines>"
    bounds = '<c:scaling><c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/></c:scaling>'
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1002"/><c:crosses val="autoZero"/>'
        f'</c:catAx><c:valAx><c:axId val="1002"/>{bounds}<c:delete val="0"/><c:axPos val="l"/>{grid}'
        '<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        '<c:majorUnit val="0.2"/></c:valAx>'
    )


def _line(colour: str, width: int, dash: str, *, fill: str | None = None, space: bool = False) -> str:
    inside = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    if space:
        return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    return (
        f'<c:spPr>{inside if fill else ""}<a:ln w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:prstDash val="{dash}"/></a:ln></c:spPr>'
    )
