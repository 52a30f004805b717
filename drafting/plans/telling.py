"""A profile's facts in words: nothing but what the profile says, numbers and dates spelled as it spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from drafting.plans.ground import Ground
from drafting.plans.spelled_dates import spelled
from drafting.profiles.capability_rows import Equipment, Measure, Model, Network, Paper, System, Training, Unit
from drafting.profiles.company_rows import Certificate, Partner, Product, Project
from drafting.profiles.fields import STATES
from drafting.profiles.rows import Row, Used

Told = tuple[str, tuple[str, ...]]
"""A sentence and the paths of the facts that it tells."""


_STANDS = {"in_use": "目前在用", "trial": "正在试运行", "planned": "在计划中", "retired": "已停用", "absent": "还没有"}
_ACTS = re.compile(
    r"预测|预警|诊断|识别|检测|优化|推演|分析|计算|估算|测算|仿真|模拟|排产|规划|评价|评估|调度|派工|分派|推荐|控制"
)
"""Words by which a model's content says what it does, so that 用于 may stand before it."""
_HAD = (("采集", "已开展"), ("数据", "积累有"), ("防护", "设有"), ("隔离", "设有"), ("", "建有"))
"""How one says that there is a network or data, by the end of its name."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a fact is told for: only what matters there is told of a long list.

    Attributes:
        about: The words of the requirement.
        words: Words by which its points find the functions of systems.
        expired: Whether a written time ended before the profile's day.
    """

    about: str
    words: tuple[str, ...]
    expired: Callable[[str], bool]


def tell(path: str, ground: Ground, about: str = "", words: tuple[str, ...] = ()) -> Told | None:
    """One fact of the profile as a sentence; None for what is no fact of its own.

    Args:
        path: The row.
        ground: The profile.
        about: The requirement's words; empty to tell all.
        words: Words by which the requirement's points find the functions of systems.
    """
    row = ground.row(path)
    occasion = Occasion(about, words, ground.over)
    for kind, telling in _TELLING.items():
        if isinstance(row, kind):
            text, fields = telling(row, occasion)
            return text, (path, *(f"{path}.{field}" for field in fields))
    return None


def _usage(row: Any) -> tuple[str, list[str]]:
    since, state = spelled(row.since) if row.since else None, row.state
    text, fields = _STANDS.get(state, STATES[state]), ["state"]
    if since:
        fields = ["since", "state"]
        told = {"in_use": f"自{since}投用，目前在用", "trial": f"自{since}起试运行"}
        text = told.get(state, f"{text}，投用日期写为{since}")
    if isinstance(row, Used) and row.covered is not None:
        counted = f"（{row.counted_as}）" if row.counted_as else ""
        text, fields = f"{text}，覆盖{row.covered}/{row.total}{counted}", [*fields, "covered", "total"]
    return text, fields


def _system(row: System, occasion: Occasion) -> tuple[str, list[str]]:
    code = f"（{row.code}）" if row.code and row.code.casefold() not in row.name.casefold() else ""
    usage, fields = _usage(row)
    text = f"{row.name}{code}{usage}"
    modules = [one for one in row.modules if _matters(one, occasion)]
    if modules:
        text, fields = f"{text}，功能模块有{'、'.join(modules)}", [*fields, "modules"]
    if row.integrates and (not occasion.about or "集成" in occasion.about):
        text, fields = f"{text}，与{'、'.join(row.integrates)}集成", [*fields, "integrates"]
    return f"{text}。", ["name", *fields]


def _matters(module: str, occasion: Occasion) -> bool:
    if not occasion.about:
        return True
    folded = module.casefold()
    return folded in occasion.about.casefold() or any(word.casefold() in folded for word in occasion.words)


def _equipment(row: Equipment, _: Occasion) -> tuple[str, list[str]]:
    process = row.process or ""
    place = f"{process.removesuffix('工序')}工序的" if process else ""
    usage, fields = _usage(row)
    text = f"{place}{row.name}共{row.count}台，{usage}"
    for field, name in (("networked", "联网"), ("automated", "自动化")):
        if (value := getattr(row, field)) is not None:
            text, fields = f"{text}，{name}{value}台", [*fields, field]
    return f"{text}。", ["name", "count", *fields]


def _used(row: Any, _: Occasion) -> tuple[str, list[str]]:
    usage, fields = _usage(row)
    verb = next(verb for end, verb in _HAD if row.name.endswith(end)) if row.state == "in_use" else ""
    # What a network is made of stands with its name; what data hold is told after their use.
    inner = f"（{_content(row)}）" if row.content and isinstance(row, Network) else ""
    after = f"，内容为{_content(row)}" if row.content and not inner else ""
    text = f"{verb}{row.name}{inner}{'，' if verb or inner else ''}{usage}{after}。"
    return text, ["name", *fields, *(["content"] if row.content else [])]


def _model(row: Model, _: Occasion) -> tuple[str, list[str]]:
    usage, fields = _usage(row)
    text = f"已应用{row.name}，{usage}" if row.state == "in_use" else f"{row.name}{usage}"
    if not row.content:
        return f"{text}。", ["name", *fields]
    content = _content(row)
    leading = "" if "用于" in content else "用于" if _ACTS.search(re.split("[，；]", content)[0]) else "内容为"
    return f"{text}，{leading}{content}。", ["name", *fields, "content"]


def _content(row: Any) -> str:
    return str(row.content).rstrip("。；")


def _paper(row: Paper, _: Occasion) -> tuple[str, list[str]]:
    number = f"（{row.number}）" if row.number else ""
    named = f"《{row.title.strip('《》')}》{number}"
    text = f"{named}于{spelled(row.issued)}发布" if row.issued else f"编有{named}，未写发布日期"
    content = f"，内容为{_content(row)}" if row.content else ""
    fields = [field for field in ("number", "issued", "content") if getattr(row, field)]
    return f"{text}{content}。", ["title", *fields]


def _unit(row: Unit, _: Occasion) -> tuple[str, list[str]]:
    head = f"，负责人{row.head}" if row.head else ""
    people = f"，{row.people}人" if row.people is not None else ""
    duty = f"，职责为{row.content.rstrip('。')}" if row.content else ""
    fields = [field for field in ("since", "head", "people", "content") if getattr(row, field) is not None]
    return f"设有{row.name}{f'（{spelled(row.since)}设立）' if row.since else ''}{head}{people}{duty}。", [
        "name",
        *fields,
    ]


def _training(row: Training, _: Occasion) -> tuple[str, list[str]]:
    held = spelled(row.held) if row.held else ""
    topic = row.topic if re.search("训|演练", row.topic) else f"{row.topic}培训"
    people = f"，{row.people}人次" if row.people is not None else ""
    content = f"（{_content(row)}）" if row.content else ""
    fields = [field for field in ("held", "people", "content") if getattr(row, field) is not None]
    return f"{held}开展{topic}{content}{people}。", ["topic", *fields]


def _certificate(row: Certificate, occasion: Occasion) -> tuple[str, list[str]]:
    number = f"（{row.number}）" if row.number else ""
    issued = f"，{spelled(row.issued)}取得" if row.issued else ""
    over = "，已过有效期" if row.valid_until and occasion.expired(row.valid_until) else ""
    valid = f"，有效期至{spelled(row.valid_until)}{over}" if row.valid_until else ""
    fields = [field for field in ("number", "issued", "valid_until") if getattr(row, field)]
    return f"持有{row.name}{number}{issued}{valid}。", ["name", *fields]


def _measure(row: Measure, _: Occasion) -> tuple[str, list[str]]:
    period = spelled(row.period) if row.period else ""
    parts = f"（分子{row.numerator}，分母{row.denominator}）" if row.numerator is not None and row.denominator else ""
    base = (
        f"，基期{spelled(row.baseline_period or '')}为{row.baseline}{row.unit or ''}"
        if row.baseline is not None
        else ""
    )
    fields = [
        field
        for field in ("period", "unit", "numerator", "denominator", "baseline", "baseline_period")
        if getattr(row, field) is not None
    ]
    return f"{period}{row.name}为{row.value}{row.unit or ''}{parts}{base}。", ["name", "value", *fields]


def _partner(row: Partner, _: Occasion) -> tuple[str, list[str]]:
    kind = f"（{row.kind}）" if row.kind else ""
    usage, fields = _usage(row)
    content = f"，协作内容为{_content(row)}" if row.content else ""
    told = [*(["kind"] if kind else []), *fields, *(["content"] if content else [])]
    return f"与{row.name}{kind}的协作{usage.replace('投用，目前在用', '开始，仍在进行')}{content}。", ["name", *told]


def _product(row: Product, _: Occasion) -> tuple[str, list[str]]:
    said = f"（{row.description.rstrip('。')}）" if row.description else ""
    return f"产品有{row.name}{said}。", ["name", *(["description"] if said else [])]


def _project(row: Project, _: Occasion) -> tuple[str, list[str]]:
    content = f"，建设内容为{_content(row)}" if row.content else ""
    stands = _STANDS | {"in_use": "已投用"}
    text = f"项目「{row.name}」{stands.get(row.state, STATES[row.state])}{content}。"
    return text, ["name", "state", *(["content"] if content else [])]


_TELLING: Mapping[type[Row], Callable[[Any, Occasion], tuple[str, list[str]]]] = {
    System: _system,
    Equipment: _equipment,
    Paper: _paper,
    Unit: _unit,
    Training: _training,
    Certificate: _certificate,
    Measure: _measure,
    Product: _product,
    Project: _project,
    Partner: _partner,
    Model: _model,
    Used: _used,
}
