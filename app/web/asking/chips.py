"""How a question was understood, as chips: four of them can be changed, and the question is asked again at once."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.web.asking.asked import Asked, limit
from app.web.asking.readings import Reading, plain_readings, readings
from app.web.language import say
from app.web.parts.plain import plain
from app.web.parts.words import INTENT

_SIDES = ("document", "tier")
_FEW = 8
"""So many choices are seen at once; more stand in a list that opens."""


def draw_chips(asked: Asked, workspace: Workspace) -> None:
    """Draw the chips of the present question."""
    frame = asked.answer.frame
    held = readings(frame, asked.limits, workspace)
    apart = _SIDES if frame.sides else ()  # what is set side by side is changed by asking otherwise
    sides = [(one.name, one.shown, one.mark) for one in held if one.field in apart and one.shown]
    fixed = [(say("问法"), say(INTENT[frame.intent]), ""), *sides, *plain_readings(frame, workspace)]
    plainly = "".join(f'<span class="gb-chip"><b>{name}</b>{escape(value)}{mark}</span>' for name, value, mark in fixed)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="understood"):
        st.html(
            f'<div class="gb-chips" role="group" aria-label="{say("对问题的理解")}">{plainly}</div>', width="content"
        )
        for chip in held:
            if chip.field not in apart:
                _draw_chip(chip, asked.number)


def _draw_chip(chip: Reading, number: int) -> None:
    value = plain(f"{chip.shown or say('不限')}{chip.mark}")
    state = "chosen" if chip.chosen else "read" if chip.shown else "open"
    key = f"chip:{number}:{chip.field}"
    with (
        st.container(key=f"chip-{state}-{chip.field}", width="content"),
        st.popover(f"{chip.name} **{value}**", key=f"{key}:held", width="content"),
    ):
        options = ["", *chip.choices]
        few = len(options) <= _FEW
        label, at = say("改按哪一个{name}回答", name=chip.name), options.index(chip.chosen or "")
        named, change = partial(_named, chip, markdown=few), partial(_limit, chip.field, key)
        if few:
            st.radio(label, options, at, named, key=key, on_change=change)
        else:
            st.selectbox(label, options, at, named, key=key, on_change=change)
        st.html(f'<p class="gb-quiet">{say("选定后立即重新回答；追问沿用，直到问句另有所指。")}</p>')


def _limit(field: str, key: str) -> None:
    limit(field, st.session_state[key] or None)


def _named(chip: Reading, code: str, *, markdown: bool) -> str:
    """A choice in words; the labels of a list that is read at once are Markdown."""
    name = chip.choices[code] if code else say("按问题的字面")
    return plain(name) if markdown else name
