"""The words that all exports of a plan share: how a status, force, source or requirement is named and coloured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.plans.plan import STATUS_LABELS, Action, ConditionResult, EvidencePlan, Item

FORCE_LABELS: Mapping[str, str] = {
    "shall": "应",
    "should": "宜",
    "may": "可",
    "encouraged": "鼓励",
    "none": "未用应、宜等词",
}
KIND_LABELS: Mapping[str, str] = {"condition": "申报条件", "veto": "否决项"}
FICTIONAL = "虚构示例"
WORKING_PAPER = "内部工作底稿"
NO_FORM = "各省每年自行发布申报书，格式和内容以当年通知为准；本底稿不是任何一省的官方申报书。"
PROPOSED = "推定"
CUSTOMARY = "惯例，以当年通知为准"
NOT_SAID = "—"
STATUS_ORDER = tuple(STATUS_LABELS)
OPEN = frozenset({"gap", "partial", "unknown"})
"""The statuses that leave something to do."""

_PLACEHOLDER = "【需企业补充：[^】]*】"
_PRIORITIES = ("high", "medium", "low", "none")


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of a status, as ``RRGGBB``: of its words and of what lies behind; they read apart in grey too."""

    ink: str
    fill: str


STATUS_TINTS: Mapping[str, Tint] = {
    "met": Tint("1B5E20", "E2F3E4"),
    "partial": Tint("7A4B00", "FFF1CC"),
    "gap": Tint("9B1C1C", "FBE0E0"),
    "unknown": Tint("37474F", "E4EAEE"),
    "not_applicable": Tint("616161", "F3F3F3"),
}


def requirement_no(clause: Clause) -> str:
    """A requirement's short number within its document: ``19a``; where no subdomain is printed, the end of its id."""
    if clause.subdomain_no is None:
        return clause.id.removeprefix(f"{clause.document}/")
    return f"{clause.subdomain_no}{clause.label or ''}"


def target_name(plan: EvidencePlan, titles: Mapping[str, str]) -> str:
    """What the plan aims at: its tier and its track, or the document's title where it has no tiers."""
    title = titles.get(plan.document, plan.document)
    return "·".join(part for part in (plan.tier_label or title, plan.track) if part)


def plan_title(plan: EvidencePlan, titles: Mapping[str, str]) -> str:
    """The plan's title."""
    return f"{WORKING_PAPER}：{target_name(plan, titles)}申报举证计划"


def forces_of(item: Item) -> str:
    """The forces of a requirement's points, strongest first as they stand in the text."""
    return "、".join(dict.fromkeys(FORCE_LABELS[force] for force in item.requirement.forces))


def source_of(condition: ConditionResult) -> str:
    """Where a condition comes from: a clause, or what is usual."""
    if condition.source == "customary":
        return CUSTOMARY
    says = f"「{condition.says}」" if condition.says else ""
    return f"{says}{condition.clause or NOT_SAID}"


def percent(share: float | None) -> str:
    """A share from 0 to 1 in percent, cut to a tenth, so that no plan reads as done before it is."""
    if share is None:
        return NOT_SAID
    tenths = int(share * 1000 + 1e-9)
    return f"{tenths // 10}.{tenths % 10}%"


def yes_no(value: bool | None) -> str:
    """是, 否, or that nobody has said."""
    return NOT_SAID if value is None else "是" if value else "否"


def held(value: bool) -> str:
    """Whether a proof is there."""
    return "已有" if value else "待补"


def tally(items: Sequence[Item]) -> Mapping[str, int]:
    """How many requirements have each status; every status is there."""
    return {status: sum(item.status == status for item in items) for status in STATUS_ORDER}


def by_priority(items: Sequence[Item]) -> tuple[Item, ...]:
    """What is still open, the most urgent first, each priority in the document's order."""
    still = [item for item in items if item.status in OPEN]
    return tuple(sorted(still, key=lambda item: _PRIORITIES.index(item.priority)))


def point_nos(plan: EvidencePlan) -> Mapping[str, str]:
    """How each point of the plan is called for short: ``19a#1``, with the tier before it for what lies below."""
    own = {point.id: _point_no(point.id, item.requirement) for item in plan.items for point in item.points}
    below = {
        point.id: f"{item.requirement.tier_label or ''}{_point_no(point.id, item.requirement)}"
        for item in plan.base
        for point in item.points
    }
    return {**below, **own}


def closed_by(action: Action, nos: Mapping[str, str]) -> str:
    """The points that an action closes, in short."""
    return "、".join(nos.get(point, point) for point in action.closes)


def placeholders_in(text: str, known: Sequence[str] = ()) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it marks what the enterprise must add; joined they are the text.

    Args:
        text: A narrative.
        known: The marks that it is known to hold, in full, so that a bracket within one does not end it.
    """
    marks = "|".join([*(re.escape(one) for one in sorted(set(known), key=len, reverse=True)), _PLACEHOLDER])
    at = 0
    for found in re.finditer(marks, text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def _point_no(point: str, clause: Clause) -> str:
    return f"{requirement_no(clause)}#{point.rpartition('#')[2]}"
