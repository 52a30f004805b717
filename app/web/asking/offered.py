"""What may be asked next, as chips; found beside the page, since each is tried before it is offered."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.assembly import Workspace
from app.web.asking.asked import Asked, ask, was_asked
from app.web.jobs import Advance, Job, Jobs
from app.web.language import say
from app.web.parts.plain import plain
from drafting.offers import Offers

_POLL_S = 1.0


def draw_offers(asked: Asked, workspace: Workspace, jobs: Jobs) -> None:
    """Draw what may be asked next, as it is found."""
    if asked.offers is None:
        reply, limits, offered = asked.reply, asked.limits, asked.offered
        offers = Offers(workspace.conversing, workspace.answerer, workspace.shelf)

        def look(advance: Advance) -> None:
            for one in offers.after(reply, limits, lambda: advance("", 0, 0)):
                offered.append(one)  # shown at once

        asked.offers = jobs.start(look)
    if asked.offers.done():
        _draw(asked.offered)
    else:
        _draw_so_far(asked, asked.offers)


@st.fragment(run_every=_POLL_S)
def _draw_so_far(asked: Asked, offers: Job[None]) -> None:
    if offers.done() or was_asked():
        st.rerun()
    _draw(asked.offered)


def _draw(questions: Sequence[str]) -> None:
    """Draw them; what could not be tried is not offered, and the answer stands without it."""
    if not questions:
        st.html("<i></i>")
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="offers"):
        st.html(f'<span class="gb-quiet">{say("可以接着问")}</span>', width="content")
        for number, text in enumerate(list(questions)):
            st.button(plain(text), key=f"offer-{number}", on_click=ask, args=(text,), width="content", wrap=True)
