"""Under which licences all this stands, and what leaves this machine: nothing, unless a server is set."""

from __future__ import annotations

from html import escape
from importlib.metadata import version

import streamlit as st

from app.settings import Settings
from app.web.language import say
from app.web.opened import Opened

_PACKAGE = "gongbiao"
_SERVED = "openai:"
_LICENCES = (
    "工标的代码、本体、词表、提示词和题目：Apache License 2.0。",
    "政策文本是各机关的公开文件，逐字保存，不属于工标的许可范围；以正式印发的文件为准。",
    "与国家典型场景、成熟度的对应由工标提出（推定），不是官方对应。",
    "向量模型 multilingual-e5-small：MIT；写作模型 Gemma 3 270M 及其适配器：Gemma Terms of Use，含使用限制。",
)
_PRIVACY = (
    "页面只在本机地址上提供，不从别处取字体、脚本或图片。",
    "不收集使用统计，不索取邮箱，不上报错误。",
    "收入的文件、计划和反馈都只存在本机的数据目录和你选的文件夹里。",
)


def draw_licences(opened: Opened) -> None:
    """Draw them."""
    st.html(f'<h2 class="gb-title">{say("许可")}</h2>{_listed(_LICENCES)}')
    st.html(f'<h2 class="gb-title">{say("隐私")}</h2>{_listed(_PRIVACY)}')
    st.html(f'<p class="gb-said">{escape(_leaving(opened.workspace.settings))}</p>')
    st.html(f'<p class="gb-quiet">{say("工标 {version}", version=version(_PACKAGE))}</p>')


def _leaving(settings: Settings) -> str:
    """What is sent to a server that the settings name."""
    servers = [name for name in (settings.embedder, settings.generator) if name.startswith(_SERVED)]
    if not servers:
        return say("现在的设置不用任何服务器：问题和条款都不离开这台机器。")
    return say("现在的设置用到服务器 {servers}：问题和有关的条款会发给它。", servers=say("、").join(servers))


def _listed(lines: tuple[str, ...]) -> str:
    return f'<ul class="gb-ab-lines">{"".join(f"<li>{escape(say(line))}</li>" for line in lines)}</ul>'
