"""The plan at a glance: how ready, what is missing, what to do first, what does not agree."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.charts import draw_bars, draw_radar
from app.web.planning.actions_view import draw_actions
from app.web.planning.place import Place
from app.web.planning.words import STATUS, percent, status_html
from drafting.exports.update_edits import Merged
from drafting.exports.wording import NATIONAL, other_name, plan_title, tally
from drafting.plans.collecting import distinct
from drafting.plans.plan import EvidencePlan, Item
from drafting.plans.statuses import OPEN

_FEW = 8
_LEAST_AXES = 3


def draw_summary(place: Place, merged: Merged) -> None:
    """Draw the view."""
    plan = merged.plan
    st.html(_head_html(plan))
    st.html(_figures_html(plan, len(merged.edits)))
    _draw_charts(plan)
    draw_actions(plan)
    _draw_conflicts(plan)
    _draw_beside(plan)


def _head_html(plan: EvidencePlan) -> str:
    fictional = f'<span class="gb-plan-mark">{say("虚构示例")}</span>' if plan.fictional else ""
    said = say("{company}，基准日 {day}", company=plan.company, day=plan.as_of)
    written = say("叙述：{who}", who=plan.generator or say("企业自己的话"))
    return (
        f'<h3 class="gb-document">{escape(plan_title(plan))}{fictional}</h3>'
        f'<p class="gb-soft">{escape(said)} · {escape(written)} · <code>{escape(plan.target)}</code></p>'
    )


def _figures_html(plan: EvidencePlan, edits: int) -> str:
    pieces, held = distinct(plan.items)
    figures = [
        (say("准备度（自报）"), percent(plan.readiness), say("按企业档案所写的加权比例，未经核实")),
        (
            say("其中有证据"),
            percent(plan.proved),
            say("满足并且手里有材料；证据 {held}/{pieces} 份（已有／需要）", held=held, pieces=pieces),
        ),
        (say("本级要求"), say("{count} 条", count=len(plan.items)), _counts(plan.items) + _beyond(plan.items)),
        (say("待确认"), *_waiting(plan)),
        (say("人工修改"), say("{count} 处", count=edits), say("状态、文字、责任人、证据等")),
    ]
    if plan.base:
        told = say("{count} 条：", count=len(plan.base)) + _counts(plan.base) + _beyond(plan.base)
        figures.append((say("下级基础（另计）"), percent(plan.base_readiness or 0.0), told))
    return '<dl class="gb-figures">' + "".join(map(_figure_html, figures)) + "</dl>"


def _waiting(plan: EvidencePlan) -> tuple[str, str]:
    """How many points wait for an answer, and whose they are."""
    own, base = (
        sum(point.status == "unknown" for item in items for point in item.points) for items in (plan.items, plan.base)
    )
    whole = sum(item.status == "unknown" for item in (*plan.items, *plan.base))
    told = [say("本级 {own} 点，下级基础 {base} 点", own=own, base=base)] if plan.base else []
    told += [say("整条都待确认的要求 {count} 条", count=whole), say("档案没有写，不算满足")]
    return say("{count} 点", count=own + base), "；".join(told)


def _beyond(items: Sequence[Item]) -> str:
    """What requirements that are met still leave open, since readiness counts points."""
    left = sum(point.status in OPEN for item in items if item.status == "met" for point in item.points)
    return say("；其中“可、鼓励”的 {count} 点还没有做到或待确认，准备度按点算", count=left) if left else ""


def _figure_html(figure: tuple[str, str, str]) -> str:
    name, value, note = figure
    return f"<div><dt>{name}</dt><dd><b>{value}</b><small>{note}</small></dd></div>"


def _counts(items: Sequence[Item]) -> str:
    return " ".join(f"{say(STATUS[one])} {number}" for one in STATUS if (number := tally(items)[one]))


def _draw_charts(plan: EvidencePlan) -> None:
    names = [one.domain for one in plan.domains]
    ready, proved = say("准备度（自报）"), say("其中有证据")
    with st.container(key="plan-charts"):
        left, right = st.columns(2)
        with left:
            st.html(f'<h3 class="gb-side-title">{say("各能力域的准备度")}</h3>')
            shares = "；".join(f"{one.domain} {percent(one.readiness)}" for one in plan.domains)
            if len(names) >= _LEAST_AXES:
                series = {ready: [one.readiness for one in plan.domains], proved: [one.proved for one in plan.domains]}
                draw_radar(names, series, shares, "plan-radar")
            else:
                st.html(f'<p class="gb-said">{escape(shares)}</p>')
        with right:
            st.html(f'<h3 class="gb-side-title">{say("各能力域的要求怎样了")}</h3>')
            counted = {
                say(STATUS[one]): [float(domain.counts.get(one, 0)) for domain in plan.domains] for one in STATUS
            }
            told = "；".join(f"{one.domain} {dict(one.counts)}" for one in plan.domains)
            draw_bars(names, {name: row for name, row in counted.items() if any(row)}, told, "plan-bars")


def _draw_conflicts(plan: EvidencePlan) -> None:
    if plan.conflicts:
        with st.expander(say("不一致之处 {count}", count=len(plan.conflicts)), expanded=len(plan.conflicts) <= _FEW):
            rows = "".join(f"<li>{escape(one.what)}</li>" for one in plan.conflicts)
            st.html(f'<ul class="gb-notes">{rows}</ul>')
    if plan.notes:
        st.html(f'<ul class="gb-notes">{"".join(f"<li>{escape(one)}</li>" for one in plan.notes)}</ul>')


def _draw_beside(plan: EvidencePlan) -> None:
    if plan.next:
        st.html(f'<h3 class="gb-side-title">{say("上一级")}</h3>')
        said = say(
            "{tier}：{count} 条要求，已满足 {met} 条，准备度 {share}",
            tier=plan.next.tier_label, count=plan.next.requirements, met=plan.next.met,
            share=percent(plan.next.readiness),
        )  # fmt: skip
        st.html(f'<p class="gb-said">{escape(said)}</p>')
    if plan.others:
        st.html(f'<h3 class="gb-side-title">{say("同时服务的其他目标")}</h3>')
        rows = "".join(
            f"<li><b>{escape(other_name(plan, one))}</b> {percent(one.readiness)}"
            f" <small>{_counts(one.items)}</small></li>"
            for one in plan.others
        )
        st.html(f'<ul class="gb-notes">{rows}</ul>')
    for tier in plan.national:
        label = say("国家梯度 {tier}", tier=tier.label)
        st.html(f'<h3 class="gb-side-title">{escape(label)}<span class="gb-plan-mark">{say("推定")}</span></h3>')
        rows = "".join(
            f"<li>{status_html(one.status)} {escape(one.about)}：{escape(one.asks)}"
            f"<small>{escape(one.why)}</small></li>"
            for one in tier.conditions
        )
        st.html(f'<p class="gb-soft">{escape(NATIONAL)}</p><ul class="gb-notes">{rows}</ul>')
