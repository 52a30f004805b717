"""The projects of the data folder: open one, begin one, delete one."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.planning import Aim, highest
from app.project_plans import example_profile
from app.projects import LONGEST_NAME, Listed
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.plain import plain
from app.web.planning.place import attempt, go, projects_of, told

_NEW = "plan-new"
_EXAMPLES = {"discrete": "示例·离散型企业", "process": "示例·流程型企业"}


def draw_projects(opened: Opened) -> None:
    """Draw the list, with a way to begin."""
    st.html(f'<h2 class="gb-title">{say("举证计划")}</h2><p class="gb-said">{say(_WHAT)}</p>')
    listed = projects_of(opened).listed()
    with st.container(key="plan-begin", border=True):
        st.html(f'<h3 class="gb-side-title">{say("新建项目")}</h3>')
        row = st.form("plan-begin-form", border=False, enter_to_submit=True)
        with row, st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(say("项目名"), key=_NEW, max_chars=LONGEST_NAME, placeholder=say("如：某某公司 2026"))
            st.form_submit_button(say("新建"), type="primary", on_click=_create, args=(opened,))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<span class="gb-soft">{say("没有档案也可以先看：")}</span>', width="content")
            for name, title in _EXAMPLES.items():
                st.button(
                    say(title), key=f"plan-example-{name}", on_click=_try, args=(opened, name), type="tertiary",
                    width="content",
                )  # fmt: skip
    if listed:
        st.html(f'<h3 class="gb-side-title">{say("已有项目")}</h3>')
    for number, one in enumerate(listed):
        _draw_one(opened, one, number)


_WHAT = (
    "企业填一份档案，选定目标等级，得到每一条要求的判断、证据、缺口、行动和叙述，"
    "可以在这里改，也可以导出 Word 和 Excel 去改。"
    "叙述只说档案里有的话。每个客户的内容只放在本机数据目录里自己的项目文件夹中。"
)


def _draw_one(opened: Opened, one: Listed, number: int) -> None:
    with st.container(key=f"plan-project-{number}", horizontal=True, vertical_alignment="center", border=True):
        stage = say("有计划") if one.planned else say("还没有计划")
        when = one.changed.strftime("%Y-%m-%d %H:%M")
        st.html(f'<b>{escape(one.name)}</b> <span class="gb-soft">{stage} · {when}</span>')
        st.button(
            say("打开"), key=f"plan-open-{number}", on_click=_open, args=(one.name,), width="content",
            help=plain(one.name),
        )  # fmt: skip
        with st.popover(say("删除"), key=f"plan-delete-{number}", width="content"):
            st.html(f"<p>{escape(say('删除项目「{name}」和里面的全部文件？不能恢复。', name=one.name))}</p>")
            st.button(
                say("确认删除"), key=f"plan-really-{number}", on_click=_delete, args=(opened, one.name), type="primary"
            )


def _create(opened: Opened) -> None:
    name = str(st.session_state.get(_NEW, ""))
    project = attempt(lambda: projects_of(opened).create(name))
    if project is not None:
        go("profile", project=project.name)


def _open(name: str) -> None:
    go(project=name)


def _delete(opened: Opened, name: str) -> None:
    def work() -> bool:
        projects_of(opened).delete(name)
        return True

    if attempt(work):
        told(say("已删除项目「{name}」。", name=name))


def _try(opened: Opened, name: str) -> None:
    """A project with one of the example profiles; opened where it is there already."""
    projects, title = projects_of(opened), _EXAMPLES[name]

    def work() -> bool:
        if title not in {one.name for one in projects.listed()}:
            content = example_profile(opened.workspace, name, Aim(highest(opened.workspace)), ".yaml")
            projects.create(title).keep_profile(content, ".yaml", 0)
        return True

    if attempt(work):
        go(project=title)
