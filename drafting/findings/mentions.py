"""Questions whether a word stands anywhere: 有没有提到“租”, “does the text say ‘rental’”. Answered by looking."""

from __future__ import annotations

import re

from drafting.answer import Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.shelf import RULING, Shelf
from drafting.wording import joined
from retrieval.frame import QueryFrame

_ASKS = re.compile(
    r"(?:有没有|有无|是否|哪[里些条]|几[处次条]).{0,8}(?:提到|提过|写到|写了|出现|用到|说到|讲到|带)|(?:提到|提过|写到|出现|用到|说到|讲到)[^，,。]{0,12}(?:吗|没有|没)"
    r"|\b(?:mention|contain|use|say)s?\b"
)
_QUOTED = re.compile(r"[“「『\"‘']([^”」』\"’']{1,12})[”」』\"’']")
_BARE = re.compile(
    r"^(?P<what>[A-Za-z][A-Za-z0-9/+.-]{1,11}|[一-鿿]{3,10}?)(?:这个?(?:词|说法|字眼))?(?:是|都|究竟|到底)*"
    r"(?:在(?:哪[里儿]?|什么地方|哪一?[条份级档])(?:里|中)?(?:被)?(?:提到|提及|出现|写到?|说到?|讲到?)|(?:出现|写|提)在(?:哪|什么地方)"
    r"|(?:什么|哪一?[条个项])(?:要求|条款?)?[里中]的)"
)
"""Asks where a word stands without quoting it."""
_SHOWN = 12


def find_mention(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the clauses that have the quoted word; say so where none has; None for questions of another kind."""
    if frame.premise or frame.names_object or frame.names_capability:
        return None
    quoted = _QUOTED.search(frame.spelt or frame.question) if _ASKS.search(frame.text) else None
    bare = _BARE.search(frame.question) if quoted is None else None
    word = quoted[1].strip() if quoted else bare["what"] if bare else ""
    if not word or word in "应宜可/／":
        return None
    whole = re.compile(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word))
    rows = [one for one in shelf.of(kinds=(*RULING, "term", "heading")) if whole.search(one.plain)]
    if bare and not rows:
        return None  # words of the question's own
    within = [
        one
        for one in rows
        if (not frame.documents or one.document in frame.documents)
        and (not frame.tiers or one.holds_for_any(frame.tiers))
        and (not frame.tracks or one.track in frame.tracks)
    ]
    if not rows:
        return not_in_sources(f"现有文件没有出现“{word}”。")
    if not within:
        titles = list(dict.fromkeys(f"《{shelf.titles[one.document]}》" for one in rows))
        said = Sentence(
            f"所问范围内没有出现“{word}”；出现它的有{joined(titles)}。", "composed", tuple(o.id for o in rows)
        )
        section = Section(said=(said,), quoted=tuple(rows[:_SHOWN]))
        return Finding("answered", (section,), result={"kind": "clauses", "ids": []}, query="mention")
    ids = tuple(one.id for one in within)
    said = Sentence(f"出现“{word}”的有 {len(within)} 条。", "composed", ids)
    remark = "" if len(within) <= _SHOWN else f"以下列出前 {_SHOWN} 条，其余见条款编号。"
    section = Section(said=(said,), quoted=tuple(within[:_SHOWN]), remark=remark)
    return Finding("answered", (section,), result={"kind": "clauses", "ids": list(ids)}, query="mention")
