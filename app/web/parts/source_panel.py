"""The place in the document: the stored text around a clause, with exactly its characters highlighted."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.web.language import say
from app.web.parts.marking import marked, residue_marks
from corpus.clause import Clause
from corpus.library import Document

AROUND = 600
"""Code points shown on either side of a clause, and added by each 更多."""
_OPENED = "opened-source"
_BACK = "source-back"
_AHEAD = "source-ahead"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document with a clause in it.

    Attributes:
        before: The stored text in front of the clause.
        inside: The clause's own characters, ``source[start:end]``.
        after: The stored text behind it.
        more_before: Whether the document goes on in front of the window.
        more_after: Whether it goes on behind.
    """

    before: str
    inside: str
    after: str
    more_before: bool
    more_after: bool


def window(source: str, start: int, end: int, back: int = AROUND, ahead: int = AROUND) -> Window:
    """Cut the window out of a source.

    Args:
        source: The stored text.
        start: The clause's first code point.
        end: One past its last code point.
        back: The most code points shown in front.
        ahead: The most code points shown behind.
    """
    first, last = max(0, start - back), min(len(source), end + ahead)
    return Window(source[first:start], source[start:end], source[end:last], first > 0, last < len(source))


def window_html(shown: Window) -> str:
    """The window as HTML whose text is the stored text, character for character."""
    before, inside, after = (marked(part, residue_marks(part)) for part in (shown.before, shown.inside, shown.after))
    here = '<span class="gb-here"></span>'  # where the panel opens; a mark that runs over lines cannot say so
    return f'<div class="gb-source" tabindex="0">{before}{here}<mark class="gb-span">{inside}</mark>{after}</div>'


def opened_source() -> str | None:
    """The id of the clause whose source is open."""
    found = st.session_state.get(_OPENED)
    return str(found) if found else None


def open_source(identifier: str) -> None:
    """Open the source at a clause."""
    st.session_state[_OPENED] = identifier
    st.session_state[_BACK] = st.session_state[_AHEAD] = AROUND


def close_source() -> None:
    """Close the source."""
    st.session_state[_OPENED] = None


def draw_source(workspace: Workspace) -> None:
    """Draw the open source; nothing where none is open."""
    clause = workspace.shelf.by_id.get(opened_source() or "")
    if clause is None:
        return
    document = next(one for one in workspace.documents if one.meta.id == clause.document)
    back, ahead = st.session_state.get(_BACK, AROUND), st.session_state.get(_AHEAD, AROUND)
    shown = window(document.text, clause.start, clause.end, back, ahead)
    with st.container(key="source-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{escape(say("原文：《{title}》", title=document.meta.title))}</h2>')
        st.button(say("关闭"), key="close-source", on_click=close_source, type="tertiary", width="content")
    if shown.more_before:
        st.button(say("更多上文"), key="more-before", on_click=_widen, args=(_BACK,), type="tertiary")
    st.html(window_html(shown))
    if shown.more_after:
        st.button(say("更多下文"), key="more-after", on_click=_widen, args=(_AHEAD,), type="tertiary")
    st.html(_facts_html(clause, document, holds=shown.inside == clause.text))


def _widen(side: str) -> None:
    st.session_state[side] = st.session_state.get(side, AROUND) + AROUND


def _facts_html(clause: Clause, document: Document, *, holds: bool) -> str:
    line = document.text.count("\n", 0, clause.start) + 1
    facts = (
        (say("标题"), " › ".join(clause.path) or say("（无上级标题）")),
        *([(say("等级"), clause.tier_label)] if clause.tier_label else []),  # of which column or part it is
        (say("位置"), say("第 {line} 行，字符 {start}–{end}", line=line, start=clause.start, end=clause.end)),
        (say("文件"), say("{file}，sha256 {sum}…", file=document.meta.file, sum=document.meta.sha256[:12])),
        (say("条目"), say("{id}，切分规则 {rule}", id=clause.id, rule=clause.rule)),
        (say("核对"), say("引文与存档文本逐字相符") if holds else say("引文与存档文本不符，请重新构建")),
    )
    rows = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    return f'<dl class="gb-facts">{rows}</dl>'
