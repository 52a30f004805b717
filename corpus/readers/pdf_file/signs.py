"""Signs of a PDF as a person reads them: ligatures and look-alike radicals told as the letters that they print."""

from __future__ import annotations

import unicodedata

SOFT_HYPHEN = "\u00ad"
_LIGATURES = range(0xFB00, 0xFB07)
_KANGXI = range(0x2F00, 0x2FD6)
_RADICALS = str.maketrans(
    "⺁⺇⺟⺠⺝⺩⺫⺬⺮⺳⺷⺹⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂几母民月王目示竹网羊老虎西见角贝足车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Radicals that some programs put into a PDF where a character of the same look is meant.

Source: Unicode, EquivalentUnifiedIdeograph."""


_EITHER = "“”‘’—…·•"
_VERTICAL = str.maketrans("︐︑︒︓︔︕︖︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︱", "，、。：；！？（）〔〕【】《》〈〉「」『』—")
"""Signs in the form that they have in columns from top to bottom."""


def plain(text: str) -> str:
    """A glyph's text: ligatures as letters, radicals as characters, signs of columns as those of lines.

    >>> plain("ﬁ"), plain("⼯"), plain("⻋")
    ('fi', '工', '车')
    """
    if text.isascii() and text.isprintable():
        return text
    signs = (_sign(sign) for sign in text.translate(_RADICALS | _VERTICAL))
    return "".join(signs)


def wide(sign: str, beside: str = "") -> bool:
    """Whether a sign is set in a square as Chinese is: beside it a line break says nothing of a blank.

    Args:
        sign: One sign.
        beside: The text around it, which tells of quotation marks and dashes whether they are Chinese ones.
    """
    if sign in _EITHER:
        return any(other >= "\u2e80" for other in beside)
    return sign >= "\u2e80" or sign in "●■◆★※□" or "\u2460" <= sign <= "\u24ff"


def _sign(sign: str) -> str:
    if ord(sign) in _LIGATURES or ord(sign) in _KANGXI:
        return unicodedata.normalize("NFKC", sign)
    if sign in "\t\r\n\f\v\xa0\u2028\u2029":
        return " "
    return "" if unicodedata.category(sign) in {"Cc", "Cs"} else sign
