"""What may be asked next, as chips; found beside the page, since each is tried before it is offered."""

from __future__ import annotations

import streamlit as st

from app.assembly import Workspace
from app.console import LAYER_ERRORS
from app.web.asking.asked import Asked, ask
from app.web.jobs import Advance, Job, Jobs
from app.web.language import say
from app.web.parts.plain import plain
from drafting.offers import Offers

_POLL_S = 0.5


def draw_offers(asked: Asked, workspace: Workspace, jobs: Jobs) -> None:
    """Draw what may be asked next, as soon as it is known."""
    if asked.offers is None:
        reply, limits = asked.reply, asked.limits

        def found(advance: Advance) -> tuple[str, ...]:
            return Offers(workspace.conversing, workspace.answerer, workspace.shelf).after(reply, limits)

        asked.offers = jobs.start(found)
    if asked.offers.done():
        _draw(asked.offers)
    else:
        _wait(asked.offers)


@st.fragment(run_every=_POLL_S)
def _wait(offers: Job[tuple[str, ...]]) -> None:
    if offers.done():
        st.rerun()
    st.html("<i></i>")


def _draw(offers: Job[tuple[str, ...]]) -> None:
    try:
        questions = offers.result() or ()
    except LAYER_ERRORS:  # what may be asked next is a courtesy: the answer stands without it
        return
    if not questions:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="offers"):
        st.html(f'<span class="gb-quiet">{say("可以接着问")}</span>', width="content")
        for number, text in enumerate(questions):
            st.button(plain(text), key=f"offer-{number}", on_click=ask, args=(text,), width="content", wrap=True)
