"""A button that copies a text: by the browser's clipboard, and by its older way where that one is closed."""

from __future__ import annotations

import streamlit as st

from app.web.language import say

_HTML = '<button type="button" class="gb-copy"></button><span class="gb-heard" role="status"></span>'
_SCRIPT = """
function byHand(text) {
  const held = document.createElement("textarea");
  held.value = text;
  held.style.position = "fixed";
  held.style.opacity = "0";
  document.body.append(held);
  held.select();
  const done = document.execCommand("copy");
  held.remove();
  return done;
}
export default function (component) {
  const { parentElement, data } = component;
  const button = parentElement.querySelector(".gb-copy");
  const told = parentElement.querySelector(".gb-heard");
  button.textContent = data.label;
  button.onclick = async () => {
    let done = true;
    try { await navigator.clipboard.writeText(data.text); } catch { done = byHand(data.text); button.focus(); }
    told.textContent = button.textContent = done ? data.done : data.failed;
    setTimeout(() => { told.textContent = ""; button.textContent = data.label; }, 3000);
  };
}
"""


def draw_copy(label: str, text: str, key: str) -> None:
    """Draw it.

    Args:
        label: What the button says.
        text: What it copies.
        key: Names it among the page's elements.
    """
    mount = st.components.v2.component("gongbiao_copy", html=_HTML, js=_SCRIPT, isolate_styles=False)
    told = {"done": say("已复制"), "failed": say("浏览器不让复制；请用导出。")}
    mount(data={"label": label, "text": text, **told}, key=key, width="content")
