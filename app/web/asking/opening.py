"""The page before the first question: what can be asked, how an answer is read, what the library holds."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.assembly import Workspace
from app.web.asking.asked import ask
from app.web.asking.forces import legend_html
from app.web.language import say
from app.web.parts.plain import plain
from corpus.library import Document

EXAMPLES = (
    ("查要求", "智能工厂对设备运维有什么要求"),
    ("是否", "数字化车间要做柔性化制造吗"),
    ("问指标", "浦江智能工厂的总投资要达到多少"),
    ("作比较", "智能工厂和未来工厂在设备运维上有什么不同"),
    ("问定义", "企业大脑是什么"),
    ("文本没有写的", "评上省级智能工厂能拿多少补贴"),
)
"""A question of each kind, by what the kind is called."""


def draw_opening(workspace: Workspace) -> None:
    """Draw it."""
    st.html(f'<h2 class="gb-side-title">{say("可以这样问")}</h2>')
    with st.container(key="examples", gap="xsmall"):
        for number, (kind, text) in enumerate(EXAMPLES):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"kind-{number}"):
                st.html(f'<span class="gb-example-kind">{say(kind)}</span>', width="content")
                question = say(text)
                st.button(
                    plain(question), key=f"example-{number}", on_click=ask, args=(question,), type="tertiary",
                    width="content", wrap=True,
                )  # fmt: skip
    st.html(_reading_html())
    st.html(_library_html(workspace))


def _reading_html() -> str:
    told = (
        say("先给结论，再逐字引用条款；点数字或“看原文”，右边打开原文并标出这些字。"),
        say("问题的理解列在答案上方，可以改：换文件、等级、能力子域或系统，立即重新回答。"),
        say("可以接着追问，例如“那未来工厂呢”“有几条”“出处呢”。文本没有说的，直说没有。"),
    )
    rows = "".join(f"<li>{one}</li>" for one in told)
    return f'<h2 class="gb-side-title">{say("怎样读答案")}</h2><ul class="gb-how">{rows}</ul>{legend_html()}'


def _library_html(workspace: Workspace) -> str:
    """What can be asked about: the documents."""
    rows = "".join(
        f'<li><b>《{escape(document.meta.title)}》</b><span class="gb-place">{escape(_origin(document))}</span></li>'
        for document in workspace.documents
    )
    title = say("库内 {count} 个文件", count=len(workspace.documents))
    return f'<h2 class="gb-side-title">{title}</h2><ul class="gb-library">{rows}</ul>'


def _origin(document: Document) -> str:
    meta = document.meta
    year = str(meta.year) if meta.year else say("年份未写明")
    count = say("{count} 条", count=len(document.clauses))
    return " · ".join(part for part in (meta.region, year, meta.status, count) if part)
