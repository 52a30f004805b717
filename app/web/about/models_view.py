"""The models in use: what for, licence, size, hash, and whether they can be used now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.messages import in_chinese
from app.models import model_facts
from app.settings import Settings
from app.web.language import language_now, say
from app.web.opened import Opened
from app.web.parts.provenance import list_html

_ROLES = {"embedder": "向量（检索）", "generator": "写作", "adapter": "写作：模型学过的（适配器）"}
_KEPT_S = 30


def draw_models(opened: Opened) -> None:
    """Draw them."""
    st.html(f'<h2 class="gb-title">{say("模型")}</h2><p class="gb-said">{say(_SAID)}</p>')
    for place, model in enumerate(_facts(opened.workspace.settings)):
        with st.container(border=True, key=f"document-model-{place}"):
            st.html(f'<h3 class="gb-document">{say(_ROLES[model["role"]])}</h3>{_model_html(model)}')


_SAID = "没有写作模型时，回答只由原文引述组成，内容不缺；模型只把条款写成通顺的句子，每一句都要核对过才显示。"


@st.cache_data(show_spinner=False, max_entries=2, ttl=_KEPT_S)
def _facts(settings: Settings) -> list[dict[str, Any]]:
    """The models' facts; a file is read whole for its hash, and a server asked, not more often than this."""
    found: list[dict[str, Any]] = model_facts(settings)["models"]
    return found


def _model_html(model: Mapping[str, Any]) -> str:
    unknown = say("未知")
    facts = (
        (say("模型"), str(model["model"])),
        (say("许可"), model["licence"] or unknown),
        (say("大小"), f"{model['size'] / 1e6:,.0f} MB" if model["size"] else unknown),
        (say("sha256"), model["sha256"] or unknown),
        (say("位置"), model["path"] or unknown),
        (say("状态"), _state(model)),
    )
    return list_html(facts)


def _state(model: Mapping[str, Any]) -> str:
    detail = in_chinese(model["detail"]) if language_now() == "zh" else model["detail"]
    if model["reachable"] is not None:
        return say("可以连上。{detail}" if model["reachable"] else "连不上：{detail}", detail=detail)
    if model["installed"]:
        return say("已安装。{detail}", detail=detail)
    if model["name"] == "none":
        return say("未启用：只以原文引述作答。")
    return say("未就绪：仍在后台编译，或未安装。{detail}", detail=detail)
