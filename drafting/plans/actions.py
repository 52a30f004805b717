"""The shortest list of actions that reaches a target: what one thing put into use closes, all at once.

Points that are missing because the same fact is not yet in use are closed by one action; the rest stand alone. Points
with 应, or without a governing word, must be closed; those with 宜, 可 and 鼓励 are counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drafting.plans.ground import Ground
from drafting.plans.plan import Action, Item, PointResult
from drafting.profiles.fields import STATES

_BINDING = frozenset({"shall", "none"})
_HOLDING = ("systems", "networks", "data", "models", "equipment", "partners", "practices", "projects")


def actions(items: Sequence[Item], ground: Ground) -> tuple[Action, ...]:
    """What to do, the action that closes most first; questions that are still open come last."""
    held: defaultdict[str, list[PointResult]] = defaultdict(list)
    alone: list[PointResult] = []
    asked: list[PointResult] = []
    for point in (point for item in items for point in item.points):
        if point.status == "unknown":
            asked.append(point)
        elif point.status in ("gap", "partial"):
            root = _holder(point, ground)
            (held[root] if root else alone).append(point)
    grouped = [_grouped(root, points, ground) for root, points in held.items()]
    single = [Action(point.passes, (point.id,), int(point.force in _BINDING), None) for point in alone]
    ordered = sorted([*grouped, *single], key=lambda one: (-one.must, -len(one.closes)))
    if asked:
        must = sum(point.force in _BINDING for point in asked)
        ordered.append(Action("回答问卷里还没有回答的问题", tuple(point.id for point in asked), must, None))
    return tuple(ordered)


def _holder(point: PointResult, ground: Ground) -> str | None:
    for path in point.basis:
        root = path.split(".")[0]
        held = path.endswith(".state") and root.startswith(_HOLDING)
        if held and getattr(ground.row(root), "state", "in_use") != "in_use":
            return root
    return None


def _grouped(root: str, points: Sequence[PointResult], ground: Ground) -> Action:
    row = ground.row(root)
    state = STATES.get(getattr(row, "state", ""), "")
    name = getattr(row, "name", None)
    if name is None:
        what = f"做到并投用（现在{state}）：{points[0].passes}"
    else:
        what = f"把「{name}」由{state}转为在用，写明投用日期和覆盖范围"
    must = sum(point.force in _BINDING for point in points)
    return Action(what, tuple(point.id for point in points), must, root)
