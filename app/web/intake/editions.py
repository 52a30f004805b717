"""Whether a file that waits is a new edition of a document of the library, or a document of its own: a person says."""

from __future__ import annotations

from collections.abc import Sequence
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
    elif one.status == "updated" and given.id is not None:
        _draw_alone(opened, file)
    elif one.status == "added":
        _draw_namesakes(opened, file)


def draw_others(opened: Opened, file: Waiting) -> None:
    """Offer any document of the library, for a file whose title has changed; nothing where that is no question."""
    if file.assessed.arrival is None or file.assessed.status != "added":
        return
    known = {document_of(document.meta.id): document.meta.title for document in opened.workspace.documents}
    key = f"edition-of:{file.number}"
    with st.container(key="intake-edition-of"):
        st.selectbox(
            say("是库里哪份文件的新版？"), ["", *known], key=key, on_change=_choose, args=(opened, file, key),
            format_func=lambda code: known.get(code) or say("都不是，是另一份文件"), disabled=busy(),
        )  # fmt: skip


def _draw_namesakes(opened: Opened, file: Waiting) -> None:
    """Say that the library has documents of the same title, and offer the file as the next edition of one first."""
    found = namesakes(opened.workspace.documents, file)
    if not found:
        return
    names = say("、").join(f"《{one.meta.title}》（{one.meta.id}）" for one in found)
    told = say("库里已有同名文件{names}。", names=names) + say(
        "这一份多半是它的新版：作为新版收入，两版并存，可以逐条看差别。"
    )
    st.html(f'<p class="gb-in-maybe">{escape(told)}</p>')
    with st.container(horizontal=True, key="intake-namesakes"):
        for place, document in enumerate(found):
            identifier = document_of(document.meta.id)
            given = replace(file.assessed.given, id=identifier)
            st.button(
                say("作为《{title}》的新版", title=plain(document.meta.title)), on_click=revise,
                args=(opened, file.number, given), type="secondary" if place else "primary", disabled=busy(),
                key=f"edition:{file.number}:{identifier}",
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


def namesakes(documents: Sequence[Document], file: Waiting) -> tuple[Document, ...]:
    """The latest editions of documents of the same title and place that a file might be a new edition of.

    Args:
        documents: The library's documents.
        file: A file that waits; one that is called an edition already has none.
    """
    one = file.assessed
    if one.record is None or one.status != "added":
        return ()
    title, region = title_of(one), one.record.region
    return tuple(
        document
        for document in documents
        if document.meta.later is None
        and not (region and document.meta.region and document.meta.region != region)
        and same_title(document.meta.title, title)
    )
