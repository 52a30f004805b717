"""What a cell that people edit may hold, written into a workbook and read back from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal

from drafting.plans.plan import PRIORITY_LABELS, STATUS_LABELS
from drafting.profiles.fields import span
from drafting.sheet import ReadCell, Written
from kg.exports.cell_text import storable

Value = str | int | float | bool | None
"""A value as the plan holds it: a text, a code, a number, yes or no; None for nothing."""
ValueKind = Literal["text", "status", "priority", "yes", "number", "pages", "day"]

YES, NO = "是", "否"
CHOICES: Mapping[ValueKind, tuple[str, ...]] = MappingProxyType(
    {"status": tuple(STATUS_LABELS.values()), "priority": tuple(PRIORITY_LABELS.values()), "yes": (YES, NO)}
)
_CODES = {label: code for code, label in STATUS_LABELS.items()} | {code: code for code in STATUS_LABELS}
_PRIORITIES = {label: code for code, label in PRIORITY_LABELS.items()} | dict.fromkeys(("-", "无"), "none")
_PAGES = re.compile(r"(?:第|[Pp]\.?)?\s*(\d{1,5})\s*(?:页)?\s*[-–—~～至到]\s*(?:第|[Pp]\.?)?\s*(\d{1,5})\s*页?")
_ONE_PAGE = re.compile(r"(?:第|[Pp]\.?)\s*(\d{1,5})\s*页?")
_YES = {**dict.fromkeys((YES, "有", "√", "✓"), True), **dict.fromkeys((NO, "无", "没有", "×"), False)}
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")
_DENIED = re.compile("[不未没无非否]")
"""What turns a status into its opposite."""
_UNMET = re.compile(
    rf"(?:还|仍|尚|暂|并|均|都)?(?:不|未|没有?)能?(?:{STATUS_LABELS['met']}|做到|达到|达标|符合)(?:要求)?"
)
_FIRST_DAY = date(1899, 12, 30)
_DAYS = range(20_000, 80_000)
"""Days since ``_FIRST_DAY`` that a cell without a date's format may show: of 1954 to 2119."""


def to_cell(value: Value, kind: ValueKind) -> Written:
    """A value as a cell shows it."""
    if value is None or value == "":
        return None
    if kind == "status":
        return STATUS_LABELS[str(value)]
    if kind == "priority":
        return PRIORITY_LABELS[str(value)]
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


def said(cell: ReadCell) -> str:
    """What a person sees in a cell, in words; an empty string for nothing."""
    if cell.fault:
        return f"（{cell.fault}）"
    return "" if cell.blank else str(settled(_text(cell.value)) or "").strip()


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
    if isinstance(given, float):
        return f"{given:.15g}"
    return str(given)


def _status(given: object) -> Value:
    said = str(given).strip()
    if said in _CODES:
        return _CODES[said]
    near = _near(said)
    meant = f"，是不是「{near}」？" if near else "，"
    raise ValueError(f"「{said[:40]}」不是状态{meant}只能写{'、'.join(STATUS_LABELS.values())}")


def _near(said: str) -> str | None:
    """The status that a person may have meant; never one that says the opposite of what they wrote."""
    plain = re.sub(r"\s+", "", said)
    if _UNMET.fullmatch(plain):
        return STATUS_LABELS["gap"]
    near = next(iter(get_close_matches(plain, STATUS_LABELS.values(), n=1, cutoff=0.5)), None)
    return near if near and bool(_DENIED.search(plain)) == bool(_DENIED.search(near)) else None


def _priority(given: object) -> Value:
    said = str(given).strip()
    if said not in _PRIORITIES:
        raise ValueError(f"「{said[:40]}」不是优先级，只能写{'、'.join(PRIORITY_LABELS.values())}")
    return _PRIORITIES[said]


def _pages(given: object) -> Value:
    """How many pages, or which: a number, or ``第 3–5 页``."""
    said = str(given).strip()
    if found := _PAGES.fullmatch(said):
        return f"第 {found[1]}–{found[2]} 页"
    if found := _ONE_PAGE.fullmatch(said):
        return f"第 {found[1]} 页"
    counted = re.sub(r"^共\s*|\s*页$", "", said)
    try:
        return _number(counted if isinstance(given, str) else given)
    except ValueError as error:
        raise ValueError(f"「{said[:40]}」不是页数或页码。写成 12，或第 3-5 页") from error


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
    {
        "text": _text,
        "status": _status,
        "priority": _priority,
        "yes": _yes,
        "number": _number,
        "pages": _pages,
        "day": _day,
    }
)
