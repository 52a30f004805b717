"""The theme of Word documents: the colours and fonts that Word's menus offer; the styles themselves name their own.

Source: ECMA-376, Office Open XML, part 1, DrawingML themes.
"""

from __future__ import annotations

from drafting.word.styles import HEI, LATIN, SONG

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F4E79",
    "lt2": "F2F6FA",
    "accent1": "1F4E79",
    "accent2": "C55A11",
    "accent3": "548235",
    "accent4": "7A4B00",
    "accent5": "9B1C1C",
    "accent6": "595959",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part() -> str:
    """The part that holds the theme."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{LATIN}"/><a:ea typeface="{east}"/><a:cs typeface=""/></a:{kind}>'
        for kind, east in (("majorFont", HEI), ("minorFont", SONG))
    )
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="工标"><a:themeElements><a:clrScheme name="工标">{colours}</a:clrScheme>'
        f'<a:fontScheme name="工标">{fonts}</a:fontScheme><a:fmtScheme name="工标"><a:fillStyleLst>{_FILL * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
