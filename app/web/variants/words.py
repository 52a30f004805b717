"""What the page of comparisons calls the relations of two texts, and how each is shown."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from app.web.language import say
from kg.variants.comparison import RowRelation

RELATION: Mapping[RowRelation, tuple[str, str, str]] = {
    "stronger": ("＞", "左边要求更高", "同一件事，左边要求得更多、更高，或用词更重"),
    "weaker": ("＜", "右边要求更高", "同一件事，右边要求得更多、更高，或用词更重"),
    "overlaps": ("∩", "部分重合", "讲同一件事，两边各有对方没有的要求"),
    "similar": ("≈", "要求相近", "措辞不同，要求相近"),
    "equal": ("＝", "逐字相同", "除编号、空白和句末标点外逐字相同"),
    "only_left": ("←", "只有左边写", "右边没有找到讲同一件事的条文"),
    "only_right": ("→", "只有右边写", "左边没有找到讲同一件事的条文"),
}
"""A sign, the name and the meaning of each relation."""


def relation_html(relation: RowRelation) -> str:
    """The badge of a relation."""
    sign, name, meaning = RELATION[relation]
    return (
        f'<span class="gb-relation gb-relation-{relation}" title="{escape(say(meaning))}">'
        f'<b aria-hidden="true">{sign}</b> {escape(say(name))}</span>'
    )


def proposed_html() -> str:
    """The mark of what is proposed and not official."""
    return f'<span class="gb-proposed">{escape(say("推定"))}</span>'
