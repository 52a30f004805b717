"""The conditions of applying and the vetoes: met or not, why, and where each comes from."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web.language import say
from app.web.planning.place import Place, mount, save
from app.web.planning.words import KINDS, STATUS, status_html
from drafting.exports.update_edits import Merged, Spot
from drafting.exports.wording import source_of
from drafting.plans.plan import ConditionResult, EvidencePlan


def draw_conditions(place: Place, merged: Merged) -> None:
    """Draw the view."""
    plan = merged.plan
    if not plan.conditions:
        st.info(say("这份文件没有写申报条件，这里也没有按惯例补充的。"))
        return
    open_ones = sum(one.status != "met" for one in plan.conditions)
    told = say("{count} 项条件，{open} 项还不能确认满足。", count=len(plan.conditions), open=open_ones)
    st.html(f'<p class="gb-said">{told}</p>')
    for number, one in enumerate(plan.conditions):
        with st.container(border=True, key=f"plan-condition-{number}", gap="xsmall"):
            st.html(_html(one, plan))
            key = f"plan-judge-{number}-{mount()}"
            st.selectbox(
                say("改判断"), list(STATUS), index=list(STATUS).index(one.status),
                format_func=lambda code: say(STATUS[code]), key=key, on_change=_judge, args=(place, one.id, key),
                width=200,
            )  # fmt: skip


def _html(one: ConditionResult, plan: EvidencePlan) -> str:
    basis = "；".join(f"{path}：{plan.facts[path]}" for path in one.basis if path in plan.facts)
    decided = say("原判断：{status}", status=say(STATUS[one.computed])) if one.computed else ""
    rows = (
        (say("理由"), one.why),
        (say("依据"), basis),
        (say("来源"), source_of(one)),
        (say("满足的标准"), one.passes),
        (say("证明材料须显示"), "；".join(row["must_show"] for row in one.evidence)),
    )
    facts = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    mark = f'<span class="gb-plan-mark">{decided}</span>' if decided else ""
    kind = say(KINDS.get(one.kind, one.kind))
    return (
        f'<h3 class="gb-condition">{status_html(one.status)}<small>{escape(kind)}</small>'
        f'{escape(one.question)}{mark}</h3><dl class="gb-facts">{facts}</dl>'
    )


def _judge(place: Place, identifier: str, key: str) -> None:
    spot: Spot = ("condition", identifier, "status")
    save(place, {spot: st.session_state[key]})
