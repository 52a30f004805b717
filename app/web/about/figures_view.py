"""The figures of the test sets, measured before this version was given out, and how to measure them here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import streamlit as st

from app.web.language import say
from app.web.opened import Opened

_TABLES = {
    "search": ("检索：作者指明的位置落在前几条之内", "只算问“在哪里”的题；%，括号里是 95% 区间；MRR 从 0 到 1。"),
    "answers": (
        "回答：状态、内容、引用、结构化结果都对的占几成",
        "由代码逐点比对，没有模型当裁判；%，括号里是 95% 区间。",
    ),
}
_WORDS = {
    "前 1": "前 1", "前 5": "前 5", "前 10": "前 10", "全对": "全对", "状态": "状态", "内容": "内容", "引用": "引用",
    "结果": "结果", "工标": "工标", "只用 BM25": "只用 BM25", "只用向量": "只用向量", "两者融合": "两者融合",
    "只引述前四条": "只引述前四条",
}  # fmt: skip
_SAID = (
    "下面是测试集上的数：题目对着随产品提供的文件写成，没有人看过哪一题答错，产品也没有照着它们改。"
    "收入别的文件以后没有重新测过，对那些文件只供参考。"
)


def draw_figures(opened: Opened) -> None:
    """Draw them."""
    found = figures()
    st.html(f'<h2 class="gb-title">{say("评测")}</h2><p class="gb-said">{say(_SAID)}</p>')
    st.html(f'<p class="gb-quiet">{say("测于 {date}，基线在同一次运行里测出。", date=found["date"])}</p>')
    for name, (title, how) in _TABLES.items():
        st.html(
            f'<h3 class="gb-document">{say(title)}</h3><p class="gb-quiet">{say(how)}</p>{_table_html(found[name])}'
        )
    st.html(f'<p class="gb-said">{say("在这台机器上重新测：")}</p>')
    st.code("gongbiao eval all --json > results.json", language="console")


@cache
def figures() -> Mapping[str, Any]:
    """The figures, as the evaluation page has them."""
    found: Mapping[str, Any] = json.loads(files("app.web.about").joinpath("figures.json").read_text(encoding="utf-8"))
    return found


def _table_html(table: Mapping[str, Any]) -> str:
    heads = "".join(f'<th scope="col" class="gb-ab-number">{escape(_word(name))}</th>' for name in table["heads"])
    rows = []
    for row in table["rows"]:
        told = say("{set}（{questions} 题）", set=row["set"], questions=row["questions"])
        values = "".join(f'<td class="gb-ab-number">{escape(value)}</td>' for value in row["values"])
        ours = ' class="gb-ab-ours"' if row["system"] == "工标" else ""
        rows.append(
            f'<tr{ours}><td>{escape(told)}</td><th scope="row">{escape(_word(row["system"]))}</th>{values}</tr>'
        )
    first = "".join(f'<th scope="col">{say(name)}</th>' for name in ("题目", "做法"))
    body = f"<thead><tr>{first}{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="gb-ab-scroll" tabindex="0"><table class="gb-ab-table">{body}</table></div>'


def _word(name: str) -> str:
    return say(_WORDS.get(name, name))
