"""Spoilt conditions: one of two that are tied, what an amount leaves out, what a change is measured from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutations.original import Original, Spoilt, Vocabulary, replaced

_CHOICE = re.compile(r"或者?")
_NEITHER = re.compile(r"(?:不得|严禁|禁止|避免|防止|防范|杜绝|消除)[^，,；;。]*[，,]?$")
_LEFT_ITEM = re.compile(r"(?<=[、到对于的为以])[^，,；;。：:、到对于的为以（）()]{2,10}$")
_FURTHER = re.compile(r"(?<![并而尚况暂，,；;。])且[^，,；;。：:]*\d[^，,；;。：:]*")
_LEFT_OUT = re.compile(r"[（(][^（）()]*(?:不含|不包[括含]|除外|扣除)[^（）()]*[）)]")
_MEASURED_FROM = re.compile(
    r"与[^，,；;。：:、]{1,16}相比[，,]?|[同环]比|(?<![占对同环比相])[比较](?:上年|去年|上一年|实施前|改造前|同期|基期)"
)


def alternative(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """One side of a choice is missing: what stands before 或, or the phrase that 或 begins.

    Left out where neither side may be (避免甲或乙): then each may not.
    """
    text = original.text
    for found in _CHOICE.finditer(text):
        inside = text.count("（", 0, found.start()) > text.count("）", 0, found.start())
        if inside or _NEITHER.search(text, 0, found.start()):
            continue
        if text[found.start() - 1 : found.start()] in ("，", ","):
            end = re.search(r"[，,；;。]|$", text[found.end() :])
            stop = found.end() + (end.start() if end else 0)
            yield Spoilt(replaced(text, found.start() - 1, stop, ""), original.cited)
        elif left := _LEFT_ITEM.search(text, 0, found.start()):
            yield Spoilt(replaced(text, left.start(), found.end(), ""), original.cited)


def qualification(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """A further bound (且不低于200万元), an exclusion in brackets or the basis of a comparison is missing."""
    for pattern in (_FURTHER, _LEFT_OUT, _MEASURED_FROM):
        for found in pattern.finditer(original.text):
            yield Spoilt(replaced(original.text, *found.span(), ""), original.cited)
