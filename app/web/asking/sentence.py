"""The model's sentence: on its way, written, or why there is none. What is not verified yet is counted, never shown."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.assembly import Workspace
from app.web.asking.asked import Asked
from app.web.asking.cited import Cited, generated_html
from app.web.asking.writing_desk import WritingDesk
from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import open_source, opened_source
from drafting.answer import Answer
from drafting.generator import Missing

_POLL_S = 0.4


def draw_sentence(asked: Asked, cited: Cited, workspace: Workspace, desk: WritingDesk) -> None:
    """Draw the sentence, or what there is of it.

    Raises:
        DraftingError: There is no generator of the settings' name.
    """
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
        st.html(f'<div class="gb-quiet">{say("写作已就绪。")}</div>')
    if asked.writing is not None:
        _wait_for_sentence(asked)
    elif asked.answer.generated:
        draw_pick_table(generated_html(asked.answer, cited), opened_source(), f"generated:{asked.number}", open_source)
    elif asked.answer.rejected_drafts:
        drafts = asked.answer.rejected_drafts
        _quietly(say("模型写了 {drafts} 稿，均未通过对照原文的核对，未采用；以下引文完整。", drafts=drafts))
    elif asked.failed:
        _quietly(say("模型未能按时写成句子；以下引文完整，可稍后再问一次。"))


@st.fragment(run_every=_POLL_S)
def _wait_for_sentence(asked: Asked) -> None:
    writing = asked.writing
    if writing is None or not writing.done():
        drafted = writing.counted.characters if writing else 0
        told = say("模型正在撰写：已起草 {count} 字，逐项核对通过后才显示。下面的引文已完整，可先阅读。", count=drafted)
        st.html(f'<div class="gb-writing"><span role="status">{told}</span></div>')
        return
    if not writing.answer.cancelled():
        _take(asked, writing.answer.result())
    asked.writing, asked.written = None, True
    st.rerun()


def _take(asked: Asked, written: Answer) -> None:
    drafted = bool(written.generated or written.rejected_drafts)
    asked.failed = not drafted and written.answer != asked.answer.answer  # it says that nothing came
    found_in = asked.answer.latency_ms  # without the time that writing took
    asked.reply = replace(asked.reply, answer=replace(written, latency_ms=found_in))


@st.fragment(run_every=5)
def _wait_for_model(desk: WritingDesk) -> None:
    if not isinstance(desk.generator(), Missing):
        st.rerun()
    _quietly(say("写作模型尚未就绪：仍在后台编译或未安装。回答以原文引述给出，内容完整；就绪后本页会说明。"))


def _quietly(told: str) -> None:
    st.html(f'<div class="gb-quiet" role="status">{told}</div>')
