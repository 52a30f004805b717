"""A change is told with what it is measured from: 比上年增长20% must not become 增长20%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import mostly_said
from drafting.checks.view import Phrase, View

_GROWS = r"(?:提高|提升|增长|增加|上升|扩大|延长|下降|降低|减少|缩短|缩减|压缩|压减)"
_BASIS = re.compile(
    r"(?:与|同|和)[^,;。:、()]{1,16}?相比较?"
    r"|相[较比对]于?[^,;。:、()]{1,12}"
    rf"|(?:(?<![占对同环配性])比(?![例重率较对选值价])|(?<![比相计])较(?![好高大强快低多少小为真长]))[^,;。:、()]{{1,12}}?(?={_GROWS})"
    r"|以[^,;。:]{1,16}?为(?:基期|基准|基数|对照)"
    r"|[同环]比"
)
_CHANGE = re.compile(rf"{_GROWS}(?:了|到|至)?[^,;。:、\d]{{0,4}}\d")
_STOP = re.compile(r"[;。!?]")
_PHRASE_END = re.compile(r"[,;。:、!?]")


def check(view: View) -> Iterator[str]:
    """Name each basis of a comparison that a phrase leaves out while it tells the change."""
    for phrase in view.phrases:
        if phrase.source is None:
            continue
        source = view.texts[phrase.source]
        for found in _BASIS.finditer(source):
            if not mostly_said(found.group(), view.sentence) and _told(phrase, source, found):
                yield f"漏了比较的对象“{found.group()}”：{phrase.text}"


def _told(phrase: Phrase, source: str, basis: re.Match[str]) -> bool:
    """Whether the phrase tells a change that is measured from the basis.

    A basis that is a phrase by itself (与实施前相比,) rules to the sentence's end, one within a phrase its own change.
    """
    mark = _STOP if source.startswith(",", basis.end()) else _PHRASE_END
    stop = mark.search(source, basis.end())
    changes = _CHANGE.finditer(source, basis.end(), stop.start() if stop else len(source))
    return any(run.clause_at <= change.start() < run.clause_end for change in changes for run in phrase.runs)
