"""What the page calls what becomes of files and of rows."""

from __future__ import annotations

from collections.abc import Mapping

from app.assessed import Assessed, Outcome
from app.labels import layout_name
from app.web.language import language_now, say
from corpus.assessing import Assessment
from corpus.holdings.record import FactName
from corpus.library import Document
from kg.editions.differing import Status

OUTCOME: Mapping[Outcome, str] = {
    "added": "新文件",
    "updated": "新版或更新",
    "unchanged": "没有变化",
    "rejected": "不能收入",
}
FACT: Mapping[FactName, str] = {
    "title": "标题",
    "issuer": "发文机关",
    "region": "地区",
    "level": "层级",
    "year": "年份",
    "status": "效力状态",
}
EDITION_ROW: Mapping[Status, tuple[str, str]] = {
    "same": ("=", "不变"),
    "punctuation": ("≈", "只差标点"),
    "changed": ("±", "改动"),
    "new": ("+", "新增"),
    "gone": ("−", "删去"),
}
"""Sign and name of what became of a row between two editions."""


def state_told(status: Outcome, maybe: bool) -> tuple[str, str]:
    """The badge of a file as its style and name.

    Args:
        status: What would become of it.
        maybe: Whether the library has a document of its title that it might be a new edition of.
    """
    return ("maybe", say("可能是新版")) if maybe else (status, say(OUTCOME[status]))


def layout_told(read: Assessment) -> str:
    """The layout with how sure it is."""
    return f"{layout_name(read.layout, language_now())} {read.confidence:.0%}"


def title_of(one: Assessed) -> str:
    """The title that a file would have in the library."""
    if one.record is not None:
        return one.record.title
    return one.facts.title if one.facts is not None else ""


def comes_along(document: Document) -> bool:
    """Whether a document came with the product."""
    return document.meta.original is None
