"""A list whose items are counted must be whole: 包括甲、乙、丙 3 个 with only two of them is no shortening."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.view import View

_ASIDE = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"(?:\d+|[两三四五六七八九十]+)[个项类种大][\u4e00-\u9fff]{2}")
_BEGINS = re.compile(r"[,;。:!?]|包括|围绕|分为|即")
_BETWEEN = re.compile(r"、|和|及|与|等")
_SHORTEST = 2


def check(view: View) -> Iterator[str]:
    """Name each item that a cited clause counts in a list and that the sentence leaves out of the list."""
    sentence = _ASIDE.sub("", view.sentence)
    for found in _COUNTED.finditer(sentence):
        own = _stretch(sentence, found.start())
        for text in (_ASIDE.sub("", text) for text in view.texts):
            for same in re.finditer(re.escape(found.group()), text):
                items = _items(_stretch(text, same.start()))
                missing = [item for item in items if item not in own]
                if len(items) > 1 and missing and len(missing) < len(items):
                    yield f"{found.group()}中漏了“{'、'.join(missing)}”"


def _stretch(text: str, end: int) -> str:
    """The words of a list that ends where its number stands."""
    start = max((mark.end() for mark in _BEGINS.finditer(text, 0, end)), default=0)
    return text[start:end]


def _items(stretch: str) -> list[str]:
    """The items; of the first only its end, since what stands before it in the phrase is no part of it."""
    items = [item for item in _BETWEEN.split(stretch) if len(item) >= _SHORTEST]
    return [items[0][-_SHORTEST:], *items[1:]] if items else []
