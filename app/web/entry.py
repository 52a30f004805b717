"""The app: its frame, its navigation, and the page that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import files

import streamlit as st

from app.assembly import Workspace
from app.console import LAYER_ERRORS
from app.web.about_page import draw_about
from app.web.asking_page import draw_asking
from app.web.limits import keep_limits
from app.web.matrix_page import draw_matrix
from app.web.opened import settings_now, workspace_now, writing_desk
from app.web.search_page import draw_search
from app.web.source_panel import close_source

# The language for those who listen; in a narrow window the drawer, which lies over the page, closes once one is chosen.
_SCRIPT = """<script>
if (document.documentElement.lang !== "zh-CN") {
  document.documentElement.lang = "zh-CN";
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest('[data-testid="stSidebarNavLink"]');
    if (!chosen || !window.matchMedia("(max-width: 768px)").matches) return;
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 50);
  });
}
</script>"""
_PAGE = "page"
Draw = Callable[[Workspace], None]


def show() -> None:
    """Show the app; called by Streamlit for every run of a session."""
    st.set_page_config(page_title="工标 · 智能制造标准导航", page_icon=_icon(), layout="wide")
    st.html(f"<style>{files('app.web').joinpath('style.css').read_text(encoding='utf-8')}</style>")
    st.html(_SCRIPT, unsafe_allow_javascript=True)
    st.logo(_wordmark(), size="large")
    keep_limits()
    asking = partial(draw_asking, writing_desk(settings_now()))
    pages = [
        st.Page(partial(_page, asking), title="问答", url_path="ask", default=True),
        st.Page(partial(_page, draw_search), title="检索", url_path="search"),
        st.Page(partial(_page, draw_matrix), title="能力矩阵", url_path="matrix"),
        st.Page(partial(_page, draw_about), title="关于", url_path="about"),
    ]
    page = st.navigation(pages, position="top")
    st.html(f'<h1 class="gb-unseen">工标：{page.title}</h1>')
    if st.session_state.setdefault(_PAGE, page.title) != page.title:
        st.session_state[_PAGE] = page.title
        close_source()  # it stands beside what it was opened from
    page.run()


def _page(draw: Draw) -> None:
    """A page over the current build; what cannot be done is said in one place."""
    try:
        workspace = workspace_now(settings_now())
        if workspace is None:
            st.warning("数据目录里还没有构建好的标准库。请在终端运行 `gongbiao build`，完成后刷新本页。")
            return
        draw(workspace)
    except LAYER_ERRORS as error:
        st.error("这一步没有完成。原因如下，按其中的提示处理后刷新本页：")
        st.code(str(error), language=None, wrap_lines=True)


def _wordmark() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="92" height="40" viewBox="0 0 92 40">'
        '<rect x="0" y="6" width="28" height="28" rx="4" fill="#17507f"/>'
        '<path d="M8 14h12M14 14v12M6.5 26h15" stroke="#fff" stroke-width="2.6" fill="none"/>'
        '<text x="37" y="28" font-size="22" font-weight="700" fill="#1c2530" '
        'font-family="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif">工标</text></svg>'
    )


def _icon() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 6 28 28">'
        '<rect x="0" y="6" width="28" height="28" rx="4" fill="#17507f"/>'
        '<path d="M8 14h12M14 14v12M6.5 26h15" stroke="#fff" stroke-width="2.6" fill="none"/></svg>'
    )
