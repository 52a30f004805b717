"""Whether words of the questionnaire say something, or only that there is nothing to say."""

from __future__ import annotations

import re

_NOTHING = re.compile(
    r"(?:(?:目前|现在|暂时|尚|还|暂|均|都|并)*(?:没有|没做|未做|未开展|未实施|未填|不详|不清楚|不知道|不适用|待定|待补充?|无|没|未|否)"
    r"(?:此项|该项|这项|相关|做法|内容|情况|措施)*(?:了|呢|过)?|none|null|nil|n/?a|[-—–_/\\.…·\s]*)",
    re.IGNORECASE,
)
_EDGES = " \t\r\n。．.，,；;！!、（）()"
_SENTENCE = 6


def says_something(text: str | None) -> bool:
    """Whether an answer holds more than 无, 没有, 暂无, 不详, a stroke and the like."""
    return text is not None and _NOTHING.fullmatch(text.strip(_EDGES)) is None


def is_sentence(text: str | None) -> bool:
    """Whether an answer is long enough to be known again: the same few words may well be said of different things."""
    return says_something(text) and len((text or "").strip(_EDGES)) >= _SENTENCE
