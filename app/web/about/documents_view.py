"""The documents, each with where it comes from, and the build that all pages are read from."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web.language import say
from app.web.opened import Opened
from app.web.parts.provenance import list_html, notes_html, provenance_html
from corpus.library import Document

_SAID = (
    "引文逐字取自下列文件的存档文本，可以按字符位置核对。年份只在文本支持时给出，并写明依据；"
    "文件是否现行有效，以发布机关的公布为准。"
)


def draw_documents(opened: Opened) -> None:
    """Draw them."""
    st.html(f'<h2 class="gb-title">{say("文件与出处")}</h2><p class="gb-said">{say(_SAID)}</p>')
    for document in opened.workspace.documents:
        _draw(document)
    manifest = opened.workspace.snapshot.manifest
    facts = (
        (say("构建"), manifest.hash),
        (
            say("内容"),
            say("{documents} 份文件，{clauses} 条", documents=len(manifest.documents), clauses=manifest.clauses),
        ),
        (say("向量模型"), manifest.embedder),
    )
    st.html(f'<h2 class="gb-title">{say("这一次构建")}</h2>{list_html(facts)}')


def _draw(document: Document) -> None:
    with st.container(border=True, key=f"document-{document.meta.id.replace('@', '-')}"):
        st.html(f'<h3 class="gb-document">{escape(document.meta.title)}</h3>{provenance_html(document)}')
        if document.notes:
            with st.expander(say("读者须知 {count} 条", count=len(document.notes))):
                st.html(notes_html(document.notes))
