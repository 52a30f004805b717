"""The look that Streamlit is started with, light and dark; the rest is in the style sheets beside the pages."""

from __future__ import annotations

from collections.abc import Mapping

FONTS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif'

THEME: Mapping[str, str] = {"baseRadius": "6px", "font": FONTS, "headingFont": FONTS}
LIGHT: Mapping[str, str] = {
    "primaryColor": "#17507f",
    "backgroundColor": "#ffffff",
    "secondaryBackgroundColor": "#f3f5f7",
    "textColor": "#1c2530",
    "linkColor": "#17507f",
    "borderColor": "#d5dbe1",
}
DARK: Mapping[str, str] = {
    "primaryColor": "#6aaede",
    "backgroundColor": "#14191f",
    "secondaryBackgroundColor": "#1e262e",
    "textColor": "#e4e9ee",
    "linkColor": "#8cc0ec",
    "borderColor": "#37424d",
}


def theme_flags() -> list[str]:
    """The look as flags of ``streamlit run``, so that no settings file in any folder is read or needed."""
    sections = (("theme", THEME), ("theme.light", LIGHT), ("theme.dark", DARK))
    look = [(f"--{section}.{name}", value) for section, values in sections for name, value in values.items()]
    return [part for pair in look for part in pair]
