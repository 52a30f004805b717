"""Whether a file that waits is a new edition of a document of the library, or a document of its own: a person says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import streamlit as st

from app.web.intake.actions import revise
from app.web.intake.batch import Waiting
from app.web.intake.running import busy
from app.web.intake.words import title_of
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.plain import plain
from corpus.holdings.likeness import same_title
from corpus.holdings.record import document_of
from corpus.library import Document


def draw_edition(opened: Opened, file: Waiting) -> None:
    """Offer what can be said: that it is an edition, that it is none, or that it is one all the same."""
    one = file.assessed
    if one.arrival is None:
        return
    given = one.given
    if one.status == "rejected" and given.id is not None:
        with st.container(horizontal=True):
            insisted = replace(given, edition=True)
            st.button(say("仍作为新版"), on_click=revise, args=(opened, file.number, insisted), disabled=busy())
            _draw_alone(opened, file)
        return
    if one.status == "updated" and given.id is not None:
        _draw_alone(opened, file)
        return
    if one.status != "added":
        return
    for document in _namesakes(opened, file):
        identifier = document_of(document.meta.id)
        told = say("库里已有同名文件《{title}》（{id}）。", title=document.meta.title, id=document.meta.id)
        st.html(f'<p class="gb-said">{escape(told)}</p>')
        st.button(
            say("作为 {id} 的新版", id=plain(identifier)), key=f"edition:{file.number}:{identifier}",
            on_click=revise, args=(opened, file.number, replace(given, id=identifier)), disabled=busy(),
        )  # fmt: skip
    _draw_others(opened, file)


def _draw_others(opened: Opened, file: Waiting) -> None:
    """Any document of the library, for a file whose title has changed."""
    known = {document_of(document.meta.id): document.meta.title for document in opened.workspace.documents}
    key = f"edition-of:{file.number}"
    with st.container(key="intake-edition-of"):
        st.selectbox(
            say("是库里哪份文件的新版？"), ["", *known], key=key, on_change=_choose, args=(opened, file, key),
            format_func=lambda code: known.get(code) or say("都不是，是另一份文件"), disabled=busy(),
        )  # fmt: skip


def _choose(opened: Opened, file: Waiting, key: str) -> None:
    if identifier := str(st.session_state.get(key) or ""):
        revise(opened, file.number, replace(file.assessed.given, id=identifier))


def _draw_alone(opened: Opened, file: Waiting) -> None:
    alone = replace(file.assessed.given, id=None, edition=False)
    st.button(
        say("作为另一份文件"), key=f"alone:{file.number}", on_click=revise, args=(opened, file.number, alone),
        disabled=busy(),
    )  # fmt: skip


def _namesakes(opened: Opened, file: Waiting) -> Iterator[Document]:
    """The latest editions of documents of the same title and place that the file is not an edition of."""
    one = file.assessed
    if one.record is None:
        return
    title, region = title_of(one), one.record.region
    for document in opened.workspace.documents:
        meta = document.meta
        elsewhere = region and meta.region and meta.region != region
        if meta.later is None and not elsewhere and same_title(meta.title, title):
            yield document
