"""The page 问答: a question, the conclusion, the clauses it rests on, and the place in the document."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.assembly import Workspace
from app.questions import checked
from app.web.answer_html import (
    asides_html,
    conclusion_html,
    frame_html,
    generated_html,
    library_html,
    notes_html,
    said_html,
    seconds,
)
from app.web.aside import with_aside
from app.web.cards import draw_cards
from app.web.limits import Chosen, draw_limits
from app.web.source_panel import close_source, draw_source, open_source, opened_source
from app.web.writing_desk import WritingDesk
from drafting.answer import Answer, Section
from drafting.generator import Missing

EXAMPLES = ("智能工厂对设备运维有什么要求", "数字化车间要做柔性化制造吗", "浦江智能工厂的总投资要达到多少")
INSTEAD = "可以改问：某一等级在某个能力子域的要求、某项指标的数值、某个术语的定义，或者换一个文件。"
NO_MODEL = "写作模型尚未就绪：仍在后台编译或未安装。回答以原文引述给出，内容完整；就绪后本页会说明。"
_QUESTION = "question"
_BOX = "question-box"
_ASKED = "asked"


@dataclass(slots=True)
class Asked:
    """A question of this session with its answer.

    Attributes:
        key: The build, the question and the limits; another key needs another answer.
        answer: The answer as far as it is.
        writing: The model's sentence on its way, or None.
        written: Whether the model had its turn.
        failed: Whether it had its turn and gave no draft.
        waited_for_model: Whether the model was still missing when the answer was first shown.
    """

    key: tuple[Any, ...]
    answer: Answer
    writing: Future[Answer] | None = None
    written: bool = False
    failed: bool = False
    waited_for_model: bool = False


def draw_asking(desk: WritingDesk, workspace: Workspace) -> None:
    """Draw the page."""
    _restore(workspace)
    chosen = draw_limits(workspace)
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        _draw_question()
        question = str(st.session_state.get(_QUESTION, "")).strip()
        if not question:
            st.html(library_html(workspace))
            return
        asked = _asked(workspace, checked(question), chosen)
        _draw_answer(asked, workspace, chosen, desk)


def _restore(workspace: Workspace) -> None:
    """Take question and source from the address where a session begins with one; keep the address up to date."""
    if _QUESTION not in st.session_state:
        st.session_state[_QUESTION] = st.query_params.get("q", "")
        clause = st.query_params.get("clause", "")
        if clause in workspace.shelf.by_id:
            open_source(clause)
    wanted = {"q": st.session_state[_QUESTION], "clause": opened_source() or ""}
    for name, value in wanted.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def _draw_question() -> None:
    # Set only where it is new: setting it at every run would take away what is being typed.
    if _BOX not in st.session_state:
        st.session_state[_BOX] = st.session_state.get(_QUESTION, "")
    with st.form("ask", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("向标准提问", key=_BOX, placeholder="例如：智能工厂对设备运维有什么要求")
        st.form_submit_button("提问", type="primary", on_click=_ask_box, width="content")
    with st.container(horizontal=True, gap="small", key="examples"):
        for number, text in enumerate(EXAMPLES):
            st.button(text, key=f"example-{number}", on_click=_ask, args=(text,), type="tertiary", width="content")


def _ask_box() -> None:
    _ask(str(st.session_state[_BOX]))


def _ask(question: str) -> None:
    st.session_state[_QUESTION] = st.session_state[_BOX] = question.strip()
    close_source()


def _asked(workspace: Workspace, question: str, chosen: Chosen) -> Asked:
    """The question with its answer; found anew where question, limits or build changed."""
    key = (str(workspace.snapshot.path), question, chosen.document, chosen.tier)
    asked: Asked | None = st.session_state.get(_ASKED)
    if asked is None or asked.key != key:
        if asked is not None and asked.writing is not None:
            asked.writing.cancel()
        asked = Asked(key, workspace.find(question, chosen.limits()))
        st.session_state[_ASKED] = asked
    return asked


def _draw_answer(asked: Asked, workspace: Workspace, chosen: Chosen, desk: WritingDesk) -> None:
    answer = asked.answer
    st.html(frame_html(answer.frame, workspace))
    st.html(conclusion_html(answer))
    if answer.refusal is not None:
        said = said_html(one for section in answer.sections for one in section.said)
        if beside := said + asides_html(answer.asides):
            st.html(beside)
        st.html(notes_html((*answer.alternatives, INSTEAD)))
        return
    if leading := asides_html(one for one in answer.asides if one.leads):
        st.html(leading)
    _draw_writing(asked, workspace, desk)
    for number, section in enumerate(answer.sections):
        _draw_section(number, section, workspace, chosen)
    if following := asides_html(one for one in answer.asides if not one.leads):
        st.html(following)
    if notes := notes_html((*answer.frame.notes, *answer.alternatives)):
        st.html(notes)
    st.html(f'<div class="gb-foot">查找用时 {seconds(answer.latency_ms)}</div>')


def _draw_section(number: int, section: Section, workspace: Workspace, chosen: Chosen) -> None:
    if section.heading:
        st.subheader(section.heading, anchor=False)
    said = section.said if number else section.said[1:]
    if said:
        st.html(said_html(said))
    inside = [clause for clause in section.quoted if chosen.allows(clause)]
    outside = [clause for clause in section.quoted if not chosen.allows(clause)]
    draw_cards(inside, workspace.titles, f"answer-{number}")
    if outside:
        with st.expander(f"所选子域、系统或用词之外的 {len(outside)} 条"):
            draw_cards(outside, workspace.titles, f"outside-{number}")
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
        st.html(generated_html(asked.answer.generated))
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
        written = asked.writing.result()
        drafted = bool(written.generated or written.rejected_drafts)
        asked.failed = not drafted and written.answer != asked.answer.answer  # it says that nothing came
        asked.answer = written
    asked.writing, asked.written = None, True
    st.rerun()


@st.fragment(run_every=5)
def _wait_for_model(desk: WritingDesk) -> None:
    if not isinstance(desk.generator(), Missing):
        st.rerun()
    st.html(f'<div class="gb-quiet" role="status">{NO_MODEL}</div>')
