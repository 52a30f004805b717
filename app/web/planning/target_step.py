"""What a project aims at: document, tier, track and further targets, each with what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.assembly import Workspace
from app.planning import read_aim
from app.project_plans import Asked, asked, targets, tracks
from app.web.language import say
from app.web.planning.making import begin_making, model_state
from app.web.planning.place import Place
from app.web.planning.words import draw_soft
from drafting.plans.target import Target, read_target

_DOCUMENT, _TIER, _TRACK, _ALSO, _MODEL = "aim-document", "aim-target", "aim-track", "aim-also", "aim-model"
_NATIONAL = "national:"


@st.cache_data(show_spinner=False, max_entries=8)
def _offered(build: str, _workspace: Workspace) -> tuple[Asked, ...]:
    """Every target of every document of a build, with what it asks."""
    return tuple(asked(_workspace, one) for document in _workspace.titles for one in targets(_workspace, document))


def draw_target(place: Place) -> None:
    """Draw the step."""
    workspace = place.opened.workspace
    offered = {one.target.name: one for one in _offered(str(workspace.snapshot.path), workspace)}
    if not place.project.folder.has_profile:
        st.info(say("先在第一步上传或填写档案，再选目标。"))
        return
    name = _draw_choice(place, offered)
    if name is None:
        return
    others = [one for one in offered if one != name] + _national(workspace)
    _keep(_ALSO, [one for one in place.state.also if one in others], others)
    also = st.multiselect(
        say("同时服务的其他目标（可不选）"),
        others,
        format_func=lambda one: _called(workspace, offered, one),
        key=_ALSO,
        placeholder=say("可以选几个"),
    )
    st.html(_table_html(workspace, name, also, offered))
    st.html(f'<p class="gb-said">{say(_COUNTED)}</p>')
    state = model_state(place.opened)
    model = st.toggle(say("由模型把企业的做法连成句子（逐句核对，较慢）"), key=_MODEL, disabled=state != "ready")
    if state != "ready":
        draw_soft(say("写作模型没有就绪：叙述用企业自己的话。"))
    again = say("重新生成计划") if place.project.planned else say("生成计划")
    st.button(again, key="plan-make", type="primary", on_click=_make, args=(place, name, tuple(also), model))
    if place.project.planned:
        draw_soft(say("目标不变时，已有的修改都会带进新的计划。"))


_COUNTED = (
    "每条要求只数一次：一条里有几个用词的，按最强的算，所以三栏相加就是要求数。"
    "要求数不含下级基础；判断点是工标对每条要求的拆解，不是官方评审细则。"
)


def _keep(key: str, value: object, options: Sequence[str]) -> None:
    """A widget's first value: what the project holds, unless the person has chosen already."""
    held = st.session_state.get(key)
    if isinstance(held, list):
        st.session_state[key] = [one for one in held if one in options]
    elif held not in options:
        st.session_state[key] = value


def _draw_choice(place: Place, offered: dict[str, Asked]) -> str | None:
    workspace = place.opened.workspace
    documents = list(dict.fromkeys(one.target.document for one in offered.values()))
    former = read_target(place.state.target, workspace.shelf) if place.state.target.split("/")[0] in offered else None
    first = former.document if former else workspace.default_document
    _keep(_DOCUMENT, first if first in documents else next(iter(documents), None), documents)
    document = st.selectbox(
        say("文件"), documents, format_func=lambda one: workspace.titles[one], key=_DOCUMENT, on_change=_forget
    )
    if document is None:
        return None
    names = [name for name, one in offered.items() if one.target.document == document]
    tiered = any(offered[name].target.tier for name in names)
    plain = Target(former.document, former.tier, None if tiered else former.track).name if former else ""
    _keep(_TIER, plain if plain in names else names[0], names)
    chosen = st.selectbox(
        say("等级") if tiered else say("类型"),
        names,
        format_func=lambda one: _short(workspace, offered[one]),
        key=_TIER,
    )
    added = tracks(workspace, document) if tiered else ()
    if not added:
        return chosen
    _keep(_TRACK, former.track if former and former.track in added else None, added)
    track = st.selectbox(say("类型（可不选）"), added, index=None, key=_TRACK, placeholder=say("不限"))
    return f"{chosen}/{track}" if track else chosen


def _forget() -> None:
    for key in (_TIER, _TRACK, _ALSO):
        st.session_state.pop(key, None)


def _short(workspace: Workspace, one: Asked) -> str:
    return say("{name}（{count} 条要求）", name=_name(workspace, one), count=one.requirements)


def _name(workspace: Workspace, one: Asked) -> str:
    target = one.target
    tier = workspace.shelf.tier(target.document, target.tier) if target.tier else None
    return tier.label if tier else target.track or say("全文")


def _called(workspace: Workspace, offered: dict[str, Asked], name: str, *, counted: bool = True) -> str:
    if name.startswith(_NATIONAL):
        return say("国家梯度（推定另列）：{name}", name=name.removeprefix(_NATIONAL))
    one = offered[name] if name in offered else asked(workspace, read_target(name, workspace.shelf))
    shown = _short(workspace, one) if counted else _name(workspace, one)
    return f"《{workspace.titles[one.target.document]}》 {shown}"


def _national(workspace: Workspace) -> list[str]:
    level = workspace.national
    return [f"{_NATIONAL}{level.name_of(tier)[0]}" for tier in level.tiers]


def _table_html(workspace: Workspace, name: str, also: Sequence[str], offered: dict[str, Asked]) -> str:
    heads = ("目标", "要求", "有“应”的", "只有宜、可、鼓励的", "未用规范词的", "判断点", "下级基础")
    shown = "".join(f'<th scope="col">{say(head)}</th>' for head in heads)
    rows = "".join(_row_html(workspace, one, offered) for one in (name, *also) if not one.startswith(_NATIONAL))
    table = f'<table class="gb-plan-table"><thead><tr>{shown}</tr></thead>{rows}</table>'
    return f'<div class="gb-plan-wide" tabindex="0">{table}</div>'


def _row_html(workspace: Workspace, name: str, offered: dict[str, Asked]) -> str:
    one = offered[name] if name in offered else asked(workspace, read_target(name, workspace.shelf))
    shall, none = one.forces.get("shall", 0), one.forces.get("none", 0)
    numbers = (one.requirements, shall, one.requirements - shall - none, none, one.points, one.base)
    cells = "".join(f'<td class="gb-plan-number">{number}</td>' for number in numbers)
    label = _called(workspace, offered, name, counted=False)
    if one.target.track and name not in offered:
        label = f"{label} · {one.target.track}"
    return f'<tr><th scope="row">{escape(label)}</th>{cells}</tr>'


def _make(place: Place, name: str, also: tuple[str, ...], model: bool) -> None:
    begin_making(place, read_aim, name, also, model=model)
