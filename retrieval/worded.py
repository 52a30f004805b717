"""What a question's own words say, before any name in it is looked up: its spelling, intent, forces and industry."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.frame import QueryFrame
from retrieval.industries import industry_named, industry_of_trade
from retrieval.intents import asserts, denies, forces_asked, intent_of, without_vague_numbers
from retrieval.spelling import Respelling
from retrieval.tier_words import with_tier_names

_CHINESE = re.compile(r"[一-鿿]")
_PLURAL = re.compile(r"(?<=[a-z]{3})ies\b")


def worded(question: str, spelt: Respelling) -> QueryFrame:
    """The frame of a question by its words alone.

    Args:
        question: As asked.
        spelt: The normalised question with its misspelt names put right.
    """
    text = with_tier_names(without_vague_numbers(spelt.text))
    if not _CHINESE.search(text):
        text = _PLURAL.sub("y", text)
    frame = QueryFrame(
        question=question,
        spelt=text if spelt.changes else question,
        text=text,
        language="zh" if _CHINESE.search(text) else "en",
        intent=intent_of(text),
        forces=forces_asked(text),
        premise=asserts(text),
        negated=denies(text),
        industry=industry_named(text),
        notes=tuple(f"“{written}”按“{meant}”理解。" for written, meant in spelt.changes),
    )
    trade, word = industry_of_trade(text)
    if frame.industry is not None or not trade:
        return frame
    note = f"“{word}”按{trade}理解，原文限于另一类行业的条款未列。"
    return replace(frame, industry=trade, notes=(*frame.notes, note))
