"""What a person chose on the page of comparisons, and the address that restores it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.assembly import Workspace
from app.compared import targets
from app.web.language import say
from app.web.parts.address import draw_choice, kept, restored
from drafting.comparisons.tones import NATIONAL

WHERE = "compare"
LEFT, RIGHT, TOPIC, CELL_PICKED, DOCUMENTS = (
    f"{WHERE}:{name}" for name in ("left", "right", "topic", "cell", "documents")
)
SIDED = {"rows": "逐条对照", "brief": "一页要点"}
OVER_ALL = {
    "topics": "主题深度",
    "thresholds": "数量要求",
    "systems": "系统与技术",
    "terms": "同名异义",
    "versions": "年份与依据",
}
VIEWS = {**SIDED, **OVER_ALL}


def draw_sides(workspace: Workspace) -> tuple[str, str]:
    """Draw the choice of the two targets; the right is never the left."""
    known: Mapping[str, str] = {**_targets(str(workspace.snapshot.path), workspace), NATIONAL: ""}
    default = workspace.default_document
    lefts = sorted((one for one in known if one != NATIONAL), key=lambda one: one != default)
    left = draw_choice("左边", "left", lefts, lambda one: known[one], where=WHERE, many=1, always=True)
    others = [one for one in known if one != left]
    others.sort(key=lambda one: one.partition(":")[0].partition("/")[0] == left.partition(":")[0].partition("/")[0])
    right = draw_choice(
        "右边", "right", others, lambda one: known[one] or _national(), where=WHERE, many=1, always=True
    )
    swap = say("左右对调")
    st.button(swap, key="compare-swap", on_click=_swap, args=(left, right), disabled=right == NATIONAL, width="content")
    return left, right


@st.cache_resource(show_spinner=False, max_entries=2)
def _targets(build: str, _workspace: Workspace) -> Mapping[str, str]:
    del build
    return targets(_workspace)


def _national() -> str:
    return say("国家级：典型场景（推定）")


def _swap(left: str, right: str) -> None:
    st.session_state[LEFT], st.session_state[RIGHT] = right, left


def draw_topic(topics: Sequence[str]) -> str:
    """Draw the choice of a topic, which may also be written; empty for all."""
    if TOPIC not in st.session_state:
        st.session_state[TOPIC] = st.query_params.get("topic") or None
    value = st.session_state[TOPIC]
    options = [*topics, *([value] if value and value not in topics else ())]
    st.selectbox(
        say("只看主题"), options, index=None, key=TOPIC, accept_new_options=True,
        placeholder=say("全部；可选，也可写子域、系统或词"),
    )  # fmt: skip
    topic = str(st.session_state[TOPIC] or "").strip()
    kept("topic", topic)
    return topic


def draw_documents(workspace: Workspace) -> tuple[str, ...]:
    """Draw the choice of documents that are laid side by side; none chosen stands for all."""
    titles = workspace.titles
    if DOCUMENTS not in st.session_state:
        st.session_state[DOCUMENTS] = st.query_params.get("documents", "").split(",")
    st.session_state[DOCUMENTS] = [one for one in st.session_state[DOCUMENTS] if one in titles]
    st.multiselect(
        say("文件"), list(titles), format_func=lambda one: titles[one], key=DOCUMENTS, placeholder=say("全部文件"),
        on_change=forget_cell,
    )  # fmt: skip
    chosen = tuple(str(one) for one in st.session_state[DOCUMENTS])
    kept("documents", ",".join(chosen))
    return chosen


def picked_cell() -> tuple[int, int] | None:
    """The row and the column of the cell that is shown as picked."""
    row, _, column = restored(CELL_PICKED, "cell", None).partition(".")
    kept("cell", str(st.session_state[CELL_PICKED]))
    return (int(row), int(column)) if row.isdecimal() and column.isdecimal() else None


def pick_cell(value: str) -> None:
    """Pick a cell, as ``ROW.COLUMN``."""
    st.session_state[CELL_PICKED] = value


def forget_cell() -> None:
    """Pick no cell."""
    st.session_state[CELL_PICKED] = ""
