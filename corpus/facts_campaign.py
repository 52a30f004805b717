"""The year that a notice calls for applications of, where nothing else dates it: 现组织开展2025年度智能工厂申报工作."""

from __future__ import annotations

import re

from corpus.facts_page import HEAD_LENGTH, Page, Words

_CALLS = re.compile(
    r"(?:现|决定|拟|将|请|就|启动)[^。;；\n《》]{0,16}?(?:组织|开展|申报|做好|启动|实施|推荐|征集|遴选|认定)[^。;；\n《》\d]{0,8}?"
    r"(?P<year>20\s?\d\s?\d)\s?年(?:度|(?=[^\d月至到起底—–~\s-]))"
)
_NAMES = 120
"""How far before a place the name of another document may open."""


def campaign(page: Page) -> tuple[int, Words] | None:
    """The year, and the words that call for it; never the year of a document that is only cited.

    Args:
        page: The text.
    """
    for found in _CALLS.finditer(page.text, 0, min(len(page.text), HEAD_LENGTH)):
        opened = page.text.rfind("《", max(0, found.start() - _NAMES), found.start())
        if opened < 0 or page.text.find("》", opened, found.start()) >= 0:
            return int(re.sub(r"\s", "", found["year"])), page.cut(found.start(), found.end())
    return None
