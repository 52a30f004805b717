"""A profile's facts in words: nothing but what the profile says, numbers and dates spelled as it spells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from drafting.plans.ground import Ground
from drafting.profiles.capability_rows import Equipment, Measure, Paper, System, Training, Unit
from drafting.profiles.company_rows import Certificate
from drafting.profiles.fields import STATES
from drafting.profiles.rows import Row, Used

Told = tuple[str, tuple[str, ...]]
"""A sentence and the paths of the facts that it tells."""


def tell(path: str, ground: Ground) -> Told | None:
    """One fact of the profile as a sentence; None for what is no fact of its own."""
    row = ground.row(path)
    for kind, telling in _TELLING.items():
        if isinstance(row, kind):
            text, fields = telling(row)
            return text, (path, *(f"{path}.{field}" for field in fields))
    return None


def _usage(row: Any) -> tuple[str, list[str]]:
    text, fields = f"{STATES[row.state]}", ["state"]
    if row.since and row.state == "in_use":
        text, fields = f"{row.since}投用，现{text}", ["since", *fields]
    elif row.since:
        text, fields = f"{text}，日期{row.since}", [*fields, "since"]
    if isinstance(row, Used) and row.covered is not None:
        counted = f"（{row.counted_as}）" if row.counted_as else ""
        text, fields = f"{text}，覆盖{row.covered}/{row.total}{counted}", [*fields, "covered", "total"]
    return text, fields


def _system(row: System) -> tuple[str, list[str]]:
    code = f"（{row.code}）" if row.code and row.code.casefold() not in row.name.casefold() else ""
    usage, fields = _usage(row)
    text = f"{row.name}{code}{usage}"
    if row.modules:
        text, fields = f"{text}，功能模块有{'、'.join(row.modules)}", [*fields, "modules"]
    if row.integrates:
        text, fields = f"{text}，与{'、'.join(row.integrates)}集成", [*fields, "integrates"]
    return f"{text}。", ["name", *fields]


def _equipment(row: Equipment) -> tuple[str, list[str]]:
    place = f"{row.process}的" if row.process else ""
    usage, fields = _usage(row)
    text = f"{place}{row.name}共{row.count}台，{usage}"
    for field, name in (("networked", "联网"), ("automated", "自动化")):
        if (value := getattr(row, field)) is not None:
            text, fields = f"{text}，{name}{value}台", [*fields, field]
    return f"{text}。", ["name", "count", *fields]


def _used(row: Any) -> tuple[str, list[str]]:
    usage, fields = _usage(row)
    content = f"，{row.content.rstrip('。')}" if row.content else ""
    return f"{row.name}{usage}{content}。", ["name", *fields, *(["content"] if content else [])]


def _paper(row: Paper) -> tuple[str, list[str]]:
    number = f"（{row.number}）" if row.number else ""
    issued = f"{row.issued}发布" if row.issued else "未写发布日期"
    content = f"，规定{row.content.rstrip('。')}" if row.content else ""
    fields = [field for field in ("number", "issued", "content") if getattr(row, field)]
    return f"《{row.title.strip('《》')}》{number}{issued}{content}。", ["title", *fields]


def _unit(row: Unit) -> tuple[str, list[str]]:
    head = f"，负责人{row.head}" if row.head else ""
    people = f"，{row.people}人" if row.people is not None else ""
    duty = f"，职责为{row.content.rstrip('。')}" if row.content else ""
    fields = [field for field in ("since", "head", "people", "content") if getattr(row, field) is not None]
    return f"设有{row.name}{f'（{row.since}设立）' if row.since else ''}{head}{people}{duty}。", ["name", *fields]


def _training(row: Training) -> tuple[str, list[str]]:
    held = f"{row.held}" if row.held else ""
    people = f"，{row.people}人次" if row.people is not None else ""
    content = f"，{row.content.rstrip('。')}" if row.content else ""
    fields = [field for field in ("held", "people", "content") if getattr(row, field) is not None]
    return f"{held}开展{row.topic}培训{people}{content}。", ["topic", *fields]


def _certificate(row: Certificate) -> tuple[str, list[str]]:
    number = f"（{row.number}）" if row.number else ""
    issued = f"，{row.issued}取得" if row.issued else ""
    valid = f"，有效期至{row.valid_until}" if row.valid_until else ""
    fields = [field for field in ("number", "issued", "valid_until") if getattr(row, field)]
    return f"持有{row.name}{number}{issued}{valid}。", ["name", *fields]


def _measure(row: Measure) -> tuple[str, list[str]]:
    period = f"{row.period}" if row.period else ""
    parts = f"（分子{row.numerator}，分母{row.denominator}）" if row.numerator is not None and row.denominator else ""
    base = f"，基期{row.baseline_period or ''}为{row.baseline}{row.unit or ''}" if row.baseline is not None else ""
    fields = [
        field
        for field in ("period", "unit", "numerator", "denominator", "baseline", "baseline_period")
        if getattr(row, field) is not None
    ]
    return f"{period}{row.name}为{row.value}{row.unit or ''}{parts}{base}。", ["name", "value", *fields]


_TELLING: Mapping[type[Row], Callable[[Any], tuple[str, list[str]]]] = {
    System: _system,
    Equipment: _equipment,
    Paper: _paper,
    Unit: _unit,
    Training: _training,
    Certificate: _certificate,
    Measure: _measure,
    Used: _used,
}
