"""The page 关于: where each document comes from, which models are used, and what the pages are read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from app.models import model_facts
from app.web.opened import Opened
from app.web.parts.words import LEVEL
from corpus.library import Document
from corpus.manifest import Meta


def draw(opened: Opened) -> None:
    """Draw the page."""
    workspace = opened.workspace
    st.html('<h2 class="gb-title">文件与出处</h2>')
    st.html(
        '<p class="gb-said">引文逐字取自下列文件的存档文本，可以按字符位置核对。年份只在文本支持时给出，'
        "并写明依据；文件是否现行有效，以发布机关的公布为准。</p>"
    )
    for document in workspace.documents:
        _draw_document(document)
    st.html('<h2 class="gb-title">模型</h2>')
    for model in model_facts(workspace.settings)["models"]:
        st.html(_model_html(model))
    manifest = workspace.snapshot.manifest
    st.html('<h2 class="gb-title">数据</h2>')
    facts = (
        ("数据目录", str(workspace.settings.data)),
        ("构建", f"{manifest.hash}，{manifest.clauses} 条"),
        ("向量模型", manifest.embedder),
    )
    st.html(_list_html(facts))


def _draw_document(document: Document) -> None:
    meta = document.meta
    facts = [
        ("编号", meta.id),
        ("发布", _issued(meta) or "文本未写明"),
        ("年份", f"{meta.year or '未写明'}（{meta.year_basis}）"),
        ("状态", meta.status or "文本未写明"),
        ("文件", f"{meta.file}，{len(document.text)} 字符，{len(document.clauses)} 条"),
        ("sha256", meta.sha256),
    ]
    with st.container(border=True, key=f"document-{meta.id.replace('@', '-')}"):
        st.html(f'<h3 class="gb-document">{escape(meta.title)}</h3>{_list_html(facts)}')
        if document.notes:
            with st.expander(f"读者须知 {len(document.notes)} 条"):
                st.html(_notes_html(document.notes))


def _issued(meta: Meta) -> str:
    parts = (meta.issuer, meta.region, LEVEL.get(meta.level or "", meta.level))
    return "，".join(dict.fromkeys(part for part in parts if part))


def _notes_html(notes: Sequence[str]) -> str:
    return f'<ul class="gb-notes">{"".join(f"<li>{escape(note)}</li>" for note in notes)}</ul>'


ROLES = {"embedder": "向量（检索）", "generator": "写作", "adapter": "写作：模型学过的（适配器）"}


def _model_html(model: Mapping[str, Any]) -> str:
    size = f"{model['size'] / 1e6:.0f} MB" if model["size"] else "未知"
    facts = (
        ("用途", ROLES[model["role"]]),
        ("模型", str(model["model"])),
        ("许可", model["licence"] or "未知"),
        ("大小", size),
        ("sha256", model["sha256"] or "未知"),
        ("位置", model["path"] or "未知"),
        ("状态", _state(model)),
    )
    return _list_html(facts)


def _state(model: Mapping[str, Any]) -> str:
    if model["reachable"] is not None:
        return f"可以连上。{model['detail']}" if model["reachable"] else f"连不上：{model['detail']}"
    if model["installed"]:
        return f"已安装。{model['detail']}"
    return "未启用：只以原文引述作答。" if model["name"] == "none" else "未就绪：仍在后台编译或未安装。"


def _list_html(facts: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    return f'<dl class="gb-facts">{rows}</dl>'
