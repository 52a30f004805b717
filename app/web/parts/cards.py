"""A clause as a card: how strongly it binds, its words, its place and its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.marking import governing_marks, marked, residue_marks, word_marks
from app.web.parts.source_panel import open_source, opened_source
from app.web.parts.words import WHY, badges
from corpus.clause import Clause
from drafting.wording import place, printed_label

FIRST_SHOWN = 12
_LONGEST_LABEL = 12


def card_html(clause: Clause, words: Sequence[str] = ()) -> str:
    """The words of a clause with its badges.

    Args:
        clause: The clause.
        words: Words of a question to mark; without them its governing words are marked.
    """
    text = clause.plain or clause.text
    marks = [*(word_marks(text, words) if words else ()), *governing_marks(clause, text), *residue_marks(text)]
    shown = "".join(
        f'<span class="gb-force gb-{style}" title="{escape(meaning)}">{name}</span>'
        for style, name, meaning in badges(clause)
    )
    label = printed_label(clause)
    label_html = f'<span class="gb-label">{escape(label)}</span>' if 0 < len(label) <= _LONGEST_LABEL else ""
    return (
        f'<div class="gb-clause" data-clause="{escape(clause.id)}"><div class="gb-badges">{shown}</div>'
        f'<p class="gb-text">{label_html}{marked(text, marks)}</p></div>'
    )


def place_html(clause: Clause, titles: Mapping[str, str], why: Sequence[str] = ()) -> str:
    """Where a clause stands, its id, and how a search found it."""
    found = "".join(f'<span class="gb-why">{escape(say(WHY.get(name, name)))}</span>' for name in why)
    return (
        f'<div class="gb-place">{escape(place(clause, titles))} '
        f'<code>{escape(clause.id)}</code> <span class="gb-found">{found}</span></div>'
    )


def draw_card(
    clause: Clause, titles: Mapping[str, str], where: str, *, words: Sequence[str] = (), why: Sequence[str] = ()
) -> None:
    """Draw a card with the button that opens the source.

    Args:
        clause: The clause.
        titles: The documents' titles by id.
        where: Names the place on the page; with the clause's id it names the button.
        words: Words of a question to mark.
        why: The retrievers that found the clause.
    """
    state = "open" if opened_source() == clause.id else "card"
    with st.container(border=True, key=f"{state}-{where}-{_key(clause.id)}", gap="xsmall"):
        st.html(card_html(clause, words))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", wrap=False):
            st.html(place_html(clause, titles, why))
            st.button(
                say("看原文"), key=f"source:{where}:{clause.id}", on_click=open_source, args=(clause.id,),
                type="tertiary", width="content",
            )  # fmt: skip


def draw_cards(
    clauses: Sequence[Clause], titles: Mapping[str, str], where: str, draw: Callable[..., None] = draw_card
) -> None:
    """Draw the first cards of a list, the rest on demand."""
    flag = f"all:{where}"
    every = bool(st.session_state.get(flag)) or len(clauses) <= FIRST_SHOWN + 2
    for clause in clauses if every else clauses[:FIRST_SHOWN]:
        draw(clause, titles, where)
    if not every:
        rest = say("显示其余 {count} 条", count=len(clauses) - FIRST_SHOWN)
        st.button(rest, key=f"more:{where}", on_click=_show_all, args=(flag,))


def _show_all(flag: str) -> None:
    st.session_state[flag] = True


def _key(identifier: str) -> str:
    """An id as a name for the style sheet."""
    return "".join(character if character.isalnum() else "-" for character in identifier)
