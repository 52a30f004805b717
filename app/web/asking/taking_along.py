"""What is done with an answer: copied with its places, the conversation exported, a word on it kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.feedback import LONGEST, Verdict, feedback_file, feedback_on, keep_feedback
from app.web.asking.answer_html import status_words
from app.web.asking.asked import Asked
from app.web.asking.copying import draw_copy
from app.web.language import say
from drafting.transcripts.markdown import markdown
from drafting.transcripts.plain_text import plain_text
from drafting.transcripts.transcript import Transcript, transcript
from drafting.transcripts.word import word_file

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw_taking_along(asked: Sequence[Asked], workspace: Workspace) -> None:
    """Draw the row of buttons below the present answer.

    Raises:
        AppError: Feedback cannot be kept.
    """
    present = asked[-1]
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="taking-along"):
        draw_copy(say("带出处复制"), plain_text(_taken((present,), workspace)), f"copy:{present.number}")
        with st.popover(say("导出对话"), key=f"export:{present.number}", width="content"):
            taken = _taken(asked, workspace)
            st.html(
                f'<p class="gb-quiet">{say("{count} 问，引文附出处、字符位置和文件校验值。", count=len(asked))}</p>'
            )
            _draw_download(say("Word 文档"), partial(word_file, taken), ".docx", _WORD)
            _draw_download("Markdown", lambda: markdown(taken).encode(), ".md", "text/markdown")
        _draw_feedback(present, workspace)


def _taken(asked: Sequence[Asked], workspace: Workspace) -> Transcript:
    return transcript([(one.reply, status_words(one.answer)) for one in asked], workspace.shelf.documents)


def _draw_download(label: str, make: Callable[[], bytes], ending: str, kind: str) -> None:
    name = say("工标问答")
    st.download_button(label, make, f"{name}{ending}", kind, key=f"export{ending}", on_click="ignore", width="stretch")


def _draw_feedback(asked: Asked, workspace: Workspace) -> None:
    if asked.judged:
        st.html(f'<span class="gb-quiet" role="status">{escape(asked.judged)}</span>', width="content")
        return
    where = feedback_file(workspace.settings.data)
    kept_at = say("只记在本机的 {file}，不会发送。", file=where)
    if st.button(say("有用"), key=f"useful:{asked.number}", help=kept_at, width="content"):
        _keep(asked, workspace, "useful", "")
    with st.popover(say("有误"), key=f"wrong:{asked.number}", width="content"):
        comment = st.text_area(say("哪里不对（可不填）"), key=f"comment:{asked.number}", max_chars=LONGEST, height=90)
        st.html(f'<p class="gb-quiet">{escape(kept_at)}</p>')
        if st.button(say("记下"), key=f"keep-wrong:{asked.number}", width="content"):
            _keep(asked, workspace, "wrong", comment or "")


def _keep(asked: Asked, workspace: Workspace, verdict: Verdict, comment: str) -> None:
    path = keep_feedback(
        workspace.settings.data, feedback_on(asked.reply, verdict, comment, workspace.snapshot.path.name)
    )
    asked.judged = say("已记在本机：{file}", file=path)
    st.rerun()
