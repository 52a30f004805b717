"""What the page of tiers calls the changes of a step, and how each is shown."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from app.web.language import say
from kg.ladders.ladder import Change

CHANGE: Mapping[Change, tuple[str, str]] = {
    "new": ("新增", "下一级没有，这一级才提出"),
    "raised": ("宜→应", "下一级用“宜”“可”，这一级用“应”"),
    "widened": ("扩大", "范围、系统、技术或数量增加"),
    "changed": ("改变", "讲同一件事而要求不同"),
    "relaxed": ("用词转弱", "较高等级印的是较弱的用词，原文如此"),
    "same": ("相同", "两级要求相同"),
    "not_restated": ("仍适用", "这一级没有重复下一级的要求；较高等级建立在较低等级之上，所以仍然适用"),
}
"""The name of each change and what it means, what asks for most first."""


def change_html(change: Change) -> str:
    """The badge of a change."""
    name, meaning = CHANGE[change]
    return f'<span class="gb-change gb-change-{change}" title="{escape(say(meaning))}">{escape(say(name))}</span>'


def ladder_name(number: str, name: str) -> str:
    """What a ladder is called; one without number and name is of the tiers as a whole."""
    return f"{number} {name}".strip() or say("条件")
