"""The page 文件入库: files are looked at before they are taken in; the documents of the library and their editions."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web.intake import desk
from app.web.intake.actions import admit
from app.web.intake.arrivals import draw_arrivals
from app.web.intake.differences_view import differences_open, draw_differences
from app.web.intake.editions import namesakes
from app.web.intake.file_view import draw_file
from app.web.intake.library_view import draw_library
from app.web.intake.place_view import draw_place, has_place
from app.web.intake.running import busy, draw_running, settle
from app.web.intake.waiting_table import waiting_html
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import draw_choice
from app.web.parts.aside import with_aside
from app.web.parts.pick_table import draw_pick_table

_PARTS = {"add": "收入文件", "library": "标准库里的文件"}


def draw(opened: Opened) -> None:
    """Draw the page."""
    settle()
    part = draw_choice("做什么", "part", list(_PARTS), lambda code: say(_PARTS[code]), where="intake")
    draw_running()
    if part == "library":
        if differences_open():
            draw_differences(opened)
        else:
            draw_library(opened)
        return
    file = desk.picked()
    with with_aside(file is not None and has_place(file), lambda: draw_place(opened, file) if file else None):
        draw_arrivals(opened)
        if file is None:
            st.html(f'<h2 class="gb-title">{say("收入之前先看")}</h2><ul class="gb-notes">{_taught()}</ul>')
            return
        _draw_waiting(opened)
        draw_file(opened, file)


def _draw_waiting(opened: Opened) -> None:
    waiting, file = desk.batch(), desk.picked()
    st.html(f'<h2 class="gb-title">{say("等待收入的文件")}</h2>')
    chosen = str(file.number) if file is not None else None
    maybe = {one.number for one in waiting.files if namesakes(opened.workspace.documents, one)}
    draw_pick_table(waiting_html(waiting.files, maybe), chosen, "waiting", desk.pick)
    ready = waiting.admissible
    if len(ready) > 1:
        if maybe:
            told = say(
                "有 {count} 份可能是库里文件的新版，请先逐份确认；全部收入会把它们当作另外的文件。", count=len(maybe)
            )
            st.html(f'<p class="gb-in-maybe">{escape(told)}</p>')
        st.button(
            say("全部收入（{count} 份）", count=len(ready)), key="admit-all", on_click=admit,
            args=(opened, [one.number for one in ready]), type="secondary" if maybe else "primary", disabled=busy(),
        )  # fmt: skip


def _taught() -> str:
    return "".join(f"<li>{escape(say(line))}</li>" for line in _TAUGHT)


_TAUGHT = (
    "放入通知、办法或附件后，这里列出每份的版式和把握、读出的等级、覆盖了正文的多少、有什么异常。",
    "每一条都能点开，看它在原文的哪一页、哪一格；种类、等级、用词和文件信息都可以更正。",
    "确认无误再收入；收入后，检索、问答和对比都会用到它，回答里逐字引用并注明出处。",
    "同一文件的新版会与前一版并存，可以逐条看差别。",
)
