"""What could not be kept because somebody else was faster: each value beside what stands there now."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web.language import say
from app.web.planning.held import plan_now
from app.web.planning.place import Place, drop_unsaved, force_unsaved, unsaved
from app.web.planning.words import head_name
from drafting.exports.spots import spot_name, spot_shown, spot_stands
from drafting.exports.text_changes import brief
from drafting.exports.update_edits import Spot
from drafting.plans.plan import EvidencePlan


def draw_unsaved(place: Place) -> None:
    """Draw it, with the choice to keep it now."""
    changes = unsaved(place)
    if not changes:
        return
    found = plan_now(place)
    with st.container(border=True, key="plan-unsaved"):
        st.html(f'<p class="gb-said">{say("您的 {count} 处改动还没有写入：", count=len(changes))}</p>')
        if found is not None:
            plan = found[1].plan
            rows = "".join(f"<li>{escape(_told(spot, value, plan))}</li>" for spot, value in changes.items())
            st.html(f'<ul class="gb-notes">{rows}</ul>')
        with st.container(horizontal=True):
            st.button(say("写入我的改动"), key="plan-force", on_click=force_unsaved, args=(place,), type="primary")
            st.button(say("放弃"), key="plan-drop", on_click=drop_unsaved)


def _told(spot: Spot, value: object, plan: EvidencePlan) -> str:
    name = spot_name(spot, plan)
    return say(
        "{row} · {head}：{now}（现在）→ {value}（您的）",
        row=name.row,
        head=head_name(name.head),
        now=brief(spot_stands(spot, plan)) or say("空"),
        value=brief(spot_shown(spot, value, plan)) or say("空"),
    )
