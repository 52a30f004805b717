"""What was built and what it brought, point by point as the form asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.forms.form import Filled
from drafting.profiles.capability_rows import DataAsset, Measure, Network, System
from drafting.profiles.company_rows import Project
from drafting.profiles.fields import STATES, span
from drafting.profiles.sections import Profile

_CHANGE = re.compile("提升|提高|增长|降低|下降|减少|缩短")
_DIGITAL_UNIT = re.compile("信息|数字|数据|智能|网络|IT")
_THERE = ("in_use", "trial", "building")
_ITEM = re.compile(r"(?m)^\s*(\d)、\s*(.+)$")
Gains = Mapping[str, Sequence[str]]
"""What a form asks the gains to name, each with words of the indicators that tell of it."""


def built_and_gained(profile: Profile, applied: tuple[int, Project] | None, printed: str, gains: Gains) -> Filled:
    """The facts under each point that the form prints.

    Args:
        profile: The enterprise.
        applied: The project with its index.
        printed: The printed hint with its points 1、2、3、.
        gains: What the gains must name; those that the hint does not print are left out.
    """
    parts = (
        _base(profile),
        _work(profile, applied),
        _gains(profile, applied, {gain: words for gain, words in gains.items() if gain in printed}),
    )
    heads = [found[1] for found in _ITEM.finditer(printed)] or [str(number + 1) for number in range(len(parts))]
    said = "\n".join(f"{head}、{part.said or '（档案没有写）'}" for head, part in zip(heads, parts, strict=False))
    return Filled(
        said if any(part.said for part in parts) else "",
        tuple(one for part in parts for one in part.missing),
        tuple(one for part in parts for one in part.basis),
    )


def _base(profile: Profile) -> Filled:
    """Networks and what collects and keeps data, and the units whose name says that they look after them."""
    told = [
        (f"{section}[{index}]", _with_state(one))
        for section in ("networks", "data")
        for index, one in enumerate(getattr(profile, section))
        if one.state in _THERE
    ]
    units = [
        (f"organisation[{index}]", f"{one.name}{f' {one.people} 人' if one.people is not None else ''}")
        for index, one in enumerate(profile.organisation)
        if _DIGITAL_UNIT.search(one.name)
    ]
    missing = (() if told else ("企业信息基础设施情况",)) + (() if units else ("信息化人员配备情况",))
    both = (("基础设施", told), ("信息化人员", units))
    parts = [f"{name}：{'、'.join(text for _, text in found)}" for name, found in both if found]
    return Filled("；".join(parts), missing, tuple(path for path, _ in (*told, *units)))


def _work(profile: Profile, applied: tuple[int, Project] | None) -> Filled:
    """What the project did, and the systems: those that began with it one by one, earlier ones by name."""
    content, start = (applied[1].content, applied[1].start) if applied else (None, None)
    rows = [(index, one) for index, one in enumerate(profile.systems) if one.state in _THERE]
    later = [one for _, one in rows if start and one.since and span(one.since)[0] >= span(start)[0]]
    earlier = [one for _, one in rows if one not in later]
    told = [
        content or "",
        f"项目开工后投用的系统：{'、'.join(_with_date(one) for one in later)}" if later else "",
        f"{'其他系统' if later else '系统'}：{'、'.join(_with_state(one) for one in earlier)}" if earlier else "",
    ]
    missing = (() if content else ("数字化制造及平台化服务建设内容",)) + (() if rows else ("系统使用情况",))
    basis = (f"projects[{applied[0]}].content",) if applied and content else ()
    return Filled(
        "\n".join(part for part in told if part), missing, (*basis, *(f"systems[{index}]" for index, _ in rows))
    )


def _with_state(one: System | Network | DataAsset) -> str:
    return one.name if one.state == "in_use" else f"{one.name}（{STATES[one.state]}）"


def _with_date(one: System) -> str:
    return f"{one.name}（{STATES[one.state]}，{one.since}）"


def _gains(profile: Profile, applied: tuple[int, Project] | None, gains: Gains) -> Filled:
    effects = applied[1].effects if applied else None
    told, missing = [effects] if effects else [], [] if effects else ["社会效益和经济效益"]
    basis = [f"projects[{applied[0]}].effects"] if applied and effects else []
    for gain, words in gains.items():
        rows = [(index, one) for index, one in enumerate(profile.measures) if any(word in one.name for word in words)]
        basis += [f"measures[{index}]" for index, _ in rows]
        told += [f"{gain}方面的指标：{'；'.join(_measured(one) for _, one in rows)}"] if rows else []
        missing += [] if rows else [f"{gain}的数据（改造前后、统计期、来源）"]
        missing += [f"指标“{one.name}”的{what}" for _, one in rows for what in _unsaid(one)]
    return Filled("\n".join(told), tuple(missing), tuple(basis))


def _measured(one: Measure) -> str:
    unit = one.unit or ""
    now = f"{one.name} {one.value}{unit}{f'（{one.period}）' if one.period else ''}"
    if one.baseline is None:
        return now
    return f"{now}，基期 {one.baseline}{unit}{f'（{one.baseline_period}）' if one.baseline_period else ''}"


def _unsaid(one: Measure) -> Iterator[str]:
    if one.baseline is None and not _CHANGE.search(one.name):
        yield "基期数值"
    if one.period is None:
        yield "统计期"
