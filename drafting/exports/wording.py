"""The words that all exports of a plan share: how a status, force, source or requirement is named and coloured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.plans.plan import STATUS_LABELS, Action, ConditionResult, EvidencePlan, Item, OtherTarget, Status
from drafting.plans.statuses import OPEN

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
NATIONAL = (
    "国家层级的条件转述自公开资料，不是官方文本，也不由省级就绪度推出；"
    "可信度 A 是互不相干的资料说法一致，B 是其余。以工业和信息化部门当年通知为准。"
)
CUSTOMARY = "惯例，以当年通知为准"
NOT_SAID = "—"
PROVED = "其中有证据的"
"""Of what is ready, the part of which a piece of evidence is held."""
STATUS_ORDER = tuple(STATUS_LABELS)

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


def document_title(plan: EvidencePlan, document: str) -> str:
    """The title of a document that the plan cites; its id where nobody gave the title."""
    return next((meta.title for meta in plan.documents if meta.id == document), document)


def other_name(plan: EvidencePlan, other: OtherTarget) -> str:
    """Another target by its document's title, its tier and its track."""
    document, _, tier = other.target.partition("/")[0].partition(":")
    track = other.target.partition("/")[2]
    clause = other.items[0].requirement if other.items else None
    label = (clause.tier_label if clause else None) or tier
    return "·".join(part for part in (document_title(plan, document), label if tier else "", track) if part)


def target_name(plan: EvidencePlan) -> str:
    """What the plan aims at: its tier and its track, or the document's title where it has no tiers."""
    aim = plan.tier_label or document_title(plan, plan.document)
    return "·".join(part for part in (aim, plan.track) if part)


def plan_title(plan: EvidencePlan) -> str:
    """The plan's title."""
    return f"{WORKING_PAPER}：{target_name(plan)}申报举证计划"


def forces_of(item: Item) -> str:
    """The forces of a requirement's points, strongest first as they stand in the text."""
    return "、".join(dict.fromkeys(FORCE_LABELS[force] for force in item.requirement.forces))


def source_of(condition: ConditionResult) -> str:
    """Where a condition comes from: a clause, or what is usual."""
    if condition.source == "customary":
        return CUSTOMARY
    says = f"「{condition.says}」" if condition.says else ""
    return f"{says}{condition.clause or NOT_SAID}"


def decided(computed: Status | None) -> str:
    """That a person decided otherwise; an empty string where nobody has."""
    return f"人工判断（原判断：{STATUS_LABELS[computed]}）" if computed else ""


def percent(share: float | None) -> str:
    """A share from 0 to 1 in percent, cut to a tenth, so that no plan reads as done before it is."""
    if share is None:
        return NOT_SAID
    tenths = int(share * 1000 + 1e-9)
    return f"{tenths // 10}.{tenths % 10}%"


def ready_told(plan: EvidencePlan | OtherTarget) -> str:
    """How ready one is for a target, and how much of it is proved."""
    return f"就绪度 {percent(plan.readiness)}，{PROVED} {percent(plan.proved)}"


def unknown_told(items: Sequence[Item]) -> str:
    """How many requirements nobody can judge yet."""
    waiting = tally(items)["unknown"]
    return f"待确认的要求 {waiting} 条" if waiting else "没有待确认的要求"


def ceiling_told(plan: EvidencePlan) -> str:
    """What readiness could at most become, as a remark beside; an empty string where nothing is unknown."""
    if plan.ceiling - plan.readiness < 0.001:
        return ""
    return f"附注：待确认的内容如果全部得到证实，就绪度最多到 {percent(plan.ceiling)}；这不是预计。"


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


def closed_by(action: Action, plan: EvidencePlan) -> str:
    """The points that an action closes, in short, lower tiers apart: ``19a#1,3 19b#2``."""
    below = {item.requirement.id: item.requirement for item in plan.base}
    known = below | {item.requirement.id: item.requirement for item in plan.items}
    found: dict[str, dict[str, list[str]]] = {}
    for point in action.closes:
        requirement, _, number = point.rpartition("#")
        clause = known.get(requirement)
        group = (clause.tier_label or "") if clause and requirement in below else ""
        found.setdefault(group, {}).setdefault(requirement_no(clause) if clause else requirement, []).append(number)
    return "；".join(f"{group}：{_listed(rows)}" if group else _listed(rows) for group, rows in found.items())


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


def _listed(rows: Mapping[str, Sequence[str]]) -> str:
    return " ".join(f"{number}#{','.join(points)}" for number, points in rows.items())
