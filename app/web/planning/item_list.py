"""The requirements of a plan as a list to pick from: all of them, or what is still open by how pressing it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source
from app.web.planning.choosing import choose
from app.web.planning.place import ITEM
from app.web.planning.words import PRIORITY, STATUS, status_html
from drafting.exports.update_edits import Merged, edited_spots
from drafting.exports.wording import by_priority, other_name, requirement_no, tally
from drafting.plans.plan import Item
from drafting.plans.readiness import domain_of
from drafting.wording import FORCE_WORDS

_LAYER, _STANDING, _DOMAIN = "layer", "standing", "domain"
_ANY = "all"


def draw_items(merged: Merged, opened: str | None) -> None:
    """Draw all requirements, with what narrows them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan-narrow"):
        items = _draw_layer(merged)
        names = {
            str(code): f"{say(name)}（{number}）" for code, name in STATUS.items() if (number := tally(items)[code])
        }
        standing = _choice("状态", _STANDING, list(names), lambda one: names[one])
        domain = _choice("能力域", _DOMAIN, list(dict.fromkeys(map(domain_of, items))), str)
    shown = [one for one in items if standing in (_ANY, one.status) and domain in (_ANY, domain_of(one))]
    st.html(f'<p class="gb-soft">{say("{count} 条要求，点一条看它的依据、证据和叙述。", count=len(shown))}</p>')
    if shown:
        draw_pick_table(_list_html(shown, merged, by_domain=True), opened, "plan-items", _pick)


def draw_gaps(merged: Merged, opened: str | None) -> None:
    """Draw what is still open, the most pressing first, the lower tiers apart."""
    plan = merged.plan
    own, base = by_priority(plan.items), by_priority(plan.base)
    if not own and not base:
        st.success(say("没有缺口：每一条要求按档案都满足。"))
        return
    st.html(f'<h3 class="gb-side-title">{say("本级缺口 {count}", count=len(own))}</h3>')
    draw_pick_table(_list_html(own, merged, gaps=True), opened, "plan-gaps", _pick)
    if base:
        st.html(f'<h3 class="gb-side-title">{say("下级基础的缺口 {count}（另计）", count=len(base))}</h3>')
        draw_pick_table(_list_html(base, merged, gaps=True), opened, "plan-base-gaps", _pick)


def _draw_layer(merged: Merged) -> Sequence[Item]:
    """The requirements of the layer that is chosen: the target's own, the lower tiers', another target's."""
    plan = merged.plan
    layers: dict[str, tuple[str, Sequence[Item]]] = {"own": (say("本级要求"), plan.items)}
    if plan.base:
        layers["base"] = (say("下级基础"), plan.base)
    layers |= {other.target: (other_name(plan, other), other.items) for other in plan.others}
    if len(layers) == 1:
        return plan.items
    names = {code: f"{name} {len(items)}" for code, (name, items) in layers.items()}
    layer = choose("层次", _LAYER, list(names), lambda one: names[one], listed=bool(plan.others))
    return layers[layer][1]


def _choice(label: str, name: str, options: Sequence[str], shown: Callable[[str], str]) -> str:
    every = [_ANY, *options]
    return choose(label, name, every, lambda one: say("全部") if one == _ANY else shown(one), listed=True)


def _pick(identifier: str) -> None:
    st.query_params[ITEM] = identifier
    close_source()


def _list_html(items: Sequence[Item], merged: Merged, *, by_domain: bool = False, gaps: bool = False) -> str:
    own = {key for kind, key, _ in edited_spots(merged) if kind == "item"}
    parts: list[str] = []
    domain = ""
    for item in items:
        if by_domain and domain_of(item) != domain:
            domain = domain_of(item)
            parts.append(f'<li class="gb-group">{escape(domain)}</li>')
        parts.append(_row_html(item, item.requirement.id in own, gaps))
    return f'<ul class="gb-items">{"".join(parts)}</ul>'


def _row_html(item: Item, edited: bool, gaps: bool) -> str:
    clause = item.requirement
    forces = "".join(
        f'<span class="gb-force gb-{one}">{say("未用规范词") if one == "none" else FORCE_WORDS[one]}</span>'
        for one in clause.forces
    )
    told = item.gap if gaps else clause.plain or clause.text
    pressing = f'<span class="gb-pressing gb-{item.priority}">{say("优先")} {say(PRIORITY[item.priority])}</span>'
    by = (
        f' <span class="gb-soft">{escape(item.owner or "")} {escape(item.due or "")}</span>'
        if item.owner or item.due
        else ""
    )
    mark = f'<span class="gb-plan-mark">{say("人工")}</span>' if edited else ""
    return (
        f'<li><button type="button" class="gb-item" data-pick="{escape(clause.id)}">'
        f'<span class="gb-item-head">{status_html(item.status)}<b>{escape(requirement_no(clause))}</b>'
        f"<span>{escape(clause.subdomain or '')}</span>{forces}{pressing if gaps else ''}{mark}{by}</span>"
        f'<span class="gb-item-text">{escape(told)}</span></button></li>'
    )
