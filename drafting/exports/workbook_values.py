"""What a cell that people edit may hold, written into a workbook and read back from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal

from drafting.plans.plan import STATUS_LABELS
from drafting.profiles.fields import span
from drafting.sheet import ReadCell, Written
from kg.exports.cell_text import storable

Value = str | float | bool | None
"""A value as the plan holds it: a text, a code, a number, yes or no; None for nothing."""
ValueKind = Literal["text", "status", "yes", "number", "day"]

YES, NO = "是", "否"
CHOICES: Mapping[ValueKind, tuple[str, ...]] = MappingProxyType(
    {"status": tuple(STATUS_LABELS.values()), "yes": (YES, NO)}
)
_CODES = {label: code for code, label in STATUS_LABELS.items()} | {code: code for code in STATUS_LABELS}
_YES = {**dict.fromkeys((YES, "有", "√", "✓"), True), **dict.fromkeys((NO, "无", "没有", "×"), False)}
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")
_FIRST_DAY = date(1899, 12, 30)
_DAYS = range(20_000, 80_000)
"""Days since ``_FIRST_DAY`` that a cell without a date's format may show: of 1954 to 2119."""


def to_cell(value: Value, kind: ValueKind) -> Written:
    """A value as a cell shows it."""
    if value is None or value == "":
        return None
    if kind == "status":
        return STATUS_LABELS[str(value)]
    if kind == "yes":
        return YES if value else NO
    if kind == "day" and len(str(value)) == len("2026-01-01"):
        return date.fromisoformat(str(value))
    return value


def from_cell(cell: ReadCell, kind: ValueKind) -> Value:
    """What a person wrote, as the plan holds it.

    Args:
        cell: The cell.
        kind: What it may hold.

    Raises:
        ValueError: It holds something else; the message says what to write.
    """
    if cell.fault:
        raise ValueError(cell.fault)
    if cell.blank:
        return None
    return _READERS[kind](cell.value)


def settled(value: Value) -> Value:
    """A value as a workbook gives it back: breaks of lines as one sign, no sign that a cell cannot hold."""
    if not isinstance(value, str):
        return value
    text = storable(value.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.strip() else None


def shown(value: Value, kind: ValueKind) -> str:
    """A value in a sentence."""
    written = to_cell(value, kind)
    return "（空）" if written is None else f"「{written}」"


def _text(given: object) -> Value:
    if isinstance(given, bool):
        return YES if given else NO
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, float) and given.is_integer():
        return str(int(given))
    return str(given)


def _status(given: object) -> Value:
    said = str(given).strip()
    if said in _CODES:
        return _CODES[said]
    near = get_close_matches(said, STATUS_LABELS.values(), n=1, cutoff=0.5)
    meant = f"，是不是「{near[0]}」？" if near else "，"
    raise ValueError(f"「{said[:40]}」不是状态{meant}只能写{'、'.join(STATUS_LABELS.values())}")


def _yes(given: object) -> Value:
    said = given if isinstance(given, bool) else _YES.get(str(given).strip())
    if said is None:
        raise ValueError(f"「{str(given)[:40]}」不是「{YES}」或「{NO}」")
    return said


def _number(given: object) -> Value:
    if isinstance(given, int | float) and not isinstance(given, bool):
        return given
    plain = str(given).strip().replace(",", "").replace("，", "")
    if isinstance(given, str) and _NUMBER.fullmatch(plain):
        return float(plain) if "." in plain else int(plain)
    raise ValueError(f"「{str(given)[:40]}」不是数字")


def _day(given: object) -> Value:
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, int | float) and not isinstance(given, bool):
        given = (_FIRST_DAY + timedelta(days=int(given))).isoformat() if int(given) in _DAYS else str(int(given))
    said = str(given).strip()
    found = _DAY.fullmatch(said)
    if found:
        year, month, day = found.groups()
        said = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        span(said)
    except ValueError as error:
        raise ValueError(f"「{said[:40]}」不是日期。写成 2026-09-30，别的话写在备注") from error
    return said


_READERS: Mapping[ValueKind, Callable[[object], Value]] = MappingProxyType(
    {"text": _text, "status": _status, "yes": _yes, "number": _number, "day": _day}
)
