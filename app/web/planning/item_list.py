"""The requirements of a plan as a list to pick from: all of them, or what is still open by how pressing it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source
from app.web.planning.place import ITEM
from app.web.planning.words import PRIORITY, STATUS, status_html
from drafting.exports.update_edits import Merged, edited_spots
from drafting.exports.wording import by_priority, requirement_no, tally
from drafting.plans.plan import Item
from drafting.plans.readiness import domain_of
from drafting.wording import FORCE_WORDS

_LAYER, _STANDING, _DOMAIN = "layer", "standing", "domain"
_OWN, _BASE = "own", "base"
_LAYERS = {_OWN: "本级要求", _BASE: "下级基础"}
_ANY = "all"


def draw_items(merged: Merged, opened: str | None) -> None:
    """Draw all requirements, with what narrows them."""
    plan = merged.plan
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan-narrow"):
        layer = _draw_layer(merged)
        items = plan.base if layer == _BASE else plan.items
        standing = _choice(
            "状态", _STANDING, [one for one in STATUS if tally(items)[one]],
            lambda one: f"{say(STATUS[one])}（{tally(items)[one]}）",
        )  # fmt: skip
        domain = _choice("能力域", _DOMAIN, list(dict.fromkeys(map(domain_of, items))), str)
    shown = [
        one for one in items if standing in (_ANY, one.status) and domain in (_ANY, domain_of(one))
    ]  # fmt: skip
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


def _draw_layer(merged: Merged) -> str:
    if not merged.plan.base:
        return _OWN
    if st.session_state.get(_LAYER, st.query_params.get(_LAYER)) not in _LAYERS:
        st.session_state[_LAYER] = _OWN
    counts = {_OWN: len(merged.plan.items), _BASE: len(merged.plan.base)}
    return str(
        st.segmented_control(
            say("层次"),
            list(_LAYERS),
            format_func=lambda one: f"{say(_LAYERS[one])} {counts[one]}",
            required=True,
            key=_LAYER,
            bind="query-params",
        )
    )


def _choice(label: str, key: str, options: Sequence[str], shown: Callable[[str], str]) -> str:
    listed = [_ANY, *options]
    if st.session_state.get(key, st.query_params.get(key)) not in listed:
        st.session_state[key] = _ANY
    return str(
        st.selectbox(
            say(label),
            listed,
            format_func=lambda one: say("全部") if one == _ANY else shown(one),
            key=key,
            bind="query-params",
        )
    )


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
            parts.append(f'<li class="gb-group" role="presentation">{escape(domain)}</li>')
        parts.append(_row_html(item, item.requirement.id in own, gaps))
    return f'<ul class="gb-items">{"".join(parts)}</ul>'


def _row_html(item: Item, edited: bool, gaps: bool) -> str:
    clause = item.requirement
    forces = "".join(
        f'<span class="gb-force gb-{one}">{FORCE_WORDS[one]}</span>' for one in clause.forces if one != "none"
    )
    told = item.gap if gaps else clause.plain or clause.text
    pressing = f'<span class="gb-pressing gb-{item.priority}">{say("优先")} {say(PRIORITY[item.priority])}</span>'
    by = (
        f' <span class="gb-soft">{escape(item.owner or "")} {escape(item.due or "")}</span>'
        if item.owner or item.due
        else ""
    )
    mark = f'<span class="gb-mark">{say("人工")}</span>' if edited else ""
    return (
        f'<li><button type="button" class="gb-item" data-pick="{escape(clause.id)}">'
        f'<span class="gb-item-head">{status_html(item.status)}<b>{escape(requirement_no(clause))}</b>'
        f"<span>{escape(clause.subdomain or '')}</span>{forces}{pressing if gaps else ''}{mark}{by}</span>"
        f'<span class="gb-item-text">{escape(told)}</span></button></li>'
    )
