"""What the page of comparisons calls the relations of two texts, and how each is shown."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Literal

from app.web.language import say
from kg.variants.comparison import ComparedRow, RowRelation

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


Sureness = Literal["sure", "likely", "unsure"]
SURENESS: Mapping[Sureness, tuple[float, str, str]] = {
    "sure": (0.85, "把握大", "推定的两条讲同一件事的把握在 0.85 以上"),
    "likely": (0.7, "把握中等", "推定的两条讲同一件事的把握在 0.7 到 0.85 之间"),
    "unsure": (0.0, "把握小", "推定的两条讲同一件事的把握不到 0.7，请先对照原文"),
}
"""From which confidence on a row is called so, its name and what that means, the surest first."""


def sureness_of(confidence: float) -> Sureness:
    """What a confidence is called.

    Args:
        confidence: From 0 to 1.

    >>> sureness_of(0.64), sureness_of(0.7)
    ('unsure', 'likely')
    """
    return next(name for name, (least, _, _) in SURENESS.items() if confidence >= least)


def row_sureness(row: ComparedRow) -> Sureness | None:
    """How surely the two sides of a row speak of one matter; None where there is but one side, or the same words."""
    return None if row.confidence is None or row.relation == "equal" else sureness_of(row.confidence)


def sureness_html(confidence: float) -> str:
    """How surely two texts speak of one matter, in words; the figure is told to who points at it."""
    name = sureness_of(confidence)
    told = f"{say(SURENESS[name][2])}（{confidence:.2f}）"
    return f'<span class="gb-sure gb-sure-{name}" title="{escape(told)}">{escape(say(SURENESS[name][1]))}</span>'


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
