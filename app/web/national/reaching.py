"""How far the proposals reach: of each document's subjects, and of the national scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.mapping_words import KINDS, REACHES, TARGETS
from app.web.language import say
from app.web.parts.charts import draw_bars
from kg.coverage import Scenario, SubjectCoverage, requirement_counts, subject_coverage
from kg.views.library import short_names
from ontology.mappings import Target

_HEADS = ("文件", "种类", "总数", "相近", "部分", "相关", "无对应", "未作对应")
_ALL = "all"


def draw_reaching(workspace: Workspace, target: Target, document: str) -> None:
    """Draw the coverage as bars and as a table; for scenarios also what no requirement serves."""
    limited = None if document == _ALL else document
    subjects = [
        one
        for one in subject_coverage(workspace.snapshot.graph, workspace.mappings, limited)
        if one.target == target and one.subjects
    ]
    if not subjects:
        st.html(f'<p class="gb-quiet">{escape(say("所选范围里没有推定的对应。可以放宽置信度或换一个文件。"))}</p>')
        return
    told = say("各文件有多少项与{target}推定相合", target=say(TARGETS[target]))
    st.html(f'<h2 class="gb-title">{escape(told)}</h2>')
    short = short_names(workspace.documents)
    names = [f"{short[one.document]} · {say(KINDS.get(one.kind, one.kind))}" for one in subjects]
    parts = {say(head): [float(figure) for figure in column] for head, column in _columns(subjects).items()}
    draw_bars(names, parts, told, f"reach-{target}-{document}")
    st.html(_table_html(subjects, workspace))
    if target == "scenarios":
        _draw_scenarios(workspace, limited)


def _columns(subjects: Sequence[SubjectCoverage]) -> dict[str, list[int]]:
    figures = {
        "相近": [one.close for one in subjects],
        "部分": [one.partial for one in subjects],
        "相关": [one.related for one in subjects],
        "无对应": [one.no_match for one in subjects],
        "未作对应": [len(one.unmapped) for one in subjects],
    }
    return {head: column for head, column in figures.items() if any(column)}


def _table_html(subjects: Sequence[SubjectCoverage], workspace: Workspace) -> str:
    heads = "".join(f'<th scope="col">{escape(say(head))}</th>' for head in _HEADS)
    body = "".join(
        f'<tr><th scope="row">{escape(workspace.titles.get(one.document, one.document))}</th>'
        f"<td>{escape(say(KINDS.get(one.kind, one.kind)))}</td>"
        + "".join(
            f"<td>{figure}</td>"
            for figure in (one.subjects, one.close, one.partial, one.related, one.no_match, len(one.unmapped))
        )
        + "</tr>"
        for one in subjects
    )
    table = f'<table class="gb-table"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="gb-wide" tabindex="0">{table}</div>'


def _draw_scenarios(workspace: Workspace, document: str | None) -> None:
    scenarios = workspace.national.scenarios(document)
    counts = requirement_counts(workspace.snapshot.graph, scenarios, document)
    st.html(f'<h2 class="gb-title">{escape(say("四十个国家典型场景各到哪一步"))}</h2>')
    served = say(
        "{candidates}/{requirements} 条要求是某个场景的候选。",
        candidates=counts["candidates"],
        requirements=counts["requirements"],
    )
    groups = "".join(
        f"<dt>{escape(say(words))} {len(found)}</dt><dd>{escape(_named(found))}</dd>"
        for reach, words in REACHES.items()
        if (found := [one for one in scenarios if one.reach == reach])
    )
    st.html(f'<p class="gb-said">{escape(served)}</p><dl class="gb-facts gb-reaches">{groups}</dl>')


def _named(scenarios: Sequence[Scenario]) -> str:
    return "、".join(f"{one.number} {one.zh}" for one in scenarios)
