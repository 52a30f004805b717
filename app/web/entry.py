"""The app: its frame, its navigation, and the page that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

import streamlit as st

from app.console import LAYER_ERRORS
from app.web.language import LANGUAGE, LANGUAGES, language_now, say
from app.web.opened import Opened, finishing, opened_now
from app.web.parts.errors import draw_error
from app.web.parts.source_panel import close_source


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the app.

    Attributes:
        folder: Its package in ``app.web``, whose module ``page`` draws it.
        address: The last part of its address; empty for the page that opens first.
        title: What it is called.
    """

    folder: str
    address: str
    title: str


CHAPTERS = (
    Chapter("asking", "", "问答"),
    Chapter("searching", "search", "检索"),
    Chapter("capabilities", "matrix", "能力图谱"),
    Chapter("ladder", "tiers", "分级阶梯"),
    Chapter("variants", "compare", "地方对比"),
    Chapter("planning", "plan", "举证计划"),
    Chapter("national", "map", "国家映射"),
    Chapter("intake", "library", "文件入库"),
    Chapter("about", "about", "关于"),
)

# The language for those who listen; the theme for what Streamlit draws outside the app, such as what a popover holds;
# in a narrow window the drawer, which lies over the page, closes once one is chosen.
_SCRIPT = """<script>
document.documentElement.lang = "LANGUAGE";
if (!window.gbDrawer) {
  window.gbDrawer = true;
  const app = document.querySelector(".stApp");
  const follow = () => { document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme; };
  new MutationObserver(follow).observe(app, {attributes: true, attributeFilter: ["class"]});
  follow();
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest('[data-testid="stSidebarNavLink"]');
    if (!chosen || !window.matchMedia("(max-width: 768px)").matches) return;
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 50);
  });
}
</script>"""
_PAGE = "page"
_SPOKEN = {"zh": "zh-CN", "en": "en"}
Draw = Callable[[Opened], None]


def show() -> None:
    """Show the app; called by Streamlit for every run of a session."""
    title = say("工标 · 智能制造标准导航")
    st.set_page_config(
        page_title=title,
        page_icon=_icon(),
        layout="wide",
        menu_items={"About": say("**工标**：智能制造标准导航。每句话都可以核对到原文的字。")},
    )
    st.html(f"<style>{style_sheets()}</style>")
    st.logo(_wordmark(), size="large")
    _draw_languages()
    st.html(_SCRIPT.replace("LANGUAGE", _SPOKEN[language_now()]), unsafe_allow_javascript=True)
    pages = [
        st.Page(partial(_page, one), title=say(one.title), url_path=one.address, default=not one.address)
        for one in CHAPTERS
    ]
    page = st.navigation(pages, position="top")
    st.html(f'<h1 class="gb-unseen">{say("工标")}：{page.title}</h1>')
    if st.session_state.setdefault(_PAGE, page.url_path) != page.url_path:
        st.session_state[_PAGE] = page.url_path
        close_source()  # it stands beside what it was opened from
    page.run()


@st.cache_data(show_spinner=False)
def style_sheets() -> str:
    """The style sheets of all pages, the shared one first."""
    folder = files("app.web")
    shared = folder.joinpath("parts", "style.css").read_text(encoding="utf-8")
    return shared + "".join(one.read_text(encoding="utf-8") for one in _own_sheets(folder))


def _own_sheets(folder: Traversable) -> Iterator[Traversable]:
    for chapter in sorted(CHAPTERS, key=lambda one: one.folder):
        sheet = folder.joinpath(chapter.folder, "style.css")
        if sheet.is_file():
            yield sheet


def _draw_languages() -> None:
    with st.container(key="languages"):
        st.segmented_control(
            "Language 语言",
            list(LANGUAGES),
            default=next(iter(LANGUAGES)),
            required=True,
            key=LANGUAGE,
            bind="query-params",
            label_visibility="collapsed",
        )


def _page(chapter: Chapter) -> None:
    """A page over the current build; what cannot be done is said in one place."""
    try:
        opened = opened_now()
        if opened is None:
            st.warning(say("数据目录里还没有构建好的标准库。请在终端运行 `gongbiao build`，完成后刷新本页。"))
            return
        if fault := finishing(opened.workspace.settings).fault:
            draw_error(fault)
        draw: Draw = import_module(f"app.web.{chapter.folder}.page").draw
        draw(opened)
    except LAYER_ERRORS as error:
        draw_error(error)


def _wordmark() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="92" height="40" viewBox="0 0 92 40">'
        '<rect x="0" y="6" width="28" height="28" rx="4" fill="#17507f"/>'
        '<path d="M8 14h12M14 14v12M6.5 26h15" stroke="#fff" stroke-width="2.6" fill="none"/>'
        '<text x="37" y="28" font-size="22" font-weight="700" fill="#3a7cb0" '
        'font-family="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif">工标</text></svg>'
    )


def _icon() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 6 28 28">'
        '<rect x="0" y="6" width="28" height="28" rx="4" fill="#17507f"/>'
        '<path d="M8 14h12M14 14v12M6.5 26h15" stroke="#fff" stroke-width="2.6" fill="none"/></svg>'
    )
