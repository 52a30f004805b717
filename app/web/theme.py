"""The look that Streamlit is started with; the rest is ``style.css``."""

from __future__ import annotations

from collections.abc import Mapping

FONTS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'

THEME: Mapping[str, str] = {
    "base": "light",
    "primaryColor": "#17507f",
    "backgroundColor": "#ffffff",
    "secondaryBackgroundColor": "#f3f5f7",
    "textColor": "#1c2530",
    "linkColor": "#17507f",
    "borderColor": "#d5dbe1",
    "baseRadius": "6px",
    "font": FONTS,
    "headingFont": FONTS,
}


def theme_flags() -> list[str]:
    """The look as flags of ``streamlit run``, so that no settings file in any folder is read or needed."""
    return [part for name, value in THEME.items() for part in (f"--theme.{name}", value)]
