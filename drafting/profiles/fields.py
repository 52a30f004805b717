"""The kinds of value that a profile's fields hold, each with the names that people write for it.

Codes are stable and stand in YAML and JSON; their Chinese names stand in workbooks and are accepted everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from drafting.profiles.choices import (
    INDUSTRY_WORDS,
    SCALE_WORDS,
    STATE_WORDS,
    code_of,
    yes_or_no,
)
from drafting.profiles.number_reading import (
    AREA,
    BARE,
    BESIDE,
    MACHINES,
    MONEY,
    PAGES,
    PEOPLE,
    SHARE,
    number_in,
    said_share,
)
from drafting.profiles.tree import shortened

State = Literal["in_use", "trial", "building", "planned", "retired", "absent", "not_applicable"]
STATES: Mapping[str, str] = {
    "in_use": "在用",
    "trial": "试运行",
    "building": "在建",
    "planned": "计划",
    "retired": "停用",
    "absent": "没有",
    "not_applicable": "不适用",
}
Industry = Literal["discrete", "process", "mixed"]
INDUSTRIES: Mapping[str, str] = {"discrete": "离散", "process": "流程", "mixed": "混合"}
Scale = Literal["large", "medium", "small", "micro"]
SCALES: Mapping[str, str] = {"large": "大型", "medium": "中型", "small": "小型", "micro": "微型"}
Matter = Literal["safety_accident", "environment", "quality", "credit", "tax", "data_security", "audit"]
MATTERS: Mapping[str, str] = {
    "safety_accident": "安全生产事故",
    "environment": "环境违法",
    "quality": "质量事故",
    "credit": "失信",
    "tax": "税务违法",
    "data_security": "网络与数据安全事件",
    "audit": "审计问题",
}
Spending = Literal["equipment", "software", "hardware", "civil_works", "other"]
SPENDINGS: Mapping[str, str] = {
    "equipment": "智能化装备",
    "software": "数字化软件",
    "hardware": "数字化硬件",
    "civil_works": "土建工程",
    "other": "其他",
}
Assessor = Literal["self", "third_party"]
ASSESSORS: Mapping[str, str] = {"self": "自评", "third_party": "第三方"}

LONGEST_TEXT = 30_000
"""Signs of one text: what a cell of a workbook can hold."""

_WHEN = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"[；;\n]")
_BRACKETS = {"《": "》", "（": "）", "(": ")", "「": "」", "“": "”", "【": "】"}


def _when(given: Any) -> Any:
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if isinstance(given, str):
        return given.strip()
    raise ValueError(f"「{shortened(given)}」不是日期。写成 2023、2023-06 或 2023-06-01")


def _checked_when(given: str) -> str:
    span(given)
    return given


def span(when: str) -> tuple[date, date]:
    """The first and the last day that a written time covers: ``2023``, ``2023-06``, ``2023-06-01``, ``2023年6月``.

    Raises:
        ValueError: It is no such time.
    """
    found = _WHEN.fullmatch(when)
    if not found:
        raise ValueError(f"「{shortened(when)}」不是日期。写成 2023、2023-06 或 2023-06-01")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        following = date(first.year + 1, 1, 1) if not month or month == 12 else date(first.year, month + 1, 1)
    except ValueError as error:
        raise ValueError(f"「{when}」不是日历上的日子") from error
    return first, date.fromordinal(following.toordinal() - 1)


def joined(words: Iterable[str]) -> str:
    """Several words as one text that is read as the same words again."""
    listed = tuple(words)
    text = "；".join(listed)
    return f"{text}；" if len(listed) == 1 and len(_apart(text)) > 1 else text


def several(text: str) -> tuple[str, ...]:
    """The words of a text: parted by ； or line breaks, and only where there are none by 、, save in brackets."""
    parts = [part.strip() for part in BREAKS.split(text)]
    return tuple(part for part in (parts if len(parts) > 1 else _apart(text)) if part)


def _words(given: Any) -> Any:
    if isinstance(given, list | tuple):
        parts = [part.strip() for one in given for part in BREAKS.split(_text(one))]
        return tuple(part for part in parts if part)
    return several(_text(given))


def _apart(text: str) -> list[str]:
    """The parts between 、, save those in brackets: 《设备、工装管理制度》 is one name."""
    parts, closing = [""], ""
    for sign in text:
        if sign == "、" and not closing:
            parts.append("")
            continue
        closing = "" if sign == closing else closing or _BRACKETS.get(sign, "")
        parts[-1] += sign
    return [part.strip() for part in parts]


def _text(given: Any) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int | float | date):
        raise ValueError("要写文字")
    if isinstance(given, date):
        return given.date().isoformat() if isinstance(given, datetime) else given.isoformat()
    text = str(given).replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        raise ValueError("文字里有不能显示的控制字符")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"文字有 {len(text)} 个字，最多 {LONGEST_TEXT} 个")
    return text


Text = Annotated[str, BeforeValidator(_text)]
When = Annotated[str, BeforeValidator(_when), AfterValidator(_checked_when)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_words)]
Number = Annotated[int | float, BeforeValidator(number_in(BARE))]
Figure = Annotated[int | float, BeforeValidator(number_in(BESIDE))]
"""A number whose unit stands in another column of its row."""
Money = Annotated[int | float, BeforeValidator(number_in(MONEY))]
Share = Annotated[int | float, BeforeValidator(number_in(SHARE)), PlainSerializer(said_share)]
Area = Annotated[int | float, BeforeValidator(number_in(AREA))]
People = Annotated[int | float, BeforeValidator(number_in(PEOPLE))]
Machines = Annotated[int | float, BeforeValidator(number_in(MACHINES))]
Pages = Annotated[int | float, BeforeValidator(number_in(PAGES))]
Format = Annotated[Literal[1], BeforeValidator(number_in(BARE))]
Yes = Annotated[bool, BeforeValidator(yes_or_no)]
StateField = Annotated[State, BeforeValidator(code_of(STATES, STATE_WORDS))]
IndustryField = Annotated[Industry, BeforeValidator(code_of(INDUSTRIES, INDUSTRY_WORDS))]
ScaleField = Annotated[Scale, BeforeValidator(code_of(SCALES, SCALE_WORDS))]
MatterField = Annotated[Matter, BeforeValidator(code_of(MATTERS))]
SpendingField = Annotated[Spending, BeforeValidator(code_of(SPENDINGS))]
AssessorField = Annotated[Assessor, BeforeValidator(code_of(ASSESSORS))]

CHOICES: Mapping[Any, Mapping[str, str]] = {
    StateField: STATES,
    IndustryField: INDUSTRIES,
    ScaleField: SCALES,
    MatterField: MATTERS,
    SpendingField: SPENDINGS,
    AssessorField: ASSESSORS,
}
"""The codes and names of each kind of field that offers a choice: what drop-down lists hold."""
NUMBERS = frozenset((Number, Figure, Money, Share, Area, People, Machines, Pages))
"""The kinds of field that hold numbers."""
