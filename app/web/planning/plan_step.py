"""The third step: the plan, seen in several ways, with one requirement open beside it."""

from __future__ import annotations

import streamlit as st

from app.web.language import say
from app.web.parts.aside import with_aside
from app.web.planning.choosing import choose
from app.web.planning.conditions_view import draw_conditions
from app.web.planning.held import plan_now
from app.web.planning.item_list import draw_gaps, draw_items
from app.web.planning.item_view import draw_item
from app.web.planning.place import ITEM, VIEW, Place
from app.web.planning.summary_view import draw_summary
from app.web.planning.table_view import draw_table
from app.web.planning.words import VIEWS
from drafting.exports.update_edits import Merged

_WITH_ITEMS = ("items", "gaps")


def draw_plan(place: Place) -> None:
    """Draw the step."""
    found = plan_now(place)
    if found is None:
        st.info(say("还没有计划。先在第二步选目标，生成计划。"))
        return
    kept, merged = found
    build = place.opened.workspace.snapshot.path.name
    if kept.build != build:
        st.info(say("标准库在这份计划之后更新过；在第二步重新生成，已有的修改会带过去。"))
    elif kept.profile_sum not in ("", place.project.profile_sum):
        st.info(say("档案在这份计划之后改过；在第二步重新生成，已有的修改会带过去。"))
    view = choose("看法", VIEW, list(VIEWS), lambda one: _view_name(one, merged), titled=False)
    if view not in _WITH_ITEMS:
        st.query_params.pop(ITEM, None)
        _draw_view(place, merged, view, None)
        return
    opened = _opened(merged)
    with with_aside(opened is not None, lambda: draw_item(place, merged, str(opened))):
        _draw_view(place, merged, view, opened)


def _draw_view(place: Place, merged: Merged, view: str, opened: str | None) -> None:
    if view == "items":
        draw_items(merged, opened)
    elif view == "gaps":
        draw_gaps(merged, opened)
    elif view == "conditions":
        draw_conditions(place, merged)
    elif view == "table":
        draw_table(place, merged)
    else:
        draw_summary(place, merged)


def _view_name(view: str, merged: Merged) -> str:
    if view == "gaps":
        return f"{say(VIEWS[view])} {sum(bool(one.gap) for one in merged.plan.items)}"
    if view == "items":
        return f"{say(VIEWS[view])} {len(merged.plan.items)}"
    return say(VIEWS[view])


def _opened(merged: Merged) -> str | None:
    """The requirement that is open beside; what the plan has not is not open."""
    wanted = st.query_params.get(ITEM)
    others = (item for other in merged.plan.others for item in other.items)
    known = {one.requirement.id for one in (*merged.plan.items, *merged.plan.base, *others)}
    return wanted if wanted in known else None
