"""What people decided, put into a plan, with what follows from it: statuses, gaps, actions, readiness, narratives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafting.exports.wording import placeholders_in
from drafting.exports.workbook_fields import evidence_keys, put
from drafting.exports.workbook_values import Value
from drafting.plans.actions import actions
from drafting.plans.assessing import action_of, gap_of, priority_of, status_of
from drafting.plans.ground import Ground
from drafting.plans.narrating import PARTS, narrate
from drafting.plans.plan import (
    STATUS_LABELS,
    Claim,
    ConditionResult,
    EvidencePlan,
    EvidenceRow,
    Item,
    PointResult,
    Priority,
    Status,
)
from drafting.plans.readiness import by_domain, proved, readiness

Decisions = dict[tuple[str, str], dict[str, Value]]
"""What people decided, by kind and key of the subject and by field."""

_SENTENCE = r"[^。！？\n]+[。！？]?"
_HEADED = re.compile(rf"({'|'.join(PARTS)})：")


def applied(
    plan: EvidencePlan, decisions: Mapping[tuple[str, str], Mapping[str, Value]], ground: Ground
) -> EvidencePlan:
    """The plan with what people decided.

    Args:
        plan: The plan as it was computed.
        decisions: What people decided of subjects that stand in it.
        ground: The profile that it was computed from.
    """
    if not decisions:
        return plan
    items = tuple(_item(item, decisions, ground) for item in plan.items)
    base = tuple(_item(item, decisions, ground) for item in plan.base)
    conditions = tuple(_condition(one, decisions.get(("condition", one.id), {})) for one in plan.conditions)
    return replace(
        plan,
        items=items,
        base=base,
        conditions=conditions,
        scenes={
            key: {part: str(text or "") for part, text in own.items()}
            for (kind, key), own in decisions.items()
            if kind == "scene"
        },
        domains=by_domain(items),
        readiness=readiness(items),
        proved=proved(items),
        ceiling=readiness(items, hopeful=True),
        base_readiness=readiness(base) if base else None,
        actions=actions((*base, *items), ground),
    )


def _condition(condition: ConditionResult, own: Mapping[str, Value]) -> ConditionResult:
    if "status" not in own or own["status"] == condition.status:
        return condition
    status = _status(own["status"])
    return replace(condition, status=status, why=_by_hand(status), computed=condition.status)


def _item(item: Item, decisions: Mapping[tuple[str, str], Mapping[str, Value]], ground: Ground) -> Item:
    own = decisions.get(("item", item.requirement.id), {})
    judged = _judged(item, own, decisions)
    evidence = tuple(_evidence(item, decisions))
    changed = replace(item, points=judged, evidence=evidence)
    if judged != item.points:
        changed = _followed(changed, ground)
    status = _status(own["status"]) if "status" in own else changed.status
    changed = replace(changed, status=status, computed=item.status if item.status != status else None)
    if (text := own.get("narrative")) is not None:
        changed = _retold(changed, str(text))
    return replace(
        changed,
        gap=str(own.get("gap", changed.gap) or ""),
        action=str(own.get("action", changed.action) or ""),
        owner=_text(own.get("owner", changed.owner)),
        due=_text(own.get("due", changed.due)),
        remark=str(own.get("remark", changed.remark) or ""),
        priority=_PRIORITIES.get(str(own.get("priority", changed.priority)), changed.priority),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _status(value: Value) -> Status:
    return next(one for one in _STATUSES if one == value)


_PRIORITIES: dict[str, Priority] = {"high": "high", "medium": "medium", "low": "low", "none": "none"}
_STATUSES: tuple[Status, ...] = ("met", "partial", "gap", "unknown", "not_applicable")


def _by_hand(status: Status) -> str:
    return f"人工判断为{STATUS_LABELS[status]}"


def _judged(
    item: Item, own: Mapping[str, Value], decisions: Mapping[tuple[str, str], Mapping[str, Value]]
) -> tuple[PointResult, ...]:
    """The points as people judged them; where someone judged the requirement as a whole, the others follow."""
    chosen = {
        point.id: _status(held["status"])
        for point in item.points
        if "status" in (held := decisions.get(("point", point.id), {}))
    }
    points = tuple(_decided(point, chosen[point.id]) if point.id in chosen else point for point in item.points)
    if "status" not in own or status_of(points) == own["status"]:
        return points
    status = _status(own["status"])
    return tuple(
        point
        if point.id in chosen or (point.status == "not_applicable" and status != "not_applicable")
        else _decided(point, status)
        for point in points
    )


def _decided(point: PointResult, status: Status) -> PointResult:
    if point.status == status:
        return point
    return replace(point, status=status, why=_by_hand(status), computed=point.computed or point.status)


def _evidence(item: Item, decisions: Mapping[tuple[str, str], Mapping[str, Value]]) -> Iterator[EvidenceRow]:
    for key, row in evidence_keys(item):
        changed = row
        for field, value in decisions.get(("evidence", key), {}).items():
            changed = put(changed, field, value)
        yield changed


def _followed(item: Item, ground: Ground) -> Item:
    """What follows from points that people judged."""
    status = status_of(item.points)
    changed = replace(
        item,
        status=status,
        gap=gap_of(item.points),
        action=action_of(item.points),
        priority=priority_of(item.points),
    )
    if any(claim.origin == "generated" for claim in item.sentences):
        return changed
    told = narrate(item.requirement, status, item.points, item.evidence, ground)
    return replace(changed, narrative=told.text, sentences=told.sentences, placeholders=told.placeholders)


def _retold(item: Item, text: str) -> Item:
    """A narrative as a person wrote it; sentences that stood there before keep their facts."""
    return replace(
        item,
        narrative=text,
        sentences=tuple(_claims(item, text)),
        placeholders=tuple(piece for piece, missing in placeholders_in(text, item.placeholders) if missing),
    )


def _claims(item: Item, text: str) -> Iterator[Claim]:
    before = {claim.text: claim for claim in item.sentences}
    whole = [re.escape(one) for one in sorted(before, key=len, reverse=True)]
    sentence = re.compile("|".join([*whole, _SENTENCE]))
    part = PARTS[0]
    whole_text = "".join("\n" if missing else piece for piece, missing in placeholders_in(text, item.placeholders))
    for line in whole_text.split("\n"):
        headed = _HEADED.match(line)
        if headed:
            part, line = headed[1], line[headed.end() :]
        for said in (found[0].strip() for found in sentence.finditer(line)):
            if said:
                yield before.get(said) or Claim(said, "edited", (item.requirement.id,), (), part)
