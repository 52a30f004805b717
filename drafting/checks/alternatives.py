"""What a clause ties together must not be told by half: 甲或乙 asks less than 甲, 甲且乙 more.

What is forbidden or avoided is another matter: where neither 甲 nor 乙 may be, 甲 may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.view import View

_EITHER = re.compile(r"或者?(?![许多])")
_BOTH = re.compile(r"(?<![并而尚况暂])且")
_NEITHER = re.compile(r"不得|不应|不宜|严禁|禁止|避免|防止|防范|杜绝|消除|无需|不[以再]")
_STOP = re.compile(r"[;。!?]")
_LISTED = re.compile(r"、[^、,;。:!?]{1,20}$")
_ASIDE = re.compile(r"\([^()]*\)")
_BOUND = re.compile(r"[^,;。:!?]*\d")
"""A further condition behind a comma: one with an amount. Another act (且与其他系统集成) may be left out."""


def check(view: View) -> Iterator[str]:
    """Name each 或 and 且 of a clause of which the sentence takes the words on one side and not those on the other."""
    for index, source in enumerate(view.texts):
        taken = view.taken(index)
        asides = [found.span() for found in _ASIDE.finditer(source)]
        for found in (*_EITHER.finditer(source), *_BOTH.finditer(source)):
            if any(start < found.start() < end for start, end in asides) or not _ties(source, found):
                continue
            if found.group() != "且" and _forbidden(source, found.start()):
                continue
            if taken[found.start()] and _LISTED.search(source, 0, found.start()):
                continue  # 甲、乙或丙 told as 甲或丙 is still a choice
            before, after = _before(source, found.start()), found.end()
            if before >= 0 and after < len(source) and taken[before] != taken[after]:
                half = source[max(0, found.start() - 6) : found.end() + 6]
                yield f"只说了条文“{half}”的一半"


def _ties(source: str, found: re.Match[str]) -> bool:
    """Whether the word ties what stands around it: no new sentence begins, and behind a comma 且 adds an amount."""
    mark = source[found.start() - 1 : found.start()]
    if mark in ("", ";", "。", ":"):
        return False
    return mark != "," or found.group() != "且" or _BOUND.match(source, found.end()) is not None


def _forbidden(source: str, at: int) -> bool:
    """Whether a choice stands behind a word that allows neither side, with no other phrase in between."""
    start = max((mark.end() for mark in _STOP.finditer(source, 0, at)), default=0)
    said = list(_NEITHER.finditer(source, start, at))
    return bool(said) and source.count(",", said[-1].end(), at) <= (source[at - 1] == ",")


def _before(source: str, start: int) -> int:
    """The last character of the words before: commas and what stands in brackets say nothing of their own."""
    at = start - 1
    while at >= 0 and not source[at].isalnum():
        at = source.rfind("(", 0, at) - 1 if source[at] == ")" else at - 1
    return at
