"""Figures of added documents that no exact way finds: the row with a number that has the words of the question."""

from __future__ import annotations

import re

from corpus.clause import Clause
from corpus.folding import folded
from drafting.answer import Finding
from drafting.findings.rules.answering import Weighed, is_of_added, quoting
from drafting.findings.spoken_figures import spoken_words
from drafting.shelf import RULING, Shelf
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_NUMBER = re.compile(r"\d|[一二三四五六七八九十百]+(?:个|年|家|项|日|月|次|人|名)")
_ASKING = re.compile(
    r"多少|多[久长大高]|几|哪|什么|至少|最少|最低|最高|最多|不低于|不超过|要求|需要|规定|达到|要|应|须|能|可以|上|的|吗|呢|是|在|有|和|占|钱|次|个|一"
)
_SUPPORTED = 0.5
"""The share of the words of a question that the row must have."""


def find_number(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Quote the row; None where the documents are not added ones or no row has enough of the question's words."""
    if not is_of_added(frame, shelf) or frame.premise:
        return None
    rows = [row for one in frame.documents for row in shelf.of(one, kinds=tuple(RULING - {"lead"}))]
    names = [name for one in frame.documents for tier in shelf.tiers(one) for name in (tier.label, tier.label[2:])]
    asked = pairs(_ASKING.sub(" ", without(frame.about, [name for name in names if name])))
    weighed = Weighed(rows, frame)
    stating = [row for row in rows if _NUMBER.search(folded(spoken_words(row))) and _fits(row, frame)]
    ranked = sorted(stating, key=lambda row: (-_support(asked, row), -weighed.weight(row)))
    if not ranked or not asked or _support(asked, ranked[0]) < _SUPPORTED:
        return None
    return quoting(ranked[:1], shelf)


def _fits(row: Clause, frame: QueryFrame) -> bool:
    return not frame.tiers or row.tier is None or row.holds_for_any(frame.tiers)


def _support(asked: frozenset[str], row: Clause) -> float:
    said = pairs(folded(" ".join((row.element or "", row.subdomain or "", row.label or "", spoken_words(row)))))
    return len(asked & said) / len(asked) if asked else 0.0
