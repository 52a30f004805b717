"""An answer on the page: how it was taken, the conclusion, the model's sentence, the clauses, the notes."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.assembly import Workspace
from app.web.asking.answer_html import (
    asides_html,
    conclusion_html,
    frame_html,
    generated_html,
    notes_html,
    question_html,
    said_html,
    seconds,
)
from app.web.asking.asked import Asked
from app.web.asking.writing_desk import WritingDesk
from app.web.parts.cards import draw_cards
from app.web.parts.limits import Chosen
from drafting.answer import Answer, Section
from drafting.generator import Missing
from drafting.rendering import told

INSTEAD = "可以改问：某一等级在某个能力子域的要求、某项指标的数值、某个术语的定义，或者换一个文件。"
NO_MODEL = "写作模型尚未就绪：仍在后台编译或未安装。回答以原文引述给出，内容完整；就绪后本页会说明。"


def draw_answer(asked: Asked, workspace: Workspace, chosen: Chosen, desk: WritingDesk) -> None:
    """Draw the present question with its answer."""
    answer = asked.answer
    st.html(question_html(asked.reply.turn) + frame_html(answer.frame, workspace))
    st.html(conclusion_html(answer))
    if answer.refusal is not None:
        _draw_refused(asked)
        return
    if leading := asides_html(one for one in answer.asides if one.leads):
        st.html(leading)
    _draw_writing(asked, workspace, desk)
    for number, section in enumerate(answer.sections):
        draw_section(number, section, workspace, chosen, "")
    if following := asides_html(one for one in answer.asides if not one.leads):
        st.html(following)
    if notes := notes_html(told((*_other_notes(asked, answer.frame.notes), *answer.alternatives), answer.frame)):
        st.html(notes)
    st.html(f'<div class="gb-foot">查找用时 {seconds(answer.latency_ms)}</div>')


def _draw_refused(asked: Asked) -> None:
    answer = asked.answer
    said = said_html(one for section in answer.sections for one in section.said)
    if beside := said + asides_html(answer.asides):
        st.html(beside)
    st.html(notes_html(told((*_other_notes(asked, answer.alternatives), INSTEAD), answer.frame)))


def _other_notes(asked: Asked, notes: tuple[str, ...]) -> tuple[str, ...]:
    """The notes without those on how the question was taken, which stand above the answer."""
    return tuple(note for note in notes if note not in asked.reply.turn.remarks)


def draw_section(number: int, section: Section, workspace: Workspace, chosen: Chosen, where: str) -> None:
    """Draw a part of an answer.

    Args:
        number: Its place in the answer.
        section: The part.
        workspace: Where its clauses are from.
        chosen: The limits; clauses outside are folded away.
        where: Names the answer on the page, empty for the present one.
    """
    if section.heading:
        st.subheader(section.heading, anchor=False)
    said = section.said if number else section.said[1:]
    if said:
        st.html(said_html(said))
    inside = [clause for clause in section.quoted if chosen.allows(clause)]
    outside = [clause for clause in section.quoted if not chosen.allows(clause)]
    draw_cards(inside, workspace.titles, f"{where}answer-{number}")
    if outside:
        with st.expander(f"所选子域、系统或用词之外的 {len(outside)} 条"):
            draw_cards(outside, workspace.titles, f"{where}outside-{number}")
    if section.remark:
        st.html(notes_html((section.remark,)))


def _draw_writing(asked: Asked, workspace: Workspace, desk: WritingDesk) -> None:
    """The model's sentence: on its way, written, or why there is none."""
    if not asked.answer.summarise:
        return
    generator = desk.generator()
    if isinstance(generator, Missing):
        asked.waited_for_model = True
        _wait_for_model(desk)
        return
    if not asked.written and asked.writing is None and generator.ready():
        asked.writing = desk.write(workspace.answerer, asked.answer)
    if asked.waited_for_model:
        st.html('<div class="gb-quiet">写作已就绪。</div>')
    if asked.writing is not None:
        _wait_for_sentence(asked)
    elif asked.answer.generated:
        st.html(generated_html(asked.answer))
    elif asked.answer.rejected_drafts:
        drafts = asked.answer.rejected_drafts
        st.html(f'<div class="gb-quiet">模型写了 {drafts} 稿，均未通过对照原文的核对，未采用；以下引文完整。</div>')
    elif asked.failed:
        st.html('<div class="gb-quiet">模型未能按时写成句子；以下引文完整，可稍后再问一次。</div>')


@st.fragment(run_every=0.5)
def _wait_for_sentence(asked: Asked) -> None:
    if asked.writing is None or not asked.writing.done():
        st.html('<div class="gb-writing" role="status">模型正在撰写…（引文已完整，可先阅读）</div>')
        return
    if not asked.writing.cancelled():
        _take(asked, asked.writing.result())
    asked.writing, asked.written = None, True
    st.rerun()


def _take(asked: Asked, written: Answer) -> None:
    drafted = bool(written.generated or written.rejected_drafts)
    asked.failed = not drafted and written.answer != asked.answer.answer  # it says that nothing came
    asked.reply = replace(asked.reply, answer=written)


@st.fragment(run_every=5)
def _wait_for_model(desk: WritingDesk) -> None:
    if not isinstance(desk.generator(), Missing):
        st.rerun()
    st.html(f'<div class="gb-quiet" role="status">{NO_MODEL}</div>')
