"""The kinds of value that a profile's fields hold, each with the names that people write for it.

Codes are stable and stand in YAML and JSON; their Chinese names stand in workbooks and are accepted everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator

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

_WHEN = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?")


def _code_of(names: Mapping[str, str]) -> Callable[[Any], Any]:
    codes = {name: code for code, name in names.items()}
    return lambda given: codes.get(given.strip(), given.strip()) if isinstance(given, str) else given


def _when(given: Any) -> Any:
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return given.strip() if isinstance(given, str) else given


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
        raise ValueError(f"「{when}」不是日期。写成 2023、2023-06 或 2023-06-01")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None:
        raise ValueError(f"「{when}」没有年份")
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    following = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def _words(given: Any) -> Any:
    if isinstance(given, str):
        return tuple(part.strip() for part in re.split(r"[；;、\n]", given) if part.strip())
    return given


def _text(given: Any) -> Any:
    if isinstance(given, bool):
        return given
    return str(given) if isinstance(given, int | float) else given


def _number(given: Any) -> Any:
    if isinstance(given, bool):
        raise ValueError("要写数字")
    if isinstance(given, str):
        plain = given.strip().replace(",", "")
        if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
            raise ValueError(f"「{given}」不是数字，单位写在单位栏")
        return float(plain) if "." in plain else int(plain)
    return given


def _yes(given: Any) -> Any:
    return {"是": True, "否": False, "有": True, "无": False}.get(given, given) if isinstance(given, str) else given


Text = Annotated[str, BeforeValidator(_text)]
When = Annotated[str, BeforeValidator(_when), AfterValidator(_checked_when)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_words)]
Number = Annotated[int | float, BeforeValidator(_number)]
Yes = Annotated[bool, BeforeValidator(_yes)]
StateField = Annotated[State, BeforeValidator(_code_of(STATES))]
IndustryField = Annotated[Industry, BeforeValidator(_code_of(INDUSTRIES))]
ScaleField = Annotated[Scale, BeforeValidator(_code_of(SCALES))]
MatterField = Annotated[Matter, BeforeValidator(_code_of(MATTERS))]
SpendingField = Annotated[Spending, BeforeValidator(_code_of(SPENDINGS))]
AssessorField = Annotated[Assessor, BeforeValidator(_code_of(ASSESSORS))]

CHOICES: Mapping[Any, Mapping[str, str]] = {
    get_args(State): STATES,
    get_args(Industry): INDUSTRIES,
    get_args(Scale): SCALES,
    get_args(Matter): MATTERS,
    get_args(Spending): SPENDINGS,
    get_args(Assessor): ASSESSORS,
}
"""The names of each set of codes, by the codes: what drop-down lists offer."""
