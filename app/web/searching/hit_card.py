"""A hit: the clause with the words looked for, why it was found, and the ways to its source and to the saved list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app.web.language import language_now, say
from app.web.parts.cards import card_html, place_html
from app.web.parts.source_panel import open_source, opened_source
from app.web.parts.words import WHY
from app.web.searching.address import forget, save, saved_ids
from corpus.clause import Clause

HOW: Mapping[str, str] = {
    "bm25": "字面上有问题里的词，词越少见、出现越多，排得越前。",
    "dense": "意思与问题相近（按向量比较），可能没有相同的字。",
    "graph": "问题提到的等级、能力子域、系统或技术，在知识图谱里与本条相连。",
    "topic": "问题最像在问某个能力子域，本条属于它。",
    "wording": "事先为本条写下的日常说法与问题相近；说法不是原文。",
    "system": "问题像某个系统的日常叫法，本条提到这个系统。",
    "proposed": "经由推定的国家场景找到；对应关系不是官方的，也不是原文。",
}
"""What each way of finding a clause rests on."""


def why_html(clause: Clause, why: Sequence[str], words: Sequence[str]) -> str:
    """How a search found a clause, in a line that opens to say what each way rests on."""
    if not why:
        return ""
    apart = "、" if language_now() == "zh" else ", "
    shown = apart.join(say(WHY.get(name, name)) for name in why)
    rows = "".join(
        f"<li><b>{say(WHY.get(name, name))}</b>{say(HOW[name])}{_words_html(clause, name, words)}</li>"
        for name in why
        if name in HOW
    )
    told = say("怎样找到的：{ways}", ways=shown)
    return f'<details class="gb-found-how"><summary>{told}</summary><ul>{rows}</ul></details>'


def _words_html(clause: Clause, name: str, words: Sequence[str]) -> str:
    text = f"{clause.plain} {' '.join(clause.path)}".lower()
    there = [word for word in words if word.lower() in text]
    if name != "bm25" or not there:
        return ""
    return f" {say('本条及其标题里有：')}{'、'.join(f'<q>{escape(word)}</q>' for word in there)}"


def draw_hit(
    clause: Clause, titles: Mapping[str, str], words: Sequence[str] = (), why: Sequence[str] = (), *, where: str
) -> None:
    """Draw a hit, or a clause of the saved list.

    Args:
        clause: The clause.
        titles: The documents' titles by id.
        words: The words that were looked for.
        why: The retrievers that found it.
        where: Names the place on the page.
    """
    state = "open" if opened_source() == clause.id else "card"
    name = "".join(sign if sign.isalnum() else "-" for sign in clause.id)
    with st.container(border=True, key=f"{state}-{where}-{name}", gap="xsmall"):
        st.html(card_html(clause, words) + place_html(clause, titles))
        with st.container(horizontal=True, gap="small", key=f"ways-{where}-{name}"):
            st.html(why_html(clause, why, words) or "<i></i>")
            st.button(
                say("看原文"), key=f"source:{where}:{clause.id}", on_click=open_source, args=(clause.id,),
                type="tertiary", width="content",
            )  # fmt: skip
            held = clause.id in saved_ids()
            st.button(
                say("移出收藏") if held else say("收藏"), key=f"save:{where}:{clause.id}",
                on_click=forget if held else save, args=((clause.id,),), type="tertiary", width="content",
            )  # fmt: skip
