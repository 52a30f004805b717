"""The documents of the library, and beside them the one that is open."""

from __future__ import annotations

import streamlit as st

from app.web.intake.document_view import draw_document
from app.web.intake.library_table import library_html
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import kept, restored
from app.web.parts.aside import with_aside
from app.web.parts.pick_table import draw_pick_table
from corpus.library import Document

_OPEN = "library-open"
_DOCUMENT = "document"


def draw_library(opened: Opened) -> None:
    """Draw it."""
    documents = {one.meta.id: one for one in opened.workspace.documents}
    chosen = restored(_OPEN, _DOCUMENT, ["", *documents])
    kept(_DOCUMENT, chosen)
    with with_aside(bool(chosen), lambda: _draw_open(opened, documents[chosen])):
        told = say("共 {count} 份文件。点标题，看出处、各版和差别。", count=len(documents))
        st.html(f'<p class="gb-quiet">{told}</p>')
        draw_pick_table(library_html(list(documents.values())), chosen, "library-table", _open)
        st.html(f'<h2 class="gb-title">{say("备份与恢复")}</h2><p class="gb-said">{say(_BACKUP)}</p>')
        st.code("gongbiao backup 工标备份.zip\ngongbiao restore 工标备份.zip", language="console")


_BACKUP = (
    "收入的全部文件（原件、文本、更正）可以写成一个备份文件，在终端运行下面第一行。恢复时先核对整个备份，再一次换上；"
    "备份之后收入的文件不再保留。"
)


def _draw_open(opened: Opened, document: Document) -> None:
    with st.container(key="document-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{say("文件的出处")}</h2>')
        st.button(say("关闭"), key="close-document", on_click=_open, args=("",), type="tertiary", width="content")
    draw_document(opened, document)


def _open(identifier: str) -> None:
    st.session_state[_OPEN] = identifier
