"""The page 分级阶梯: what each tier adds to the one below, and the list of what a step up asks of an enterprise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.tier_steps import AskedTiers, asked_tiers
from app.web.ladder.chosen import VIEWS, WHERE, Step, draw_document, draw_place, draw_step, show_ladder
from app.web.ladder.overview_html import SUBDOMAIN, overview_html
from app.web.ladder.rungs_html import rungs_html
from app.web.ladder.step_html import step_html
from app.web.ladder.summary import draw_summary, legend_html, oddities_html, shown_changes
from app.web.ladder.words import CHANGE
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import draw_choice
from app.web.parts.aside import with_aside
from app.web.parts.beside import SOURCE
from app.web.parts.downloads import KINDS, draw_downloads
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.sifting import draw_sieve
from app.web.parts.source_address import keep_source
from app.web.parts.source_panel import draw_source, open_source, opened_source
from drafting.comparisons.step_counts import step_counts
from drafting.comparisons.writing import write_ladders
from kg.ladders.ladder import Ladder

_ROUND = 10
"""Subdomains whose words are shown at first, and added by each 更多."""
_SHOWN = f"{WHERE}:shown"


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace = opened.workspace
    keep_source(WHERE)
    st.html(f'<h2 class="gb-title">{escape(say("升一级，要多做什么"))}</h2>')
    with st.container(horizontal=True, key="tiers-chosen"):
        document = draw_document(workspace)
        known = workspace.ladders.tiers(document)
        if len(known) > 1:
            step = draw_step(known)
            held = draw_place(asked_tiers(workspace, document).ladders)
    if len(known) < 2:
        _draw_none(document, workspace)
        return
    asked = _of(held, _climbed(str(workspace.snapshot.path), workspace, document, step))
    draw_summary(asked, workspace.shelf.by_id)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        _draw_view(asked, held, workspace)


def _draw_none(document: str, workspace: Workspace) -> None:
    """Say that a document has no tiers, and which have."""
    titles = workspace.titles
    having = [f"《{titles[one]}》" for one in titles if len(workspace.ladders.tiers(one)) > 1]
    offered = say("有分级的是{titles}，可以在上面改选。", titles="、".join(having)) if having else say(
        "收入一份分等级提要求的文件，这里就会列出逐级的变化。"
    )  # fmt: skip
    st.info(say("《{title}》没有分等级提要求。", title=titles[document]) + offered)


def _draw_view(asked: AskedTiers, held: Sequence[Ladder], workspace: Workspace) -> None:
    labels = {tier.code: tier.label for tier in asked.known}
    with st.container(
        horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", key="tiers-view"
    ):
        view = draw_choice("怎么看", "view", list(VIEWS), lambda one: say(VIEWS[one]), where=WHERE)
        if view == "step" and asked.limits:
            lower, upper = (labels[one] for one in asked.limits)
            _draw_files(say("升级清单 {lower}到{upper}", lower=lower, upper=upper), asked.ladders, workspace)
        else:
            _draw_files(say("逐级对照"), held, workspace)
    if view == "step":
        _draw_step(asked, workspace)
    elif view == "rungs":
        _draw_rungs(held, workspace)
    else:
        draw_pick_table(overview_html(held, workspace.shelf.by_id), None, f"tiers-all:{asked.document}", _picked)
    _draw_odd(held, workspace)


def _of(held: Sequence[Ladder], climbed: AskedTiers) -> AskedTiers:
    """The ladders with the one step, of those places alone that are looked at."""
    places = {(one.number, one.name) for one in held}
    return replace(climbed, ladders=tuple(one for one in climbed.ladders if (one.number, one.name) in places))


@st.cache_resource(show_spinner=False, max_entries=32)
def _climbed(build: str, _workspace: Workspace, document: str, step: Step) -> AskedTiers:
    """The ladders with the one step; of a build always the same."""
    del build
    return asked_tiers(_workspace, document, step.lower, step.upper)


def _draw_step(asked: AskedTiers, workspace: Workspace) -> None:
    """Draw the enterprise's list."""
    counts = step_counts(asked.ladders, workspace.shelf.by_id).marks
    kinds = [one for one in CHANGE if counts[one]]
    shown: dict[str, str] = {one: f"{say(CHANGE[one][0])} {counts[one]}" for one in kinds}
    chosen = draw_sieve("只看", "change", kinds, shown.__getitem__, where=WHERE)
    groups = [(one, found) for one in asked.ladders if (found := shown_changes(one, chosen))]
    if not groups:
        st.info(say("所选范围内没有变化。"))
        return
    st.html(legend_html())
    first = groups[: _shown()]
    draw_pick_table(step_html(first, workspace.shelf.by_id), _open_now(), "tiers-list", _picked)
    _draw_more(len(groups))


def _draw_rungs(held: Sequence[Ladder], workspace: Workspace) -> None:
    """Draw the ladders with their words."""
    st.html(legend_html())
    draw_pick_table(rungs_html(held[: _shown()], workspace.shelf.by_id), _open_now(), "tiers-rungs", _picked)
    _draw_more(len(held))


def _draw_files(name: str, ladders: Sequence[Ladder], workspace: Workspace) -> None:
    write = partial(write_ladders, tuple(ladders), workspace.shelf)
    draw_downloads(name, {ending: (say("下载 {kind}", kind=KINDS[ending][0]), write) for ending in KINDS}, "tiers")


def _draw_odd(ladders: Sequence[Ladder], workspace: Workspace) -> None:
    """Draw what is odd as printed, folded."""
    html = oddities_html(ladders, workspace.shelf.by_id)
    if html:
        with st.expander(say("原文如此的异常（{count} 处）", count=html.count("<li>"))):
            draw_pick_table(html, _open_now(), "tiers-odd", _picked)


def _open_now() -> str:
    """The value of the button whose source is open."""
    return f"{SOURCE}{opened_source() or ''}"


def _shown() -> int:
    return int(st.session_state.get(_SHOWN, _ROUND))


def _draw_more(total: int) -> None:
    if total > _shown():
        more = say("再显示 {count} 个（共 {total} 个）", count=min(_ROUND, total - _shown()), total=total)
        st.button(more, key="tiers-more", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_SHOWN] = _shown() + _ROUND


def _picked(value: str) -> None:
    """Open the source of a clause, or show the ladder of a subdomain."""
    if value.startswith(SOURCE):
        open_source(value.removeprefix(SOURCE))
    elif value.startswith(SUBDOMAIN):
        show_ladder(value.removeprefix(SUBDOMAIN))
