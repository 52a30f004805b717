"""Two targets side by side on the page: counts, what is sifted, the rows, the files, and the main points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.compared import briefing_of, scenario_names
from app.web.language import language_now, say
from app.web.parts.aside import with_aside
from app.web.parts.beside import SOURCE, marks_html
from app.web.parts.downloads import KINDS, draw_downloads
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.sifting import draw_sieve
from app.web.parts.source_panel import draw_source, open_source, opened_source
from app.web.variants.brief_html import brief_html
from app.web.variants.chosen import WHERE, draw_topic
from app.web.variants.rows_html import RowsDrawing
from app.web.variants.words import RELATION, SURENESS, row_sureness
from drafting.comparisons.briefing_files import write_briefing
from drafting.comparisons.passages import Passages
from drafting.comparisons.tallies import by_topic, counts_of, unofficial
from drafting.comparisons.writing import write_comparison
from kg.variants.comparison import ComparedRow, Comparison, Topic

_ROUND = 25
"""Rows that are shown at first, and added by each 更多."""
_SHOWN = f"{WHERE}:shown"
_SURE = "“把握”是两条讲同一件事有多可靠：大为 0.85 以上，小为不到 0.7。"
_BRIEF_KINDS = (".docx", ".md")


def draw_rows(comparison: Comparison, workspace: Workspace) -> None:
    """Draw the rows with what sifts them.

    Args:
        comparison: A comparison of whole targets.
        workspace: The build.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare-sift"):
        topic = draw_topic([tally.topic.name for tally in by_topic(comparison)])
        about = workspace.comparing.about(comparison, topic) if topic else comparison
        write = partial(write_comparison, about, workspace.shelf, names=scenario_names(workspace))
        files = {ending: (say("下载 {kind}", kind=KINDS[ending][0]), write) for ending in KINDS}
        draw_downloads(say("对照"), files, "compare")
    counts = counts_of(about.rows)
    kinds = [one for one in RELATION if counts[one]]
    shown: dict[str, str] = {one: f"{say(RELATION[one][1])} {counts[one]}" for one in kinds}
    chosen = draw_sieve("关系", "relation", kinds, shown.__getitem__, where=WHERE) if kinds else frozenset[str]()
    tallies = sorted(by_topic(about), key=lambda tally: bool(tally.sides))  # what both sides treat comes first
    kept = [(tally.topic, row) for tally in tallies for row in tally.rows if row.relation in chosen]
    rows = _sifted_by_sureness(kept)
    if not rows:
        st.info(say("所选范围内没有可比的条款。可以换一个主题，或清除上面的限定。"))
        return
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        st.html(_legend_html(about))
        drawing = RowsDrawing(
            Passages(workspace.shelf, scenario_names(workspace)),
            (about.left.title, about.right.title),
            unofficial(about),
        )
        html = drawing.html(rows[: _shown()])
        draw_pick_table(html, f"{SOURCE}{opened_source() or ''}", "compare-rows", _picked)
        if len(rows) > _shown():
            rest = min(_ROUND, len(rows) - _shown())
            more = say("再显示 {count} 行（共 {total} 行）", count=rest, total=len(rows))
            st.button(more, key="compare-more", on_click=_show_more)


def _sifted_by_sureness(rows: Sequence[tuple[Topic, ComparedRow]]) -> list[tuple[Topic, ComparedRow]]:
    """Draw how surely two texts speak of one matter as something to sift by; the rows that are let through."""
    held = Counter(name for _, row in rows if (name := row_sureness(row)) is not None)
    names = [one for one in SURENESS if held[one]]
    if len(names) < 2:
        return list(rows)
    told: dict[str, str] = {one: f"{say(SURENESS[one][1])} {held[one]}" for one in names}
    chosen = draw_sieve("把握", "sure", names, told.__getitem__, where=WHERE)
    return [pair for pair in rows if len(chosen) == len(names) or row_sureness(pair[1]) in chosen]


def draw_briefing(comparison: Comparison, workspace: Workspace) -> None:
    """Draw the main differences on one page.

    Args:
        comparison: A comparison of whole targets.
        workspace: The build.
    """
    page = briefing_of(comparison, workspace, language_now())
    write = partial(write_briefing, page)
    files = {ending: (say("下载 {kind}", kind=KINDS[ending][0]), write) for ending in _BRIEF_KINDS}
    draw_downloads(say("对照要点"), files, "compare-brief")
    with with_aside(opened_source() is not None, lambda: draw_source(workspace)):
        draw_pick_table(brief_html(page), f"{SOURCE}{opened_source() or ''}", "compare-brief-page", _picked)


def _legend_html(comparison: Comparison) -> str:
    """How the rows came about and how the marks in the words are read."""
    if unofficial(comparison):
        return f'<p class="gb-foot">{escape(say("推定：与国家典型场景的对应由工标提出，不是官方对应。"))}</p>'
    said = say("按意思对齐（由工标推定，供参考），逐字相同者除外；强弱从左边看。") + say(_SURE)
    parts = (
        ("gb-own gb-own-left", say("只有左边写的字")),
        ("gb-own gb-own-right", say("只有右边写的字")),
        ("gb-own gb-own-right gb-figure", say("不同的数字")),
        ("gb-modal gb-shall gb-turned", say("不同的用词")),
    )
    return f'<p class="gb-foot">{escape(said)}</p>{marks_html(parts)}'


def _shown() -> int:
    return int(st.session_state.get(_SHOWN, _ROUND))


def _show_more() -> None:
    st.session_state[_SHOWN] = _shown() + _ROUND


def _picked(value: str) -> None:
    open_source(value.removeprefix(SOURCE))
