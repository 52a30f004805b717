"""An answer on the page: how it was taken, the conclusion, the model's sentence, the clauses, the notes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.assembly import Workspace
from app.web.asking.answer_html import asides_html, conclusion_html, notes_html, question_html, seconds
from app.web.asking.asked import Asked
from app.web.asking.chips import draw_chips
from app.web.asking.cited import Cited, cards_html, cited_in, said_html
from app.web.asking.forces import chosen_force, draw_forces
from app.web.asking.sentence import draw_sentence
from app.web.asking.writing_desk import WritingDesk
from app.web.language import say
from app.web.parts.cards import FIRST_SHOWN
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.plain import plain
from app.web.parts.source_panel import open_source, opened_source
from corpus.clause import Clause, Force
from drafting.answer import Answer, Section
from drafting.rendering import told
from drafting.transcripts.transcript import spans

_SHOWN_AT_ONCE = 2
"""Clauses that only a sentence names are seen without opening them where they are so few."""


def draw_answer(asked: Asked, workspace: Workspace, desk: WritingDesk) -> None:
    """Draw the present question with its answer."""
    answer, cited = asked.answer, cited_in(asked.answer)
    st.html(question_html(asked.reply.turn))
    draw_chips(asked, workspace)
    draw_cited(conclusion_html(answer, cited), f"conclusion:{asked.number}")
    if answer.refusal is not None:
        _draw_refused(asked, cited)
        return
    if leading := asides_html(one for one in answer.asides if one.leads):
        st.html(leading)
    draw_sentence(asked, cited, workspace, desk)
    draw_forces(answer)
    draw_sections(answer, cited, chosen_force(answer), f"answer-{asked.number}")
    if following := asides_html(one for one in answer.asides if not one.leads):
        st.html(following)
    if notes := notes_html(told((*_other_notes(asked, answer.frame.notes), *answer.alternatives), answer.frame)):
        st.html(notes)
    st.html(f'<div class="gb-foot">{say("查找用时 {time}", time=seconds(answer.latency_ms))}</div>')


def _draw_refused(asked: Asked, cited: Cited) -> None:
    answer = asked.answer
    if said := said_html([one for section in answer.sections for one in section.said], cited):
        draw_cited(said, f"refused:{asked.number}")
    if asides := asides_html(answer.asides):
        st.html(asides)
    instead = say("可以改问：某一等级在某个能力子域的要求、某项指标的数值、某个术语的定义，或者换一个文件。")
    st.html(notes_html((*told(_other_notes(asked, answer.alternatives), answer.frame), instead)))


def _other_notes(asked: Asked, notes: Sequence[str]) -> tuple[str, ...]:
    """The notes without those on how the question was taken, which stand above the answer."""
    return tuple(note for note in notes if note not in asked.reply.turn.remarks)


def draw_cited(html: str, key: str) -> None:
    """Draw safe HTML whose numbers open the source."""
    draw_pick_table(html, opened_source(), key, open_source)


def draw_sections(answer: Answer, cited: Cited, force: Force | None, where: str) -> None:
    """Draw the parts of an answer, then the clauses that its sentences rest on without a part that quotes them.

    Args:
        answer: The answer.
        cited: Its clauses with their numbers.
        force: Clauses of other forces are folded away; None where all are shown.
        where: Names the answer on the page.
    """
    for number, section in enumerate(answer.sections):
        _draw_section(number, section, cited, force, where)
    quoted = {one.id for section in answer.sections for one in section.quoted}
    if rest := [one for one in answer.citations if one.id not in quoted]:
        label = say("句子另外依据的 {count} 条，编号 {numbers}", count=len(rest), numbers=_numbered(rest, cited))
        with st.expander(label, expanded=len(rest) <= _SHOWN_AT_ONCE):
            _draw_cards(rest, cited, f"{where}:rest")


def _numbered(clauses: Sequence[Clause], cited: Cited) -> str:
    return spans(sorted(cited.numbers[one.id] for one in clauses)).strip("[]").replace("][", "、")


def _draw_section(number: int, section: Section, cited: Cited, force: Force | None, where: str) -> None:
    """Draw a part of an answer.

    Args:
        number: Its place in the answer.
        section: The part.
        cited: The clauses of the answer with their numbers.
        force: Clauses of other forces are folded away; None where all are shown.
        where: Names the answer on the page.
    """
    key = f"{where}-{number}"
    if section.heading:
        st.subheader(plain(section.heading), anchor=False)
    if said := said_html(section.said if number else section.said[1:], cited):
        draw_cited(said, f"{key}:said")
    inside = [one for one in section.quoted if force is None or force in one.forces]
    outside = [one for one in section.quoted if one not in inside]
    _draw_cards(inside, cited, key)
    if outside:
        with st.expander(say("其他用词的 {count} 条", count=len(outside))):
            _draw_cards(outside, cited, f"{key}:outside")
    if section.remark:
        st.html(notes_html((section.remark,)))


def _draw_cards(clauses: Sequence[Clause], cited: Cited, key: str) -> None:
    """Draw the first clauses of a list, the rest on demand."""
    if not clauses:
        return
    flag = f"all:{key}"
    every = bool(st.session_state.get(flag)) or len(clauses) <= FIRST_SHOWN + 2
    draw_cited(cards_html(clauses if every else clauses[:FIRST_SHOWN], cited), f"{key}:cards")
    if not every:
        rest = say("显示其余 {count} 条", count=len(clauses) - FIRST_SHOWN)
        st.button(rest, key=f"more:{key}", on_click=_show_all, args=(flag,))


def _show_all(flag: str) -> None:
    st.session_state[flag] = True
