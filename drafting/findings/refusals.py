"""Questions that are not answered: attempts to change the rules, harmful wishes, topics that the texts do not treat."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.answer import Finding, Refusal
from drafting.findings.misuse import changes_rules, wishes_harm
from retrieval.frame import QueryFrame
from retrieval.overlap import share

_LAW = re.compile(
    r"《?(?P<law>[一-鿿]{2,12}(?<![方办算做想看用无合依写说手语打技玩])(?:法典|法|条例))》?(?:的)?"
    r"(?=规定|第|对|里|中|怎么|要求|有)"
)

_CREATIVE = re.compile(
    r"(?:写|作|编|创作|来|讲|说|唱)(?:[一几]?[首段篇个则封幅副支])[^，,。]{0,14}(?:诗|歌|歌词|笑话|小说|作文|故事|段子|对联|情书|顺口溜|绕口令)(?![一-鿿])"
    r"|\b(?:write|compose|tell)\b.{0,12}\b(?:poem|song|story|joke|novel|limerick|haiku)\b"
)
"""Wishes for something made up, whatever it is about."""

_SAME_LAW = 0.8
"""The share of the pairs of characters of a law's name that a title has which it shortens (河道采砂条例)."""


def refuse_by_words(frame: QueryFrame, titles: Iterable[str]) -> Finding | None:
    """Refuse an attempt to change the rules, a harmful wish, or a law that is not among the documents.

    Args:
        frame: The question.
        titles: The titles of the documents at hand.
    """
    if changes_rules(frame.question):
        message = (
            "问题里含有改变系统规则的指令，未予执行。可以直接询问标准文件的内容，例如“智能工厂对设备运维有什么要求”。"
        )
        return Finding("refused", refusal=Refusal("injection", message), query="refusal")
    if wishes_harm(frame.text):
        message = "不协助造假、欺骗评审或侵害他人系统。可以改问某项要求的原文和应准备的真实证明。"
        return Finding("refused", refusal=Refusal("harmful", message), query="refusal")
    if _CREATIVE.search(frame.text):
        return out_of_scope()
    named = _LAW.search(frame.text)
    if named and not any(named["law"] in title or share(named["law"], title) >= _SAME_LAW for title in titles):
        return out_of_scope()
    return None


def out_of_scope() -> Finding:
    """The texts do not treat the question's topic."""
    message = "所收文件是智能制造与未来工厂的建设要求，不涉及这个话题，无法据以回答。"
    return Finding("refused", refusal=Refusal("out_of_scope", message), query="refusal")


def not_in_sources(message: str, alternatives: tuple[str, ...] = ()) -> Finding:
    """The texts treat the topic, but do not give what is asked."""
    return Finding("refused", refusal=Refusal("not_in_sources", message), alternatives=alternatives, query="refusal")
