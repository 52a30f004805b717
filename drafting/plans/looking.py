"""What a profile's facts show of a point by themselves, without the enterprise's answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from drafting.plans.ground import Ground
from drafting.plans.plan import Status
from drafting.plans.usage import counts_the_same, join, judge_reach, judge_state
from drafting.plans.verdict import Judged
from drafting.profiles.capability_rows import Equipment, Measure, Paper, System, Training, Unit
from drafting.profiles.company_rows import Certificate, Project
from drafting.profiles.rows import Row, Used
from ontology.checkpoint import Point, Selector

Looking = Callable[[Point, Selector, Ground], Iterator[Judged]]
_TEXTS = ("name", "title", "kind", "content", "topic", "modules", "description", "brand", "matter", "validation")


def shown(point: Point, ground: Ground) -> Iterator[Judged]:
    """What each fact that a point looks at shows of it."""
    for selector in point.looks_at:
        yield from _LOOKING.get(selector.section, _entries)(point, selector, ground)


def _said(row: Row) -> str:
    parts = (getattr(row, name, None) for name in _TEXTS)
    return "\n".join("\n".join(part) if isinstance(part, tuple) else str(part) for part in parts if part)


def _speaks(row: Row, selector: Selector) -> bool:
    said = _said(row).casefold()
    return any(word.casefold() in said for word in selector.has)


def _systems(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    for path, system in ground.systems_with(selector.code):
        if _speaks(system, selector):
            yield _used(point, system, path, ground, f"{system.name}的功能模块与此相符")
        elif selector.code:
            yield _named_only(system, path, selector)


def _named_only(system: System, path: str, selector: Selector) -> Judged:
    wanted = "、".join(selector.has)
    if system.state in ("building", "planned", "retired", "absent"):
        return Judged("gap", f"{system.name}还没有在用", (f"{path}.state",))
    return Judged("unknown", f"有{system.name}，但没有写它是否有「{wanted}」这类功能", (f"{path}.modules",))


def _used(point: Point, used: Used, path: str, ground: Ground, why: str) -> Judged:
    judged = join(Judged("met", why, (path,)), judge_state(used.state, used.since, path, ground))
    if point.scope == "one" or judged.status == "gap":
        return judged
    if not counts_the_same(point, used):
        return join(judged, Judged("partial", f"没有写{point.of}的覆盖情况", ()))
    return join(judged, judge_reach(point, used, path))


def _entries(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    for path, row in ground.rows(selector.section):
        if not _speaks(row, selector):
            continue
        if isinstance(row, Used):
            yield _used(point, row, path, ground, f"「{getattr(row, 'name', path)}」与此相符")
        else:
            yield _within(point, _standing(row, path, ground), path)


def _within(point: Point, judged: Judged, path: str) -> Judged:
    if point.scope == "one" or judged.status != "met":
        return judged
    return join(judged, Judged("partial", f"没有写{point.of}的覆盖情况", (path,)))


def _standing(row: Row, path: str, ground: Ground) -> Judged:
    name = getattr(row, "name", None) or getattr(row, "title", None) or getattr(row, "topic", path)
    dated: Mapping[type[Row], tuple[str, str]] = {
        Paper: ("issued", "发布日期"),
        Certificate: ("issued", "颁发日期"),
        Training: ("held", "时间"),
        Unit: ("since", "设立日期"),
    }
    if isinstance(row, Certificate) and row.valid_until and ground.over(row.valid_until):
        return Judged("gap", f"「{name}」的有效期到 {row.valid_until}，已过", (f"{path}.valid_until",))
    if isinstance(row, Project):
        return join(Judged("met", f"项目「{name}」", (path,)), judge_state(row.state, row.end, path, ground))
    if type(row) not in dated:
        return Judged("met", f"有「{name}」", (path,))
    key, title = dated[type(row)]
    when = getattr(row, key)
    if when is None:
        return Judged("partial", f"有「{name}」，没有写{title}", (path,))
    if not ground.begun(when):
        return Judged("gap", f"「{name}」的{title} {when} 在基准日之后", (f"{path}.{key}",))
    return Judged("met", f"有「{name}」，{title} {when}", (path, f"{path}.{key}"))


def _equipment(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    rows = [
        (path, row)
        for path, row in ground.rows("equipment")
        if isinstance(row, Equipment) and (row.key or not selector.key) and _of_kind(row, selector)
    ]
    if not rows:
        return
    if selector.share:
        yield _share(point, selector, rows, ground)
        return
    for path, row in rows:
        yield _within(point, judge_state(row.state, row.since, path, ground), path)


def _of_kind(row: Equipment, selector: Selector) -> bool:
    wanted = (*selector.kind, *selector.has)
    return not wanted or any(word in f"{row.kind or ''}\n{row.name}" for word in wanted)


def _share(point: Point, selector: Selector, rows: Sequence[tuple[str, Equipment]], ground: Ground) -> Judged:
    total, done, unsaid, basis = 0.0, 0.0, False, []
    for path, row in rows:
        part = row.networked if selector.share == "networked" else row.automated
        total += row.count
        unsaid |= part is None
        if part is not None and row.state == "in_use":
            done += part
        basis.append(f"{path}.{selector.share}")
    name = "联网" if selector.share == "networked" else "自动化"
    if unsaid and not done:
        return Judged("unknown", f"没有写{name}台数", tuple(basis))
    reached = f"{name} {_plain(done)}/{_plain(total)} 台" + ("，有的没有写" if unsaid else "")
    wanted = selector.at_least or point.at_least or 100.0
    enough = total > 0 and 100 * done >= wanted * total
    status: Status = "met" if enough else "partial" if done else "gap"
    return Judged(status, reached, tuple(basis), (done, total))


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _measures(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    least = selector.at_least if selector.at_least is not None else point.at_least
    most = selector.at_most if selector.at_most is not None else point.at_most
    for path, row in ground.rows("measures"):
        if not isinstance(row, Measure) or not any(name in row.name for name in (*selector.name, *selector.has)):
            continue
        said, basis = f"{row.name} {row.value}{row.unit or ''}", (f"{path}.value",)
        if (least is not None and row.value < least) or (most is not None and row.value > most):
            bound = f"不低于 {_plain(least)}" if least is not None else f"不高于 {_plain(most or 0)}"
            yield Judged("partial", f"{said}，要求{bound}", basis)
        elif row.period is None:
            yield Judged("partial", f"{said}，没有写统计期", basis)
        elif point.scope != "one" and least is None and most is None:
            yield Judged("partial", f"{said}，没有写{point.of}的覆盖情况", basis)
        else:
            yield Judged("met", f"{said}（{row.period}）", (*basis, f"{path}.period"))


_LOOKING: Mapping[str, Looking] = {"systems": _systems, "equipment": _equipment, "measures": _measures}
