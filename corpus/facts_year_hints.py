"""Years that a text tells otherwise than by number, signature or date: a standard's, a page's clock, a call."""

from __future__ import annotations

import re

from corpus.facts_page import HEAD_LENGTH, Page, Words

_STANDARD = re.compile(
    r"(?:GB|DB\d{2,6}|DB|T|Q|[A-Z]{2})(?:/[A-Z][A-Z0-9]{0,9})?\d{1,6}(?:[./]\d{1,4}){0,2}[—–-]+(?P<year>20\d\d)"
)
_CLOCK = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}")
_PAGE = re.compile(r"浏览|阅读|点击|访问|来源|字[号体]|文字[:：]|二维码|打印|作者")
_CALLS = re.compile(
    r"(?:现|决定|拟|将|请|就|启动)[^。;；\n《》]{0,16}?(?:组织|开展|申报|做好|启动|实施|推荐|征集|遴选|认定)[^。;；\n《》\d]{0,8}?"
    r"(?P<year>20\s?\d\s?\d)\s?年(?:度|(?=[^\d月至到起底—–~\s-]))"
)
_FIRST_LINES = 20
_NAMES = 120
"""How far before a place the name of another document may open."""


def standard_year(page: Page) -> tuple[int, Words] | None:
    """The year in a standard's number that has a line of the cover for itself: DB99/T 1234—2024."""
    for line in page.lines[:_FIRST_LINES]:
        if (found := _STANDARD.fullmatch(line.tight)) is not None:
            return int(found["year"]), line
    return None


def clock(page: Page) -> tuple[int, Words] | None:
    """The date that a web page prints on the line that tells who looked, where from and how large."""
    for line in page.lines[:_FIRST_LINES]:
        found = _CLOCK.search(line.text)
        if found is not None and _PAGE.search(line.text) is not None:
            return int(found["year"]), page.cut(line.start + found.start(), line.start + found.end())
    return None


def campaign(page: Page) -> tuple[int, Words] | None:
    """The year that a notice calls for applications of (现组织开展2025年度…工作); never that of a document it cites."""
    for found in _CALLS.finditer(page.text, 0, min(len(page.text), HEAD_LENGTH)):
        opened = page.text.rfind("《", max(0, found.start() - _NAMES), found.start())
        if opened < 0 or page.text.find("》", opened, found.start()) >= 0:
            return int(re.sub(r"\s", "", found["year"])), page.cut(found.start(), found.end())
    return None
