"""An evidence plan at a glance, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from app.labels import Language
from drafting.plans.plan import PRIORITY_LABELS, STATUS_LABELS, EvidencePlan, Item

_COLOURS = {"met": "green", "partial": "yellow", "gap": "red", "unknown": "cyan", "not_applicable": "dim"}
_ENGLISH = {
    "met": "met",
    "partial": "partly met",
    "gap": "missing",
    "unknown": "to be confirmed",
    "not_applicable": "not applicable",
}
_FEW = 8


def plan_report(plan: EvidencePlan, lang: Language) -> RenderableType:
    """The readiness by domain, what is most pressing, what to do first, and what does not agree."""
    words = STATUS_LABELS if lang == "zh" else _ENGLISH
    name = plan.tier_label or plan.track or plan.document
    head = f"{escape(plan.company)} → {escape(name)}（{plan.target}，基准日 {plan.as_of}）"
    if plan.fictional:
        head += "　虚构示例"
    parts: list[RenderableType] = [head, _domains(plan, words)]
    unknown = sum(item.status == "unknown" for item in plan.items)
    said = f"准备度 {plan.readiness:.0%}（按档案所写），其中有证据的 {plan.proved:.0%}；待确认的要求 {unknown} 条"
    if plan.base_readiness is not None:
        said += f"；下级要求 {len(plan.base)} 条，准备度 {plan.base_readiness:.0%}"
    parts += [said, _conditions(plan, words), _gaps(plan, words), _actions(plan)]
    if plan.conflicts:
        parts.append("不一致之处：\n" + "\n".join(f"· {escape(one.what)}" for one in plan.conflicts))
    if plan.next:
        added = f"上一级是{plan.next.tier_label}：{plan.next.requirements} 条要求，已满足 {plan.next.met} 条"
        parts.append(f"{added}，准备度 {plan.next.readiness:.0%}")
    parts += [*_others(plan), *_national(plan, words)]
    return Group(*parts)


def _others(plan: EvidencePlan) -> list[str]:
    return [
        f"另一目标 {other.target}：{len(other.items)} 条要求，已满足 {_met(other.items)} 条，"
        f"准备度 {other.readiness:.0%}（有证据的 {other.proved:.0%}）"
        for other in plan.others
    ]


def _met(items: Sequence[Item]) -> int:
    return sum(one.status == "met" for one in items)


def _national(plan: EvidencePlan, words: Mapping[str, str]) -> list[str]:
    return [
        f"国家梯度 {tier.label}（另列，不是省级目标）："
        + "；".join(f"{escape(one.about)} {words[one.status]}" for one in tier.conditions)
        for tier in plan.national
    ]


def _domains(plan: EvidencePlan, words: Mapping[str, str]) -> Table:
    table = Table("能力域", *words.values(), "应", "宜可", "准备度", "有证据")
    for one in plan.domains:
        counts = [f"[{_COLOURS[status]}]{one.counts.get(status, 0) or '·'}[/]" for status in words]
        shall, should = (f"{met}/{every}" if every else "·" for met, every in (one.shall, one.should))
        table.add_row(escape(one.domain), *counts, shall, should, f"{one.readiness:.0%}", f"{one.proved:.0%}")
    return table


def _conditions(plan: EvidencePlan, words: Mapping[str, str]) -> RenderableType:
    if not plan.conditions:
        return ""
    table = Table("申报条件与否决项", "判断", "理由", "来源")
    for one in plan.conditions:
        source = escape(one.clause or "") if one.source == "stated" else "惯例，以当年通知为准"
        status = f"[{_COLOURS[one.status]}]{words[one.status]}[/]"
        table.add_row(escape(one.question), status, escape(one.why), source)
    return table


def _gaps(plan: EvidencePlan, words: Mapping[str, str]) -> RenderableType:
    order = list(PRIORITY_LABELS)
    still = sorted((item for item in plan.items if item.gap), key=lambda item: order.index(item.priority))
    if not still:
        return ""
    table = Table("条文", "状态", "优先", "缺什么", title=f"缺口 {len(still)} 条，先列 {min(_FEW, len(still))} 条")
    for item in still[:_FEW]:
        status = f"[{_COLOURS[item.status]}]{words[item.status]}[/]"
        table.add_row(item.requirement.id, status, PRIORITY_LABELS[item.priority], escape(item.gap))
    return table


def _actions(plan: EvidencePlan) -> RenderableType:
    if not plan.actions:
        return ""
    table = Table("先做什么", "可了结", title=f"行动 {len(plan.actions)} 项，先列 {min(_FEW, len(plan.actions))} 项")
    for action in plan.actions[:_FEW]:
        table.add_row(escape(action.what), f"{len(action.closes)} 点")
    return table
