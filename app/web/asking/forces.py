"""Which forces of an answer's clauses are shown, and what their signs mean."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from app.web.language import say
from app.web.parts.address import kept, restored
from app.web.parts.words import FORCE_MEANING
from corpus.clause import Force
from drafting.answer import Answer
from drafting.wording import FORCE_WORDS

_KEY, _PARAMETER = "asking:force", "f"


def chosen_force(answer: Answer) -> Force | None:
    """The force that the clauses of an answer are narrowed to; None where all are shown."""
    chosen = st.session_state.get(_KEY)
    return next((one for one in _counted(answer) if one == chosen), None)


def draw_forces(answer: Answer) -> None:
    """Draw how many clauses hold which force, to narrow them by; nothing where all hold the same."""
    counts = _counted(answer)
    if len(counts) > 1:
        restored(_KEY, _PARAMETER, ("", *counts))
        with st.container(key="forces"):
            st.pills(
                say("只看用词"), list(counts), key=_KEY,
                format_func=lambda one: f"{FORCE_WORDS[one]} {counts[one]}",
            )  # fmt: skip
        kept(_PARAMETER, st.session_state.get(_KEY) or "")
    else:
        kept(_PARAMETER, "")


def legend_html() -> str:
    """What the signs of the forces mean."""
    rows = "".join(
        f'<li><span class="gb-force gb-{force}">{FORCE_WORDS[force]}</span>{say(meaning)}</li>'
        for force, meaning in FORCE_MEANING.items()
        if force != "none"
    )
    slash = f'<li><span class="gb-force gb-not-required">{say("不做要求")}</span>{say("原表此格为“/”")}</li>'
    return f'<ul class="gb-legend gb-legend-row">{rows}{slash}</ul>'


def _counted(answer: Answer) -> dict[Force, int]:
    """How many of the clauses quoted hold each force, in the order of strength."""
    quoted = {one.id: one for section in answer.sections for one in section.quoted}
    counts = Counter(force for one in quoted.values() for force in one.forces)
    return {force: counts[force] for force in FORCE_WORDS if counts[force]}
