"""What to do first: each action with the requirements that it closes, each of which opens in the list."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source
from app.web.planning.choosing import held_at
from app.web.planning.place import ITEM, STEP, VIEW
from app.web.planning.words import draw_soft
from corpus.clause import Clause
from drafting.exports.wording import requirement_no
from drafting.plans.plan import Action, EvidencePlan

_FEW = 8
_LAYER = "layer"


def draw_actions(plan: EvidencePlan) -> None:
    """Draw the actions of a plan, those that close most first."""
    st.html(f'<h3 class="gb-side-title">{say("先做什么")}</h3>')
    if not plan.actions:
        st.html(f'<p class="gb-said">{say("没有要做的事：档案里每一点都有依据。")}</p>')
        return
    draw_pick_table(actions_html(plan), None, "plan-actions", lambda one: open_item(one, plan), several=True)
    if len(plan.actions) > _FEW:
        draw_soft(say("共 {count} 项，其余见导出的文件。", count=len(plan.actions)))


def actions_html(plan: EvidencePlan) -> str:
    """The first actions as a list, with a button for each requirement that they close."""
    below = frozenset(item.requirement.id for item in plan.base)
    rows = "".join(_row_html(one, plan, below) for one in plan.actions[:_FEW])
    return f'<ol class="gb-actions">{rows}</ol>'


def _row_html(action: Action, plan: EvidencePlan, below: frozenset[str]) -> str:
    clauses = {item.requirement.id: item.requirement for item in (*plan.base, *plan.items)}
    closed: dict[str, list[str]] = {}
    for point in action.closes:
        requirement, _, number = point.rpartition("#")
        closed.setdefault(requirement, []).append(number)
    links = "".join(
        _link_html(clauses[one], numbers, one in below) for one, numbers in closed.items() if one in clauses
    )
    told = say("了结 {count} 点：", count=len(action.closes))
    return f'<li>{escape(action.what)}<div class="gb-closes"><span>{told}</span>{links}</div></li>'


def _link_html(clause: Clause, numbers: list[str], is_below: bool) -> str:
    name = " ".join(part for part in (requirement_no(clause), clause.subdomain) if part)
    if is_below:
        name = say("{tier}：{name}", tier=clause.tier_label or "", name=name)
    points = say("第 {numbers} 点", numbers="、".join(numbers))
    return (
        f'<button type="button" class="gb-plan-link" data-pick="{escape(clause.id)}">'
        f"{escape(name)} {escape(points)}</button>"
    )


def open_item(identifier: str, plan: EvidencePlan) -> None:
    """Go to a requirement in the list, in the layer that holds it."""
    below = any(item.requirement.id == identifier for item in plan.base)
    st.session_state[held_at(STEP)] = "plan"
    st.session_state[held_at(VIEW)] = "items"
    st.session_state[held_at(_LAYER)] = "base" if below else "own"
    st.query_params[ITEM] = identifier
    close_source()
