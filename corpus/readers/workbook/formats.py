"""Which number format each style of a workbook's cells has.

Source: ECMA-376 part 1, 18.8.30 (formats that are built in, those of Chinese versions included).
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from corpus.readers.office.xml_tree import below, whole

GENERAL = "General"
_DAY, _MONTH, _SHORT = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"'
_CLOCK, _SECONDS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
_BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _MONTH, 28: _SHORT, 29: _SHORT, 30: "m-d-yy", 31: _DAY, 32: _CLOCK,
    33: _SECONDS, 34: f"上午/下午{_CLOCK}", 35: f"上午/下午{_SECONDS}", 36: _MONTH, 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-",
    42: "¥#,##0;¥-#,##0;¥-", 43: "#,##0.00;-#,##0.00;-", 44: "¥#,##0.00;¥-#,##0.00;¥-", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: _MONTH, 51: _SHORT, 52: _MONTH, 53: _SHORT, 54: _SHORT,
    55: f"上午/下午{_CLOCK}", 56: f"上午/下午{_SECONDS}", 57: _MONTH, 58: _SHORT,
    5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
}  # fmt: skip


def read_formats(tree: Element | None) -> tuple[str, ...]:
    """The format code of each cell style by its number; empty where the workbook has no styles."""
    if tree is None:
        return ()
    own = {whole(one.get("numFmtId"), -1): one.get("formatCode", GENERAL) for one in tree.iter("x:numFmt")}
    styles = below(tree, "x:cellXfs")
    numbers = [] if styles is None else [whole(one.get("numFmtId"), 0) for one in styles if one.tag == "x:xf"]
    return tuple(own.get(number, _BUILT_IN.get(number, GENERAL)) for number in numbers)
