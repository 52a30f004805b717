"""What a person does on the pages, and what shows that it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Protocol
from urllib.parse import quote

MOST_MS = 300.0
"""Milliseconds that an interaction of searching and browsing may take, besides the model's own and a typist's pause."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person does again and again, each time with another of its values.

    Attributes:
        name: What it is.
        address: The page, as the last part of its address.
        ready: A selector of what must be shown before it begins.
        act: ``click``, ``type`` or ``send``.
        target: A selector of what it is done to, with ``{value}`` for a value.
        until: What holds in JavaScript when it is done, with ``{value}`` for a value.
        values: What it is done with, in turn.
        before: What is noted in JavaScript before it begins.
    """

    name: str
    address: str
    ready: str
    act: str
    target: str
    until: str
    values: tuple[str, ...]
    before: str = ""


_BOX = '[data-testid="stChatInputTextArea"]'
_WORDS = ("设备联网", "仓储", "碳排放", "数字孪生", "质量追溯", "能源", "供应链协同", "排产", "检测", "安全")
ACTS = (
    Act(
        "问答：提问",
        "",
        _BOX,
        "send",
        _BOX,
        "document.querySelector('.st-key-present .gb-question h2')?.innerText === '{value}'"
        " && document.querySelector('.st-key-present .gb-conclusion')"
        " && !document.querySelector('[data-test-script-state=running]')",
        tuple(f"智能工厂对{one}有什么要求" for one in ("设备运维", "质量管控", "仓储配送", "能源监测", "安全管控")),
    ),
    Act(
        "检索：边输边查",
        "search",
        ".stMain input",
        "type",
        ".stMain input",
        "document.querySelector('.stMain [data-query]')?.dataset.query === '{value}'",
        _WORDS,
    ),
    Act(
        "能力图谱：点一格",
        "matrix",
        "[data-pick='19.smart-factory']",
        "click",
        "[data-pick='{value}.smart-factory']",
        "document.querySelector('.st-key-aside .gb-aside-title')?.innerText.startsWith('{value}. ')",
        tuple(map(str, range(1, 45, 3))),
    ),
    Act(
        "国家映射：点一项",
        "map",
        "[data-pick='capability:19']",
        "click",
        "[data-pick='capability:{value}']",
        "document.querySelector('.st-key-aside .gb-aside-title')?.innerText.startsWith('{value}. ')",
        tuple(map(str, range(1, 45, 3))),
    ),
    Act(
        "看原文",
        f"search?q={quote('设备联网')}",
        ".gb-clause",
        "click",
        ".stMain [class*='st-key-card-'] button",
        "(document.querySelector('mark.gb-span')?.innerText || window.gbSeen) !== window.gbSeen",
        ("",),
        "window.gbSeen = document.querySelector('mark.gb-span')?.innerText || ''",
    ),
)


class Hand(Protocol):
    """What does an act; :class:`evals.pages.browsing.Visitor` does."""

    def go(self, address: str, shown: str) -> float: ...
    def rest(self) -> None: ...
    def note(self, script: str) -> None: ...
    def do(self, act: str, target: str, value: str, until: str) -> float: ...


def times_of(act: Act, hand: Hand, address: str, times: int) -> Iterator[float]:
    """Do an act again and again; the milliseconds of each time but the first, which opens what is opened once."""
    hand.go(f"{address}/{act.address}", act.ready)
    hand.rest()
    for number, value in enumerate(islice(cycle(act.values), times + 1)):
        if act.before:
            hand.note(act.before)
        taken = hand.do(act.act, act.target.replace("{value}", value), value, act.until.replace("{value}", value))
        hand.rest()
        if number:
            yield taken


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of them lies, the nearest that there is.

    >>> percentile([3.0, 1.0, 2.0, 4.0], 0.5)
    2.0
    """
    ordered = sorted(values)
    return ordered[max(0, round(share * len(ordered)) - 1)]
