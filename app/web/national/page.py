"""The page 国家映射: what is proposed to correspond to the national level, both ways; never official."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import cast

import streamlit as st

from app.assembly import Workspace
from app.mapping_words import NOTICE, TARGETS
from app.web.language import language_now, say
from app.web.national.claims import claims_html, facts_html
from app.web.national.downloads import draw_downloads
from app.web.national.listing import Entry, list_html, national_entries, subject_entries
from app.web.national.reaching import draw_reaching
from app.web.opened import Opened
from app.web.parts.address import draw_choice, kept, restored
from app.web.parts.aside import with_aside
from app.web.parts.cards import draw_cards
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.source_panel import close_source, draw_source, opened_source
from corpus.clause import Clause
from kg.counterparts import Counterpart, counterparts
from kg.mapped import Mapped
from ontology.mappings import Target

WAYS = {"subjects": "由文件看国家", "national": "由国家看文件", "reach": "覆盖情况"}
ONLY = {"all": "全部", "unmet": "只看未对应的"}
SURENESS = {"0": "不限", "0.5": "0.50 以上", "0.7": "0.70 以上"}
_WHERE = "map"
_PICKED = "map-picked"
_ALL = "all"


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace = opened.workspace
    picked = restored(_PICKED, "pick", None)
    st.html(f'<p class="gb-map-notice">{escape(say(NOTICE))}</p>')
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="map-choices"):
        way = draw_choice("方向", "way", list(WAYS), lambda code: say(WAYS[code]), where=_WHERE)
        target = cast(Target, draw_choice("国家一侧", "to", list(TARGETS), _target, where=_WHERE))
        document = _document(workspace)
        if way != "reach":
            only = draw_choice("范围", "only", list(ONLY), lambda code: say(ONLY[code]), where=_WHERE)
            sure = draw_choice("置信度", "sure", list(SURENESS), lambda code: say(SURENESS[code]), where=_WHERE)
    if way == "reach":
        kept("pick", "")
        draw_reaching(workspace, target, document)
        draw_downloads(workspace, document)
        return
    rows = _rows(workspace, target, document, float(sure))
    entries = _entries(workspace, way, target, rows)
    if only == "unmet":
        entries = tuple(one for one in entries if not one.met)
    chosen = next((one for one in entries if one.key == picked), None)
    kept("pick", picked if chosen else "")
    with with_aside(chosen is not None, lambda: _draw_chosen(cast(Entry, chosen), workspace, way, document)):
        if entries:
            told = say("共 {count} 项，点开看理由和条款。", count=len(entries))
            st.html(f'<p class="gb-quiet">{escape(told)}</p>')
            count = (lambda one: len(_requirements(workspace, one.key, document))) if way == "national" else None
            draw_pick_table(list_html(entries, _other(way), count), picked, f"map:{way}:{target}:{document}", _pick)
        else:
            st.html(f'<p class="gb-quiet">{escape(_nothing(only, document, way))}</p>')
        draw_downloads(workspace, document)


def _other(way: str) -> Callable[[Mapped], str]:
    """What the other side of a row is called."""
    return (lambda row: row.subject.zh) if way == "national" else (lambda row: row.object.zh)


def _target(code: str) -> str:
    return say(TARGETS[cast(Target, code)])


def _nothing(only: str, document: str, way: str) -> str:
    if only == "unmet":
        return say("没有未对应的：所选范围里每一项都至少部分相合。")
    if document != _ALL and way == "subjects":
        return say("这个文件没有推定的对应。国家映射是逐条读过文本之后写下的，新收入的文件不会自动得到。")
    return say("所选范围里没有推定的对应。可以放宽置信度或换一个文件。")


def _document(workspace: Workspace) -> str:
    """The document that rows are limited to, or all."""
    titles = workspace.titles
    mapped = {row.subject.document for row in workspace.mappings}
    codes = [_ALL, *(code for code in titles if code in mapped), *(code for code in titles if code not in mapped)]
    return draw_choice(
        "文件", "document", codes, lambda code: say("全部文件") if code == _ALL else titles[code], where=_WHERE, many=1
    )


def _rows(workspace: Workspace, target: Target, document: str, sure: float) -> tuple[Mapped, ...]:
    return tuple(
        row
        for row in workspace.mappings
        if row.claim.target == target and document in (_ALL, row.subject.document) and row.claim.confidence >= sure
    )


def _entries(workspace: Workspace, way: str, target: Target, rows: Sequence[Mapped]) -> tuple[Entry, ...]:
    if way == "subjects":
        return subject_entries(rows, workspace.titles)
    return national_entries(_listed(workspace, str(workspace.snapshot.path), target), rows)


@st.cache_resource(show_spinner=False, max_entries=9)
def _listed(_workspace: Workspace, build: str, target: Target) -> tuple[Counterpart, ...]:
    return counterparts(_workspace.snapshot.graph, target)


def _requirements(workspace: Workspace, scenario: str, document: str) -> tuple[str, ...]:
    """Ids of the requirements that are candidates for a scenario."""
    found = _candidates(workspace, str(workspace.snapshot.path), document)
    return found.get(scenario, ())


@st.cache_resource(show_spinner=False, max_entries=32)
def _candidates(_workspace: Workspace, build: str, document: str) -> dict[str, tuple[str, ...]]:
    limited = None if document == _ALL else document
    return {one.id: one.requirements for one in _workspace.national.scenarios(limited)}


def _pick(value: str) -> None:
    st.session_state[_PICKED] = value
    close_source()


def _forget() -> None:
    st.session_state[_PICKED] = ""
    close_source()


def _draw_chosen(entry: Entry, workspace: Workspace, way: str, document: str) -> None:
    """The proposals of a line with their reasons, then the clauses that they rest on."""
    with st.container(key="chosen-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h2 class="gb-aside-title">{escape(entry.name)}</h2>')
        st.button(say("关闭"), key="close-chosen", on_click=_forget, type="tertiary", width="content")
    clauses = _clauses(entry, workspace, way, document)
    if opened_source() in {clause.id for clause in clauses}:
        draw_source(workspace)
    backwards = way == "national"
    if facts := facts_html(workspace.national.facts_of(entry.key)):
        st.html(f'<h3 class="gb-side-title">{escape(say("公开资料所载（非官方文本）"))}</h3>{facts}')
    st.html(claims_html(entry.rows, backwards=backwards) or f"<p>{escape(say('没有任何推定的对应。'))}</p>")
    if clauses:
        head = "候选要求 {count} 条" if backwards else "条款 {count} 条"
        st.html(f'<h3 class="gb-side-title">{escape(say(head, count=len(clauses)))}</h3>')
        draw_cards(clauses, workspace.titles, f"map-{language_now()}")
    elif entry.key.startswith("scenario:") and entry.rows:
        none = say("没有候选要求：相合的只是较宽、较窄或相关的项，它们的条款见“由文件看国家”。")
        st.html(f'<p class="gb-quiet">{escape(none)}</p>')


def _clauses(entry: Entry, workspace: Workspace, way: str, document: str) -> list[Clause]:
    """The clauses behind a line: those of a subject, or the candidates for a scenario, in reading order."""
    ids = frozenset(_requirements(workspace, entry.key, document))
    if way == "subjects":
        ids = workspace.national.clauses_of(entry.key)
    return [one for one in workspace.clauses if one.id in ids and one.kind in ("requirement", "threshold", "paragraph")]
