"""The graph around a thing: a picture, and beside it the same neighbours as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from app.assembly import Workspace
from app.web.capabilities.graph_view import SHAPES, Line, Point, draw_graph
from app.web.capabilities.places import NODE, TRAIL, go_to
from app.web.language import language_now, say
from app.web.opened import Opened
from app.web.parts.address import kept, restored
from app.web.parts.cards import draw_card
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.plain import plain
from app.web.parts.source_panel import draw_source, opened_source
from drafting.wording import place
from kg.neighbours import Link, Neighbourhood, Node, neighbourhood, things

START = "capability/19"
KINDS: Mapping[str, str] = {
    "tier": "等级",
    "capability": "能力",
    "document": "文件",
    "track": "类型",
    "system": "系统",
    "technology": "技术",
    "clause": "条款",
    "national": "国家层面",
    "evidence": "证明材料",
    "term": "术语",
    "industry": "行业",
    "region": "地区",
}
_JUMP = "graph-jump"
_SCENARIO = "national/scenario/"
_LONGEST = 20
"""A longer name is cut in the picture."""


def draw_neighbours(opened: Opened) -> None:
    """Draw the view."""
    workspace = opened.workspace
    build = str(workspace.snapshot.path)
    known = _things(build, workspace)
    first = next((one.code for one in known if one.code == START), known[0].code)
    code = restored(NODE, "node", None, first)
    kept("node", code)
    _draw_ways(known)
    found = _neighbourhood(build, code, workspace)
    names = _names(found, workspace)
    st.html(_head_html(found, names))
    picture, listed = st.columns([7, 5], gap="medium")
    with listed, st.container(key="neighbour-list"):
        clause = workspace.shelf.by_id.get(found.node.label) if found.node.kind == "clause" else None
        if clause is not None:
            draw_card(clause, workspace.titles, "graph")
        if opened_source() is not None:
            draw_source(workspace)
        draw_pick_table(_list_html(found, names), None, "neighbours", go_to, several=True)
    with picture, st.container(key="neighbour-graph"):
        draw_graph(_point(found.node, names), _points(found, names), _lines(found), f"graph:{code}", go_to)
        st.html(_legend_html(found))


@st.cache_data(show_spinner=False, max_entries=2)
def _things(build: str, _workspace: Workspace) -> tuple[Node, ...]:
    return things(_workspace.snapshot.graph)


@st.cache_data(show_spinner=False, max_entries=200)
def _neighbourhood(build: str, code: str, _workspace: Workspace) -> Neighbourhood:
    return neighbourhood(_workspace.snapshot.graph, code)


def _draw_ways(known: Sequence[Node]) -> None:
    """The way to any thing, and back to those that were looked at before."""
    labels = {one.code: f"{say(KINDS[one.kind])} · {one.label}（{one.code.rpartition('/')[2]}）" for one in known}
    st.selectbox(
        say("从哪里看起"), list(labels), index=None, format_func=lambda code: labels[code], key=_JUMP, on_change=_jump,
        placeholder=say("输入能力、等级、系统、技术、文件的名称"),
    )  # fmt: skip
    trail = st.session_state.get(TRAIL, ())
    if trail:
        with st.container(horizontal=True, gap="small", key="trail", vertical_alignment="center"):
            st.html(f'<span class="gb-quiet">{say("看过：")}</span>')
            for number, code in enumerate(reversed(trail)):
                name = labels[code].partition(" · ")[2].rpartition("（")[0] if code in labels else code
                st.button(
                    plain(name), key=f"trail-{number}", on_click=go_to, args=(code,), type="tertiary", width="content"
                )


def _jump() -> None:
    if code := st.session_state.get(_JUMP):
        go_to(str(code))
        st.session_state[_JUMP] = None


def _names(found: Neighbourhood, workspace: Workspace) -> dict[str, str]:
    """What each thing is called: a clause by its place, and things of one name with their codes."""
    nodes = (found.node, *found.nodes)
    labels = [one.label for one in nodes]
    names = {}
    for one in nodes:
        clause = workspace.shelf.by_id.get(one.label) if one.kind == "clause" else None
        if clause is not None:
            names[one.code] = place(clause, workspace.titles)
        elif one.code.startswith(_SCENARIO):
            names[one.code] = f"{one.code.removeprefix(_SCENARIO)} {one.label}"
        elif labels.count(one.label) > 1:
            names[one.code] = f"{one.label}（{one.code.partition('/')[2]}）"
        else:
            names[one.code] = one.label
    return names


def _head_html(found: Neighbourhood, names: Mapping[str, str]) -> str:
    told = say("{number} 个邻居", number=len(found.nodes))
    if found.left_out:
        rest = "、".join(f"{say(KINDS[kind])} {number}" for kind, number in found.left_out.items())
        told += say("；还有 {rest} 没有列出", rest=rest)
    kind = say(KINDS[found.node.kind])
    return (
        f'<h2 class="gb-title"><span class="gb-chip">{kind}</span> {escape(names[found.node.code])}</h2>'
        f'<p class="gb-quiet">{told}</p>'
    )


def _list_html(found: Neighbourhood, names: Mapping[str, str]) -> str:
    """The neighbours kind by kind; every one is a button with its code as value."""
    parts = []
    for kind, held in groupby(found.links, key=lambda link: link.node.kind):
        links: dict[Node, list[Link]] = {}
        for link in held:
            links.setdefault(link.node, []).append(link)
        rows = "".join(_row_html(node, ways, names[node.code]) for node, ways in links.items())
        told = f'{say(KINDS[kind])}<span class="gb-count"> {len(links)}</span>'
        parts.append(f'<section class="gb-near"><h3>{_mark_html(kind)}{told}</h3><ul>{rows}</ul></section>')
    return "".join(parts) or f'<p class="gb-quiet">{say("图谱里没有与它直接相连的。")}</p>'


def _row_html(node: Node, ways: Sequence[Link], name: str) -> str:
    chinese = language_now() == "zh"
    told = ("、" if chinese else ", ").join(dict.fromkeys(one.zh if chinese else one.en for one in ways))
    proposed = f'<span class="gb-supposed">{say("推定")}</span>' if all(one.proposed for one in ways) else ""
    return (
        f'<li><button type="button" class="gb-part" data-pick="{escape(node.code)}"><span>{escape(name)}</span>'
        f'<span class="gb-count">{escape(told)}{proposed}</span></button></li>'
    )


def _mark_html(kind: str) -> str:
    shape, light, dark = SHAPES[kind]
    return f'<span class="gb-shape gb-shape-{shape}" style="--mark: light-dark({light}, {dark})"></span>'


def _legend_html(found: Neighbourhood) -> str:
    kinds = dict.fromkeys((found.node.kind, *(one.kind for one in found.nodes)))
    marks = "".join(f"<li>{_mark_html(kind)}{say(KINDS[kind])}</li>" for kind in kinds)
    dashed = f'<li><span class="gb-dash"></span>{say("推定（文本没有写）")}</li>'
    shown = dashed if any(link.proposed for link in found.links) else ""
    return (
        f'<ul class="gb-legend gb-legend-line">{marks}{shown}</ul>'
        f'<p class="gb-quiet">{say("点一个节点，看它的邻居；旁边的列表与图相同，可用键盘操作。")}</p>'
    )


def _point(node: Node, names: Mapping[str, str]) -> Point:
    name = names[node.code]
    if node.kind == "clause":
        name = " ".join(name.split(" · ")[-2:])
    return Point(node.code, node.kind, name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…")


def _points(found: Neighbourhood, names: Mapping[str, str]) -> list[Point]:
    return [_point(one, names) for one in found.nodes]


def _lines(found: Neighbourhood) -> list[Line]:
    """A line for each neighbour, dashed where all that links it is only proposed."""
    ways: dict[Node, list[Link]] = {}
    for link in found.links:
        ways.setdefault(link.node, []).append(link)
    centre = found.node.code
    lines = []
    for node, links in ways.items():
        ends = (centre, node.code) if links[0].forward else (node.code, centre)
        lines.append(Line(*ends, "、".join(dict.fromkeys(one.zh for one in links)), all(one.proposed for one in links)))
    return lines
