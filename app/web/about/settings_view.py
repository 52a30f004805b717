"""What this run is set to, and what changes each setting; keys are never shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.settings import Settings
from app.web.language import say
from app.web.opened import Opened

_SAID = "设置在启动时读取，改了以后请重新启动 gongbiao app。"


def draw_settings(opened: Opened) -> None:
    """Draw them."""
    st.html(f'<h2 class="gb-title">{say("设置")}</h2><p class="gb-said">{say(_SAID)}</p>')
    rows = "".join(
        f'<tr><th scope="row">{escape(say(name))}</th><td>{escape(value)}</td><td><code>{escape(how)}</code></td></tr>'
        for name, value, how in _settings(opened.workspace.settings, dict(opened.workspace.titles))
    )
    heads = "".join(f'<th scope="col">{say(name)}</th>' for name in ("设置", "现在", "怎样改"))
    table = f'<table class="gb-ab-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    st.html(f'<div class="gb-ab-scroll" tabindex="0">{table}</div>')


def _settings(settings: Settings, titles: dict[str, str]) -> Sequence[tuple[str, str, str]]:
    options = settings.embedder_options
    title = titles.get(settings.document)
    default = f"{settings.document}（{title}）" if title else say("{id}（库里没有）", id=settings.document)
    return (
        ("数据目录", str(settings.data), "GONGBIAO_DATA, --data"),
        ("向量模型", settings.embedder, "GONGBIAO_EMBEDDER"),
        ("写作模型", settings.generator, "GONGBIAO_GENERATOR"),
        ("默认文件", default, "GONGBIAO_DOCUMENT"),
        ("向量服务的密钥", _given(options.key), "GONGBIAO_EMBEDDER_KEY"),
        ("查询的前缀", options.query_prefix or say("未设置"), "GONGBIAO_EMBEDDER_QUERY_PREFIX"),
        ("条款的前缀", options.passage_prefix or say("未设置"), "GONGBIAO_EMBEDDER_PASSAGE_PREFIX"),
        ("写作服务的密钥", _given(settings.generator_key), "GONGBIAO_GENERATOR_KEY"),
    )


def _given(key: str) -> str:
    return say("已设置（不显示）") if key else say("未设置")
