"""What a profile's facts show of a point by themselves, without the enterprise's answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from drafting.plans.denial import ended, mentions, says, silenced
from drafting.plans.ground import Ground
from drafting.plans.machines import machine_share
from drafting.plans.standing import called, standing
from drafting.plans.usage import counts_the_same, judge_reach, judge_state
from drafting.plans.verdict import Judged, join
from drafting.profiles.capability_rows import Equipment, Measure, System
from drafting.profiles.fields import STATES
from drafting.profiles.rows import Row, Used
from ontology.checkpoint import Point, Selector

Looking = Callable[[Point, Selector, Ground], Iterator[Judged]]
_TEXTS = ("name", "title", "kind", "content", "topic", "description", "brand", "matter", "validation")
_NAMES = ("name", "title", "topic")
_RUNNING = ("in_use", "trial")
_THROUGHOUT = re.compile(r"是否都|是不是都|都[以按由从靠]|为准|为依据|是否按|是不是按|是否全|有没有全")
"""Questions of whether everything goes by a function: that it exists is not enough."""
_HAPPENED = re.compile(
    r"真正|采纳|被.{1,8}采用|采取了?措施|改了|有人更新|会查|按它做|并按|正在按|演练过|下过|处理到底|没有断过"
)
"""Questions of what came of a thing: that there is a function or a paper is not enough."""
_HELD_BY = re.compile(r"认证|贯标|证书|体系|资质|专利|著作权|荣誉|称号|奖|评价|评估|认定|自主|研发|声明|合同|备案|报告")
"""What a certificate can show."""
_COMMON = frozenset(
    ("系统", "平台", "管理", "信息", "软件", "企业", "公司", "数据", "智能", "数字", "中心", "车间", "工厂")
)
_BRACKETS = re.compile(r"[（(].*?[）)]|\s")


def shown(point: Point, ground: Ground) -> Iterator[Judged]:
    """What each fact that a point looks at shows of it; where none does, what is known of the systems that could."""
    found = [judged for selector in point.looks_at for judged in _LOOKING[selector.section](point, selector, ground)]
    if not any(one.section == "measures" for one in point.looks_at):
        found += _own_measure(point, ground)
    yield from found or (*_denied(point, ground), *_unspoken(point, ground))


def words_of(point: Point) -> tuple[str, ...]:
    """The words by which a point finds the functions of systems."""
    return tuple(dict.fromkeys(word for one in point.looks_at if one.section == "systems" for word in one.has))


def short_of(bound: float) -> str:
    """That a bound is not reached; without its number, which the text may spell otherwise, or not state for a whole."""
    return "没有达到全部" if bound == 100 else "没有达到条文所定的数"


def named(wanted: Sequence[str], name: str, *, exactly: bool) -> bool:
    """Whether an indicator's name is one of those wanted; 关键设备联网率 is not the 设备联网率 of all machines."""
    plain = _BRACKETS.sub("", name)
    return any(one == plain if exactly else one in name for one in wanted)


def _speaks(texts: Iterable[str], words: Sequence[str]) -> bool:
    return any(says(word, text) for text in texts for word in words)


def _texts(row: Row) -> Iterator[str]:
    yield from (str(text) for key in _TEXTS if (text := getattr(row, key, None)))


def _row_speaks(row: Row, words: Sequence[str]) -> bool:
    """Whether a row says a word; nothing counts where its name or a whole sentence says that it is not there."""
    return not _limited(row) and _speaks(_texts(row), words)


def _limited(row: Row) -> bool:
    names = [str(name) for key in _NAMES if (name := getattr(row, key, None))]
    return any(ended(name) for name in names) or any(silenced(text) for text in _texts(row) if text not in names)


def _systems(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    # A system's name says what it is called, not what is done with it: of what is in use, only its modules show a
    # point. Of what is planned or missing nobody writes modules: there the name says what is not there.
    known = dict(ground.systems_with(selector.code))
    for path, system in ground.systems_with(selector.code, unknown=True):
        running = system.state in _RUNNING
        if running and path not in known and not _about(system.name, point):
            continue
        if _speaks(system.modules, selector.has):
            judged = Judged("met", f"{system.name}有相符的功能模块", (f"{path}.modules",))
            yield _lived(point, _used(point, system, path, ground, judged), _THROUGHOUT, _HAPPENED)
        elif not running and _speaks([system.name], selector.has):
            yield _used(point, system, path, ground, Judged("met", system.name, (f"{path}.name",)))


def _about(name: str, point: Point) -> bool:
    """Whether the name of a system without a code shares a word with the question, so that the system may be asked."""
    asked = f"{point.ask}{point.says}"
    pairs = (name[place : place + 2] for place in range(len(name) - 1))
    return any(pair in asked for pair in pairs if pair not in _COMMON)


def _lived(point: Point, judged: Judged, *asked: re.Pattern[str]) -> Judged:
    """A function or a paper that is there does not yet say that everything goes by it, or what came of it."""
    if point.scope != "one" or judged.status != "met" or not any(one.search(point.ask) for one in asked):
        return judged
    return join(judged, Judged("partial", "没有写是否都照此做、有没有结果"))


def _denied(point: Point, ground: Ground) -> Iterator[Judged]:
    """What speaks of the point only to say that it is planned, under way, stopped or left out."""
    for selector in point.looks_at:
        for path, row in ground.rows(selector.section):
            if isinstance(row, System):
                coded = not selector.code or any(path == one for one, _ in ground.systems_with(selector.code))
                texts = tuple((module, f"{path}.modules") for module in row.modules) if coded else ()
            else:
                texts = tuple((text, path) for text in _texts(row)) if selector.section in _TOLD else ()
            for text, at in texts:
                if any(mentions(word, text) for word in selector.has):
                    yield Judged("unknown", f"写的是「{text}」，不能说明已经做到", (at,))


def _unspoken(point: Point, ground: Ground) -> Iterator[Judged]:
    """The system that is likeliest to do it, where none says that it does."""
    codes = tuple(dict.fromkeys(code for one in point.looks_at if one.section == "systems" for code in one.code))
    for running in (True, False):
        for code in codes:
            for path, system in ground.systems_with((code,)):
                if (system.state in _RUNNING) is running:
                    yield _silent(point, system, path, running=running)
                    return


def _silent(point: Point, system: System, path: str, *, running: bool) -> Judged:
    wanted = "、".join(words_of(point))
    if running:
        return Judged("unknown", f"有{system.name}，但没有写它是否有「{wanted}」这类功能", (f"{path}.modules",))
    said = STATES.get(system.state, system.state)
    return Judged(
        "unknown", f"{system.name}的状态是「{said}」，也没有写它是否有「{wanted}」这类功能", (f"{path}.state",)
    )


def _used(point: Point, used: Used, path: str, ground: Ground, found: Judged) -> Judged:
    judged = join(found, judge_state(used.state, used.since, path, ground))
    if point.scope == "one" or judged.status == "gap":
        return judged
    if not counts_the_same(point, used):
        return join(judged, _uncounted(point))
    return join(judged, judge_reach(point, used, path))


def _uncounted(point: Point) -> Judged:
    return Judged("partial", f"没有写{point.of}的覆盖情况")


def _entries(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    for path, row in ground.rows(selector.section):
        if not _row_speaks(row, selector.has):
            continue
        if isinstance(row, Used):
            judged = _used(point, row, path, ground, Judged("met", f"「{called(row, path)}」与此相符", (path,)))
        else:
            judged = _within(point, standing(row, path, ground))
        if selector.section == "certificates" and judged.status == "met" and not _HELD_BY.search(point.ask):
            judged = join(judged, Judged("partial", "证书不能单独说明这一点"))
        yield _lived(point, judged, _HAPPENED) if selector.section == "documents" else judged


def _within(point: Point, judged: Judged) -> Judged:
    return judged if point.scope == "one" or judged.status != "met" else join(judged, _uncounted(point))


def _equipment(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    rows = [
        (path, row)
        for path, row in ground.rows("equipment")
        if isinstance(row, Equipment) and (row.key or not selector.key) and _of_kind(row, selector)
    ]
    if selector.share and rows:
        yield machine_share(rows, selector.share, selector.at_least or point.at_least or 100.0, ground)
    elif not selector.share:
        yield from (_within(point, standing(row, path, ground)) for path, row in rows)


def _of_kind(row: Equipment, selector: Selector) -> bool:
    wanted = (*selector.kind, *selector.has)
    return not wanted or _speaks((row.kind or "", row.name), wanted)


def _measures(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    least = selector.at_least if selector.at_least is not None else point.at_least
    most = selector.at_most if selector.at_most is not None else point.at_most
    bounded = least is not None or most is not None
    for path, row in ground.rows("measures"):
        if not isinstance(row, Measure) or not named((*selector.name, *selector.has), row.name, exactly=bounded):
            continue
        said, basis = f"{row.name} {row.value}{row.unit or ''}", (f"{path}.value",)
        if least is not None and row.value < least:
            yield Judged("partial" if row.value > 0 else "gap", f"{said}，{short_of(least)}", basis)
        elif most is not None and row.value > most:
            yield Judged("partial", f"{said}，{short_of(most)}", basis)
        elif row.period is None:
            yield Judged("partial", f"{said}，没有写统计期", basis, lacking=(f"{path}.period",))
        else:
            judged = Judged("met", f"{said}（{row.period}）", (*basis, f"{path}.period"))
            yield judged if bounded else _within(point, judged)


def _own_measure(point: Point, ground: Ground) -> Iterator[Judged]:
    """The share that the point itself names, with what was counted of how many."""
    if point.measure is None or point.measure.unit != "%" or point.scope == "one":
        return
    wanted = point.at_least if point.scope == "share" and point.at_least is not None else 100.0
    for path, row in ground.rows("measures"):
        if not isinstance(row, Measure) or row.unit != "%" or _BRACKETS.sub("", row.name) != point.measure.name:
            continue
        said, basis = f"{row.name} {row.value}%", (f"{path}.value",)
        lacking = tuple(f"{path}.{key}" for key in ("period", "numerator", "denominator") if getattr(row, key) is None)
        if row.value <= 0:
            yield Judged("gap", said, basis)
        elif row.value < wanted:
            yield Judged("partial", f"{said}，{short_of(wanted)}", basis)
        elif lacking:
            yield Judged("partial", f"{said}，没有写全统计期、分子与分母", basis, lacking=lacking)
        else:
            yield Judged("met", f"{said}（{row.period}）", (*basis, f"{path}.period"))


_TOLD = ("networks", "data", "models", "documents", "organisation", "trainings", "certificates", "partners", "products")
_LOOKING: Mapping[str, Looking] = {
    **dict.fromkeys((*_TOLD, "projects"), _entries),
    "systems": _systems,
    "equipment": _equipment,
    "measures": _measures,
}
