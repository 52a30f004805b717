"""The questionnaire in the page: the questions of one capability as a table, each answered in its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import streamlit as st

from app.planning import Aim, asked_of
from app.web.language import say
from app.web.planning.choosing import choose
from app.web.planning.place import Place, mount
from app.web.planning.profile_form import column_of, keep_rows, rows_in
from drafting.profiles.answer_rows import Practice
from drafting.profiles.form_rows import answered, answers_of
from drafting.profiles.questionnaire import Question
from drafting.profiles.sections import Profile
from drafting.profiles.slots import slots

GROUP = "group"
_TOLD = (("ask", "问"), ("force", "约束词"), ("tier", "等级"))
_BEHIND = (("passes", "满足的标准"), ("fill", "这题填什么"))


def draw_answers(place: Place, profile: Profile, aim: Aim) -> None:
    """Draw the questions of a group with the button that keeps the answers."""
    asked = asked_of(place.opened.workspace, (aim.target, *aim.others))
    groups = list(dict.fromkeys(one.group for one in asked))
    if not groups:
        st.info(say("这个目标没有问卷。"))
        return
    done = {point for one in profile.practices for point in one.points}
    group = choose("能力子域", GROUP, groups, lambda one: _group_name(one, asked, done), listed=True)
    here = [one for one in asked if one.group == group]
    with st.form(f"plan-answers-{mount()}", border=True, enter_to_submit=False):
        rows = _draw_table(profile, here, group)
        kept = st.form_submit_button(say("保存"), type="primary")
    if kept:
        keep_rows(place, profile, {"practices": answered(profile, here, rows)})
        st.rerun()


def _group_name(group: str, asked: Sequence[Question], done: set[str]) -> str:
    here = [one for one in asked if one.group == group]
    return say("{group}（已答 {done}/{all}）", group=group, done=sum(one.id in done for one in here), all=len(here))


def _draw_table(profile: Profile, here: Sequence[Question], group: str) -> list[dict[str, object]]:
    fields = [slot for slot in slots(Practice) if slot.key != "points"]
    answers = answers_of(profile, here)
    told = {
        "ask": [one.ask for one in here],
        "force": [one.force_word for one in here],
        "tier": [one.tier_label or "" for one in here],
        "passes": [one.passes for one in here],
        "fill": [one.to_fill for one in here],
    }
    shown = {
        **{key: told[key] for key, _ in _TOLD},
        **{slot.key: [row[slot.key] for row in answers] for slot in fields},
        **{key: told[key] for key, _ in _BEHIND},
    }
    columns: dict[str, Any] = {slot.key: column_of(slot) for slot in fields}
    for key, title in (*_TOLD, *_BEHIND):
        wide: Literal["small", "large"] = "small" if key in ("force", "tier") else "large"
        columns[key] = st.column_config.TextColumn(say(title), disabled=True, width=wide, pinned=key == "ask")
    edited: Any = st.data_editor(
        shown,
        hide_index=True,
        placeholder="",
        column_config=columns,
        key=f"plan-answers-{group}-{mount()}",
        alt=group,
        row_height=64,
    )
    return rows_in(edited, [slot.key for slot in fields])
