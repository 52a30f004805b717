"""A day and time as a workbook shows it, by the pieces of its format code.

Source: ECMA-376 part 1, 18.17.4 (dates as numbers) and 18.8.30 (date codes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from corpus.readers.office.number_forms import number_text

_DATE_LETTERS = re.compile(r"[yYmMdDhHsSaAeEbB]|上午/下午")
_LAST_DAY = 2_950_000
_FALSE_LEAP_DAY = 60
_SECONDS = 86_400
_WEEKDAYS = "一二三四五六日"
_LONG_DATE = "F800"
_PIECE = re.compile(r"AM/PM|am/pm|A/P|上午/下午|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?|[aA]+|[eE]+|.", re.DOTALL)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def is_date(signs: Sequence[str]) -> bool:
    """Whether the plain signs of a format code (no quoted text) speak of days or hours."""
    return _DATE_LETTERS.search("".join(signs)) is not None


def date_shown(value: Decimal, tokens: Sequence[tuple[str, str]], *, from_1904: bool) -> str | None:
    """A serial number as the day and time that it stands for; None where it stands for none.

    Args:
        value: Days since the epoch, parts of a day behind the point.
        tokens: Kind and text of the pieces of the format's section.
        from_1904: Whether days count from 1904.
    """
    moment = _moment(value, from_1904=from_1904)
    if moment is None:
        return None
    if any(kind == "locale" and _LONG_DATE in text.upper() for kind, text in tokens):
        return f"{moment.year}年{moment.month}月{moment.day}日"
    chinese = any(kind == "bracket" and text.upper() == "DBNUM1" for kind, text in tokens)
    pieces = _pieces(tokens)
    noon = any(text.upper() in ("AM/PM", "A/P", "上午/下午") for kind, text in pieces if kind == "sign")
    shown: list[str] = []
    for index, (kind, text) in enumerate(pieces):
        if kind == "quoted":
            shown.append(text)
        elif kind == "elapsed":
            shown.append(_elapsed(value, text))
        elif kind == "sign":
            minute = text[0] in "mM" and len(text) < 3 and _is_minute(pieces, index)
            shown.append(_piece(moment, text, minute=minute, noon=noon, chinese=chinese))
    return "".join(shown)


def _moment(value: Decimal, *, from_1904: bool) -> datetime | None:
    if not 0 <= value < _LAST_DAY:
        return None
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= _FALSE_LEAP_DAY else 31)
    return epoch + timedelta(seconds=round(float(value) * _SECONDS))


def _pieces(tokens: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Adjoining signs parted into codes; brackets with hours, minutes or seconds are elapsed time."""
    pieces: list[tuple[str, str]] = []
    run = ""
    for kind, text in [*tokens, ("end", "")]:
        if kind in ("sign", "digit", "exponent"):
            run += text
            continue
        pieces.extend(("sign", found[0]) for found in _PIECE.finditer(run))
        run = ""
        if kind == "quoted":
            pieces.append((kind, text))
        elif kind == "bracket" and re.fullmatch(r"[hH]+|[mM]+|[sS]+", text):
            pieces.append(("elapsed", text))
    return pieces


def _is_minute(pieces: Sequence[tuple[str, str]], index: int) -> bool:
    """Whether an m stands behind hours or before seconds."""
    codes = [(at, text[0].lower()) for at, (kind, text) in enumerate(pieces) if kind != "quoted" and text[:1].isalpha()]
    before = [letter for at, letter in codes if at < index and letter in "ymdhs"]
    behind = [letter for at, letter in codes if at > index and letter in "ymdhs"]
    return before[-1:] == ["h"] or behind[:1] == ["s"]


def _elapsed(value: Decimal, text: str) -> str:
    worth = {"h": 3600, "m": 60, "s": 1}[text[0].lower()]
    return str(round(float(value) * _SECONDS) // worth).rjust(len(text), "0")


def _piece(moment: datetime, text: str, *, minute: bool, noon: bool, chinese: bool) -> str:
    """One code of a date format."""
    letter, width = text[0].lower(), len(text)
    if text.upper() in ("AM/PM", "A/P", "上午/下午"):
        return _half(moment, text)
    if letter in "ye":
        year = f"{moment.year % 100:02}" if letter == "y" and width < 3 else str(moment.year)
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in year) if chinese else year
    if letter == "a" and width > 2:
        return ("星期" if width > 3 else "") + _WEEKDAYS[moment.weekday()]
    if letter == "m" and width > 2:
        return _MONTHS[moment.month - 1][: 3 if width == 3 else 1 if width == 5 else None]
    if letter == "d" and width > 2:
        return _DAYS[moment.weekday()][: 3 if width == 3 else None]
    hour = (moment.hour - 1) % 12 + 1 if noon else moment.hour
    numbers = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}
    if letter not in numbers:
        return text
    if chinese and numbers[letter]:
        return number_text(numbers[letter], "chineseCounting")
    return str(numbers[letter]).rjust(min(width, 2), "0")


def _half(moment: datetime, text: str) -> str:
    names = text.split("/")
    return names[moment.hour >= 12]
