"""The shortest list of actions that reaches a target: what one thing put into use, or one blank filled, closes at once.

Points that wait for the same thing stand under one action: a system, a network, a model that is not yet in use, the
blanks that one row of the profile leaves, or the questionnaire. An answer that is given to several requirements is no
such thing: what it leaves open is done subdomain by subdomain. What no fact holds up stands alone. Points with 应, or
without a governing word, must be closed; those with 宜, 可 and 鼓励 are counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.clause import Clause
from drafting.plans.ground import Ground
from drafting.plans.plan import Action, Item, PointResult
from drafting.plans.standing import called
from drafting.plans.statuses import BINDING
from drafting.profiles.fields import STATES
from drafting.profiles.slots import slots

_SHOWN = 3
_Waiting = tuple[str, str]
"""A row, and for an answer the subdomain (or the requirement) whose points wait for it."""


def actions(items: Sequence[Item], ground: Ground) -> tuple[Action, ...]:
    """What to do, the action that closes most first; questions that are still open come last."""
    held: defaultdict[_Waiting, list[PointResult]] = defaultdict(list)
    blank: defaultdict[_Waiting, list[PointResult]] = defaultdict(list)
    alone: list[PointResult] = []
    asked: list[PointResult] = []
    for clause, point in ((item.requirement, point) for item in items for point in item.points):
        if point.status == "unknown":
            asked.append(point)
        elif point.status in ("gap", "partial"):
            holders = _holders(point, ground)
            lacking = tuple(dict.fromkeys(path.partition(".")[0] for path in point.lacking))
            for row in holders:
                held[_waiting(row, clause)].append(point)
            for row in () if holders else lacking:
                blank[_waiting(row, clause)].append(point)
            if not holders and not lacking:
                alone.append(point)
    found = [_action(_put_into_use(row, points, ground), points, row) for (row, _), points in held.items()]
    found += [_action(_fill_in(row, points, ground), points, row) for (row, _), points in blank.items()]
    found += [_action(_do(point), [point], None) for point in alone]
    ordered = sorted(found, key=lambda one: (-one.must, -len(one.closes)))
    if asked:
        ordered.append(_action("回答问卷里还没有回答的问题", asked, None))
    return tuple(ordered)


def _waiting(row: str, clause: Clause) -> _Waiting:
    if not row.startswith("practices["):
        return row, ""
    return row, clause.id if clause.subdomain_no is None else f"{clause.document} {clause.subdomain_no}"


def _action(what: str, points: Sequence[PointResult], fact: str | None) -> Action:
    must = sum(point.force in BINDING for point in points)
    return Action(what, tuple(point.id for point in points), must, fact)


def _holders(point: PointResult, ground: Ground) -> tuple[str, ...]:
    """The rows that a point waits for: things not in use; the answer itself only where it leans on nothing else."""
    waiting = dict.fromkeys(_not_in_use(point.basis, ground))
    things = tuple(row for row in waiting if not row.startswith("practices["))
    return things or tuple(waiting)


def _not_in_use(basis: Iterable[str], ground: Ground) -> Iterable[str]:
    for path in basis:
        row, _, field = path.partition(".")
        if field == "state" and getattr(ground.row(row), "state", "in_use") != "in_use":
            yield row


def _put_into_use(path: str, points: Sequence[PointResult], ground: Ground) -> str:
    row = ground.row(path)
    state = STATES.get(getattr(row, "state", ""), "")
    if path.startswith("practices["):
        passes = tuple(dict.fromkeys(point.passes for point in points))
        more = f"等 {len(passes)} 项" if len(passes) > _SHOWN else ""
        return f"做到（现在{state}）：{'；'.join(passes[:_SHOWN])}{more}"
    return f"把「{called(row, path)}」由{state}转为在用，写明投用日期和覆盖范围"


def _fill_in(path: str, points: Sequence[PointResult], ground: Ground) -> str:
    row = ground.row(path)
    wanted = dict.fromkeys(one.partition(".")[2] for point in points for one in point.lacking if one.startswith(path))
    titles = "、".join(slot.title for slot in slots(type(row)) if slot.key in wanted)
    name = points[0].question if path.startswith("practices[") else called(row, path)
    return f"写明{titles}：{name}"


def _do(point: PointResult) -> str:
    return f"补齐（{point.why}）：{point.passes}" if point.status == "partial" else f"做到：{point.passes}"
