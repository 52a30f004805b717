"""A document of the library: where it comes from, its editions, what its reader should know, and its removal."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.web.intake.actions import remove
from app.web.intake.differences_view import open_differences
from app.web.intake.running import busy
from app.web.intake.words import comes_along
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.provenance import notes_html, provenance_html
from corpus.holdings.record import document_of, edition_id, edition_of
from corpus.library import Document

_ASKED = "library-removing"


def draw_document(opened: Opened, document: Document) -> None:
    """Draw it."""
    meta = document.meta
    st.html(f'<h3 class="gb-document">{escape(meta.title)}</h3>{provenance_html(document)}')
    family = [one for one in opened.workspace.documents if document_of(one.meta.id) == document_of(meta.id)]
    family.sort(key=lambda one: edition_of(one.meta.id))
    if len(family) > 1:
        _draw_editions(family, document)
    if document.notes:
        with st.expander(say("读者须知 {count} 条", count=len(document.notes))):
            st.html(notes_html(document.notes))
    if comes_along(document):
        st.html(f'<p class="gb-quiet">{say("这份文件随产品提供，不能移除。")}</p>')
    else:
        _draw_removal(opened, document, [one for one in family if not comes_along(one)])


def _draw_editions(family: Sequence[Document], document: Document) -> None:
    listed = "".join(
        f"<li>{escape(say('第 {number} 版', number=one.meta.edition))} · {one.meta.year or '—'} · "
        f"<code>{escape(one.meta.id)}</code></li>"
        for one in family
    )
    st.html(f'<h4 class="gb-side-title">{say("各版")}</h4><ul class="gb-notes">{listed}</ul>')
    place = family.index(document)
    former, later = (family[place - 1], document) if place else (document, family[1])
    st.button(
        say("看第 {former} 版与第 {later} 版的差别", former=former.meta.edition, later=later.meta.edition),
        key="open-differences", on_click=open_differences, args=(named(former), named(later)), type="primary",
    )  # fmt: skip


def named(document: Document) -> str:
    """An edition as a person names it, its number always said."""
    identifier = document.meta.id
    return identifier if "@" in identifier else f"{edition_id(identifier, 1)}@1"


def _draw_removal(opened: Opened, document: Document, family: Sequence[Document]) -> None:
    identifier = document.meta.id
    if st.session_state.get(_ASKED) != identifier:
        st.button(say("移除…"), key="ask-removal", on_click=_ask, args=(identifier,), disabled=busy(), width="content")
        return
    told = say("移除之后，它的条目不再出现在任何回答里，原件也从数据目录里删去。移除前可以先备份。")
    st.html(f'<p class="gb-said" role="alert">{told}</p>')
    with st.container(horizontal=True):
        if len(family) > 1:
            one = [named(document)]
            st.button(say("移除这一版"), key="remove-one", on_click=_remove, args=(opened, one), disabled=busy())
            whole = say("移除全部 {count} 版", count=len(family))
        else:
            whole = say("确认移除")
        st.button(
            whole, key="remove-document", on_click=_remove, args=(opened, [document_of(identifier)]),
            disabled=busy(), type="primary",
        )  # fmt: skip
        st.button(say("不移除"), key="keep-document", on_click=_ask, args=(None,), type="tertiary")


def _ask(identifier: str | None) -> None:
    st.session_state[_ASKED] = identifier


def _remove(opened: Opened, identifiers: Sequence[str]) -> None:
    _ask(None)
    remove(opened, identifiers)
