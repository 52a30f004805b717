"""What a profile's facts show of a point by themselves, without the enterprise's answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from drafting.plans.ground import Ground
from drafting.plans.machines import machine_share
from drafting.plans.standing import called, standing
from drafting.plans.usage import counts_the_same, judge_reach, judge_state
from drafting.plans.verdict import Judged, join
from drafting.profiles.capability_rows import Equipment, Measure
from drafting.profiles.rows import Row, Used
from ontology.checkpoint import Point, Selector

Looking = Callable[[Point, Selector, Ground], Iterator[Judged]]
_TEXTS = ("name", "title", "kind", "content", "topic", "description", "brand", "matter", "validation")
_DENIED = r"(?:没有|尚未|暂未|还未|暂无|未曾|未建|未做|未实现|未开展|不具备|缺少)[^，。；、\n]{0,8}"
_BRACKETS = re.compile(r"[（(].*?[）)]|\s")


def shown(point: Point, ground: Ground) -> Iterator[Judged]:
    """What each fact that a point looks at shows of it; where none does, what is known of the systems that could."""
    found = [judged for selector in point.looks_at for judged in _LOOKING[selector.section](point, selector, ground)]
    yield from found or _unspoken(point, ground)


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
    said = "\n".join(texts).casefold()
    return any(_says(word.casefold(), said) for word in words)


def _says(word: str, said: str) -> bool:
    places = [place.end() for place in re.finditer(re.escape(word), said)]
    denied = {place.end() for place in re.finditer(_DENIED + re.escape(word), said)}
    return any(place not in denied for place in places)


def _texts(row: Row) -> Iterator[str]:
    yield from (str(text) for key in _TEXTS if (text := getattr(row, key, None)))


def _systems(point: Point, selector: Selector, ground: Ground) -> Iterator[Judged]:
    # A system's name says what it is called, not what is done with it: only its modules show a point.
    for path, system in ground.systems_with(selector.code):
        if _speaks(system.modules, selector.has):
            yield _used(
                point, system, path, ground, Judged("met", f"{system.name}有相符的功能模块", (f"{path}.modules",))
            )


def _unspoken(point: Point, ground: Ground) -> Iterator[Judged]:
    codes = tuple(code for one in point.looks_at if one.section == "systems" for code in one.code)
    rows = list(ground.systems_with(codes)) if codes else []
    running = [(path, row) for path, row in rows if row.state in ("in_use", "trial")]
    for path, system in running[:1]:
        wanted = "、".join(words_of(point))
        yield Judged("unknown", f"有{system.name}，但没有写它是否有「{wanted}」这类功能", (f"{path}.modules",))
    for path, system in () if running else rows:
        yield Judged("gap", f"{system.name}还没有在用", (f"{path}.state",))


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
        if not _speaks(_texts(row), selector.has):
            continue
        if isinstance(row, Used):
            yield _used(point, row, path, ground, Judged("met", f"「{called(row, path)}」与此相符", (path,)))
        else:
            yield _within(point, standing(row, path, ground))


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


_LOOKING: Mapping[str, Looking] = {
    **dict.fromkeys(
        ("networks", "data", "models", "documents", "organisation", "trainings", "certificates", "partners"), _entries
    ),
    **dict.fromkeys(("products", "projects"), _entries),
    "systems": _systems,
    "equipment": _equipment,
    "measures": _measures,
}
