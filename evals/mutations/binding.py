"""Spoilt forces, negations and directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from corpus.clause import Force
from corpus.force import governing, provisions
from drafting.checks.fragments import ACT
from evals.mutations.original import Original, Spoilt, Vocabulary, replaced

_STRENGTH: Mapping[Force, int] = MappingProxyType({"shall": 3, "should": 2, "may": 1, "encouraged": 1, "none": 0})
_WORDS: Mapping[Force, str] = MappingProxyType({"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励"})
_COMPARED = r"低于|少于|小于|短于|超过|高于|多于|大于|晚于"
_NEGATING = re.compile(
    rf"不(?!断|同|仅|只|但|等|限于|良|锈|确定|{_COMPARED})|无(?!人|线|纸|缝|害|论)|未(?!来|知)|没有|非(?!常|标)"
)
_TURNING: Mapping[str, str] = MappingProxyType(
    {
        "避免": "造成",
        "防止": "导致",
        "防范": "引发",
        "消除": "产生",
        "抵御": "发起",
        "降低": "提高",
        "减少": "增加",
        "缩短": "延长",
        "缩减": "增加",
        "禁止": "允许",
        "严禁": "允许",
        "杜绝": "允许",
    }
)
_UPWARD: Mapping[str, str] = MappingProxyType(
    {
        "提高": "降低",
        "提升": "降低",
        "增强": "削弱",
        "加强": "削弱",
        "强化": "弱化",
        "促进": "阻碍",
        "推动": "阻碍",
        "扩大": "缩小",
        "延长": "缩短",
        "加快": "放缓",
    }
)
_HAS = re.compile(r"建有|具有|具备|设有")


def force_raised(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """宜, 可 and 鼓励 become 应, 可 and 鼓励 become 宜."""
    yield from _other_force(original, raised=True)


def force_lowered(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """应 becomes 宜 and 可, 宜 becomes 可; 不得 and 必须 are taken for 应."""
    yield from _other_force(original, raised=False)


def _other_force(original: Original, *, raised: bool) -> Iterator[Spoilt]:
    for modal in governing(original.text):
        for force, word in _WORDS.items():
            higher = _STRENGTH[force] > _STRENGTH[modal.force]
            lower = _STRENGTH[force] < _STRENGTH[modal.force]
            if (higher if raised else lower) and force != "encouraged":
                spoilt = replaced(original.text, modal.start, modal.end, word)
                if governing(spoilt) != governing(
                    original.text
                ):  # 应用 read as one word binds nothing, and is no mutant
                    yield Spoilt(spoilt, original.cited)


def force_dropped(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """No governing word; left out where the one before it rules on, so that nothing changes."""
    for modal in governing(original.text):
        spoilt = replaced(original.text, modal.start, modal.end, "")
        if _force_at(spoilt, modal.start) != modal.force:
            yield Spoilt(spoilt, original.cited)


def force_added(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """A governing word before each part that has none."""
    for found in provisions(original.text):
        at = ACT.search(original.text, found.start, found.end)
        if found.force == "none" and at is not None:
            for word in ("应", "宜"):
                yield Spoilt(replaced(original.text, at.start(), at.start(), word), original.cited)


def negation_dropped(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """不, 无 and 没有 taken out, and a verb that turns its object round turned back (避免 becomes 造成)."""
    for found in _NEGATING.finditer(original.text):
        yield Spoilt(replaced(original.text, *found.span(), ""), original.cited)
    yield from _swapped(original, _TURNING)


def negation_added(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """不 behind each governing word, or before the first verb where none governs; 没有 for 建有 and 具有."""
    modals = [modal for modal in governing(original.text) if modal.force != "encouraged"]
    for modal in modals:
        if not original.text.startswith("不", modal.start):
            yield Spoilt(replaced(original.text, modal.start, modal.start, "不"), original.cited)
    verb = ACT.search(original.text)
    if not modals and verb is not None:
        yield Spoilt(replaced(original.text, verb.start(), verb.start(), "不"), original.cited)
    for found in _HAS.finditer(original.text):
        yield Spoilt(replaced(original.text, *found.span(), "没有"), original.cited)


def direction(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """A verb that says the opposite: 提高 becomes 降低."""
    yield from _swapped(original, _UPWARD)


def _swapped(original: Original, words: Mapping[str, str]) -> Iterator[Spoilt]:
    for found in re.finditer("|".join(words), original.text):
        yield Spoilt(replaced(original.text, *found.span(), words[found.group()]), original.cited)


def _force_at(text: str, position: int) -> Force:
    return next((found.force for found in provisions(text) if found.start <= position < found.end), "none")
